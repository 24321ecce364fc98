/** What can be done to a source at once. */
import { useWording } from '@/components/hooks/use-wording';
import type { OptionsProps } from '@/components/options/Options';
import { Button } from '@/components/ui/Button';
import type { SourceCommand } from '@/lib/app/stores/sources-state';
import type { SourceState } from '@/lib/model/source-state';

interface SourceButtonsProps extends OptionsProps {
  source: SourceState;
  /** It is being asked whether to remove it. */
  isAsking: boolean;
  onRemove: () => void;
}

/** The commands that make sense now. */
function commandsFor({ kind, activity }: SourceState): readonly (SourceCommand & CommandKey)[] {
  if (kind === 'sample' || activity === 'by-hand') return [];
  if (activity === 'paused') return ['resume'];
  const isAtWork = activity === 'reading' || activity === 'checking';
  return isAtWork ? ['pause', 'cancel'] : ['sync', 'pause'];
}

type CommandKey = 'pause' | 'resume' | 'cancel' | 'sync';

export function SourceButtons({ source, state, actions, isAsking, onRemove }: SourceButtonsProps) {
  const { t } = useWording();
  const { busy, places } = state;
  const { command } = places;
  const isLocked = busy !== null || command !== null;
  const named = (label: string): string => t('action.named', [label, source.name]);
  const isConnected = source.kind !== 'sample' && source.activity !== 'by-hand';
  return (
    <div className="button-row source-buttons">
      {commandsFor(source).map((name) => (
        <Button
          key={name}
          label={t(`sources.command.${name}`)}
          name={named(t(`sources.command.${name}`))}
          isBusy={command?.sourceId === source.id && command.name === name}
          isDisabled={isLocked}
          onPress={() => void actions.commandSource(source.id, name)}
        />
      ))}
      {isConnected && (
        <Button
          label={t('sources.edit')}
          name={named(t('sources.edit'))}
          isExpanded={places.setUp?.sourceId === source.id}
          onPress={() => actions.editSource(source.id)}
        />
      )}
      <Button
        label={t('options.remove')}
        name={named(t('options.remove'))}
        isBusy={busy?.action === 'remove' && busy.sourceId === source.id}
        isDisabled={isLocked || isAsking}
        isExpanded={isAsking}
        onPress={onRemove}
      />
    </div>
  );
}

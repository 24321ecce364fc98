/** One source: its name, what it holds, how fresh it is; removing asks first. */
import { useRef, useState } from 'react';
import { useFocusVisit } from '@/components/hooks/use-focus-visit';
import { useWording } from '@/components/hooks/use-wording';
import { Button } from '@/components/ui/Button';
import { formatAge, formatMoment } from '@/components/ui/dates';
import type { Source } from '@/lib/model/source';

interface SourceRowProps {
  source: Source;
  isRemoving: boolean;
  /** Another action runs. */
  isLocked: boolean;
  onRemove: () => void;
}

function SourceFacts({ source }: { source: Source }) {
  const { t, locale, now, figure } = useWording();
  const age = source.syncedAt === undefined ? null : formatAge(source.syncedAt, now, locale);
  const moment = source.syncedAt === undefined ? null : formatMoment(source.syncedAt, locale);
  return (
    <p className="meta">
      <span>{t('options.items', source.items, [figure(source.items)])}</span>
      <span title={moment ?? undefined}>
        {age === null ? t('options.firstSync') : t('options.synced', [age])}
      </span>
    </p>
  );
}

interface ConfirmProps extends Pick<SourceRowProps, 'source' | 'onRemove'> {
  onKeep: () => void;
}

/** The harmless answer has the focus. */
function ConfirmRemoval({ source, onRemove, onKeep }: ConfirmProps) {
  const { t, figure } = useWording();
  const keep = useRef<HTMLButtonElement>(null);
  useFocusVisit(keep);
  return (
    <fieldset className="source-confirm">
      <legend>{t('options.removeTitle', [source.name])}</legend>
      <p>{t('options.removeText', source.items, [figure(source.items)])}</p>
      <div className="button-row">
        <Button ref={keep} label={t('options.keep')} onPress={onKeep} />
        <Button look="danger" label={t('options.removeNow')} onPress={onRemove} />
      </div>
    </fieldset>
  );
}

export function SourceRow({ source, isRemoving, isLocked, onRemove }: SourceRowProps) {
  const { t } = useWording();
  const [isAsking, setAsking] = useState(false);
  const remove = t('options.remove');
  return (
    <li className="source">
      <div className="source-line">
        <div>
          <h3>{source.name}</h3>
          <SourceFacts source={source} />
        </div>
        <Button
          label={remove}
          name={t('action.named', [remove, source.name])}
          isBusy={isRemoving}
          isDisabled={isLocked || isAsking}
          isExpanded={isAsking}
          onPress={() => setAsking(true)}
        />
      </div>
      {isAsking && (
        <ConfirmRemoval
          source={source}
          onKeep={() => setAsking(false)}
          onRemove={() => {
            setAsking(false);
            onRemove();
          }}
        />
      )}
    </li>
  );
}

/** One source: its name, what it holds, how fresh it is; removing asks first. */
import { useState } from 'react';
import { useWording } from '@/components/hooks/use-wording';
import { Confirm } from '@/components/options/Confirm';
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

export function SourceRow({ source, isRemoving, isLocked, onRemove }: SourceRowProps) {
  const { t, figure } = useWording();
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
        <Confirm
          title={t('options.removeTitle', [source.name])}
          text={t('options.removeText', source.items, [figure(source.items)])}
          label={t('options.removeNow')}
          onKeep={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            onRemove();
          }}
        />
      )}
    </li>
  );
}

/** What is not needed every day of a source: the last reading's counts, what it left out, its hosts. */
import { useWording } from '@/components/hooks/use-wording';
import { formatBytes, hostOf } from '@/components/options/source-words';
import { SourceSkipped } from '@/components/options/SourceSkipped';
import { Button } from '@/components/ui/Button';
import type { PlacesActions } from '@/lib/app/stores/sources-state';
import type { SourceState } from '@/lib/model/source-state';

interface SourceDetailsProps {
  source: SourceState;
  isLocked: boolean;
  actions: PlacesActions;
}

function LastReading({ source }: { source: SourceState }) {
  const { t, locale, figure } = useWording();
  const { lastCounts } = source;
  if (lastCounts === null) return <p>{t('sources.neverRead')}</p>;
  const { added, changed, removed, skipped, bytes } = lastCounts;
  const rows = [
    ['added', figure(added)],
    ['changed', figure(changed)],
    ['removed', figure(removed)],
    ['skipped', figure(skipped)],
    ['bytes', formatBytes(bytes, locale)],
  ] as const;
  return (
    <>
      <h4>{t('sources.lastReading')}</h4>
      <dl className="source-counts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`sources.count.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

export function SourceDetails({ source, isLocked, actions }: SourceDetailsProps) {
  const { t, locale } = useWording();
  const hosts = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    source.origins.map(hostOf),
  );
  const checkAll = t('sources.checkAll');
  const requests = t('sources.requests');
  return (
    <details className="source-details">
      <summary>{t('sources.details')}</summary>
      <LastReading source={source} />
      <SourceSkipped skipped={source.skipped} />
      <p className="fine-print">{t('sources.asksOnly', [hosts])}</p>
      <div className="button-row">
        <Button
          label={checkAll}
          name={t('action.named', [checkAll, source.name])}
          isDisabled={isLocked || source.activity === 'paused'}
          onPress={() => void actions.commandSource(source.id, 'check-all')}
        />
        <Button
          label={requests}
          name={t('action.named', [requests, source.name])}
          onPress={() => void actions.openLog(source.id)}
        />
      </div>
    </details>
  );
}

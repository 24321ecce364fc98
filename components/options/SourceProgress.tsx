/** How far the reading of a source is: items, bytes, how fast, how long it still takes. */
import { useWording, type WordingNow } from '@/components/hooks/use-wording';
import { formatBytes, formatSpan } from '@/components/options/source-words';
import { ProgressBar } from '@/components/ui/ProgressBar';
import type { SourceState } from '@/lib/model/source-state';

type Progress = NonNullable<SourceState['progress']>;

function facts(progress: Progress, { t, locale, figure }: WordingNow): string[] {
  const { bytes, itemsPerSecond, bytesPerSecond, secondsLeft } = progress;
  const parts = [formatBytes(bytes, locale)];
  if (itemsPerSecond !== undefined && itemsPerSecond >= 1) {
    parts.push(t('sources.perSecond', [figure(Math.round(itemsPerSecond))]));
  }
  if (bytesPerSecond !== undefined && bytesPerSecond >= 1) {
    parts.push(t('sources.bytesPerSecond', [formatBytes(bytesPerSecond, locale)]));
  }
  if (secondsLeft !== undefined) parts.push(t('sources.left', [formatSpan(secondsLeft, locale)]));
  return parts;
}

export function SourceProgress({ source }: { source: SourceState }) {
  const wording = useWording();
  const { t, figure } = wording;
  const { activity, progress } = source;
  if (activity === 'checking') return <p className="meta">{t('sources.sweeping')}</p>;
  if (progress === null) return null;
  const { items, total } = progress;
  return (
    <div className="source-progress">
      {total === undefined ? (
        <p>{t('sources.readSoFar', items, [figure(items)])}</p>
      ) : (
        <ProgressBar
          label={t('sources.readOf', [figure(items), figure(total)])}
          value={items}
          max={total}
        />
      )}
      <p className="meta">
        {facts(progress, wording).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
    </div>
  );
}

/** Records of a source that were left out, and why. */
import { useWording } from '@/components/hooks/use-wording';
import type { SkippedRecord } from '@/lib/model/source-state';

export function SourceSkipped({ skipped }: { skipped: SkippedRecord[] }) {
  const { t, figure } = useWording();
  if (skipped.length === 0) return null;
  return (
    <details className="skipped">
      <summary>{t('sources.skipped', skipped.length, [figure(skipped.length)])}</summary>
      <ul>
        {skipped.map(({ where, why }, at) => (
          // One place may be skipped for two reasons.
          <li key={`${at} ${where}`}>{t('sources.skippedLine', [where, why])}</li>
        ))}
      </ul>
    </details>
  );
}

/** Records of a source that were left out, and why. */
import { useWording } from '@/components/hooks/use-wording';
import { sourceFaultWords } from '@/components/options/source-words';
import { textKey } from '@/components/ui/text-key';
import { cut } from '@/lib/core/text';
import { fault, FAULT_KINDS } from '@/lib/core/fault';
import type { SkippedRecord } from '@/lib/model/source-state';
import type { Translate } from '@/lib/app/stores/wording';

/** Names of fields and codes are short, unless a place means harm. */
const DETAIL_LIMIT = 80;

function whyWords({ why, detail = '' }: SkippedRecord, t: Translate): string {
  const failed = FAULT_KINDS.find((kind) => why === 'failed' && kind === detail);
  if (failed !== undefined) return sourceFaultWords(fault(failed), t).title;
  const words = t(`sources.skipWhy.${textKey(why)}`);
  return detail === '' ? words : t('sources.skipDetail', [words, cut(detail, DETAIL_LIMIT)]);
}

export function SourceSkipped({ skipped }: { skipped: SkippedRecord[] }) {
  const { t, figure } = useWording();
  if (skipped.length === 0) return null;
  return (
    <details className="skipped">
      <summary>{t('sources.skipped', skipped.length, [figure(skipped.length)])}</summary>
      <ul>
        {skipped.map((record, at) => (
          // One place may be skipped for two reasons.
          <li key={`${at} ${record.where}`}>
            {t('sources.skippedLine', [record.where, whyWords(record, t)])}
          </li>
        ))}
      </ul>
    </details>
  );
}

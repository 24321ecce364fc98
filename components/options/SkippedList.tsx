/** Lines of an imported file that were left out, and why. */
import { useWording } from '@/components/hooks/use-wording';
import { textKey } from '@/components/ui/text-key';
import type { ImportState } from '@/lib/app/stores/options-state';

type SkippedLines = Extract<ImportState, { status: 'done' }>['skipped'];

export function SkippedList({ skipped }: { skipped: SkippedLines }) {
  const { t, figure } = useWording();
  if (skipped.count === 0) return null;
  return (
    <details className="skipped">
      <summary>{t('import.skipped', skipped.count, [figure(skipped.count)])}</summary>
      <ul>
        {skipped.first.map(({ line, why }) => (
          <li key={line}>{t('import.line', [figure(line), t(`import.why.${textKey(why)}`)])}</li>
        ))}
      </ul>
    </details>
  );
}

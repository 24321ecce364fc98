/** How far an import has come, or how it ended. */
import { useWording } from '@/components/hooks/use-wording';
import { SkippedList } from '@/components/options/SkippedList';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { FaultBanner } from '@/components/ui/FaultBanner';
import { ProgressBar } from '@/components/ui/ProgressBar';
import type { ImportState } from '@/lib/app/stores/options-state';
import { assertNever } from '@/lib/core/assert';

type Reading = Extract<ImportState, { status: 'reading' }>;

interface ImportProgressProps {
  progress: ImportState;
  onCancel: () => void;
}

function ReadingFile({ reading, onCancel }: { reading: Reading; onCancel: () => void }) {
  const { t, figure } = useWording();
  return (
    <div className="import-reading">
      <ProgressBar
        label={t('import.reading', [reading.file, figure(reading.items)])}
        value={reading.bytes}
        max={reading.size}
      />
      <Button label={t('import.cancel')} onPress={onCancel} />
    </div>
  );
}

export function ImportProgress({ progress, onCancel }: ImportProgressProps) {
  const { t, figure } = useWording();
  switch (progress.status) {
    case 'idle':
      return null;
    case 'reading':
      return <ReadingFile reading={progress} onCancel={onCancel} />;
    case 'indexing':
      return (
        <Banner
          tone="quiet"
          icon="clock"
          title={t('import.stored', progress.items, [figure(progress.items)])}
        >
          <p>{t('import.storedNext')}</p>
          <SkippedList skipped={progress.skipped} />
        </Banner>
      );
    case 'done':
      return (
        <Banner
          tone="good"
          icon="check"
          title={t('import.done', progress.items, [figure(progress.items)])}
        >
          <SkippedList skipped={progress.skipped} />
        </Banner>
      );
    case 'cancelled':
      return (
        <Banner tone="quiet" icon="close" title={t('import.cancelled', [progress.file])}>
          <p>{t('import.cancelledNext')}</p>
        </Banner>
      );
    case 'unreadable':
      return (
        <Banner tone="danger" icon="warning" title={t('import.unreadable', [progress.file])}>
          <p>{t('import.unreadableNext')}</p>
        </Banner>
      );
    case 'no-documents':
      return (
        <Banner tone="danger" icon="warning" title={t('import.noDocuments', [progress.file])}>
          <p>{t('import.noDocumentsNext')}</p>
          <SkippedList skipped={progress.skipped} />
        </Banner>
      );
    case 'failed':
      return <FaultBanner fault={progress.fault} />;
    default:
      return assertNever(progress);
  }
}

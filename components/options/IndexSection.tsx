/** How far the search index has come. */
import { useWording } from '@/components/hooks/use-wording';
import { Banner } from '@/components/ui/Banner';
import { ProgressBar } from '@/components/ui/ProgressBar';
import { assertNever } from '@/lib/core/assert';
import type { IndexStatus } from '@/lib/model/source';

function IndexState({ index }: { index: IndexStatus }) {
  const { t, figure } = useWording();
  switch (index.state) {
    case 'empty':
      return <p>{t('options.indexEmpty')}</p>;
    case 'ready':
      return <p>{t('options.indexReady', index.indexed, [figure(index.indexed)])}</p>;
    case 'indexing':
      return (
        <ProgressBar
          label={t('index.progress', [figure(index.indexed), figure(index.items)])}
          value={index.indexed}
          max={index.items}
        />
      );
    case 'failed':
      return (
        <Banner tone="danger" icon="warning" title={t('index.failed')}>
          <p>{t('options.indexFailed')}</p>
        </Banner>
      );
    default:
      return assertNever(index.state);
  }
}

export function IndexSection({ index }: { index: IndexStatus }) {
  const { t } = useWording();
  return (
    <section className="options-section" aria-labelledby="index-heading">
      <h2 id="index-heading">{t('options.index')}</h2>
      <div aria-live="polite">
        <IndexState index={index} />
      </div>
    </section>
  );
}

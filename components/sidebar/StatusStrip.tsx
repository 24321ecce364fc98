/** What stands between the agent and a full answer: offline, lost tab, index under way or broken. */
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording } from '@/components/hooks/use-wording';
import { HealthNote } from '@/components/sidebar/HealthNote';
import { mainView } from '@/components/sidebar/main-view';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { ProgressBar } from '@/components/ui/ProgressBar';

function IndexProgress() {
  const { t, figure } = useWording();
  const { indexed, items } = useSidebar().state.index;
  const label = t('index.progress', [figure(indexed), figure(items)]);
  return <ProgressBar label={label} value={indexed} max={items} />;
}

function LostBanner() {
  const { t } = useWording();
  const { actions } = useSidebar();
  return (
    <Banner
      tone="warning"
      icon="warning"
      title={t('lost.title')}
      actions={<Button label={t('ui.retry')} onPress={actions.reload} />}
    >
      <p>{t('lost.kept')}</p>
    </Banner>
  );
}

function IndexFailed() {
  const { t } = useWording();
  const { actions } = useSidebar();
  return (
    <Banner
      tone="danger"
      icon="warning"
      title={t('index.failed')}
      actions={<Button label={t('topBar.options')} onPress={() => void actions.openOptions()} />}
    >
      <p>{t('index.failedNext')}</p>
    </Banner>
  );
}

export function StatusStrip() {
  const { t } = useWording();
  const { state } = useSidebar();
  return (
    <section className="status-strip" aria-label={t('status.label')}>
      {!state.online && (
        <p className="offline">
          <Icon name="offline" /> {t('status.offline')}
        </p>
      )}
      {state.connection === 'lost' && mainView(state) === 'answer' && <LostBanner />}
      <HealthNote />
      {state.index.state === 'indexing' && <IndexProgress />}
      {state.index.state === 'failed' && <IndexFailed />}
    </section>
  );
}

/** The one view that fills the sidebar below the ticket. */
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording } from '@/components/hooks/use-wording';
import { AnswerView } from '@/components/sidebar/AnswerView';
import { InstallSample } from '@/components/sidebar/InstallSample';
import { LoadingCards } from '@/components/sidebar/LoadingCards';
import { mainView } from '@/components/sidebar/main-view';
import { PasteForm } from '@/components/sidebar/PasteForm';
import { Button } from '@/components/ui/Button';
import { FaultBanner } from '@/components/ui/FaultBanner';
import { StateMessage } from '@/components/ui/StateMessage';
import { assertNever } from '@/lib/core/assert';

function Unreadable() {
  const { state, actions } = useSidebar();
  if (state.page.kind !== 'failed') return null;
  return (
    <>
      <FaultBanner fault={state.page.fault} onRetry={actions.reload} />
      <PasteForm />
    </>
  );
}

function Lost() {
  const { t } = useWording();
  const { actions } = useSidebar();
  return (
    <StateMessage icon="warning" title={t('lost.title')} text={t('lost.next')}>
      <Button look="primary" label={t('ui.retry')} onPress={actions.reload} />
    </StateMessage>
  );
}

function NoTicket() {
  const { t } = useWording();
  const { actions } = useSidebar();
  return (
    <StateMessage icon="chat" title={t('noTicket.title')} text={t('noTicket.text')}>
      <Button icon="search" label={t('search.label')} keys="/" onPress={actions.openSearch} />
      <PasteForm isFolded />
    </StateMessage>
  );
}

function NewTicket() {
  const { t } = useWording();
  return (
    <StateMessage icon="chat" title={t('newTicket.title')} text={t('newTicket.text')}>
      <PasteForm />
    </StateMessage>
  );
}

export function MainContent() {
  const { t } = useWording();
  const { state } = useSidebar();
  const view = mainView(state);
  switch (view) {
    case 'nothing-indexed':
      return <InstallSample />;
    case 'lost':
      return <Lost />;
    case 'connecting':
      return <LoadingCards label={t('loading.connecting')} hasTicket={false} />;
    case 'no-ticket':
      return <NoTicket />;
    case 'new-ticket':
      return <NewTicket />;
    case 'switching':
      return <LoadingCards label={t('loading.switching')} hasTicket={false} />;
    case 'reading':
      return <LoadingCards label={t('loading.reading')} hasTicket={false} />;
    case 'unreadable':
      return <Unreadable />;
    case 'answer':
      return <AnswerView />;
    default:
      return assertNever(view);
  }
}

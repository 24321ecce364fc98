/** The answer for the ticket: on its way, there, or failed. */
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording } from '@/components/hooks/use-wording';
import { LoadingCards } from '@/components/sidebar/LoadingCards';
import { NothingFits } from '@/components/sidebar/NothingFits';
import { PasteForm } from '@/components/sidebar/PasteForm';
import { SuggestionSections } from '@/components/sidebar/SuggestionSections';
import { FaultBanner } from '@/components/ui/FaultBanner';
import { StateMessage } from '@/components/ui/StateMessage';
import { shownList, visibleSuggestions } from '@/lib/app/stores/visible-suggestions';

export function AnswerView() {
  const { t } = useWording();
  const { state, actions } = useSidebar();
  const { answer } = state;
  if (answer.status === 'failed') {
    return (
      <>
        <FaultBanner fault={answer.fault} onRetry={actions.reload} />
        <PasteForm isFolded />
      </>
    );
  }
  const list = shownList(answer);
  if (list === null) return <LoadingCards label={t('loading.searching')} hasTicket />;
  if (list.searchedItems === 0 && state.index.state === 'indexing') {
    return <StateMessage icon="clock" title={t('index.wait')} text={t('index.waitText')} />;
  }
  const visible = visibleSuggestions(list, state.dismissed);
  if (visible.all.length === 0) return <NothingFits list={list} hidden={visible.hidden} />;
  return <SuggestionSections visible={visible} isRenewing={answer.status === 'loading'} />;
}

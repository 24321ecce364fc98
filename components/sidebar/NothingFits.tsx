/** Says honestly that there is no answer, and offers the other ways to one. */
import { useSidebar } from '@/components/hooks/use-sidebar';
import { useWording } from '@/components/hooks/use-wording';
import { PasteForm } from '@/components/sidebar/PasteForm';
import { Button } from '@/components/ui/Button';
import { StateMessage } from '@/components/ui/StateMessage';
import type { SuggestionList } from '@/lib/model/suggestion';

export function NothingFits({ list, hidden }: { list: SuggestionList; hidden: number }) {
  const { t, figure } = useWording();
  const { actions } = useSidebar();
  const search = (
    <Button icon="search" label={t('search.open')} keys="/" onPress={actions.openSearch} />
  );
  if (hidden > 0) {
    return (
      <StateMessage
        icon="check"
        title={t('allDismissed.title')}
        text={t('allDismissed.text', hidden, [figure(hidden)])}
      >
        {search}
      </StateMessage>
    );
  }
  return (
    <StateMessage
      icon="search"
      title={t('nothingFits.title')}
      text={t('nothingFits.text', list.searchedItems, [figure(list.searchedItems)])}
    >
      {search}
      <PasteForm isFolded />
    </StateMessage>
  );
}

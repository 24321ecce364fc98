/** What the typed search found, as the list of a combobox: the focus stays in the input. */
import { useSidebar } from '@/components/hooks/use-sidebar';
import type { SearchList } from '@/components/hooks/use-search-list';
import { useWording } from '@/components/hooks/use-wording';
import { SearchHit } from '@/components/sidebar/SearchHit';
import { FaultBanner } from '@/components/ui/FaultBanner';
import { StateMessage } from '@/components/ui/StateMessage';
import type { SearchState } from '@/lib/app/stores/sidebar-state';

function SearchMessage({ search }: { search: SearchState }) {
  const { t } = useWording();
  const { actions } = useSidebar();
  if (search.status === 'failed') {
    const again = () => actions.setSearchText(search.text);
    return <FaultBanner fault={search.fault} onRetry={again} />;
  }
  const isTyped = search.status !== 'closed' && search.text.trim() !== '';
  if (search.status === 'found' && isTyped) {
    return (
      <StateMessage icon="search" title={t('search.nothing')} text={t('search.nothingText')} />
    );
  }
  if (search.status === 'searching') return null;
  return <StateMessage icon="search" title={t('search.label')} text={t('search.hint')} />;
}

export function SearchResults({ searchList }: { searchList: SearchList }) {
  const { t, figure } = useWording();
  const { search } = useSidebar().state;
  const { hits } = searchList;
  return (
    <div className="search-results" aria-busy={search.status === 'searching'}>
      <output className="sr-only">
        {search.status === 'found' ? t('search.announce', hits.length, [figure(hits.length)]) : ''}
      </output>
      {hits.length === 0 && <SearchMessage search={search} />}
      {hits.length > 0 && (
        <>
          {/* A <select> cannot show two lines, badges and highlights in an option. */}
          {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
          <div id={searchList.listId} role="listbox" aria-label={t('search.results')}>
            {hits.map((hit, place) => (
              <SearchHit key={hit.item.id} hit={hit} place={place} searchList={searchList} />
            ))}
          </div>
          <p className="fine-print">{t('search.keys')}</p>
        </>
      )}
    </div>
  );
}

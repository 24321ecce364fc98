/** The typed search's input; `/` brings the focus here. */
import { useEffect, useRef } from 'react';
import '@/components/sidebar/search.css';
import { useSidebar } from '@/components/hooks/use-sidebar';
import type { SearchList } from '@/components/hooks/use-search-list';
import { useWording } from '@/components/hooks/use-wording';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';

export function SearchBox({ searchList }: { searchList: SearchList }) {
  const { t } = useWording();
  const { state, actions } = useSidebar();
  const { search } = state;
  const input = useRef<HTMLInputElement>(null);
  const isOpen = search.status !== 'closed';
  useEffect(() => {
    // Pressing a key or a button here opened it, so the focus is in this document already.
    if (isOpen) input.current?.focus();
    else if (document.activeElement === input.current) input.current?.blur();
  }, [isOpen]);
  const { hits, active } = searchList;
  return (
    // The element of the same meaning is too young for the browsers we run in.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div className="search-box" role="search">
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={hits.length > 0}
        aria-controls={hits.length > 0 ? searchList.listId : undefined}
        aria-activedescendant={active >= 0 ? searchList.optionId(active) : undefined}
        aria-autocomplete="list"
        aria-keyshortcuts="/"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('search.placeholder')}
        value={isOpen ? search.text : ''}
        onFocus={() => {
          if (!isOpen) actions.openSearch();
        }}
        onChange={(event) => actions.setSearchText(event.target.value)}
        onKeyDown={searchList.onKeyDown}
      />
      {isOpen ? (
        <Button look="icon" icon="close" label={t('search.close')} onPress={actions.closeSearch} />
      ) : (
        <kbd className="key" aria-hidden="true">
          /
        </kbd>
      )}
    </div>
  );
}

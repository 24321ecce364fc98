/** One found item in the typed search. */
import { useEffect, useRef } from 'react';
import { useSidebar } from '@/components/hooks/use-sidebar';
import type { SearchList } from '@/components/hooks/use-search-list';
import { TITLE_LIMIT } from '@/components/sidebar/CardTitle';
import { ItemMeta } from '@/components/sidebar/ItemMeta';
import { Highlighted } from '@/components/ui/Highlighted';
import { excerpt } from '@/components/ui/marks';
import { safeLang } from '@/components/ui/safe-lang';
import type { TypedHit } from '@/lib/app/stores/sidebar-state';

interface SearchHitProps {
  hit: TypedHit;
  place: number;
  searchList: SearchList;
}

export function SearchHit({ hit, place, searchList }: SearchHitProps) {
  const { actions } = useSidebar();
  const ref = useRef<HTMLDivElement>(null);
  const isActive = place === searchList.active;
  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  const title = excerpt(hit.item.title, hit.titleMarks, TITLE_LIMIT, Infinity);
  return (
    // The keys of an option are the input's: the focus never leaves it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={ref}
      id={searchList.optionId(place)}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      aria-selected={isActive}
      className="search-hit"
      // Keeps the focus in the input, where the next letter belongs.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={() => {
        if (!isActive) searchList.activate(place);
      }}
      onClick={() => void actions.openPreview(hit.item)}
    >
      <span className="search-hit-title" lang={safeLang(hit.item.locale)} dir="auto">
        <Highlighted text={title.text} marks={title.marks} />
      </span>
      <ItemMeta item={hit.item} />
    </div>
  );
}

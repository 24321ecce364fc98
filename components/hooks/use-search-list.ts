/** The typed search's result list as the arrow keys see it: which hit is active, what Enter does. */
import { useId, useState, type KeyboardEvent } from 'react';
import { useSidebar } from '@/components/hooks/use-sidebar';
import type { TypedHit } from '@/lib/app/stores/sidebar-state';

/** Nobody reads on after this many; typing one more letter is faster. */
const MOST_HITS = 30;

export interface SearchList {
  listId: string;
  hits: TypedHit[];
  /** Place of the active hit in `hits`; -1 without hits. */
  active: number;
  optionId: (place: number) => string;
  activate: (place: number) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** Which hit was chosen, and for which text: another text starts at its first hit again. */
interface Choice {
  text: string;
  place: number;
}

export function useSearchList(): SearchList {
  const { state, actions } = useSidebar();
  const listId = useId();
  const [choice, setChoice] = useState<Choice>({ text: '', place: 0 });
  const { search } = state;
  const text = search.status === 'closed' ? '' : search.text;
  const hits = 'hits' in search ? search.hits.slice(0, MOST_HITS) : [];
  const place = choice.text === text ? choice.place : 0;
  const active = Math.min(place, hits.length - 1);
  const activate = (next: number) => setChoice({ text, place: next });

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const hit = hits[active];
    if (event.nativeEvent.isComposing || hit === undefined) return;
    if (event.key === 'ArrowDown') activate((active + 1) % hits.length);
    else if (event.key === 'ArrowUp') activate((active + hits.length - 1) % hits.length);
    else if (event.key !== 'Enter') return;
    // A bare Enter is a habit after typing: it shows the item. Inserting is one key more.
    else if (event.ctrlKey || event.metaKey) void actions.insertLink(hit.item.id);
    else void actions.openPreview(hit.item);
    event.preventDefault();
  };

  return { listId, hits, active, optionId: (at) => `${listId}-${at}`, activate, onKeyDown };
}

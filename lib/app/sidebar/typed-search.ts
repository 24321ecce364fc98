/** The typed search: asks while someone types, shows only what fits the text as it is now. */
import type { SidebarParts } from '@/lib/app/sidebar/parts';
import { rankTyped } from '@/lib/app/sidebar/rank-typed';
import type { Signals } from '@/lib/app/sidebar/signals';
import { signalKey } from '@/lib/app/sidebar/signal-key';
import type { SidebarStore } from '@/lib/app/sidebar/store';
import type { TypedHit } from '@/lib/app/stores/sidebar-state';
import { debounce } from '@/lib/core/async';

const TYPING_MS = 120;
/** A text that stands this long without a result was meant. */
const GIVEN_UP_MS = 1_000;
const SHORTEST_GAP = 3;
/** Nobody types more; it is a paste, and its start says enough. */
const LONGEST_TEXT = 200;

export interface TypedSearch {
  open: () => void;
  close: () => void;
  setText: (text: string) => void;
  /** An answer under way is not wanted any more. */
  cancel: () => void;
}

interface SearchParts extends Pick<SidebarParts, 'background' | 'locale'> {
  store: SidebarStore;
  signals: Signals;
}

export function createTypedSearch({
  store,
  background,
  signals,
  locale,
}: SearchParts): TypedSearch {
  let turn = 0;
  const reported = new Set<string>();
  const typing = debounce(() => void find(), TYPING_MS);
  const givenUp = debounce(() => reportGap(), GIVEN_UP_MS);

  async function find(): Promise<void> {
    const { search } = store.getState();
    if (search.status !== 'searching') return;
    const { text } = search;
    const mine = ++turn;
    const wanted = text.trim().slice(0, LONGEST_TEXT);
    const found = await background.send('search.typed', { text: wanted, locale });
    if (mine !== turn) return;
    if (!found.ok) {
      store.setState({ search: { status: 'failed', text, fault: found.fault } });
      return;
    }
    const hits = rankTyped(wanted, found.value);
    store.setState({ search: { status: 'found', text, hits } });
    if (hits.length === 0) givenUp.call();
  }

  /** What nobody has written yet is worth knowing. */
  function reportGap(): void {
    const state = store.getState();
    if (state.search.status !== 'found' || state.search.hits.length > 0) return;
    const text = state.search.text.trim().toLowerCase();
    if (text.length < SHORTEST_GAP || state.index.state !== 'ready' || reported.has(text)) return;
    reported.add(text);
    signals.record('searched-without-answer', signalKey(state) ?? '');
  }

  function cancel(): void {
    turn += 1;
    typing.cancel();
    givenUp.cancel();
  }

  return {
    cancel,
    open() {
      if (store.getState().search.status !== 'closed') return;
      store.setState({ search: { status: 'idle', text: '' } });
    },
    close() {
      cancel();
      store.setState({ search: { status: 'closed' } });
    },
    setText(text) {
      cancel();
      const { search } = store.getState();
      if (text.trim() === '') {
        store.setState({ search: { status: 'idle', text } });
        return;
      }
      const hits: TypedHit[] = 'hits' in search ? search.hits : [];
      store.setState({ search: { status: 'searching', text, hits } });
      typing.call();
    },
  };
}

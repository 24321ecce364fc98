/** Keeps the answer true to the ticket in front: asks when its content changes, drops what is out of date. */
import { askPatiently } from '@/lib/app/background-client';
import type { SidebarParts } from '@/lib/app/sidebar/parts';
import { keptSelection, visibleIds } from '@/lib/app/sidebar/selection';
import type { Signals } from '@/lib/app/sidebar/signals';
import type { SidebarStore } from '@/lib/app/sidebar/store';
import { shownList } from '@/lib/app/stores/visible-suggestions';
import { fault } from '@/lib/core/fault';
import { fail, type Result } from '@/lib/core/result';
import type { SuggestionList } from '@/lib/model/suggestion';
import { ticketKey, type Ticket } from '@/lib/model/ticket';

export interface Answers {
  /** The page shows this ticket: asks unless this very content was asked for already. */
  follow: (ticket: Ticket) => void;
  /** Asks for a ticket that no page shows. */
  ask: (ticket: Ticket) => Promise<void>;
  /** Asks the last question again, e.g. because there is more to find now. */
  askAgain: () => void;
  /** The ticket is gone: an answer under way is not wanted any more. */
  drop: () => void;
}

interface AnswerParts {
  store: SidebarStore;
  background: SidebarParts['background'];
  signals: Signals;
}

export function createAnswers({ store, background, signals }: AnswerParts): Answers {
  /** The page's ticket as it was last asked for. */
  let followed: string | null = null;
  let current: Ticket | null = null;
  let turn = 0;

  async function ask(ticket: Ticket): Promise<void> {
    const key = ticketKey(ticket);
    const mine = ++turn;
    current = ticket;
    const old = shownList(store.getState().answer);
    const previous = old?.ticketKey === key ? old : null;
    store.setState({ answer: { status: 'loading', ticketKey: key, previous } });
    const request = (): Promise<Result<SuggestionList>> =>
      background.send('suggest.forTicket', { ticket });
    // A newer question ends the patience for an older one.
    const result = await askPatiently(() =>
      mine === turn ? request() : Promise.resolve(fail(fault('cancelled'))),
    );
    if (mine !== turn) return;
    if (!result.ok) {
      store.setState({ answer: { status: 'failed', fault: result.fault }, selectedId: null });
    } else if (result.value.ticketKey !== key) {
      const answer = { status: 'failed', fault: fault('unexpected') } as const;
      store.setState({ answer, selectedId: null });
    } else show(result.value);
  }

  function show(list: SuggestionList): void {
    store.setState((state) => {
      const answer = { status: 'ready', list } as const;
      return { answer, selectedId: keptSelection({ ...state, answer }) };
    });
    signals.recordShown(list.ticketKey, visibleIds(store.getState()));
  }

  return {
    follow(ticket) {
      const content = JSON.stringify(ticket);
      if (content === followed) return;
      followed = content;
      void ask(ticket);
    },
    ask,
    askAgain() {
      if (current !== null) void ask(current);
    },
    drop() {
      turn += 1;
      followed = null;
      current = null;
    },
  };
}

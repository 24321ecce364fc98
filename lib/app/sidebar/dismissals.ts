/** Hides suggestions that do not fit this ticket, and brings them back. */
import type { Answers } from '@/lib/app/sidebar/answers';
import { keptSelection, neighbour, visibleIds } from '@/lib/app/sidebar/selection';
import type { Signals } from '@/lib/app/sidebar/signals';
import { decisionTicket, signalKey } from '@/lib/app/sidebar/signal-key';
import type { SidebarStore } from '@/lib/app/sidebar/store';
import { findHead } from '@/lib/app/sidebar/targets';
import type { UndoOffer } from '@/lib/app/sidebar/undo';

interface DismissalParts {
  store: SidebarStore;
  signals: Signals;
  undoOffer: UndoOffer;
  answers: Answers;
}

export function createDismissals({ store, signals, undoOffer, answers }: DismissalParts) {
  async function bringBack(id: string, key: string, signalId: string): Promise<void> {
    const isForgotten = signals.remove(signalId);
    store.setState((state) => {
      const dismissed = state.dismissed.filter((other) => other !== id);
      const selectedId = keptSelection({ ...state, dismissed, selectedId: id });
      return { dismissed, selectedId, toast: { kind: 'undone' } };
    });
    // An answer that came meanwhile was made without it.
    if (visibleIds(store.getState()).includes(id)) return;
    await isForgotten;
    if (signalKey(store.getState()) === key) answers.askAgain();
  }

  return async (id: string): Promise<void> => {
    const state = store.getState();
    const head = findHead(state, id);
    const about = decisionTicket(state);
    if (head === null || about === null || state.dismissed.includes(id)) return;
    store.setState({ dismissed: [...state.dismissed, id], selectedId: neighbour(state, id) });
    const signalId = signals.recordDecision('dismissed', about, id);
    undoOffer.show({ kind: 'dismissed', title: head.title, undo: true }, () =>
      bringBack(id, about.ticketKey, signalId),
    );
  };
}

/** Which ticket a signal is about. */
import type { SidebarState } from '@/lib/app/stores/sidebar-state';
import { shownList } from '@/lib/app/stores/visible-suggestions';
import { ticketKey, type Ticket } from '@/lib/model/ticket';

/** Key of the ticket in front, else of the text that the answer on screen is for, else null. */
export function signalKey({ page, answer }: Pick<SidebarState, 'page' | 'answer'>): string | null {
  if (page.kind === 'ticket') return ticketKey(page.ticket);
  return shownList(answer)?.ticketKey ?? null;
}

/** The ticket that a decision is about now; null when it is about nothing that can be named. */
export function decisionTicket(
  state: Pick<SidebarState, 'page' | 'answer'>,
): { ticketKey: string; ticket: Ticket | null } | null {
  const key = signalKey(state);
  const ticket = state.page.kind === 'ticket' ? state.page.ticket : null;
  return key === null ? null : { ticketKey: key, ticket };
}

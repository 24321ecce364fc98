/** Which ticket a signal is about. */
import type { SidebarState } from '@/lib/app/stores/sidebar-state';
import { shownList } from '@/lib/app/stores/visible-suggestions';
import { ticketKey } from '@/lib/model/ticket';

/** Key of the ticket in front, else of the text that the answer on screen is for, else null. */
export function signalKey({ page, answer }: Pick<SidebarState, 'page' | 'answer'>): string | null {
  if (page.kind === 'ticket') return ticketKey(page.ticket);
  return shownList(answer)?.ticketKey ?? null;
}

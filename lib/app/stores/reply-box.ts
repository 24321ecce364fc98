/** Whether text can go into a reply of the ticket in front. */
import type { PageState } from '@/lib/model/page-state';

/** False for a ticket without a reply box, e.g. an archived one. Help Scout's is opened when it is needed. */
export function hasReplyBox(page: PageState): boolean {
  return page.kind !== 'ticket' || page.channel !== 'none' || page.ticket.helpdesk === 'helpscout';
}

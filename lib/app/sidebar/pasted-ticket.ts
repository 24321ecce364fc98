/** A ticket made of text that the agent pasted, for when none can be read. */
import { cut } from '@/lib/core/text';
import type { Ticket } from '@/lib/model/ticket';

export const PASTED_ID = 'pasted';

const SUBJECT_LIMIT = 200;

/** The first line is the subject; `page` is the ticket in front, if any. */
export function pastedTicket(
  text: string,
  page: Pick<Ticket, 'helpdesk' | 'origin'> | null,
): Ticket {
  const trimmed = text.trim();
  const end = trimmed.search(/[\r\n]/);
  const first = end === -1 ? trimmed : trimmed.slice(0, end).trimEnd();
  const subject = cut(first, SUBJECT_LIMIT);
  // A first line that is more than a subject is the message itself.
  const rest = subject === first ? trimmed.slice(first.length).trim() : trimmed;
  return {
    helpdesk: page?.helpdesk ?? 'zendesk',
    origin: page?.origin ?? '',
    id: PASTED_ID,
    url: '',
    subject,
    messages: [{ author: 'customer', visibility: 'public', text: rest, at: '' }],
    requester: { name: '' },
    tags: [],
    fields: [],
  };
}

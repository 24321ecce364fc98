/** Reads a conversation by the Mailbox API. Only what the schemas name is kept: no address or phone of the customer. */
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { HelpdeskPage } from '@/lib/helpdesks/contract';
import { tidy } from '@/lib/helpdesks/dom';
import {
  askFor,
  conversationSchema,
  tagsOf,
  threadPageSchema,
  threadsOf,
  type ConversationRecord,
  type HelpscoutAccess,
  type ThreadRecord,
} from '@/lib/helpdesks/helpscout/api';
import type { FieldCatalogue } from '@/lib/helpdesks/helpscout/fields';
import { conversationUrl, nameOf } from '@/lib/helpdesks/helpscout/names';
import { toMessages } from '@/lib/helpdesks/helpscout/read-messages';
import type { Ticket } from '@/lib/model/ticket';

/** The embedded list of threads has no links to more; a full one may go on. */
const FULL_PAGE = 25;
const MOST_PAGES = 8;

export interface ApiReading {
  ticket: Ticket;
  /** Why some messages are missing, if they are. */
  degraded: Fault | null;
}

/**
 * Reads conversation, threads and mailbox. A conversation that was merged into another answers with
 * that one, under the id the page has.
 */
export async function readByApi(
  access: HelpscoutAccess,
  fields: FieldCatalogue,
  page: HelpdeskPage,
  id: string,
  signal: AbortSignal,
): Promise<Result<ApiReading>> {
  const answer = await askFor(access, { op: 'conversation.read', id }, conversationSchema);
  if (!answer.ok) return answer;
  const conversation = answer.value;
  const [threads, named] = await Promise.all([
    readThreads(access, conversation, signal),
    fields.name(conversation),
  ]);
  if (signal.aborted) return fail(fault('cancelled'));
  return ok({
    ticket: toTicket(page, id, conversation, { threads: threads.read, fields: named }),
    degraded: threads.fault,
  });
}

/** The embedded threads, and the older pages where there are any. */
async function readThreads(
  access: HelpscoutAccess,
  conversation: ConversationRecord,
  signal: AbortSignal,
): Promise<{ read: ThreadRecord[]; fault: Fault | null }> {
  const embedded = threadsOf(conversation);
  const read = new Map(embedded.map((thread) => [String(thread.id), thread]));
  const isWhole = embedded.length < FULL_PAGE && (conversation.threads ?? 0) <= embedded.length;
  const id = String(conversation.id);
  const last = isWhole ? 0 : MOST_PAGES;
  for (let number = 1; number <= last && !signal.aborted; number++) {
    const request = { op: 'threads.read', id, page: number } as const;
    // oxlint-disable-next-line no-await-in-loop -- each page says whether there is another
    const answer = await askFor(access, request, threadPageSchema);
    if (!answer.ok) return { read: [...read.values()], fault: answer.fault };
    const threads = threadsOf(answer.value);
    for (const thread of threads) read.set(String(thread.id), thread);
    if (number >= (answer.value.page?.totalPages ?? 1)) break;
  }
  return { read: [...read.values()], fault: null };
}

function toTicket(
  page: HelpdeskPage,
  id: string,
  conversation: ConversationRecord,
  { threads, fields }: { threads: ThreadRecord[]; fields: Ticket['fields'] },
): Ticket {
  const { origin } = page.url();
  const number = String(conversation.number ?? '');
  const { first = '', last = '' } = conversation.primaryCustomer ?? {};
  return {
    helpdesk: 'helpscout',
    origin,
    id,
    ...(number ? { number } : {}),
    url: conversationUrl(origin, { id, number }),
    subject: tidy(conversation.subject ?? ''),
    messages: toMessages(page, threads),
    requester: { name: nameOf(first, last) },
    tags: tagsOf(conversation),
    fields,
  };
}

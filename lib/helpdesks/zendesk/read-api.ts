/** Reads a ticket by REST. Only what the schemas below name is kept: no address, IP or place of the customer. */
import * as z from 'zod/mini';
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { HelpdeskPage } from '@/lib/helpdesks/contract';
import { MESSAGE_LIMIT, readText, tidy } from '@/lib/helpdesks/dom';
import { TOO_LARGE, type ZendeskApi } from '@/lib/helpdesks/zendesk/api';
import type { FieldCatalogue, FieldValue } from '@/lib/helpdesks/zendesk/fields';
import { quotedMail } from '@/lib/helpdesks/zendesk/selectors';
import type { Message, Ticket } from '@/lib/model/ticket';

/** Characters kept of all messages of a ticket. */
const TICKET_LIMIT = 200_000;
const MOST_PAGES = 5;
/** Comments a page; the next smaller size is tried where a page is too large. */
const PAGE_SIZES = [100, 10, 1] as const;

const text = z.nullish(z.string());
const userSchema = z.object({ id: z.number(), name: text, role: text, locale: text });
const users = z.nullish(z.array(userSchema));
type User = z.infer<typeof userSchema>;

const ticketAnswerSchema = z.object({
  ticket: z.object({
    id: z.number(),
    subject: text,
    raw_subject: text,
    description: text,
    created_at: text,
    requester_id: z.nullish(z.number()),
    organization_id: z.nullish(z.number()),
    tags: z.nullish(z.array(z.string())),
    custom_fields: z.nullish(z.array(z.object({ id: z.number(), value: z.unknown() }))),
  }),
  users,
  organizations: z.nullish(z.array(z.object({ id: z.number(), name: text }))),
});
type TicketAnswer = z.infer<typeof ticketAnswerSchema>;

const commentSchema = z.object({
  author_id: z.nullish(z.number()),
  plain_body: text,
  body: text,
  html_body: text,
  public: z.nullish(z.boolean()),
  created_at: text,
  via: z.nullish(z.object({ channel: z.nullish(z.union([z.string(), z.number()])) })),
});
type Comment = z.infer<typeof commentSchema>;

const commentsAnswerSchema = z.object({
  comments: z.array(commentSchema),
  users,
  meta: z.nullish(z.object({ has_more: z.nullish(z.boolean()), after_cursor: text })),
});

export interface ApiReading {
  ticket: Ticket;
  /** Why some comments are missing, if they are. */
  degraded: Fault | null;
}

interface Comments {
  /** Newest first. */
  comments: Comment[];
  users: User[];
  fault: Fault | null;
}

/** Reads ticket, people and comments: two requests for most tickets, one more for field names. */
export async function readByApi(
  api: ZendeskApi,
  fields: FieldCatalogue,
  page: HelpdeskPage,
  id: string,
  signal: AbortSignal,
): Promise<Result<ApiReading>> {
  const path = `/api/v2/tickets/${id}.json?include=users,organizations`;
  const [answer, comments] = await Promise.all([
    api.get(page, path, ticketAnswerSchema, signal),
    readComments(api, page, id, signal),
  ]);
  if (!answer.ok) return answer;
  if (String(answer.value.ticket.id) !== id) {
    return fail(fault('bad-response', { why: 'another ticket' }));
  }
  const values: FieldValue[] = answer.value.ticket.custom_fields ?? [];
  const named = await fields.name(page, values);
  if (signal.aborted) return fail(fault('cancelled'));
  const ticket = toTicket(page, answer.value, comments);
  return ok({ ticket: { ...ticket, fields: named }, degraded: comments.fault });
}

/** Newest first, until there is enough text. A fault keeps what was read before it. */
async function readComments(
  api: ZendeskApi,
  page: HelpdeskPage,
  id: string,
  signal: AbortSignal,
): Promise<Comments> {
  const read: Comments = { comments: [], users: [], fault: null };
  const sizes = [...PAGE_SIZES];
  let length = 0;
  let cursor = '';
  for (let pages = 0; pages < MOST_PAGES && length < TICKET_LIMIT;) {
    const path = `/api/v2/tickets/${id}/comments.json?include=users&sort=-created_at&page[size]=${sizes[0]}${cursor}`;
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const answer = await api.get(page, path, commentsAnswerSchema, signal);
    if (!answer.ok) {
      if (answer.fault.detail?.['why'] === TOO_LARGE && sizes.length > 1) {
        sizes.shift();
        continue;
      }
      return { ...read, fault: answer.fault };
    }
    read.comments.push(...answer.value.comments);
    read.users.push(...(answer.value.users ?? []));
    length += answer.value.comments.reduce(
      (sum, { plain_body }) => sum + (plain_body ?? '').length,
      0,
    );
    const { has_more: hasMore, after_cursor: after } = answer.value.meta ?? {};
    if (!hasMore || !after) break;
    cursor = `&page[after]=${encodeURIComponent(after)}`;
    pages++;
  }
  return read;
}

function toTicket(page: HelpdeskPage, answer: TicketAnswer, comments: Comments): Ticket {
  const { ticket } = answer;
  const { origin } = page.url();
  const people = new Map(
    [...(answer.users ?? []), ...comments.users].map((user) => [user.id, user]),
  );
  const requester = people.get(ticket.requester_id ?? 0);
  const organisation = answer.organizations?.find(({ id }) => id === ticket.organization_id)?.name;
  return {
    helpdesk: 'zendesk',
    origin,
    id: String(ticket.id),
    url: `${origin}/agent/tickets/${ticket.id}`,
    subject: tidy(ticket.raw_subject ?? ticket.subject ?? ''),
    messages: toMessages(page, answer, comments.comments, people),
    requester: { name: requester?.name ?? '', ...(organisation ? { organisation } : {}) },
    tags: ticket.tags ?? [],
    fields: [],
    ...(requester?.locale ? { locale: requester.locale } : {}),
  };
}

/** Oldest first; the ticket's description stands in for a first comment that was not read. */
function toMessages(
  page: HelpdeskPage,
  { ticket }: TicketAnswer,
  newestFirst: readonly Comment[],
  people: ReadonlyMap<number, User>,
): Message[] {
  const messages: Message[] = [];
  let length = 0;
  for (const comment of newestFirst) {
    if (length >= TICKET_LIMIT) break;
    const text = textOf(page, comment);
    if (!text) continue;
    length += text.length;
    messages.push({
      author: authorOf(comment, ticket.requester_id, people),
      visibility: comment.public === false ? 'internal' : 'public',
      text,
      at: comment.created_at ?? '',
    });
  }
  messages.reverse();
  const at = ticket.created_at ?? '';
  const first = capped(ticket.description);
  const isRead = messages.some(
    (message) => message.text === first || (at !== '' && message.at === at),
  );
  if (!isRead && first) {
    messages.unshift({ author: 'customer', visibility: 'public', text: first, at });
  }
  return messages;
}

function authorOf(
  { author_id: id, via }: Comment,
  requesterId: number | null | undefined,
  people: ReadonlyMap<number, User>,
): Message['author'] {
  if (typeof id === 'number' && id === requesterId) return 'customer';
  // Zendesk's own voice has a negative id or none; answer bots say so in `via`.
  if (typeof id !== 'number' || id < 0 || /bot/i.test(String(via?.channel ?? ''))) return 'bot';
  return people.get(id)?.role === 'end-user' ? 'customer' : 'agent';
}

function textOf(page: HelpdeskPage, comment: Comment): string {
  const plain = capped(comment.plain_body) || capped(comment.body);
  if (plain || !comment.html_body) return plain;
  const html = comment.html_body.slice(0, MESSAGE_LIMIT * 4);
  const view = page.document.defaultView;
  // A parsed document of its own: nothing in it runs or loads.
  const parsed = view && new view.DOMParser().parseFromString(html, 'text/html');
  return parsed ? readText(parsed.body, quotedMail, MESSAGE_LIMIT) : '';
}

function capped(text: string | null | undefined): string {
  return tidy((text ?? '').slice(0, MESSAGE_LIMIT));
}

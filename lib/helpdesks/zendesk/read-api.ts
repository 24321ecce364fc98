/** Reads a ticket by REST. Only what the schemas name is kept: no address, IP or place of the customer. */
import * as z from 'zod/mini';
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { HelpdeskPage } from '@/lib/helpdesks/contract';
import { tidy } from '@/lib/helpdesks/dom';
import type { ZendeskApi } from '@/lib/helpdesks/zendesk/api';
import { TICKET } from '@/lib/helpdesks/zendesk/endpoints';
import type { FieldCatalogue } from '@/lib/helpdesks/zendesk/fields';
import {
  plain,
  readComments,
  readConversationLog,
  toMessages,
  userSchema,
  type Conversation,
} from '@/lib/helpdesks/zendesk/read-messages';
import { CHANNELS } from '@/lib/helpdesks/zendesk/selectors';
import type { Message, Ticket } from '@/lib/model/ticket';

const text = z.nullish(z.string());
const ticketAnswerSchema = z.object({
  ticket: z.object({
    id: z.number(),
    subject: text,
    raw_subject: text,
    description: text,
    created_at: text,
    requester_id: z.nullish(z.number()),
    organization_id: z.nullish(z.number()),
    problem_id: z.nullish(z.number()),
    tags: z.nullish(z.array(z.string())),
    custom_fields: z.nullish(z.array(z.object({ id: z.number(), value: z.unknown() }))),
    from_messaging_channel: z.nullish(z.boolean()),
    via: z.nullish(z.object({ channel: z.nullish(z.union([z.string(), z.number()])) })),
  }),
  users: z.nullish(z.array(userSchema)),
  organizations: z.nullish(z.array(z.object({ id: z.number(), name: text }))),
});
type TicketAnswer = z.infer<typeof ticketAnswerSchema>;

export interface ApiReading {
  ticket: Ticket;
  /** Why some messages are missing, if they are. */
  degraded: Fault | null;
}

/** Reads ticket, people and messages: two requests for most tickets, one more for field names or chats. */
export async function readByApi(
  api: ZendeskApi,
  fields: FieldCatalogue,
  page: HelpdeskPage,
  id: string,
  signal: AbortSignal,
): Promise<Result<ApiReading>> {
  const path = `${TICKET.replace('{id}', id)}?include=users,organizations`;
  const [answer, comments] = await Promise.all([
    api.get(page, path, ticketAnswerSchema, signal),
    readComments(api, page, id, signal),
  ]);
  if (!answer.ok) return answer;
  const { ticket } = answer.value;
  if (String(ticket.id) !== id) return fail(fault('bad-response', { why: 'another ticket' }));
  const [log, named] = await Promise.all([
    isChat(answer.value) ? readConversationLog(api, page, id, signal) : null,
    fields.name(page, ticket.custom_fields ?? []),
  ]);
  if (signal.aborted) return fail(fault('cancelled'));
  // `/comments` has one line for a whole chat: better than nothing, worse than its messages.
  const conversation = log && log.said.length > 0 ? log : comments;
  return ok({
    ticket: toTicket(page, answer.value, { ...conversation, users: comments.users }, named),
    degraded: log?.fault ?? comments.fault,
  });
}

function isChat({ ticket }: TicketAnswer): boolean {
  const channel = String(ticket.via?.channel ?? '');
  return ticket.from_messaging_channel === true || CHANNELS.get(channel) === 'chat';
}

function toTicket(
  page: HelpdeskPage,
  answer: TicketAnswer,
  conversation: Conversation,
  fields: Ticket['fields'],
): Ticket {
  const { ticket } = answer;
  const { origin } = page.url();
  const users = [...(answer.users ?? []), ...conversation.users];
  const people = new Map(users.map((user) => [user.id, user]));
  const requester = people.get(ticket.requester_id ?? 0);
  const organisation = answer.organizations?.find(({ id }) => id === ticket.organization_id)?.name;
  const messages = toMessages(conversation.said, ticket.requester_id ?? null, people);
  return {
    helpdesk: 'zendesk',
    origin,
    id: String(ticket.id),
    url: `${origin}/agent/tickets/${ticket.id}`,
    subject: tidy(ticket.raw_subject ?? ticket.subject ?? ''),
    messages: isChat(answer) && messages.length > 0 ? messages : withFirst(messages, answer),
    requester: { name: requester?.name ?? '', ...(organisation ? { organisation } : {}) },
    tags: ticket.tags ?? [],
    ...(typeof ticket.problem_id === 'number' ? { problemId: String(ticket.problem_id) } : {}),
    fields,
    ...(requester?.locale ? { locale: requester.locale } : {}),
  };
}

/** The ticket's description is its first comment: it stands in where that was not read. */
function withFirst(messages: Message[], { ticket }: TicketAnswer): Message[] {
  const first = plain(ticket.description);
  const at = ticket.created_at ?? '';
  const isRead = messages.some((one) => one.text === first || (at !== '' && one.at === at));
  if (isRead || !first) return messages;
  return [{ author: 'customer', visibility: 'public', text: first, at }, ...messages];
}

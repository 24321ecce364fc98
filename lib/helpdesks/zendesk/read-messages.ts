/** What was said on a ticket: comments, and for chats the conversation log, which alone has their messages. */
import * as z from 'zod/mini';
import type { Fault } from '@/lib/core/fault';
import type { HelpdeskPage } from '@/lib/helpdesks/contract';
import { MESSAGE_LIMIT, readText, tidy } from '@/lib/helpdesks/dom';
import { TOO_LARGE } from '@/lib/helpdesks/http';
import type { ZendeskApi } from '@/lib/helpdesks/zendesk/api';
import { COMMENTS, CONVERSATION_LOG } from '@/lib/helpdesks/zendesk/endpoints';
import { quotedMail } from '@/lib/helpdesks/zendesk/selectors';
import type { Message } from '@/lib/model/ticket';

/** Characters kept of all messages of a ticket. */
const TICKET_LIMIT = 200_000;
const MOST_PAGES = 5;
/** Records a page; the next smaller size is tried where a page is too large. */
const PAGE_SIZES = [100, 10, 1] as const;

const text = z.nullish(z.string());
export const userSchema = z.object({ id: z.number(), name: text, role: text, locale: text });
export type User = z.infer<typeof userSchema>;

const metaSchema = z.nullish(z.object({ has_more: z.nullish(z.boolean()), after_cursor: text }));

const commentsSchema = z.object({
  comments: z.array(
    z.object({
      author_id: z.nullish(z.number()),
      plain_body: text,
      body: text,
      html_body: text,
      public: z.nullish(z.boolean()),
      created_at: text,
      via: z.nullish(z.object({ channel: z.nullish(z.union([z.string(), z.number()])) })),
    }),
  ),
  users: z.nullish(z.array(userSchema)),
  meta: metaSchema,
});

const SUPPORT_ID = 'zen:support:user_id';
const idSchema = z.nullish(z.union([z.string(), z.number()]));
const logSchema = z.object({
  events: z.array(
    z.object({
      author: z.nullish(z.object({ type: text, id: idSchema, [SUPPORT_ID]: idSchema })),
      content: z.nullish(z.object({ type: text, text, body: text })),
      metadata: z.nullish(z.object({ public: z.nullish(z.boolean()) })),
      created_at: text,
    }),
  ),
  meta: metaSchema,
});

/** One thing said, before it is known who the requester is. */
export interface Said {
  authorId: number | null;
  /** What the record itself says of its author; the role of the user decides otherwise. */
  authorType: 'agent' | 'bot' | 'user' | null;
  isPublic: boolean;
  text: string;
  at: string;
}

export interface Conversation {
  said: Said[];
  users: User[];
  /** Why the rest is missing, if it is. */
  fault: Fault | null;
}

/** How one endpoint's pages are asked for and understood. */
interface Listing<T> {
  path: string;
  schema: z.ZodMiniType<T>;
  understand: (answer: T) => Pick<Conversation, 'said' | 'users'>;
}

/** The newest comments up to the limit, oldest first. A fault keeps what was read before it. */
export async function readComments(
  api: ZendeskApi,
  page: HelpdeskPage,
  id: string,
  signal: AbortSignal,
): Promise<Conversation> {
  const listing: Listing<z.infer<typeof commentsSchema>> = {
    path: `${COMMENTS.replace('{id}', id)}?include=users&sort=-created_at`,
    schema: commentsSchema,
    understand: (answer) => ({
      said: answer.comments.map((comment) => ({
        authorId: comment.author_id ?? null,
        authorType: isMachine(comment.author_id, comment.via?.channel) ? 'bot' : null,
        isPublic: comment.public !== false,
        text: plain(comment.plain_body) || plain(comment.body) || fromHtml(page, comment.html_body),
        at: comment.created_at ?? '',
      })),
      users: answer.users ?? [],
    }),
  };
  const read = await readPages(api, page, listing, signal);
  return { ...read, said: read.said.toReversed() };
}

/** Chat messages and comments of a ticket in one stream, oldest first. */
export function readConversationLog(
  api: ZendeskApi,
  page: HelpdeskPage,
  id: string,
  signal: AbortSignal,
): Promise<Conversation> {
  const listing: Listing<z.infer<typeof logSchema>> = {
    path: `${CONVERSATION_LOG.replace('{id}', id)}?`,
    schema: logSchema,
    understand: (answer) => ({
      said: answer.events.map(({ author, content, metadata, created_at: at }) => {
        const authorId = Number(author?.[SUPPORT_ID] ?? author?.id ?? NaN);
        return {
          authorId: Number.isFinite(authorId) ? authorId : null,
          authorType: authorTypeOf(author?.type),
          isPublic: metadata?.public !== false,
          text: plain(content?.text) || fromHtml(page, content?.body),
          at: at ?? '',
        };
      }),
      users: [],
    }),
  };
  return readPages(api, page, listing, signal);
}

/** Messages in the same order, the oldest left out past the limit, with customers told from agents. */
export function toMessages(
  said: readonly Said[],
  requesterId: number | null,
  people: ReadonlyMap<number, User>,
): Message[] {
  const messages: Message[] = [];
  let length = 0;
  for (const one of said.toReversed()) {
    if (length >= TICKET_LIMIT) break;
    if (!one.text) continue;
    length += one.text.length;
    messages.push({
      author: authorOf(one, requesterId, people),
      visibility: one.isPublic ? 'public' : 'internal',
      text: one.text,
      at: one.at,
    });
  }
  return messages.reverse();
}

/** Text of a plain field, tidied and within the limit of one message. */
export function plain(text: string | null | undefined): string {
  return tidy((text ?? '').slice(0, MESSAGE_LIMIT));
}

async function readPages<T extends { meta?: z.infer<typeof metaSchema> }>(
  api: ZendeskApi,
  page: HelpdeskPage,
  { path, schema, understand }: Listing<T>,
  signal: AbortSignal,
): Promise<Conversation> {
  const read: Conversation = { said: [], users: [], fault: null };
  const sizes: number[] = [...PAGE_SIZES];
  let length = 0;
  let cursor = '';
  for (let pages = 0; pages < MOST_PAGES && length < TICKET_LIMIT;) {
    const address = `${path}&page[size]=${sizes[0]}${cursor}`;
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const answer = await api.get(page, address, schema, signal);
    if (!answer.ok) {
      if (answer.fault.detail?.['why'] === TOO_LARGE && sizes.length > 1) {
        sizes.shift();
        continue;
      }
      return { ...read, fault: answer.fault };
    }
    const { said, users } = understand(answer.value);
    read.said.push(...said);
    read.users.push(...users);
    length += said.reduce((sum, one) => sum + one.text.length, 0);
    const { has_more: hasMore, after_cursor: after } = answer.value.meta ?? {};
    if (!hasMore || !after) break;
    cursor = `&page[after]=${encodeURIComponent(after)}`;
    pages++;
  }
  return read;
}

/** Zendesk's own voice has a negative id or none; answer bots say so in `via`. */
function isMachine(id: number | null | undefined, channel: string | number | null | undefined) {
  return typeof id !== 'number' || id < 0 || /bot/i.test(String(channel ?? ''));
}

function authorTypeOf(type: string | null | undefined): Said['authorType'] {
  if (type === 'bot' || type === 'system' || type === 'trigger') return 'bot';
  return type === 'agent' || type === 'user' ? type : null;
}

function authorOf(
  { authorId, authorType }: Said,
  requesterId: number | null,
  people: ReadonlyMap<number, User>,
): Message['author'] {
  if (authorId !== null && authorId === requesterId) return 'customer';
  if (authorType === 'bot' || authorType === 'agent') return authorType;
  const role = authorId === null ? undefined : people.get(authorId)?.role;
  if (role === 'end-user') return 'customer';
  // Only a chat's own users come without a role.
  return authorType === 'user' && !role ? 'customer' : 'agent';
}

/** A parsed document of its own: nothing in it runs or loads. */
function fromHtml(page: HelpdeskPage, html: string | null | undefined): string {
  const view = page.document.defaultView;
  if (!html || !view) return '';
  const parsed = new view.DOMParser().parseFromString(
    html.slice(0, MESSAGE_LIMIT * 4),
    'text/html',
  );
  return readText(parsed.body, quotedMail, MESSAGE_LIMIT);
}

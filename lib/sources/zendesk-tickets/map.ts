/** Problem tickets as issues, macros as replies, solved tickets as past tickets. */
import { htmlToBlocks } from '@/lib/convert/html';
import { cut } from '@/lib/core/text';
import type { Block } from '@/lib/model/block';
import type { StatusCategory } from '@/lib/model/issue-facts';
import type { Item, Visibility } from '@/lib/model/item';
import { sealItem } from '@/lib/model/seal-item';
import { issueItem, type ReadingContext } from '@/lib/sources/tracker/issue-item';
import { isoOf, oneLine, words } from '@/lib/sources/tracker/fields';
import { redact } from '@/lib/sources/zendesk-tickets/redact';
import type {
  CommentRecord,
  MacroRecord,
  PersonRecord,
  TicketRecord,
} from '@/lib/sources/zendesk-tickets/records';

const TITLE_LIMIT = 300;
/** Of a long ticket: how it began, and how it ended. */
const MOST_QUESTIONS = 2;
const MOST_ANSWERS = 3;
const MESSAGE_LIMIT = 6_000;

export interface TicketContext extends ReadingContext {
  /** `https://acme.zendesk.com` */
  origin: string;
}

export function pastTicketId(sourceId: string, id: string): string {
  return `${sourceId}:past-ticket:${id}`;
}

export function replyId(sourceId: string, id: string): string {
  return `${sourceId}:reply:${id}`;
}

const CATEGORIES: Record<string, StatusCategory> = {
  new: 'open',
  open: 'open',
  pending: 'in-progress',
  hold: 'in-progress',
  solved: 'fixed',
  closed: 'fixed',
};

/** What stands beside a problem ticket. */
export interface ProblemFacts {
  /** How many tickets hang on it. */
  incidents: number;
  /** What agents call the status, where it is not one of Zendesk's own. */
  status?: string | undefined;
}

export async function mapProblem(
  record: TicketRecord,
  { incidents, status }: ProblemFacts,
  context: TicketContext,
): Promise<Item> {
  return issueItem(
    {
      id: record.id,
      key: `#${record.id}`,
      title: redact(record.subject ?? '', []),
      url: ticketAddress(record.id, context),
      blocks: textBlocks(redact(record.description ?? '', [])),
      products: [],
      labels: safeTags(record.tags),
      visibility: 'internal',
      createdAt: record.created_at,
      updatedAt: record.updated_at,
      // A word we do not know is no fix.
      category: CATEGORIES[record.status] ?? 'open',
      rawStatus: status ?? record.status,
      linkedTickets: incidents,
    },
    context,
  );
}

/** True when a solved ticket may help with the next: not merged, not complained about. */
export function isSolved({ status, tags, satisfaction_rating: rating }: TicketRecord): boolean {
  if (status !== 'solved' && status !== 'closed') return false;
  return !tags.includes('closed_by_merge') && rating?.score?.startsWith('bad') !== true;
}

/**
 * A solved ticket without personal data, or null when nobody answered in public. The customer's
 * words are a quote; the answers that ended it follow.
 */
export async function mapPastTicket(
  record: TicketRecord,
  comments: readonly CommentRecord[],
  people: readonly PersonRecord[],
  context: TicketContext,
): Promise<Item | null> {
  const names = people.map(({ name }) => name ?? '');
  const said = comments
    .filter((comment) => comment.public && comment.type !== 'VoiceComment')
    .map((comment) => ({
      isAgent: isAgent(comment, people),
      text: redact(cut(comment.plain_body ?? comment.body ?? '', MESSAGE_LIMIT), names),
    }))
    .filter(({ text }) => text !== '');
  const asked = said.filter(({ isAgent: is }) => !is).slice(0, MOST_QUESTIONS);
  const answered = said.filter(({ isAgent: is }) => is).slice(-MOST_ANSWERS);
  const title = oneLine(redact(record.subject ?? '', names), TITLE_LIMIT);
  if (answered.length === 0 || title === '') return null;
  const question = asked.flatMap(({ text }) => textBlocks(text));
  return sealItem({
    id: pastTicketId(context.sourceId, record.id),
    sourceId: context.sourceId,
    kind: 'past-ticket',
    key: `#${record.id}`,
    title,
    url: ticketAddress(record.id, context),
    locale: context.languageOf([title, ...said.map(({ text }) => text)].join('\n').slice(0, 2_000)),
    products: [],
    labels: safeTags(record.tags),
    visibility: 'internal',
    updatedAt: isoOf(record.updated_at),
    syncedAt: context.syncedAt,
    blocks: [
      ...(question.length === 0 ? [] : [{ type: 'quote', blocks: question } satisfies Block]),
      ...answered.flatMap(({ text }) => textBlocks(text)),
    ],
  });
}

/** Who is not known is taken for a customer: their words are not offered as an answer. */
function isAgent({ author_id: id }: CommentRecord, people: readonly PersonRecord[]): boolean {
  const role = people.find((person) => person.id === id)?.role ?? 'end-user';
  return role === 'agent' || role === 'admin';
}

/** A macro that writes a comment, or null for one that only sets fields. */
export async function mapMacro(record: MacroRecord, context: TicketContext): Promise<Item | null> {
  const blocks = macroBlocks(record);
  const path = (record.title ?? '').split('::').map((part) => part.trim());
  const title = oneLine(path.join(' › '), TITLE_LIMIT);
  if (blocks.length === 0 || title === '' || record.active === false) return null;
  return sealItem({
    id: replyId(context.sourceId, record.id),
    sourceId: context.sourceId,
    kind: 'reply',
    title,
    url: `${context.origin}/admin/workspaces/agent-workspace/macros/${record.id}`,
    locale: context.languageOf(`${title}\n${JSON.stringify(blocks).slice(0, 2_000)}`),
    products: [],
    labels: words(path.slice(0, -1)),
    visibility: macroVisibility(record),
    updatedAt: isoOf(record.updated_at),
    syncedAt: context.syncedAt,
    blocks,
  });
}

/** The formatted text where there is one. A value may be a list: the channel, then the text. */
function macroBlocks({ actions }: MacroRecord): Block[] {
  const html = actions.find(({ field }) => field === 'comment_value_html');
  if (html !== undefined) return htmlToBlocks(textOf(html.value));
  const plain = actions.filter(({ field }) => field === 'comment_value');
  return plain.flatMap(({ value }) => textBlocks(textOf(value)));
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return textOf(value.at(-1));
  return typeof value === 'string' ? value : '';
}

/** What is written for customers may be read by them, but for macros of some agents only. */
function macroVisibility({ restriction, actions }: MacroRecord): Visibility {
  if (restriction === undefined) return 'unknown';
  if (restriction !== null) return 'restricted';
  const mode = actions.find(({ field }) => field === 'comment_mode_is_public');
  return mode === undefined || String(textOf(mode.value) || mode.value) === 'true'
    ? 'public'
    : 'internal';
}

/** Tags that name somebody's account or address stay behind. */
function safeTags(tags: readonly string[]): string[] {
  return words(tags.filter((tag) => tag.length <= 40 && redact(tag, []) === tag)).slice(0, 20);
}

/** Paragraphs of plain text. */
function textBlocks(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ type: 'paragraph', text: [{ text: paragraph }] }));
}

function ticketAddress(id: string, { origin }: TicketContext): string {
  return `${origin}/agent/tickets/${encodeURIComponent(id)}`;
}

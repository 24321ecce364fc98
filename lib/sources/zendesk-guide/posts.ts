/** The community's posts: a page read with its answers, a page listed. */
import type { Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import { hasReached, type LegPage } from '@/lib/sources/legs';
import { readRows } from '@/lib/sources/read-json';
import type { ZendeskLists } from '@/lib/sources/zendesk/api';
import type { GuideReading } from '@/lib/sources/zendesk-guide/articles';
import { mapPost, postItemId, type GuideContext } from '@/lib/sources/zendesk-guide/map';
import {
  commentPageSchema,
  commentSchema,
  postPageSchema,
  postSchema,
  topicPageSchema,
  type CommentRecord,
  type PostPage,
  type PostRecord,
} from '@/lib/sources/zendesk-guide/records';

/** Each post with comments costs a request more. */
const POSTS_A_PAGE = 10;
const POSTS_A_SWEEP_PAGE = 100;
const COMMENTS_A_PAGE = 100;

/** A new answer need not move a post's own time: such posts are found by their activity. */
export type PostOrder = 'updated_at' | 'recent_activity';

export async function readPosts(
  reading: GuideReading,
  order: PostOrder,
  page: string | null,
  since: string | null,
): Promise<Result<LegPage>> {
  const { lists } = reading;
  const answer = await readPostPage(lists, order, page, POSTS_A_PAGE);
  if (!answer.ok) return orNoCommunity(lists, answer.fault, { ...EMPTY, next: null });
  const { value, next } = answer.value;
  const isClosed = value.topics.some((topic) => (topic.user_segment_id ?? null) !== null);
  const context = await reading.context(isClosed);
  if (!context.ok) return context;
  const from = order === 'updated_at' ? since : null;
  const items = await toPostItems(lists, value, from, context.value);
  if (!items.ok) return items;
  const { updated, touched, ...found } = items.value;
  // Votes and pins move posts in this order, too: a page on which nothing was written ends it.
  const isThrough =
    order === 'updated_at'
      ? hasReached(updated, since)
      : touched.every((at) => isBefore(at, since));
  return ok({ ...found, next: isThrough ? null : next });
}

/** Item ids on a page. */
export async function listPosts(
  { lists, sourceId }: GuideReading,
  page: string | null,
): Promise<Result<{ ids: string[]; next: string | null }>> {
  const posts = await readPostPage(lists, 'updated_at', page, POSTS_A_SWEEP_PAGE);
  if (!posts.ok) return orNoCommunity(lists, posts.fault, { ids: [], next: null });
  const { rows } = readRows(posts.value.value.posts, postSchema);
  const ids = rows.filter(isKnowledge).map((post) => postItemId(sourceId, post.id));
  return ok({ ids, next: posts.value.next });
}

const EMPTY = { upserts: [], deletes: [], skipped: [] };

function isBefore(time: string, since: string | null): boolean {
  return since !== null && Date.parse(time) < Date.parse(since);
}

function readPostPage(lists: ZendeskLists, order: PostOrder, page: string | null, size: number) {
  return lists.list(
    {
      path: '/api/v2/community/posts.json',
      parameters: { sort_by: order, include: 'topics' },
      size,
      why: 'community posts',
    },
    postPageSchema,
    page,
  );
}

interface PostItems extends Pick<LegPage, 'upserts' | 'deletes' | 'skipped'> {
  /** When each post was changed, and when it or an answer was written. */
  updated: string[];
  touched: string[];
}

/** The posts of a page that were changed since `from`, with their answers. */
async function toPostItems(
  lists: ZendeskLists,
  page: PostPage,
  from: string | null,
  context: GuideContext,
): Promise<Result<PostItems>> {
  const { rows, skipped } = readRows(page.posts, postSchema);
  const upserts: Item[] = [];
  const deletes: string[] = [];
  const touched: string[] = [];
  for (const post of rows.filter((row) => !isBefore(row.updated_at, from))) {
    // oxlint-disable-next-line no-await-in-loop -- one request at a time
    const comments = await readComments(lists, post);
    if (!comments.ok) return comments;
    if (comments.value === null) {
      skipped.push({ where: post.html_url ?? post.id, why: 'gone' });
      continue;
    }
    touched.push(lastTouched(post, comments.value));
    const topic = page.topics.find(({ id }) => id === post.topic_id);
    // oxlint-disable-next-line no-await-in-loop -- in order
    if (isKnowledge(post)) upserts.push(await mapPost(post, comments.value, topic, context));
    else deletes.push(postItemId(context.sourceId, post.id));
  }
  return ok({ upserts, deletes, skipped, updated: rows.map((row) => row.updated_at), touched });
}

/**
 * Whether the account has a community at all, for us: where it has none, its lists are refused like
 * those of a stranger.
 */
async function hasCommunity(lists: ZendeskLists): Promise<Result<boolean>> {
  const path = '/api/v2/community/topics.json?page%5Bsize%5D=1';
  const answer = await lists.get(path, topicPageSchema, 'is there a community');
  if (answer.ok) return ok(true);
  const isRefused = answer.fault.kind === 'forbidden' || answer.fault.kind === 'not-found';
  return isRefused ? ok(false) : answer;
}

/** A refusal stands, unless there is no community that could be read. */
async function orNoCommunity<T>(lists: ZendeskLists, fault: Fault, none: T): Promise<Result<T>> {
  if (fault.kind !== 'forbidden' && fault.kind !== 'not-found') return fail(fault);
  const found = await hasCommunity(lists);
  if (!found.ok) return found;
  return found.value ? fail(fault) : ok(none);
}

/** Posts that nobody answered or judged tell nothing. */
function isKnowledge({ title, status, comment_count: count }: PostRecord): boolean {
  return (title ?? '').trim() !== '' && ((count ?? 0) > 0 || (status ?? '') !== '');
}

async function readComments(
  lists: ZendeskLists,
  post: PostRecord,
): Promise<Result<CommentRecord[] | null>> {
  if ((post.comment_count ?? 0) === 0) return ok([]);
  const answer = await lists.list(
    {
      path: `/api/v2/community/posts/${encodeURIComponent(post.id)}/comments.json`,
      size: COMMENTS_A_PAGE,
      why: 'answers to a post',
    },
    commentPageSchema,
    null,
  );
  if (answer.ok) return ok(readRows(answer.value.value.comments, commentSchema).rows);
  // Deleted since it was listed: the sweep will take it away.
  return answer.fault.kind === 'not-found' ? ok(null) : fail(answer.fault);
}

/** A new answer need not move the post's own time. */
function lastTouched(post: PostRecord, comments: readonly CommentRecord[]): string {
  const times = [
    post.updated_at,
    ...comments.map(({ updated_at, created_at }) => updated_at ?? created_at),
  ];
  return times.reduce((latest, time) => (Date.parse(time) > Date.parse(latest) ? time : latest));
}

/** The lists a help centre is read by: articles of each locale, and the community's posts. */
import type * as z from 'zod/mini';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { Choice } from '@/lib/sources/contract';
import type { LegPage } from '@/lib/sources/legs';
import { readRows } from '@/lib/sources/read-json';
import { words } from '@/lib/sources/tracker/fields';
import type { ListPage, ZendeskLists } from '@/lib/sources/zendesk/api';
import { mapPost, postItemId, type GuideContext } from '@/lib/sources/zendesk-guide/map';
import {
  articlePageSchema,
  commentPageSchema,
  commentSchema,
  postPageSchema,
  postSchema,
  sectionPageSchema,
  sectionSchema,
  segmentPageSchema,
  segmentSchema,
  topicPageSchema,
  type ArticlePage,
  type ArticleRecord,
  type CommentRecord,
  type PostPage,
  type PostRecord,
  type SegmentRecord,
} from '@/lib/sources/zendesk-guide/records';

const ARTICLES_A_PAGE = 100;
/** Each post with comments costs a request more. */
const POSTS_A_PAGE = 10;
const COMMENTS_A_PAGE = 100;

/** The orders that articles are listed in: a new text moves the one, a new section the other. */
export type ArticleOrder = 'updated_at' | 'edited_at';
export type PostOrder = 'updated_at' | 'recent_activity';

/** Newest first, so that a later reading can stop at what it knows. */
export function readArticlePage(
  lists: ZendeskLists,
  locale: string,
  order: ArticleOrder,
  page: string | null,
): Promise<Result<ListPage<ArticlePage>>> {
  return lists.list(
    {
      path: `/api/v2/help_center/${encodeURIComponent(locale)}/articles.json`,
      parameters: { sort_by: order, sort_order: 'desc', include: 'sections,categories' },
      size: ARTICLES_A_PAGE,
      why: 'articles',
    },
    articlePageSchema,
    page,
  );
}

/** Drafts, and sections that were not chosen, are no items. */
export function isOurs(record: ArticleRecord, sections: readonly string[]): boolean {
  if (record.draft === true || (record.title ?? record.name ?? '').trim() === '') return false;
  return sections.length === 0 || sections.includes(record.section_id ?? '');
}

/** True when an article is not for everyone, so that its segments must be known. */
export function hasSegments({ user_segment_id: first, user_segment_ids: more }: ArticleRecord) {
  return (first ?? null) !== null || more.length > 0;
}

export function readPostPage(
  lists: ZendeskLists,
  order: PostOrder,
  page: string | null,
  size = POSTS_A_PAGE,
) {
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

/** User segments by id; null when we may not ask. */
export async function readSegments(
  lists: ZendeskLists,
): Promise<Result<Map<string, SegmentRecord> | null>> {
  const found = new Map<string, SegmentRecord>();
  for (let page: string | null = null; ;) {
    const query = {
      path: '/api/v2/help_center/user_segments.json',
      size: 100,
      why: 'who may read',
    };
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const answer: Result<ListPage<{ user_segments: unknown[] }>> = await lists.list(
      query,
      segmentPageSchema,
      page,
    );
    if (!answer.ok) {
      const isRefused = answer.fault.kind === 'forbidden' || answer.fault.kind === 'not-found';
      return isRefused ? ok(null) : answer;
    }
    const { rows } = readRows(answer.value.value.user_segments, segmentSchema, 'user segments');
    for (const segment of rows) found.set(segment.id, segment);
    page = answer.value.next;
    if (page === null) return ok(found);
  }
}

/** The posts of a page with their answers, as items; `times`: when each was last written to. */
export async function toPostItems(
  lists: ZendeskLists,
  order: PostOrder,
  page: PostPage,
  context: GuideContext,
): Promise<Result<Pick<LegPage, 'upserts' | 'deletes' | 'skipped'> & { times: string[] }>> {
  const { rows, skipped } = readRows(page.posts, postSchema, 'posts');
  const upserts: Item[] = [];
  const deletes: string[] = [];
  const times: string[] = [];
  for (const post of rows) {
    // oxlint-disable-next-line no-await-in-loop -- one request at a time
    const comments = await readComments(lists, post);
    if (!comments.ok) return comments;
    times.push(order === 'updated_at' ? post.updated_at : lastTouched(post, comments.value));
    const topic = page.topics.find(({ id }) => id === post.topic_id);
    // oxlint-disable-next-line no-await-in-loop -- in order
    if (isKnowledge(post)) upserts.push(await mapPost(post, comments.value, topic, context));
    else deletes.push(postItemId(context.sourceId, post.id));
  }
  return ok({ upserts, deletes, skipped, times });
}

/**
 * Whether the account has a community at all, for us: where it has none, its lists are refused like
 * those of a stranger.
 */
export async function hasCommunity(lists: ZendeskLists): Promise<Result<boolean>> {
  const path = '/api/v2/community/topics.json?page%5Bsize%5D=1';
  const answer = await lists.get(path, topicPageSchema, 'is there a community');
  if (answer.ok) return ok(true);
  const isRefused = answer.fault.kind === 'forbidden' || answer.fault.kind === 'not-found';
  return isRefused ? ok(false) : answer;
}

/** Posts that nobody answered or judged tell nothing. */
export function isKnowledge({ title, status, comment_count: count }: PostRecord): boolean {
  return (title ?? '').trim() !== '' && ((count ?? 0) > 0 || (status ?? '') !== '');
}

async function readComments(
  lists: ZendeskLists,
  post: PostRecord,
): Promise<Result<CommentRecord[]>> {
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
  if (answer.ok) return ok(readRows(answer.value.value.comments, commentSchema, 'comments').rows);
  // Deleted since it was listed: the sweep will take it away.
  return answer.fault.kind === 'not-found' ? ok([]) : fail(answer.fault);
}

/** A new answer need not move the post's own time. */
function lastTouched(post: PostRecord, comments: readonly CommentRecord[]): string {
  const times = [
    post.updated_at,
    ...comments.map(({ updated_at, created_at }) => updated_at ?? created_at),
  ];
  return times.reduce((latest, time) => (Date.parse(time) > Date.parse(latest) ? time : latest));
}

/** Sections to choose from, as `Category › Section`, named in one locale. */
export async function readSections(lists: ZendeskLists, locale: string): Promise<Result<Choice[]>> {
  const choices: Choice[] = [];
  const path = `/api/v2/help_center/${encodeURIComponent(locale)}/sections.json`;
  const query = { path, parameters: { include: 'categories' }, size: 100, why: 'sections' };
  for (let page: string | null = null; ;) {
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const answer: Result<ListPage<z.infer<typeof sectionPageSchema>>> = await lists.list(
      query,
      sectionPageSchema,
      page,
    );
    if (!answer.ok) return answer;
    const { sections, categories } = answer.value.value;
    for (const { id, name, category_id } of readRows(sections, sectionSchema, 'sections').rows) {
      const category = categories.find((each) => each.id === category_id)?.name;
      choices.push({ setting: 'sections', id, name: words([category, name]).join(' › ') || id });
    }
    page = answer.value.next;
    if (page === null) return ok(choices);
  }
}

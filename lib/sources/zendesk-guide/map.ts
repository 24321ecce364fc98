/** Zendesk's articles and community posts as items. */
import { htmlToBlocks } from '@/lib/convert/html';
import { webAddress } from '@/lib/core/url';
import type { Block } from '@/lib/model/block';
import { OUTDATED_LABEL, type Item, type Visibility } from '@/lib/model/item';
import { sealItem } from '@/lib/model/seal-item';
import { isoOf, oneLine, words } from '@/lib/sources/tracker/fields';
import type {
  ArticlePage,
  ArticleRecord,
  CommentRecord,
  PostRecord,
  SegmentRecord,
  TopicRecord,
} from '@/lib/sources/zendesk-guide/records';
import type { ZendeskGuideSettings } from '@/lib/sources/zendesk-guide/settings';

const TITLE_LIMIT = 500;
/** Of a long discussion, the best answers. */
const MOST_COMMENTS = 5;

/** The same for all records of one step. */
export interface GuideContext {
  sourceId: string;
  settings: Pick<ZendeskGuideSettings, 'origin' | 'access'>;
  /** ISO 8601: when the records were read. */
  syncedAt: string;
  /** By id; null where we may not ask for them. */
  segments: ReadonlyMap<string, SegmentRecord> | null;
  languageOf(text: string): string;
}

export function articleItemId(sourceId: string, id: string, locale: string): string {
  return `${sourceId}:article:${id}:${locale}`;
}

export function postItemId(sourceId: string, id: string): string {
  return `${sourceId}:thread:${id}`;
}

/** An article in one locale. */
export async function mapArticle(
  record: ArticleRecord,
  locale: string,
  page: Pick<ArticlePage, 'sections' | 'categories'>,
  context: GuideContext,
): Promise<Item> {
  const { origin } = context.settings;
  const url = pageAddress(record.html_url, `${origin}/hc/${locale}/articles/${record.id}`);
  const section = page.sections.find(({ id }) => id === record.section_id);
  const category = page.categories.find(({ id }) => id === section?.category_id);
  const isOutdated = record.outdated === true || record.outdated_locales.includes(locale);
  return sealItem({
    id: articleItemId(context.sourceId, record.id, locale),
    sourceId: context.sourceId,
    kind: 'article',
    title: oneLine(record.title ?? record.name ?? '', TITLE_LIMIT),
    url,
    locale,
    products: [],
    labels: words([
      category?.name,
      section?.name,
      ...record.label_names,
      isOutdated ? OUTDATED_LABEL : null,
    ]),
    visibility: visibilityOf(segmentsOf(record), context),
    updatedAt: isoOf(record.edited_at ?? record.updated_at),
    syncedAt: context.syncedAt,
    blocks: htmlToBlocks(record.body ?? '', { baseUrl: url }),
  });
}

/** A post with its answers: the official one first, then those with the most votes. */
export async function mapPost(
  record: PostRecord,
  comments: readonly CommentRecord[],
  topic: TopicRecord | undefined,
  context: GuideContext,
): Promise<Item> {
  const url = pageAddress(
    record.html_url,
    `${context.settings.origin}/hc/community/posts/${record.id}`,
  );
  const answers = bestFirst(comments).slice(0, MOST_COMMENTS);
  const question = communityBlocks(record.details, url);
  const title = oneLine(record.title ?? '', TITLE_LIMIT);
  const isOfficial = answers[0]?.official === true;
  return sealItem({
    id: postItemId(context.sourceId, record.id),
    sourceId: context.sourceId,
    kind: 'thread',
    title,
    url,
    locale: context.languageOf(`${title}\n${record.details ?? ''}`),
    products: [],
    labels: words([topic?.name, record.status, isOfficial ? 'official answer' : null]),
    visibility: postVisibility(topic, context),
    updatedAt: isoOf(record.updated_at),
    syncedAt: context.syncedAt,
    blocks: [
      ...(question.length === 0 ? [] : [{ type: 'quote', blocks: question } satisfies Block]),
      ...answers.flatMap(({ body }) => communityBlocks(body, url)),
    ],
  });
}

function bestFirst(comments: readonly CommentRecord[]): CommentRecord[] {
  const rank = ({ official, vote_sum: votes }: CommentRecord) =>
    (official === true ? 1_000_000 : 0) + Math.min(votes ?? 0, 999_999);
  return comments.toSorted((a, b) => rank(b) - rank(a) || compare(a.created_at, b.created_at));
}

function compare(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b);
}

/** Mentions are written as an element around a person's number. */
function communityBlocks(html: string | null | undefined, baseUrl: string): Block[] {
  const text = (html ?? '').replace(/<x-zendesk-user>[^<]{0,40}<\/x-zendesk-user>/gi, '');
  return htmlToBlocks(text, { baseUrl });
}

/** Ids of the segments that may read it; null where the record does not say. */
function segmentsOf(record: ArticleRecord): string[] | null {
  const { user_segment_id: first, user_segment_ids: more } = record;
  if (first === undefined && more.length === 0) return null;
  return [...new Set([...(first === undefined || first === null ? [] : [first]), ...more])];
}

/** What a server shows to nobody in particular is public; a segment hides what is in it. */
function visibilityOf(segments: readonly string[] | null, context: GuideContext): Visibility {
  if (context.settings.access === 'public') return 'public';
  if (segments === null) return 'unknown';
  if (segments.length === 0) return 'public';
  const found = segments.map((id) => segmentVisibility(context.segments?.get(id)));
  // Whoever is in any one of them may read it.
  return found.find((visibility) => visibility === 'internal') ?? found[0] ?? 'unknown';
}

/** All of the staff, or all who are signed in: the team may know it. Anything narrower is restricted. */
function segmentVisibility(segment: SegmentRecord | undefined): Visibility {
  if (segment === undefined) return 'unknown';
  const { group_ids, organization_ids, tags, or_tags } = segment;
  const isNarrow = [group_ids, organization_ids, tags, or_tags].some((list) => list.length > 0);
  return isNarrow ? 'restricted' : 'internal';
}

function postVisibility(topic: TopicRecord | undefined, context: GuideContext): Visibility {
  const segment = topic?.user_segment_id;
  if (segment === undefined) return visibilityOf(null, context);
  return visibilityOf(segment === null ? [] : [segment], context);
}

function pageAddress(given: string | null | undefined, otherwise: string): string {
  const address = webAddress(given ?? '');
  return address?.startsWith('https:') === true ? address : otherwise;
}

/** Articles of a help centre in one locale: a page read, a page listed. */
import { ok, type Result } from '@/lib/core/result';
import type { ConnectorPorts } from '@/lib/sources/contract';
import { hasReached, type LegPage } from '@/lib/sources/legs';
import { readRows } from '@/lib/sources/read-json';
import type { ListPage, ZendeskLists } from '@/lib/sources/zendesk/api';
import { articleItemId, mapArticle, type GuideContext } from '@/lib/sources/zendesk-guide/map';
import {
  articlePageSchema,
  articleSchema,
  type ArticlePage,
  type ArticleRecord,
} from '@/lib/sources/zendesk-guide/records';
import type { ZendeskGuideSettings } from '@/lib/sources/zendesk-guide/settings';
import { mapEach } from '@/lib/sources/map-each';

/** The largest page there is. */
const ARTICLES_A_PAGE = 100;
/** Lists come with whole texts, and mostly little has changed. */
const CHANGES_A_PAGE = 20;

/** The orders that articles are listed in: a new text moves the one, a new section the other. */
export type ArticleOrder = 'updated_at' | 'edited_at';

/** What a step of reading needs, whatever it reads. */
export interface GuideReading extends Pick<ConnectorPorts, 'giveWay'> {
  lists: ZendeskLists;
  sourceId: string;
  settings: ZendeskGuideSettings;
  /** `needsSegments`: something on the page is not for everyone. */
  context(needsSegments: boolean): Promise<Result<GuideContext>>;
}

/** One list: the locale, and its order. */
export interface ArticleList {
  locale: string;
  order: ArticleOrder;
}

export async function readArticles(
  { lists, sourceId, settings, ...reading }: GuideReading,
  { locale, order }: ArticleList,
  page: string | null,
  since: string | null,
): Promise<Result<LegPage>> {
  const size = since === null ? ARTICLES_A_PAGE : CHANGES_A_PAGE;
  const answer = await readArticlePage(lists, { locale, order }, size, page);
  if (!answer.ok) return answer;
  const { value, next } = answer.value;
  const { rows, skipped } = readRows(value.articles, articleSchema);
  const context = await reading.context(rows.some(hasSegments));
  if (!context.ok) return context;
  const ours = rows.filter((record) => isOurs(record, settings.sections));
  const others = rows.filter((record) => !isOurs(record, settings.sections));
  const upserts = await mapEach(reading, ours, (record) =>
    mapArticle(record, locale, value, context.value),
  );
  const deletes = others.map(({ id }) => articleItemId(sourceId, id, locale));
  const times = rows.map((row) => row[order] ?? row.updated_at);
  return ok({ upserts, deletes, skipped, next: hasReached(times, since) ? null : next });
}

/** Item ids on a page. */
export async function listArticles(
  { lists, sourceId, settings }: GuideReading,
  { locale, order }: ArticleList,
  page: string | null,
): Promise<Result<{ ids: string[]; next: string | null }>> {
  const answer = await readArticlePage(lists, { locale, order }, ARTICLES_A_PAGE, page);
  if (!answer.ok) return answer;
  const { rows } = readRows(answer.value.value.articles, articleSchema);
  const ours = rows.filter((record) => isOurs(record, settings.sections));
  const ids = ours.map((record) => articleItemId(sourceId, record.id, locale));
  return ok({ ids, next: answer.value.next });
}

/** Newest first, so that a later reading can stop at what it knows. */
function readArticlePage(
  lists: ZendeskLists,
  { locale, order }: ArticleList,
  size: number,
  page: string | null,
): Promise<Result<ListPage<ArticlePage>>> {
  return lists.list(
    {
      path: `/api/v2/help_center/${encodeURIComponent(locale)}/articles.json`,
      parameters: { sort_by: order, sort_order: 'desc', include: 'sections,categories' },
      size,
      why: 'articles',
    },
    articlePageSchema,
    page,
  );
}

/** Drafts, and sections that were not chosen, are no items. */
function isOurs(record: ArticleRecord, sections: readonly string[]): boolean {
  if (record.draft === true || (record.title ?? record.name ?? '').trim() === '') return false;
  return sections.length === 0 || sections.includes(record.section_id ?? '');
}

/** True when an article is not for everyone, so that its segments must be known. */
function hasSegments({ user_segment_id: first, user_segment_ids: more }: ArticleRecord) {
  return (first ?? null) !== null || more.length > 0;
}

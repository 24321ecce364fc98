/** Intercom's articles as items: one for each language. */
import { htmlToBlocks } from '@/lib/convert/html';
import { webAddress } from '@/lib/core/url';
import type { Item, Visibility } from '@/lib/model/item';
import { sealItem } from '@/lib/model/seal-item';
import type { ArticleRecord, ContentRecord } from '@/lib/sources/intercom/records';
import type { IntercomSettings } from '@/lib/sources/intercom/settings';
import { oneLine, words } from '@/lib/sources/tracker/fields';

const TITLE_LIMIT = 500;

export interface IntercomContext {
  sourceId: string;
  settings: Pick<IntercomSettings, 'everyoneReads'>;
  /** Names of collections by id. */
  collections: ReadonlyMap<string, string>;
  /** ISO 8601: when the records were read. */
  syncedAt: string;
  languageOf(text: string): string;
}

export function articleItemId(sourceId: string, id: string, locale: string): string {
  return `${sourceId}:article:${id}:${locale}`;
}

/** The published languages of an article as items; ids of the others. */
export async function mapArticle(
  record: ArticleRecord,
  context: IntercomContext,
): Promise<{ upserts: Item[]; deletes: string[] }> {
  const upserts: Item[] = [];
  const deletes: string[] = [];
  for (const [locale, content] of contentsOf(record, context)) {
    const isShown = content.state === 'published' && (content.title ?? '').trim() !== '';
    // oxlint-disable-next-line no-await-in-loop -- in order
    if (isShown) upserts.push(await mapContent(record, locale, content, context));
    else deletes.push(articleItemId(context.sourceId, record.id, locale));
  }
  return { upserts, deletes };
}

/** The article's own content is that of its default language. */
function contentsOf(record: ArticleRecord, context: IntercomContext): Map<string, ContentRecord> {
  const text = `${record.title ?? ''}\n${record.body ?? ''}`;
  const own = record.default_locale ?? context.languageOf(text);
  const contents = new Map<string, ContentRecord>([[own, record]]);
  for (const { locale, content } of record.translated_content) {
    if (locale !== own) contents.set(locale, content);
  }
  return contents;
}

async function mapContent(
  record: ArticleRecord,
  locale: string,
  content: ContentRecord,
  context: IntercomContext,
): Promise<Item> {
  const address = webAddress(content.url ?? '');
  const isOnline = address?.startsWith('https:') === true;
  const url = isOnline ? address : `https://app.intercom.com/a/articles/${record.id}`;
  const parents = new Set([...record.parent_ids, record.parent_id ?? '']);
  return sealItem({
    id: articleItemId(context.sourceId, record.id, locale),
    sourceId: context.sourceId,
    kind: 'article',
    title: oneLine(content.title ?? '', TITLE_LIMIT),
    url,
    locale,
    products: [],
    labels: words([...parents].map((id) => context.collections.get(id))),
    visibility: visibilityOf(isOnline, context),
    updatedAt: new Date((content.updated_at ?? record.updated_at) * 1000).toISOString(),
    syncedAt: context.syncedAt,
    blocks: htmlToBlocks(content.body ?? '', { baseUrl: url }),
  });
}

/** Published, but in no collection: then no visitor finds it. */
function visibilityOf(isOnline: boolean, { settings }: IntercomContext): Visibility {
  if (!isOnline) return 'internal';
  return settings.everyoneReads ? 'public' : 'unknown';
}

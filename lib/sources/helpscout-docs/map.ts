/** Help Scout's articles as items. */
import { blocksText } from '@/lib/convert/block-text';
import { htmlToBlocks } from '@/lib/convert/html';
import { webAddress } from '@/lib/core/url';
import type { Item, Visibility } from '@/lib/model/item';
import { sealItem } from '@/lib/model/seal-item';
import type {
  ArticleRecord,
  CollectionRecord,
  RefRecord,
  SiteRecord,
} from '@/lib/sources/helpscout-docs/records';
import { isoOf, oneLine, words } from '@/lib/sources/tracker/fields';

const TITLE_LIMIT = 500;
const LONG_AGO = '1970-01-01T00:00:00Z';

/** The collection an article is in, which alone says who may read it. */
export interface Shelf {
  id: string;
  name: string;
  visibility: Visibility;
}

export interface DocsContext {
  sourceId: string;
  /** ISO 8601: when the records were read. */
  syncedAt: string;
  languageOf(text: string): string;
}

export function docsItemId(sourceId: string, id: string): string {
  return `${sourceId}:article:${id}`;
}

/** Public only where the collection and the site are; a word we do not know is not taken for it. */
export function shelfOf(record: CollectionRecord, sites: readonly SiteRecord[]): Shelf {
  return { id: record.id, name: record.name ?? '', visibility: visibilityOf(record, sites) };
}

function visibilityOf(record: CollectionRecord, sites: readonly SiteRecord[]): Visibility {
  if (record.visibility === 'private') return 'internal';
  if (record.visibility !== 'public') return 'unknown';
  const site = sites.find(({ id }) => id === record.siteId);
  if (site === undefined || typeof site.hasPublicSite !== 'boolean') return 'unknown';
  return site.hasPublicSite && site.status !== 'inactive' ? 'public' : 'internal';
}

/** When an article was last touched: drafts move `updatedAt` alone. */
export function touchedAt(record: RefRecord | ArticleRecord): string {
  const { createdAt, updatedAt, lastPublishedAt } = record;
  const times = [createdAt, updatedAt, lastPublishedAt].map((time) => time ?? LONG_AGO);
  return times.reduce((a, b) => (Date.parse(a) < Date.parse(b) ? b : a));
}

export async function mapArticle(
  record: ArticleRecord,
  shelf: Shelf,
  context: DocsContext,
): Promise<Item> {
  const url = addressOf(record, shelf);
  const title = oneLine(record.name ?? '', TITLE_LIMIT);
  const blocks = htmlToBlocks(record.text ?? '', { baseUrl: url });
  const { createdAt, updatedAt, lastPublishedAt } = record;
  return sealItem({
    id: docsItemId(context.sourceId, record.id),
    sourceId: context.sourceId,
    kind: 'article',
    title,
    url,
    locale: context.languageOf(`${title}\n${blocksText(blocks.slice(0, 20)).slice(0, 2_000)}`),
    products: [],
    labels: words([shelf.name, ...record.keywords]),
    visibility: shelf.visibility,
    // What readers see changed when it was published.
    updatedAt: isoOf(lastPublishedAt ?? updatedAt ?? createdAt ?? LONG_AGO),
    syncedAt: context.syncedAt,
    blocks,
  });
}

/** Articles of private collections have no page of their own; the team edits them here. */
function addressOf({ id, publicUrl }: ArticleRecord, shelf: Shelf): string {
  const address = webAddress(publicUrl ?? '');
  if (address?.startsWith('https:') === true && shelf.visibility === 'public') return address;
  const [collection, article] = [shelf.id, id].map((part) => encodeURIComponent(part));
  return `https://secure.helpscout.net/docs/${collection}/article/${article}`;
}

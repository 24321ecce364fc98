/** A wiki page as an item. */
import { htmlToBlocks } from '@/lib/convert/html';
import type { Item, Visibility } from '@/lib/model/item';
import { sealItem } from '@/lib/model/seal-item';
import type { PageRecord } from '@/lib/sources/mediawiki/records';

const MOST_LABELS = 50;

/** The same for all pages of one reading. */
export interface MapContext {
  sourceId: string;
  /** ISO 8601. */
  syncedAt: string;
  visibility: Visibility;
  languageOf: (text: string) => string;
}

/** Page ids are kept when pages move, and when they are deleted and restored. */
export function itemIdOf(sourceId: string, pageid: number): string {
  return `${sourceId}:article:${pageid}`;
}

/** `html` is the page as readers see it. */
export async function mapPage(page: PageRecord, html: string, context: MapContext): Promise<Item> {
  const { sourceId, syncedAt, visibility, languageOf } = context;
  return sealItem({
    id: itemIdOf(sourceId, page.pageid),
    sourceId,
    kind: 'article',
    title: page.title,
    url: page.fullurl,
    locale: page.pagelanguage ?? languageOf(page.title),
    products: [],
    labels: labelsOf(page),
    visibility,
    updatedAt: page.revisions?.[0]?.timestamp ?? syncedAt,
    syncedAt,
    blocks: htmlToBlocks(html, { baseUrl: page.fullurl }),
  });
}

/** Names of categories without the namespace, whose word differs with the wiki's language. */
function labelsOf({ categories = [] }: PageRecord): string[] {
  const names = categories.map(({ title }) => title.slice(title.indexOf(':') + 1));
  return [...new Set(names)].slice(0, MOST_LABELS);
}

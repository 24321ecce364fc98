/** A page of a site as an item. */
import { blocksText } from '@/lib/convert/block-text';
import type { Item } from '@/lib/model/item';
import { sealItem } from '@/lib/model/seal-item';
import type { PageText } from '@/lib/sources/site/read-page';
import type { ListedPage } from '@/lib/sources/site/site-map';

/** Enough of a text to tell its language. */
const SAMPLE_CHARACTERS = 2_000;

/** The same for all pages of one reading. */
export interface MapContext {
  sourceId: string;
  /** ISO 8601. */
  syncedAt: string;
  languageOf: (text: string) => string;
  /** Part of the site that an address stands in; '' for none. */
  sectionOf: (url: string) => string;
}

export function itemIdOf(sourceId: string, key: string): string {
  return `${sourceId}:article:${key}`;
}

/** Read without signing in, so everyone may read it. */
export async function mapPage(
  page: ListedPage,
  text: PageText,
  context: MapContext,
): Promise<Item> {
  const { sourceId, syncedAt, languageOf, sectionOf } = context;
  const { title, blocks, locale, url, version } = text;
  const sample = (): string => `${title}\n${blocksText(blocks).slice(0, SAMPLE_CHARACTERS)}`;
  return sealItem({
    id: itemIdOf(sourceId, page.key),
    sourceId,
    kind: 'article',
    title,
    url,
    locale: locale === '' ? languageOf(sample()) : locale,
    products: [],
    labels: [sectionOf(page.url), version ?? ''].filter((label) => label !== ''),
    visibility: 'public',
    updatedAt: page.lastmod === '' ? text.modified : new Date(page.lastmod).toISOString(),
    syncedAt,
    blocks,
  });
}

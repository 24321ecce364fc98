/** A Confluence page as an item. */
import { adfToBlocks } from '@/lib/convert/adf';
import { blocksText } from '@/lib/convert/block-text';
import { storageToBlocks } from '@/lib/convert/storage';
import type { Block } from '@/lib/model/block';
import type { Item, Visibility } from '@/lib/model/item';
import { sealItem } from '@/lib/model/seal-item';
import type { PageFacts } from '@/lib/sources/confluence/page-facts';
import type { PageRecord } from '@/lib/sources/confluence/records';

const SAMPLE_CHARACTERS = 2_000;
const MOST_LABELS = 50;

/** The same for all pages of one space. */
export interface MapContext {
  sourceId: string;
  /** ISO 8601. */
  syncedAt: string;
  /** `https://acme.atlassian.net`. */
  site: string;
  locale: string | undefined;
  /** Name of the space; '' where all spaces are read at once. */
  space: string;
  /** Anyone may read the space without signing in. */
  isPublic: boolean;
  languageOf: (text: string) => string;
}

export function itemIdOf(sourceId: string, id: string): string {
  return `${sourceId}:article:${id}`;
}

/** `facts` are absent for a page that the search does not know yet. */
export async function mapPage(
  page: PageRecord,
  facts: PageFacts | undefined,
  context: MapContext,
): Promise<Item> {
  const { sourceId, syncedAt, site, space, locale, languageOf } = context;
  const baseUrl = `${new URL(site).origin}/wiki`;
  const url = baseUrl + page['_links'].webui;
  const blocks = bodyBlocks(page, url) ?? [];
  const sample = (): string => `${page.title}\n${blocksText(blocks).slice(0, SAMPLE_CHARACTERS)}`;
  return sealItem({
    id: itemIdOf(sourceId, page.id),
    sourceId,
    kind: 'article',
    title: page.title,
    url,
    locale: locale ?? languageOf(sample()),
    products: space === '' ? [] : [space],
    labels: [...new Set(facts?.labels)].slice(0, MOST_LABELS),
    visibility: visibilityOf(facts, context.isPublic),
    updatedAt: new Date(page.version.createdAt).toISOString(),
    syncedAt,
    blocks,
  });
}

function visibilityOf(facts: PageFacts | undefined, isPublic: boolean): Visibility {
  if (facts === undefined) return 'unknown';
  if (facts.isRestricted) return 'restricted';
  return isPublic ? 'public' : 'internal';
}

/** The page's text; null when the answer holds none, as for pages of the old editor. */
export function bodyBlocks({ body }: PageRecord, url: string): Block[] | null {
  const storage = body?.storage?.value;
  if (storage !== undefined) return storageToBlocks(storage, { baseUrl: url });
  const document = body?.atlas_doc_format?.value ?? '';
  try {
    return document === '' ? null : adfToBlocks(JSON.parse(document));
  } catch {
    return null;
  }
}

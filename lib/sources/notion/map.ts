/** A Notion page as an item. */
import { blocksText } from '@/lib/convert/block-text';
import { markdownToBlocks } from '@/lib/convert/markdown';
import type { Item } from '@/lib/model/item';
import { sealItem } from '@/lib/model/seal-item';
import { toPlainMarkdown } from '@/lib/sources/notion/markdown';
import type { PageRecord, Property } from '@/lib/sources/notion/records';

const SAMPLE_CHARACTERS = 2_000;
const MOST_LABELS = 50;

/** The same for all pages of one reading. */
export interface MapContext {
  sourceId: string;
  /** ISO 8601. */
  syncedAt: string;
  locale: string | undefined;
  languageOf: (text: string) => string;
}

/** Ids come with and without hyphens. */
export function itemIdOf(sourceId: string, id: string): string {
  return `${sourceId}:article:${id.replaceAll('-', '').toLowerCase()}`;
}

/** `markdown` in Notion's own flavour. */
export async function mapPage(
  page: PageRecord,
  markdown: string,
  context: MapContext,
): Promise<Item> {
  const { sourceId, syncedAt, locale, languageOf } = context;
  const url = page.public_url ?? page.url;
  const title = titleOf(page);
  const blocks = markdownToBlocks(toPlainMarkdown(markdown), { baseUrl: url });
  const sample = (): string => `${title}\n${blocksText(blocks).slice(0, SAMPLE_CHARACTERS)}`;
  return sealItem({
    id: itemIdOf(sourceId, page.id),
    sourceId,
    kind: 'article',
    title,
    url,
    locale: locale ?? languageOf(sample()),
    products: namesOf(page, (name) => isProduct(name)),
    labels: namesOf(page, (name) => !isProduct(name)).slice(0, MOST_LABELS),
    // Published to the web; everything else is for those in the workspace.
    visibility: page.public_url === null ? 'internal' : 'public',
    updatedAt: new Date(page.last_edited_time).toISOString(),
    syncedAt,
    blocks,
  });
}

function titleOf({ properties }: PageRecord): string {
  for (const property of Object.values(properties)) {
    if (property?.type === 'title')
      return property.title
        .map((run) => run.plain_text)
        .join('')
        .trim();
  }
  return '';
}

function isProduct(name: string): boolean {
  return /^(?:products?|produkte?|app)$/i.test(name.trim());
}

/** The chosen options of the properties whose names are wanted. */
function namesOf({ properties }: PageRecord, wants: (name: string) => boolean): string[] {
  const names = Object.entries(properties).flatMap(([name, property]) =>
    property !== null && wants(name) ? optionsOf(property) : [],
  );
  return [...new Set(names)];
}

function optionsOf(property: Property): string[] {
  switch (property.type) {
    case 'select':
      return property.select === null ? [] : [property.select.name];
    case 'status':
      return property.status === null ? [] : [property.status.name];
    case 'multi_select':
      return property.multi_select.map(({ name }) => name);
    case 'title':
      return [];
  }
}

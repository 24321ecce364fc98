/** A Notion page as an item. */
import { blocksText } from '@/lib/convert/block-text';
import { markdownToBlocks } from '@/lib/convert/markdown';
import { cut } from '@/lib/core/text';
import type { Block } from '@/lib/model/block';
import type { Item } from '@/lib/model/item';
import { sealItem } from '@/lib/model/seal-item';
import { plainId } from '@/lib/sources/notion/children';
import { toPlainMarkdown } from '@/lib/sources/notion/markdown';
import type { PageRecord, Property } from '@/lib/sources/notion/records';

const SAMPLE_CHARACTERS = 2_000;
const MOST_LABELS = 50;
const MOST_PROPERTIES = 12;
const MOST_VALUE = 500;

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
  return `${sourceId}:article:${plainId(id)}`;
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
  const text = markdownToBlocks(toPlainMarkdown(markdown), { baseUrl: url });
  const blocks = [...propertyList(page), ...text];
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
    if (property?.type === 'title') return plainText(property.title);
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
    case 'rich_text':
    case 'date':
      return [];
  }
}

/** What a row of a database says outside of its text, one line a property, e.g. `Status: Fixed`. */
function propertyList({ parent, properties }: PageRecord): Block[] {
  if (parent?.type !== 'data_source_id' && parent?.type !== 'database_id') return [];
  const lines = Object.entries(properties)
    .map(([name, property]): [string, string] => [
      name.trim(),
      property === null ? '' : valueOf(property),
    ]) // prettier-ignore
    .filter(([, value]) => value !== '')
    // The order in which they come is nobody's.
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .slice(0, MOST_PROPERTIES);
  if (lines.length === 0) return [];
  const items = lines.map(([name, value]): Block[] => [
    { type: 'paragraph', text: [{ text: `${name}:`, strong: true }, { text: ` ${value}` }] },
  ]);
  return [{ type: 'list', ordered: false, items }];
}

/** Empty for what stands elsewhere already. */
function valueOf(property: Property): string {
  switch (property.type) {
    case 'title':
      return '';
    case 'rich_text':
      return cut(plainText(property.rich_text), MOST_VALUE);
    case 'date':
      return datesOf(property.date);
    default:
      return optionsOf(property).join(', ');
  }
}

/** Days: a time would need its zone. */
function datesOf(date: { start: string; end: string | null } | null): string {
  if (date === null) return '';
  return [date.start, ...(date.end === null ? [] : [date.end])]
    .map((time) => time.slice(0, 'yyyy-mm-dd'.length))
    .join(' – ');
}

function plainText(runs: readonly { plain_text: string }[]): string {
  return runs
    .map((run) => run.plain_text)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

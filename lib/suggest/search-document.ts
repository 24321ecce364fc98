/** Item → what the engine indexes of it. */
import { blocksText, headingTexts } from '@/lib/convert/block-text';
import type { Item } from '@/lib/model/item';
import type { SearchDocument } from '@/lib/search/contract';
import { headOf } from '@/lib/suggest/names';
import { NAME_MARK } from '@/lib/suggest/rank/features/name';
import { originalId } from '@/lib/suggest/known-issue';

/** The item's searchable texts. Personal data never gets here: items carry none. */
export function toSearchDocument(item: Item): SearchDocument {
  const components = item.issue?.components ?? [];
  const versions = item.issue?.affectedVersions ?? [];
  const workaround = blocksText(item.issue?.workaround ?? []);
  return {
    id: item.id,
    group: item.kind,
    locale: item.locale,
    time: Date.parse(item.issue?.createdAt ?? item.updatedAt) || 0,
    about: [
      ...item.products.map((product) => `product:${product}`),
      ...components.map((component) => `component:${component}`),
      ...versions.map((version) => `version:${version}`),
      ...(item.issue === undefined ? [`${NAME_MARK}${headOf(item.title)}`] : []),
    ],
    original: originalId(item),
    fields: {
      title: item.title,
      headings: headingTexts(item.blocks).join('\n'),
      labels: [item.key ?? '', ...item.labels, ...components, ...item.products, ...versions].join(
        '\n',
      ),
      body: `${blocksText(item.blocks)}\n${workaround}`,
    },
  };
}

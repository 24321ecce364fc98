/** Item: one thing worth suggesting, whatever it came from. */
import * as z from 'zod/mini';
import { blockSchema } from '@/lib/model/block';
import { issueFactsSchema } from '@/lib/model/issue-facts';
import { visibilitySchema } from '@/lib/model/visibility';

export const itemKindSchema = z.enum([
  'article',
  'issue',
  'incident',
  'thread',
  'past-ticket',
  'reply',
]);
export type ItemKind = z.infer<typeof itemKindSchema>;

export type Visibility = z.infer<typeof visibilitySchema>;

/** BCP 47's "undetermined": for items on their way to whoever can tell. */
export const UNKNOWN_LOCALE = 'und';

/** The label of items that their own source calls outdated, whoever wrote that there. */
export const OUTDATED_LABEL = 'outdated';

/** An item without its body: what a card and a list need. */
export const itemHeadSchema = z.object({
  /** `<source id>:<kind>:<external id>[:<locale>]`, stable over syncs. */
  id: z.string(),
  sourceId: z.string(),
  kind: itemKindSchema,
  title: z.string(),
  /** Where a person reads it; absolute https. */
  url: z.string(),
  /** What people call it: an issue key such as `FERN-1042`. */
  key: z.optional(z.string()),
  locale: z.string(),
  products: z.array(z.string()),
  labels: z.array(z.string()),
  visibility: visibilitySchema,
  /** ISO 8601: when the author last changed it. */
  updatedAt: z.string(),
  /** ISO 8601: when we last read it from its source. */
  syncedAt: z.string(),
  issue: z.optional(issueFactsSchema),
});
export type ItemHead = z.infer<typeof itemHeadSchema>;

export const itemSchema = z.extend(itemHeadSchema, {
  blocks: z.array(blockSchema),
  /** Hash of everything a reader or the index sees; unchanged items are not indexed again. */
  contentHash: z.string(),
});
export type Item = z.infer<typeof itemSchema>;

/** True when a customer may read the item; only then may it go into a public reply. */
export function isPublic(item: Pick<ItemHead, 'visibility'>): boolean {
  return item.visibility === 'public';
}

/** The same for all translations of an item: its id without the locale. */
export function translationKey(item: Pick<ItemHead, 'id' | 'locale'>): string {
  const suffix = `:${item.locale}`;
  return item.id.endsWith(suffix) ? item.id.slice(0, -suffix.length) : item.id;
}

/** Names an item's content, so that an unchanged item is recognised at the next sync. */
import { hashText } from '@/lib/core/ids';
import type { Item } from '@/lib/model/item';

/** Adds the hash of all that a reader or the index sees: everything but the times of reading. */
export async function sealItem(draft: Omit<Item, 'contentHash'>): Promise<Item> {
  const { syncedAt: _readAt, issue, ...seen } = draft;
  const facts = issue === undefined ? null : { ...issue, asOf: null };
  return { ...draft, contentHash: await hashText(JSON.stringify(sortKeys({ seen, facts }))) };
}

/** The same data with keys in order, so that the hash does not depend on how it was put together. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sortKeys(part)]));
}

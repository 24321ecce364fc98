/** Writing items and their index work together; only for use inside a transaction over both tables. */
import { createId } from '@/lib/core/ids';
import type { Item } from '@/lib/model/item';
import type { TrivetDatabase } from '@/lib/store/database';

/** Puts items; those whose content differs from what was there become index work. Returns how many are new. */
export async function putItems(db: TrivetDatabase, items: Item[]): Promise<number> {
  if (items.length === 0) return 0;
  db.itemWrites++;
  const before = await db.items.bulkGet(items.map(({ id }) => id));
  const changed = items.filter((item, at) => before[at]?.contentHash !== item.contentHash);
  await db.items.bulkPut(items);
  await markPending(
    db,
    changed.map(({ id }) => id),
  );
  return before.filter((item) => item === undefined).length;
}

/** Deletes items that are there, which the index must forget too. Returns how many. */
export async function deleteItems(db: TrivetDatabase, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0;
  db.itemWrites++;
  await db.items.bulkDelete(ids);
  await markPending(db, ids);
  return ids.length;
}

/** Those of the ids that items have. */
export async function existingIds(db: TrivetDatabase, ids: string[]): Promise<string[]> {
  return ids.length === 0 ? [] : db.items.where('id').anyOf(ids).primaryKeys();
}

/** Notes that the index is behind on these items, whether they changed or are gone. */
export async function markPending(db: TrivetDatabase, ids: string[]): Promise<void> {
  const change = createId();
  await db.pending.bulkPut(ids.map((itemId) => ({ itemId, change })));
}

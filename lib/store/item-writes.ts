/** Writing items and their index work together; only for use inside `writeSources`. */
import type { Item } from '@/lib/model/item';
import type { TrivetDatabase } from '@/lib/store/database';
import { markPending } from '@/lib/store/index-work';
import { forgetItems } from '@/lib/store/precedent-writes';

/** Puts items; those whose content differs from what was there become index work. Returns how many. */
export async function putItems(
  db: TrivetDatabase,
  items: Item[],
): Promise<{ added: number; changed: number }> {
  if (items.length === 0) return { added: 0, changed: 0 };
  db.itemWrites++;
  const before = await db.items.bulkGet(items.map(({ id }) => id));
  const changed = items.filter((item, at) => before[at]?.contentHash !== item.contentHash);
  await db.items.bulkPut(items);
  await markPending(
    db,
    changed.map(({ id }) => id),
  );
  const added = before.filter((item) => item === undefined).length;
  return { added, changed: changed.length - added };
}

/** Deletes items that are there, and their precedents; the index must forget them too. Returns how many. */
export async function deleteItems(db: TrivetDatabase, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0;
  db.itemWrites++;
  await db.items.bulkDelete(ids);
  await markPending(db, ids);
  await forgetItems(db, ids);
  return ids.length;
}

/** Those of the ids that items have. */
export async function existingIds(db: TrivetDatabase, ids: string[]): Promise<string[]> {
  return ids.length === 0 ? [] : db.items.where('id').anyOf(ids).primaryKeys();
}

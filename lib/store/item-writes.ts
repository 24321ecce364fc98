/** Writing items and their index work together; only for use inside `writeSources`. */
import { Dexie } from 'dexie';
import type { Item } from '@/lib/model/item';
import type { TrivetDatabase } from '@/lib/store/database';
import { markPending } from '@/lib/store/index-work';
import { forgetItems } from '@/lib/store/precedent-writes';

/** What was stored of some items before they are put. */
export interface Stored {
  /** The database's count of writes then: any write since may have changed it. */
  writes: number;
  /** Hash of the content by id. */
  hashes: ReadonlyMap<string, string>;
}

/** Reads what `putItems` compares with: outside of its transaction, which keeps questions waiting. */
export async function readStored(db: TrivetDatabase, items: readonly Item[]): Promise<Stored> {
  const { writes } = db.recentItems;
  const found = items.length === 0 ? [] : await db.items.bulkGet(items.map(({ id }) => id));
  const hashes = new Map(found.flatMap((item) => (item ? [[item.id, item.contentHash]] : [])));
  return { writes, hashes };
}

/** Puts items; those whose content differs from what was there become index work. Returns how many. */
export async function putItems(
  db: TrivetDatabase,
  items: Item[],
  stored?: Stored,
): Promise<{ added: number; changed: number }> {
  if (items.length === 0) return { added: 0, changed: 0 };
  const isFresh = stored?.writes === db.recentItems.writes;
  const { hashes } = isFresh ? stored : await readStored(db, items);
  const writes = db.recentItems.forget(items.map(({ id }) => id));
  Dexie.currentTransaction.on('complete', () => db.recentItems.keepWritten(items, writes));
  const changed = items.filter(({ id, contentHash }) => hashes.get(id) !== contentHash);
  const ids = changed.map(({ id }) => id);
  // Side by side: questions wait for the transaction, and each wait for the storage makes it longer.
  await Promise.all([db.items.bulkPut(items), markPending(db, 'items', ids)]);
  const added = items.filter(({ id }) => !hashes.has(id)).length;
  return { added, changed: changed.length - added };
}

/** Deletes items that are there, and their precedents; the index must forget them too. Returns how many. */
export async function deleteItems(db: TrivetDatabase, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0;
  db.recentItems.forget(ids);
  await db.items.bulkDelete(ids);
  await markPending(db, 'items', ids);
  await forgetItems(db, ids);
  return ids.length;
}

/** Those of the ids that items have. */
export async function existingIds(db: TrivetDatabase, ids: string[]): Promise<string[]> {
  return ids.length === 0 ? [] : db.items.where('id').anyOf(ids).primaryKeys();
}

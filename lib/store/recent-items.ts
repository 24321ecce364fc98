/** The items read last, kept in memory: the database takes about a millisecond for each. */
import type { Item } from '@/lib/model/item';
import type { TrivetDatabase } from '@/lib/store/database';

/** A dozen tickets' candidates; an item has a few kilobytes. */
const MOST_KEPT = 300;

export interface RecentItems {
  /** Those of the ids that are there, in order; only for use inside a transaction over the items. */
  read(ids: string[]): Promise<Item[]>;
}

/** Forgets everything as soon as any item is written. */
export function createRecentItems(db: TrivetDatabase): RecentItems {
  const kept = new Map<string, Item>();
  let writes = db.itemWrites;
  return {
    async read(ids) {
      if (writes !== db.itemWrites) kept.clear();
      writes = db.itemWrites;
      const begun = writes;
      const missing = ids.filter((id) => !kept.has(id));
      const read = missing.length === 0 ? [] : await db.items.bulkGet(missing);
      const found = new Map(read.flatMap((item) => (item === undefined ? [] : [[item.id, item]])));
      const items = ids.flatMap((id) => kept.get(id) ?? found.get(id) ?? []);
      // What was read while something was being written may be the old state.
      if (begun === db.itemWrites) keep(kept, items);
      return items;
    },
  };
}

/** The latest used stand last; the first ones go. */
function keep(kept: Map<string, Item>, items: readonly Item[]): void {
  for (const item of items) {
    kept.delete(item.id);
    kept.set(item.id, item);
  }
  for (const id of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(id);
  }
}

/** Reading items: bodies for answers, counts for the status. */
import { Dexie } from 'dexie';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { TrivetDatabase } from '@/lib/store/database';
import { guarded } from '@/lib/store/guard';
import type { SourceRow } from '@/lib/store/rows';

export interface ItemRepository {
  /** The items in the order asked; what is gone, or belongs to a removed source, is left out. */
  readItems(ids: string[]): Promise<Result<Item[]>>;
  /** One item, or the fault `not-found`. */
  readItem(id: string): Promise<Result<Item>>;
  /** Items of all sources that were not removed. */
  countItems(): Promise<Result<number>>;
}

export function createItemRepository(db: TrivetDatabase): ItemRepository {
  const readItems = (ids: string[]): Promise<Result<Item[]>> =>
    guarded(() =>
      db.transaction('r', db.items, db.sources, async () => {
        const { writes } = db.recentItems;
        const items = await readBodies(db, ids);
        // A write counted later waited for this transaction: what was read is the old state.
        db.recentItems.keepRead(items, writes);
        const sources = await db.sources.bulkGet([...new Set(items.map((item) => item.sourceId))]);
        const shown = new Map(
          sources.flatMap((row) => (!row || row.phase === 'purge' ? [] : [[row.id, row] as const])),
        );
        return items.flatMap((item) => {
          const source = shown.get(item.sourceId);
          return source === undefined ? [] : [asOf(item, source)];
        });
      }),
    );
  return {
    readItems,
    async readItem(id) {
      const found = await readItems([id]);
      if (!found.ok) return found;
      const item = found.value[0];
      return item === undefined ? fail(fault('not-found')) : ok(item);
    },
    countItems: () =>
      guarded(async () => {
        const rows = await db.sources.toArray();
        const shown = rows.filter(({ phase }) => phase !== 'purge');
        return shown.reduce((sum, { items }) => sum + items, 0);
      }),
  };
}

/** The items that are there, in order; only for use inside a transaction over them. */
export async function readBodies(db: TrivetDatabase, ids: readonly string[]): Promise<Item[]> {
  const { recentItems } = db;
  const found = new Map(ids.map((id) => [id, recentItems.get(id)]));
  const missing = ids.filter((id) => found.get(id) === undefined);
  const read = missing.length === 0 ? [] : await db.items.bulkGet(missing);
  read.forEach((item, at) => found.set(missing[at] ?? '', item));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** All items of a source, by index. */
export function itemsOf(db: TrivetDatabase, sourceId: string) {
  return db.items
    .where('[sourceId+syncedAt]')
    .between([sourceId, Dexie.minKey], [sourceId, Dexie.maxKey]);
}

/** What was not changed when its source was last read is as fresh as that, though it came long before. */
function asOf(item: Item, { kind, syncedAt }: SourceRow): Item {
  const isFollowed = kind !== 'file' && syncedAt !== undefined && syncedAt > item.syncedAt;
  return isFollowed ? { ...item, syncedAt } : item;
}

/** Index work: what the index does not know yet. A row goes only after the index has committed it. */
import type { Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { TrivetDatabase } from '@/lib/store/database';
import { guarded } from '@/lib/store/guard';
import { markPending } from '@/lib/store/item-writes';
import type { PendingRow } from '@/lib/store/rows';

/** Some index work: items to index again, ids to forget, and the rows to settle afterwards. */
export interface PendingWork {
  upserts: Item[];
  deletes: string[];
  rows: PendingRow[];
}

export interface PendingRepository {
  readPending(limit: number): Promise<Result<PendingWork>>;
  /** Removes rows, but not those whose item changed again after `readPending`. */
  settlePending(rows: PendingRow[]): Promise<Result<null>>;
  countPending(): Promise<Result<number>>;
  /** Makes every item index work: the index starts anew. */
  markAllPending(): Promise<Result<null>>;
}

export function createPendingRepository(db: TrivetDatabase): PendingRepository {
  return {
    readPending: (limit) =>
      guarded(() =>
        db.transaction('r', db.pending, db.items, async () => {
          const rows = await db.pending.limit(limit).toArray();
          const items = await db.items.bulkGet(rows.map(({ itemId }) => itemId));
          const upserts = items.filter((item) => item !== undefined);
          const deletes = rows.filter((_, at) => items[at] === undefined);
          return { upserts, deletes: deletes.map(({ itemId }) => itemId), rows };
        }),
      ),
    settlePending: (rows) =>
      guarded(() =>
        db.transaction('rw', db.pending, async () => {
          const now = await db.pending.bulkGet(rows.map(({ itemId }) => itemId));
          const settled = rows.filter(({ change }, at) => now[at]?.change === change);
          await db.pending.bulkDelete(settled.map(({ itemId }) => itemId));
          return null;
        }),
      ),
    countPending: () => guarded(() => db.pending.count()),
    markAllPending: () =>
      guarded(() =>
        db.transaction('rw', db.pending, db.items, async () => {
          await markPending(db, await db.items.toCollection().primaryKeys());
          return null;
        }),
      ),
  };
}

/** Index work: what the index does not know yet. A row goes only after the index has committed it. */
import type { Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { TrivetDatabase } from '@/lib/store/database';
import { guarded } from '@/lib/store/guard';
import { itemsOf } from '@/lib/store/item-repository';
import { markPending } from '@/lib/store/item-writes';
import type { PendingRow } from '@/lib/store/rows';
import { writeSources } from '@/lib/store/source-repository';

/** Some index work: items to index again, ids to forget, and the rows to settle afterwards. */
interface PendingWork {
  upserts: Item[];
  deletes: string[];
  rows: PendingRow[];
}

export interface PendingRepository {
  readPending(limit: number): Promise<Result<PendingWork>>;
  /** Removes rows, but not those whose item changed again after `readPending`. */
  settlePending(rows: PendingRow[]): Promise<Result<null>>;
  /** True while the index is behind. */
  hasPending(): Promise<Result<boolean>>;
  /** Makes every item index work, and counts the items anew: the index starts from the items alone. */
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
    hasPending: () => guarded(async () => (await db.pending.limit(1).primaryKeys()).length > 0),
    markAllPending: () =>
      guarded(() =>
        writeSources(db, async () => {
          for (const row of await db.sources.toArray()) {
            const ids = await itemsOf(db, row.id).primaryKeys();
            await markPending(db, ids);
            await db.sources.put({ ...row, items: ids.length });
          }
          return null;
        }),
      ),
  };
}

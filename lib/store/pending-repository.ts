/** Index work: what the index does not know yet. A row goes only after the index has committed it. */
import type { Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import { PRECEDENT_IDS, type Precedent } from '@/lib/model/precedent';
import type { TrivetDatabase } from '@/lib/store/database';
import { guarded } from '@/lib/store/guard';
import { itemsOf } from '@/lib/store/item-repository';
import { markPending } from '@/lib/store/index-work';
import type { PendingRow } from '@/lib/store/rows';
import { writeSources } from '@/lib/store/source-repository';

/** Some index work: what to index again, ids to forget, and the rows to settle afterwards. */
interface PendingWork {
  upserts: Item[];
  precedents: Precedent[];
  deletes: string[];
  rows: PendingRow[];
}

export interface PendingRepository {
  readPending(limit: number): Promise<Result<PendingWork>>;
  /** Removes rows, but not those whose item changed again after `readPending`. */
  settlePending(rows: PendingRow[]): Promise<Result<null>>;
  /** True while the index is behind. */
  hasPending(): Promise<Result<boolean>>;
  /** The same, but for precedents. */
  hasPendingItems(): Promise<Result<boolean>>;
  /** How many precedents the index is behind on. */
  countPendingPrecedents(): Promise<Result<number>>;
  /** Makes everything index work, and counts the items anew: the index starts from what is stored alone. */
  markAllPending(): Promise<Result<null>>;
}

export function createPendingRepository(db: TrivetDatabase): PendingRepository {
  return {
    readPending: (limit) =>
      guarded(() =>
        // Async itself, for the reason at `writeSources`.
        db.transaction('r', db.pending, db.items, db.precedents, async () =>
          readPending(db, limit),
        ),
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
    hasPendingItems: () =>
      guarded(async () => {
        const [first, end] = PRECEDENT_IDS;
        const waiting = [
          db.pending.where('itemId').below(first),
          db.pending.where('itemId').aboveOrEqual(end),
        ];
        const found = await Promise.all(waiting.map((rows) => rows.limit(1).primaryKeys()));
        return found.flat().length > 0;
      }),
    countPendingPrecedents: () =>
      guarded(() =>
        db.pending
          .where('itemId')
          .between(...PRECEDENT_IDS)
          .count(),
      ),
    markAllPending: () =>
      guarded(() =>
        writeSources(db, async () => {
          for (const row of await db.sources.toArray()) {
            const ids = await itemsOf(db, row.id).primaryKeys();
            await markPending(db, ids);
            await db.sources.put({ ...row, items: ids.length });
          }
          await markPending(db, await db.precedents.toCollection().primaryKeys());
          return null;
        }),
      ),
  };
}

async function readPending(db: TrivetDatabase, limit: number): Promise<PendingWork> {
  const rows = await db.pending.limit(limit).toArray();
  const ids = rows.map(({ itemId }) => itemId);
  const upserts = (await db.items.bulkGet(ids)).filter((item) => item !== undefined);
  const asked = ids.filter((id) => id >= PRECEDENT_IDS[0] && id < PRECEDENT_IDS[1]);
  const precedents = (await db.precedents.bulkGet(asked)).filter((row) => row !== undefined);
  const there = new Set([...upserts, ...precedents].map(({ id }) => id));
  return { upserts, precedents, deletes: ids.filter((id) => !there.has(id)), rows };
}

/** Index work: what the index does not know yet. A row goes only after the index has committed it. */
import type { Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { Precedent } from '@/lib/model/precedent';
import type { TrivetDatabase } from '@/lib/store/database';
import { guarded } from '@/lib/store/guard';
import { itemsOf, readBodies } from '@/lib/store/item-repository';
import { markPending } from '@/lib/store/index-work';
import type { OutboxRow } from '@/lib/store/rows';
import { writeSources } from '@/lib/store/source-repository';

/** Some index work: what to index again, ids to forget, and the rows of the outbox that say so. */
interface PendingWork {
  upserts: Item[];
  precedents: Precedent[];
  deletes: string[];
  rows: number[];
}

export interface PendingRepository {
  /** The next rows after row `after`, as many as name `limit` ids together; no rows at the end. */
  readPending(limit: number, after?: number): Promise<Result<PendingWork>>;
  /** Removes rows. What changed again since they were read has a row of its own. */
  settlePending(rows: number[]): Promise<Result<null>>;
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
  const about = (what: OutboxRow['about']) => db.outbox.where('about').equals(what);
  return {
    readPending: (limit, after = 0) =>
      guarded(() =>
        // Async itself, for the reason at `writeSources`.
        db.transaction('r', db.outbox, db.items, db.precedents, async () =>
          readPending(db, limit, after),
        ),
      ),
    settlePending: (rows) =>
      guarded(async () => {
        await db.outbox.bulkDelete(rows);
        return null;
      }),
    hasPending: () => guarded(async () => (await db.outbox.limit(1).primaryKeys()).length > 0),
    hasPendingItems: () =>
      guarded(async () => (await about('items').limit(1).primaryKeys()).length > 0),
    countPendingPrecedents: () =>
      guarded(async () => {
        const rows = await about('precedents').toArray();
        return new Set(rows.flatMap(({ ids }) => ids)).size;
      }),
    markAllPending: () =>
      guarded(() =>
        writeSources(db, async () => {
          await db.outbox.clear();
          for (const row of await db.sources.toArray()) {
            const ids = await itemsOf(db, row.id).primaryKeys();
            await markPending(db, 'items', ids);
            await db.sources.put({ ...row, items: ids.length });
          }
          await markPending(db, 'precedents', await db.precedents.toCollection().primaryKeys());
          return null;
        }),
      ),
  };
}

async function readPending(db: TrivetDatabase, limit: number, after: number): Promise<PendingWork> {
  let named = 0;
  const isEnough = ({ ids }: OutboxRow): boolean => (named += ids.length) >= limit;
  const rows = await db.outbox.where('number').above(after).until(isEnough, true).toArray();
  const idsOf = (what: OutboxRow['about']): string[] => [
    ...new Set(rows.filter(({ about }) => about === what).flatMap(({ ids }) => ids)),
  ];
  const [items, asked] = [idsOf('items'), idsOf('precedents')];
  const upserts = await readBodies(db, items);
  const precedents = (await db.precedents.bulkGet(asked)).filter((row) => row !== undefined);
  const there = new Set([...upserts, ...precedents].map(({ id }) => id));
  const deletes = [...items, ...asked].filter((id) => !there.has(id));
  return { upserts, precedents, deletes, rows: rows.map(({ number }) => number) };
}

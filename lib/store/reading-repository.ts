/** Committing what was read of a source: items, index work and progress in one transaction. */
import { Dexie } from 'dexie';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { Source } from '@/lib/model/source';
import type { TrivetDatabase } from '@/lib/store/database';
import { guarded, guardedResult } from '@/lib/store/guard';
import { itemsOf } from '@/lib/store/item-repository';
import { deleteItems, existingIds, putItems } from '@/lib/store/item-writes';
import type { SourceRow } from '@/lib/store/rows';
import { addRow, toSource, writeSources } from '@/lib/store/source-repository';

/** One step of a pull, as it is committed. */
interface PullStep {
  upserts: Item[];
  deletes: string[];
  cursor: string;
  done: boolean;
}

/** One batch of an import by hand; see the message `source.importItems`. */
interface ImportBatch {
  source: { id: string; name: string };
  syncedAt: string;
  items: Item[];
  isLast: boolean;
}

/** Who read a source to its end, and when. */
interface ReadMark {
  version: string;
  at: string;
}

export interface ReadingRepository {
  /** Begins to read a source anew. */
  restartPull(id: string): Promise<Result<null>>;
  /** Commits one step; the fault `cancelled` when the source was removed meanwhile. */
  commitPull(id: string, step: PullStep, by: ReadMark): Promise<Result<null>>;
  /** Deletes the source's items that are not among `liveIds`, and ends the reading. */
  commitSweep(id: string, liveIds: string[], by: ReadMark): Promise<Result<null>>;
  /** Deletes up to `limit` items of a removed source; false when none is left and it is gone. */
  purgeSome(id: string, limit: number): Promise<Result<boolean>>;
  /** One batch of an import by hand; see the message `source.importItems`. */
  importItems(batch: ImportBatch): Promise<Result<Source>>;
}

export function createReadingRepository(db: TrivetDatabase): ReadingRepository {
  const write = <T>(work: () => Promise<T>) => writeSources(db, work);
  return {
    restartPull: (id) => guarded(() => write(() => restartPull(db, id))),
    commitPull: (id, step, by) => guardedResult(() => write(() => commitPull(db, id, step, by))),
    commitSweep: (id, ids, by) => guardedResult(() => write(() => commitSweep(db, id, ids, by))),
    purgeSome: (id, limit) => guarded(() => write(() => purgeSome(db, id, limit))),
    importItems: (batch) => guardedResult(() => write(() => importItems(db, batch))),
  };
}

async function restartPull(db: TrivetDatabase, id: string): Promise<null> {
  const row = await db.sources.get(id);
  if (row?.phase === 'idle') await db.sources.update(id, { phase: 'pull', cursor: null });
  return null;
}

async function commitPull(
  db: TrivetDatabase,
  id: string,
  step: PullStep,
  by: ReadMark,
): Promise<Result<null>> {
  const row = await db.sources.get(id);
  if (row?.phase !== 'pull') return fail(fault('cancelled'));
  const added = await putItems(db, step.upserts);
  const removed = await deleteItems(db, await existingIds(db, step.deletes));
  const items = row.items + added - removed;
  const next: SourceRow = { ...row, items, cursor: step.cursor, fault: null };
  // The first reading has nothing to sweep: all that is there was just read.
  if (!step.done) await db.sources.put(next);
  else if (row.syncedAt === undefined) await db.sources.put(finished(next, by));
  else await db.sources.put({ ...next, phase: 'sweep', cursor: null });
  return ok(null);
}

async function commitSweep(
  db: TrivetDatabase,
  id: string,
  liveIds: string[],
  by: ReadMark,
): Promise<Result<null>> {
  const row = await db.sources.get(id);
  if (row?.phase !== 'sweep') return fail(fault('cancelled'));
  const live = new Set(liveIds);
  const gone = (await itemsOf(db, id).primaryKeys()).filter((itemId) => !live.has(itemId));
  const removed = await deleteItems(db, gone);
  await db.sources.put(finished({ ...row, items: row.items - removed }, by));
  return ok(null);
}

function finished(row: SourceRow, { version, at }: ReadMark): SourceRow {
  return { ...row, phase: 'idle', cursor: null, fault: null, syncedAt: at, readBy: version };
}

async function purgeSome(db: TrivetDatabase, id: string, limit: number): Promise<boolean> {
  const row = await db.sources.get(id);
  // Added again meanwhile: it is no longer ours to delete.
  if (row?.phase !== 'purge') return false;
  const ids = await itemsOf(db, id).limit(limit).primaryKeys();
  const removed = await deleteItems(db, ids);
  const isMore = ids.length === limit;
  if (isMore) await db.sources.put({ ...row, items: row.items - removed });
  else await db.sources.delete(id);
  return isMore;
}

async function importItems(db: TrivetDatabase, batch: ImportBatch): Promise<Result<Source>> {
  const { source, syncedAt, items, isLast } = batch;
  const isForeign = (item: Item) =>
    item.sourceId !== source.id ||
    !item.id.startsWith(`${source.id}:`) ||
    item.syncedAt !== syncedAt;
  if (items.some(isForeign)) return fail(fault('bad-message'));
  const row = await addRow(db, { ...source, kind: 'file', addedAt: syncedAt });
  if (row.kind !== 'file') return fail(fault('conflict'));
  const added = await putItems(db, items);
  const removed = isLast ? await deleteItems(db, await staleIds(db, source.id, syncedAt)) : 0;
  const next: SourceRow = {
    ...row,
    name: source.name,
    items: row.items + added - removed,
    ...(isLast ? { syncedAt } : {}),
  };
  await db.sources.put(next);
  return ok(toSource(next));
}

/** Items that were last read at another time: two ranges of the index, nothing else is touched. */
async function staleIds(db: TrivetDatabase, id: string, syncedAt: string): Promise<string[]> {
  const index = db.items.where('[sourceId+syncedAt]');
  const before = await index.between([id, Dexie.minKey], [id, syncedAt], true, false).primaryKeys();
  const after = await index.between([id, syncedAt], [id, Dexie.maxKey], false, true).primaryKeys();
  return [...before, ...after];
}

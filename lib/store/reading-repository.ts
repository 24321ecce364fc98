/** Committing what was read of a source: items, index work and progress in one transaction. */
import { Dexie } from 'dexie';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { Source } from '@/lib/model/source';
import type { SkippedRecord } from '@/lib/model/source-state';
import type { TrivetDatabase } from '@/lib/store/database';
import { guarded, guardedResult } from '@/lib/store/guard';
import { itemsOf } from '@/lib/store/item-repository';
import {
  deleteItems,
  existingIds,
  putItems,
  readStored,
  type Stored,
} from '@/lib/store/item-writes';
import type { SourceRow } from '@/lib/store/rows';
import { addRow, writeSources } from '@/lib/store/source-repository';
import { anew, NOTHING_READ, toSource, UNTROUBLED } from '@/lib/store/source-row';
import { forgetMissed, lacksAwaited, putSeen, settleSweep } from '@/lib/store/sweep-writes';

/** The reading that a step belongs to; another epoch means that the step comes too late. */
export interface Run {
  id: string;
  epoch: number;
}

/** One step of a pull, as it is committed. */
interface PullStep {
  upserts: Item[];
  deletes: string[];
  cursor: string | null;
  done: boolean;
  total?: number;
  skipped?: SkippedRecord[];
  /** What reading it took. */
  bytes?: number;
}

/** One step of a sweep, as it is committed. */
interface SweepStep {
  ids: string[];
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
  /** Begins a pull, of everything or of what changed; one under way goes on. */
  beginPull(run: Run, isAnew: boolean): Promise<Result<null>>;
  /** Commits one step; the fault `cancelled` when the source was removed or changed meanwhile. */
  commitPull(run: Run, step: PullStep, by: ReadMark): Promise<Result<null>>;
  /** The same for a step of a sweep; the last one deletes what two sweeps in a row did not name. */
  commitSweep(run: Run, step: SweepStep, by: ReadMark): Promise<Result<null>>;
  /** Deletes up to `limit` items of a removed source; false when none is left and it is gone. */
  purgeSome(id: string, limit: number): Promise<Result<boolean>>;
  /** One batch of an import by hand; see the message `source.importItems`. */
  importItems(batch: ImportBatch): Promise<Result<Source>>;
}

/** Of the last reading; more would only be scrolled past. */
const MOST_SKIPPED = 50;

export function createReadingRepository(db: TrivetDatabase): ReadingRepository {
  const write = <T>(work: () => Promise<T>) => writeSources(db, work);
  const inRun = (run: Run, work: (row: SourceRow) => Promise<SourceRow>) =>
    guardedResult(() =>
      write(async () => {
        const row = await db.sources.get(run.id);
        if (row === undefined || !isCurrent(row, run)) return fail(fault('cancelled'));
        await db.sources.put(await work(row));
        return ok(null);
      }),
    );
  const inPull = (run: Run, work: (row: SourceRow) => Promise<SourceRow>) =>
    inRun(run, (row) => (row.phase === 'pull' ? work(row) : Promise.resolve(row)));
  return {
    beginPull: (run, isAnew) => inRun(run, (row) => Promise.resolve(begun(row, isAnew))),
    commitPull: (run, step, by) =>
      guardedResult(async () => {
        const stored = await readStored(db, step.upserts);
        return inPull(run, (row) => commitPull(db, row, { ...step, stored }, by));
      }),
    commitSweep: (run, step, by) => inRun(run, (row) => commitSweep(db, row, step, by)),
    purgeSome: (id, limit) => guarded(() => write(() => purgeSome(db, id, limit))),
    importItems: (batch) => guardedResult(() => write(() => importItems(db, batch))),
  };
}

function isCurrent(row: SourceRow, run: Run): boolean {
  return row.phase !== 'purge' && !row.isPaused && row.epoch === run.epoch;
}

function begun(row: SourceRow, isAnew: boolean): SourceRow {
  if (isAnew) return { ...row, ...anew(row), epoch: row.epoch };
  if (row.phase === 'pull') return row;
  return { ...row, phase: 'pull', reading: NOTHING_READ, skipped: [] };
}

/** Inside `writeSources`. Items, index work, what sweeps must know, counts and cursor: all or nothing. */
async function commitPull(
  db: TrivetDatabase,
  row: SourceRow,
  step: PullStep & { stored: Stored },
  by: ReadMark,
): Promise<SourceRow> {
  const brought = step.upserts.map(({ id }) => id);
  const [{ added, changed }] = await Promise.all([
    putItems(db, step.upserts, step.stored),
    forgetMissed(db, row.id, brought),
  ]);
  const removed = await deleteItems(db, await existingIds(db, step.deletes));
  const next: SourceRow = {
    ...row,
    ...UNTROUBLED,
    phase: 'pull',
    items: row.items + added - removed,
    cursor: step.cursor,
    reading: counted(row.reading, step, { added, changed, removed }),
    skipped: [...row.skipped, ...(step.skipped ?? [])].slice(-MOST_SKIPPED),
  };
  if (row.sweep !== null && brought.length > 0) {
    await putSeen(db, row.id, row.sweep.step, brought);
    next.sweep = { ...row.sweep, step: row.sweep.step + 1 };
  }
  return step.done ? endPull(db, next, by) : next;
}

function counted(
  before: SourceRow['reading'],
  { upserts, skipped = [], bytes = 0, total }: PullStep,
  { added, changed, removed }: { added: number; changed: number; removed: number },
): SourceRow['reading'] {
  return {
    ...before,
    ...(total === undefined ? {} : { total }),
    items: before.items + upserts.length,
    added: before.added + added,
    changed: before.changed + changed,
    removed: before.removed + removed,
    skipped: before.skipped + skipped.length,
    bytes: before.bytes + bytes,
  };
}

async function endPull(
  db: TrivetDatabase,
  row: SourceRow,
  { version, at }: ReadMark,
): Promise<SourceRow> {
  const now = Date.parse(at);
  const { added, changed, removed, skipped, bytes } = row.reading;
  const ended: SourceRow = {
    ...row,
    phase: 'idle',
    lastCounts: { added, changed, removed, skipped, bytes },
    readBy: version,
    syncedAt: at,
    pulledAt: now,
    // The first reading has nothing to sweep: all that is there was just read.
    sweptAt: row.sweptAt ?? now,
  };
  if (!(await lacksAwaited(db, row.id, now))) return ended;
  return { ...ended, phase: 'pull', cursor: null, reading: NOTHING_READ };
}

/** Inside `writeSources`. */
async function commitSweep(
  db: TrivetDatabase,
  row: SourceRow,
  { ids, cursor, done }: SweepStep,
  { at }: ReadMark,
): Promise<SourceRow> {
  const step = row.sweep?.step ?? 0;
  await putSeen(db, row.id, step, ids);
  if (!done) return { ...row, ...UNTROUBLED, sweep: { cursor, step: step + 1 } };
  const now = Date.parse(at);
  const { removed, isPullWanted } = await settleSweep(db, row.id, now);
  return {
    ...row,
    ...UNTROUBLED,
    items: row.items - removed,
    sweep: null,
    sweepsDue: Math.max(0, row.sweepsDue - 1),
    sweptAt: now,
    pulledAt: isPullWanted ? null : row.pulledAt,
  };
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
  const { added } = await putItems(db, items);
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

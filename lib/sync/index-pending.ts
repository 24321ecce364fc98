/** Brings the index up to date with the items and precedents, slice by slice. */
import type { Fault } from '@/lib/core/fault';
import { createLog } from '@/lib/core/log';
import { ok, type Result } from '@/lib/core/result';
import type { SearchDocument } from '@/lib/search/contract';
import type { PendingWork, SyncPorts } from '@/lib/sync/ports';

/** Documents that are worth a commit. */
export const SLICE = 100;
/** Most documents of a commit, when many wait: each commit makes a segment, and segments are merged. */
export const MOST_IN_COMMIT = 800;

const log = createLog('index');

/**
 * Indexes pending items until fewer than `leave` (at most a slice) are left. A damaged index is made
 * anew from the items.
 */
export async function indexPending(ports: SyncPorts, leave = 1): Promise<Result<null>> {
  const indexed = await indexSlices(ports, leave);
  return !indexed.ok && isDamagedIndex(indexed.fault) ? rebuildIndex(ports) : indexed;
}

/** Makes the index anew, for one that is damaged or does not agree with the items. */
export async function rebuildIndex(ports: SyncPorts): Promise<Result<null>> {
  log.warn('the index is made anew');
  // In this order a kill in between leaves work to do, never an index that lacks items unnoticed.
  const marked = await ports.store.markAllPending();
  if (!marked.ok) return marked;
  const emptied = await ports.index.reset();
  return emptied.ok ? indexSlices(ports, 1) : emptied;
}

/** Only true for index files: a database that cannot be read at all is not helped by a rebuild. */
export function isDamagedIndex(fault: Fault): boolean {
  return fault.kind === 'storage-broken' && fault.detail?.['file'] !== undefined;
}

async function indexSlices(ports: SyncPorts, leave: number): Promise<Result<null>> {
  for (;;) {
    await ports.activity.giveWay();
    const work = await ports.store.readPending(MOST_IN_COMMIT);
    if (!work.ok) return work;
    if (work.value.rows.length < leave) return ok(null);
    const done = await indexSlice(ports, work.value);
    if (!done.ok) return done;
  }
}

/** The index commits before the rows are settled: a kill between the two repeats what was not. */
async function indexSlice(
  ports: SyncPorts,
  { upserts, precedents, deletes, rows }: PendingWork,
): Promise<Result<null>> {
  const documents: SearchDocument[] = precedents.map((one) => ports.toPrecedentDocument(one));
  for (const items of inSteps(upserts)) {
    documents.push(...items.map((item) => ports.toDocument(item)));
    await ports.activity.giveWay();
  }
  const applied = await ports.index.apply({ upserts: documents, deletes });
  if (!applied.ok) return applied;
  for (const step of inSteps(rows)) {
    await ports.activity.giveWay();
    const settled = await ports.store.settlePending(step);
    if (!settled.ok) return settled;
  }
  return mergeDue(ports);
}

/** Small enough that a question which comes meanwhile does not wait long for the database. */
function* inSteps<T>(rows: readonly T[]): Generator<T[], void, undefined> {
  for (let at = 0; at < rows.length; at += SLICE) yield rows.slice(at, at + SLICE);
}

/** After each slice, so that the index never has more than a few segments per size. */
async function mergeDue({ index, activity }: SyncPorts): Promise<Result<null>> {
  for (;;) {
    await activity.giveWay();
    const merged = await index.merge();
    if (!merged.ok) return merged;
    if (!merged.value) return ok(null);
  }
}

/** Brings the index up to date with the items and precedents, slice by slice. */
import type { Fault } from '@/lib/core/fault';
import { createLog } from '@/lib/core/log';
import { ok, type Result } from '@/lib/core/result';
import type { SearchDocument } from '@/lib/search/contract';
import type { SyncPorts } from '@/lib/sync/ports';

/** Most documents of a commit: what is gathered in memory at once. */
export const MOST_IN_COMMIT = 1_000;
/** Ids that are read at once: questions that come meanwhile wait for no more. */
const STEP = 100;

const log = createLog('index');

/** Indexes all that is pending. A damaged index is made anew from the items. */
export async function indexPending(ports: SyncPorts): Promise<Result<null>> {
  return unlessDamaged(ports, await indexAll(ports));
}

/** The same for the next that are pending, as many as one commit takes. */
export async function indexNext(ports: SyncPorts): Promise<Result<null>> {
  const indexed = await indexSlice(ports);
  return unlessDamaged(ports, indexed.ok ? ok(null) : indexed);
}

async function unlessDamaged(ports: SyncPorts, indexed: Result<null>): Promise<Result<null>> {
  return !indexed.ok && isDamagedIndex(indexed.fault) ? rebuildIndex(ports) : indexed;
}

/** Makes the index anew, for one that is damaged or does not agree with the items. */
export async function rebuildIndex(ports: SyncPorts): Promise<Result<null>> {
  log.warn('the index is made anew');
  // In this order a kill in between leaves work to do, never an index that lacks items unnoticed.
  const marked = await ports.store.markAllPending();
  if (!marked.ok) return marked;
  const emptied = await ports.index.reset();
  return emptied.ok ? indexAll(ports) : emptied;
}

/** Only true for index files: a database that cannot be read at all is not helped by a rebuild. */
export function isDamagedIndex(fault: Fault): boolean {
  return fault.kind === 'storage-broken' && fault.detail?.['file'] !== undefined;
}

async function indexAll(ports: SyncPorts): Promise<Result<null>> {
  for (;;) {
    const indexed = await indexSlice(ports);
    if (!indexed.ok) return indexed;
    if (!indexed.value) return ok(null);
  }
}

/** One commit; false when nothing is pending. A kill before the rows are settled repeats what was not. */
async function indexSlice(ports: SyncPorts): Promise<Result<boolean>> {
  const work = await gatherWork(ports);
  if (!work.ok) return work;
  const { documents, rows } = work.value;
  if (rows.length === 0) return ok(false);
  const upserts = [...documents.values()].filter((document) => document !== null);
  const deletes = [...documents].flatMap(([id, document]) => (document === null ? [id] : []));
  const applied = await ports.index.apply({ upserts, deletes });
  if (!applied.ok) return applied;
  const settled = await ports.store.settlePending(rows);
  if (!settled.ok) return settled;
  const merged = await mergeDue(ports);
  return merged.ok ? ok(true) : merged;
}

/** Work for one commit. */
interface Gathered {
  /** What to index by id; null for what is gone. */
  documents: Map<string, SearchDocument | null>;
  rows: number[];
}

/** In steps, between which questions are answered. What changes meanwhile has a later row, and counts as it is then. */
async function gatherWork({ store, ...to }: SyncPorts): Promise<Result<Gathered>> {
  const { documents, rows }: Gathered = { documents: new Map(), rows: [] };
  while (documents.size < MOST_IN_COMMIT) {
    const step = await store.readPending(STEP, rows.at(-1));
    if (!step.ok) return step;
    const { upserts, precedents, deletes } = step.value;
    for (const item of upserts) documents.set(item.id, to.toDocument(item));
    for (const one of precedents) documents.set(one.id, to.toPrecedentDocument(one));
    for (const id of deletes) documents.set(id, null);
    if (step.value.rows.length === 0) break;
    rows.push(...step.value.rows);
  }
  return ok({ documents, rows });
}

/** After each slice, so that the index never has more than a few segments per size; and when all is done. */
export async function mergeDue({ index }: SyncPorts, isQuiet = false): Promise<Result<null>> {
  for (;;) {
    const merged = await index.merge(isQuiet);
    if (!merged.ok) return merged;
    if (!merged.value) return ok(null);
  }
}

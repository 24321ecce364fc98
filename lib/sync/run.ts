/** One run: reads what is due, brings the index up to date, and checks that the two agree. */
import type { Fault } from '@/lib/core/fault';
import { createLog } from '@/lib/core/log';
import { fail, ok, type Result } from '@/lib/core/result';
import { indexPending, rebuildIndex } from '@/lib/sync/index-pending';
import { planSync } from '@/lib/sync/plan';
import type { SyncPorts } from '@/lib/sync/ports';
import { runTask } from '@/lib/sync/read-source';

const log = createLog('sync');

/** True when a run would find something to do. */
export async function hasWork(ports: SyncPorts): Promise<Result<boolean>> {
  const rows = await ports.store.listRows();
  if (!rows.ok) return rows;
  if (planSync(rows.value, ports.version).length > 0) return ok(true);
  const pending = await ports.store.hasPending();
  if (!pending.ok || pending.value) return pending;
  const agree = await indexAgrees(ports);
  return agree.ok ? ok(!agree.value) : agree;
}

/**
 * Does all there is to do. One source's fault does not keep the others from being read; the first
 * fault is the answer, after everything else was tried.
 */
export async function runSync(ports: SyncPorts): Promise<Result<null>> {
  const rows = await ports.store.listRows();
  if (!rows.ok) return rows;
  let first: Fault | null = null;
  for (const task of planSync(rows.value, ports.version)) {
    const done = await runTask(ports, task);
    if (!done.ok) {
      log.warn(`could not ${task.kind} a source`, done.fault);
      first ??= done.fault;
    }
  }
  const indexed = await bringIndexUpToDate(ports);
  if (!indexed.ok) return indexed;
  return first === null ? ok(null) : fail(first);
}

/** Indexes what is pending; an index that then holds another number of documents is made anew. */
async function bringIndexUpToDate(ports: SyncPorts): Promise<Result<null>> {
  const indexed = await indexPending(ports);
  if (!indexed.ok) return indexed;
  const agree = await indexAgrees(ports);
  if (!agree.ok) return agree;
  return agree.value ? ok(null) : rebuildIndex(ports);
}

async function indexAgrees({ store }: SyncPorts): Promise<Result<boolean>> {
  const [items, precedents, documents] = await Promise.all([
    store.countItems(),
    store.countPrecedents(),
    store.countDocuments(),
  ]);
  // Last, so that what changed while the rest was counted is seen here.
  const pending = await store.hasPending();
  if (!items.ok) return items;
  if (!precedents.ok) return precedents;
  if (!documents.ok) return documents;
  if (!pending.ok) return pending;
  // With work pending they may differ; the next slice settles it.
  return ok(pending.value || items.value + precedents.value === documents.value);
}

/** One run: reads what is due, sources side by side, brings the index up to date, checks that the two agree. */
import { sleep } from '@/lib/core/async';
import type { Fault } from '@/lib/core/fault';
import { createLog } from '@/lib/core/log';
import { fail, ok, type Result } from '@/lib/core/result';
import { indexPending, mergeDue, rebuildIndex } from '@/lib/sync/index-pending';
import { msUntilDue, planSync, type SyncTask } from '@/lib/sync/plan';
import type { SourceProgress, SyncPorts } from '@/lib/sync/ports';
import { runTask } from '@/lib/sync/read-source';

/** More would not be faster, and hold more pages in memory. */
const MOST_AT_ONCE = 6;
/** Beyond this an alarm comes first. */
const LONGEST_TIMER_MS = 3_600_000;

const log = createLog('sync');

/** True when a run would find something to do. */
export async function hasWork(ports: SyncPorts): Promise<Result<boolean>> {
  const rows = await ports.store.listRows();
  if (!rows.ok) return rows;
  if (planSync(rows.value, ports).length > 0) return ok(true);
  const pending = await ports.store.hasPending();
  if (!pending.ok || pending.value) return pending;
  const agree = await indexAgrees(ports);
  return agree.ok ? ok(!agree.value) : agree;
}

/** Milliseconds until a run will find something to do; null when that is up to the agent. */
export async function readMsUntilDue(ports: SyncPorts): Promise<Result<number | null>> {
  const rows = await ports.store.listRows();
  return rows.ok ? ok(msUntilDue(rows.value, ports)) : rows;
}

/**
 * Does all there is to do. A source's fault is noted at the source and keeps no other from being
 * read; the answer is a fault only when the store or the index failed.
 */
export async function runSync(ports: SyncPorts): Promise<Result<null>> {
  const read = await readSources(ports);
  const indexed = await ports.activity.inTurn(() => bringIndexUpToDate(ports));
  return indexed.ok ? read : indexed;
}

/** What a run remembers of its attempts. */
interface Outcome {
  /** Attempts that left their source as it was: not again in this run. */
  vain: Set<string>;
  /** The first fault of the store's or the index's. */
  first: Fault | null;
}

async function readSources(ports: SyncPorts): Promise<Result<null>> {
  const running = new Map<string, Promise<void>>();
  const outcome: Outcome = { vain: new Set(), first: null };
  try {
    for (;;) {
      const nudged = ports.activity.nudged();
      const rows = await ports.store.listRows();
      if (!rows.ok) return rows;
      const resting = rows.value.filter((row) => !running.has(row.id));
      const tasks = planSync(resting, ports).filter(
        ({ source }) => !outcome.vain.has(attemptOf(source)),
      );
      for (const task of tasks.slice(0, MOST_AT_ONCE - running.size)) {
        const { id } = task.source;
        const done = runOne(ports, task, outcome).finally(() => running.delete(id));
        running.set(id, done);
      }
      if (running.size === 0) return outcome.first === null ? ok(null) : fail(outcome.first);
      await untilChange(ports, resting, [...running.values(), nudged]);
    }
  } finally {
    // Only after a bug or a broken store is anything left.
    ports.activity.stopAll();
    await Promise.allSettled(running.values());
  }
}

/** Resolves when a task ends, on a nudge, or when another source becomes due. */
async function untilChange(
  ports: SyncPorts,
  resting: readonly SourceProgress[],
  changes: Promise<void>[],
): Promise<void> {
  const wait = msUntilDue(resting, ports) ?? 0;
  if (wait <= 0 || wait > LONGEST_TIMER_MS) return Promise.race(changes);
  const timer = new AbortController();
  const due = sleep(wait, timer.signal).catch(() => undefined);
  try {
    await Promise.race([...changes, due]);
  } finally {
    timer.abort();
  }
}

/** What an attempt would change, whether it succeeds or fails. */
function attemptOf({
  id,
  epoch,
  failures,
  retryAt,
  cursor,
  sweep,
  pulledAt,
}: SourceProgress): string {
  return JSON.stringify([id, epoch, failures, retryAt, cursor, sweep, pulledAt]);
}

async function runOne(ports: SyncPorts, task: SyncTask, outcome: Outcome): Promise<void> {
  const done = await runTask(ports, task);
  if (done.ok) return;
  outcome.vain.add(attemptOf(task.source));
  const { kind } = done.fault;
  if (kind === 'cancelled') return;
  log.warn(`could not ${task.kind} a source`, done.fault);
  if (kind === 'storage-full' || kind === 'storage-broken') outcome.first ??= done.fault;
}

/** Indexes what is pending; an index that then holds another number of documents is made anew. */
async function bringIndexUpToDate(ports: SyncPorts): Promise<Result<null>> {
  const indexed = await indexPending(ports);
  if (!indexed.ok) return indexed;
  const agree = await indexAgrees(ports);
  if (!agree.ok) return agree;
  if (agree.value) return mergeDue(ports, true);
  return rebuildIndex(ports);
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

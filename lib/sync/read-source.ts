/** Carries out one task of the plan. Every step is committed before the next begins. */
import { isoTime } from '@/lib/core/clock';
import { fault } from '@/lib/core/fault';
import { createLog } from '@/lib/core/log';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Connector } from '@/lib/sources/contract';
import { indexPending, SLICE } from '@/lib/sync/index-pending';
import type { SyncTask } from '@/lib/sync/plan';
import type { ReadMark, SourceProgress, SyncPorts } from '@/lib/sync/ports';

/** A place that says nothing for this long is given up until later. */
const STEP_LIMIT_MS = 60_000;
const PURGE_SLICE = 500;

const log = createLog('sync');

/** A source that was removed meanwhile is no failure. */
export async function runTask(ports: SyncPorts, task: SyncTask): Promise<Result<null>> {
  const result = await carryOut(ports, task);
  return !result.ok && result.fault.kind === 'cancelled' ? ok(null) : result;
}

async function carryOut(ports: SyncPorts, { kind, source }: SyncTask): Promise<Result<null>> {
  if (kind === 'purge') return purge(ports, source.id);
  const connector = ports.connect(source);
  if (connector === null) return ok(null);
  if (kind === 'sweep') return sweep(ports, source, connector);
  if (kind === 'pull') return pull(ports, source, connector);
  const restarted = await ports.store.restartPull(source.id);
  return restarted.ok ? pull(ports, { ...source, cursor: null }, connector) : restarted;
}

async function pull(
  ports: SyncPorts,
  source: SourceProgress,
  connector: Connector,
): Promise<Result<null>> {
  let { cursor } = source;
  for (let done = false; !done;) {
    const step = await connector.pull(cursor, AbortSignal.timeout(STEP_LIMIT_MS));
    if (!step.ok) return noteFault(ports, source.id, step);
    for (const { where, why } of step.value.skipped) log.warn('skipped a record', where, why);
    const committed = await ports.store.commitPull(source.id, step.value, markOf(ports));
    if (!committed.ok) return committed;
    // Index along the way: the first items can be suggested while the rest is being read.
    const indexed = await indexPending(ports, SLICE);
    if (!indexed.ok) return indexed;
    ({ cursor, done } = step.value);
  }
  return sweepIfDue(ports, source, connector);
}

/** The store decides at the end of a pull whether a sweep follows. */
async function sweepIfDue(
  ports: SyncPorts,
  source: SourceProgress,
  connector: Connector,
): Promise<Result<null>> {
  const rows = await ports.store.listRows();
  if (!rows.ok) return rows;
  const now = rows.value.find(({ id }) => id === source.id);
  return now?.phase === 'sweep' ? sweep(ports, source, connector) : ok(null);
}

async function sweep(
  ports: SyncPorts,
  source: SourceProgress,
  connector: Connector,
): Promise<Result<null>> {
  const ids: string[] = [];
  let cursor: string | null = null;
  for (let done = false; !done;) {
    const live = await connector.sweep(cursor, AbortSignal.timeout(STEP_LIMIT_MS));
    if (!live.ok) return noteFault(ports, source.id, live);
    ids.push(...live.value.ids);
    ({ cursor, done } = live.value);
  }
  return ports.store.commitSweep(source.id, ids, markOf(ports));
}

async function purge(ports: SyncPorts, id: string): Promise<Result<null>> {
  for (;;) {
    const more = await ports.store.purgeSome(id, PURGE_SLICE);
    if (!more.ok) return more;
    const indexed = await indexPending(ports, more.value ? SLICE : 1);
    if (!indexed.ok) return indexed;
    if (!more.value) return ok(null);
  }
}

/** Remembers why a source could not be read; the answer is that failure. */
async function noteFault(
  ports: SyncPorts,
  id: string,
  failure: Extract<Result<never>, { ok: false }>,
): Promise<Result<null>> {
  const { kind, detail } = failure.fault;
  const noted = await ports.store.noteFault(id, fault(kind, detail));
  return noted.ok ? fail(failure.fault) : noted;
}

function markOf({ version, now }: SyncPorts): ReadMark {
  return { version, at: isoTime(now) };
}

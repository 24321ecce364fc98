/** Carries out one task of the plan. Every step is committed before the next begins. */
import { isoTime } from '@/lib/core/clock';
import { fault } from '@/lib/core/fault';
import { createLog } from '@/lib/core/log';
import { fail, ok, type Result } from '@/lib/core/result';
import { createIndexAlong, type IndexAlong } from '@/lib/sync/index-along';
import { indexNext, indexPending } from '@/lib/sync/index-pending';
import { nextTime, type SyncTask } from '@/lib/sync/plan';
import type { Connection, PullStep, ReadMark, SourceProgress, SyncPorts } from '@/lib/sync/ports';
import { troubleOf } from '@/lib/sync/trouble';

/** A step that takes longer is given up until later; it may hold several requests and short waits. */
const STEP_LIMIT_MS = 240_000;
const PURGE_SLICE = 500;
/** Items of a transaction: a question that comes meanwhile waits for its end. */
const PART = 25;

const log = createLog('sync');

/** The fault of a source is noted at the source. `cancelled`: it was stopped, changed or removed. */
export async function runTask(ports: SyncPorts, task: SyncTask): Promise<Result<null>> {
  const { source } = task;
  const doing = task.kind === 'restart' ? 'pull' : task.kind;
  const signal = ports.activity.begin(source.id, doing);
  try {
    const done = await carryOut(ports, task, signal);
    if (signal.aborted) return fail(fault('cancelled'));
    if (!done.ok && done.fault.kind !== 'cancelled') await noteTrouble(ports, source, done.fault);
    return done;
  } finally {
    ports.activity.end(source.id);
  }
}

async function carryOut(
  ports: SyncPorts,
  { kind, source }: SyncTask,
  signal: AbortSignal,
): Promise<Result<null>> {
  if (kind === 'purge') return purge(ports, source.id);
  const connection = await ports.connect(source);
  if (!connection.ok) return connection;
  if (kind === 'sweep') return sweep(ports, source, connection.value, signal);
  const begun = await ports.store.beginPull(source, kind === 'restart');
  if (!begun.ok) return begun;
  const cursor = kind === 'restart' ? null : source.cursor;
  return pull(ports, { ...source, cursor }, connection.value, signal);
}

async function pull(
  ports: SyncPorts,
  source: SourceProgress,
  connection: Connection,
  signal: AbortSignal,
): Promise<Result<null>> {
  const along = createIndexAlong(ports);
  try {
    return await pullSteps(ports, source, connection, signal, along);
  } finally {
    await along.settle().catch(() => undefined);
  }
}

/** The first items can be suggested while the rest is being read: each step kicks the index. */
async function pullSteps(
  ports: SyncPorts,
  source: SourceProgress,
  connection: Connection,
  signal: AbortSignal,
  along: IndexAlong,
): Promise<Result<null>> {
  let { cursor } = source;
  for (let done = false; !done;) {
    const step = await inTime(signal, (limited) => connection.connector.pull(cursor, limited));
    if (!step.ok) return step;
    for (const { where, why, detail = '' } of step.value.skipped) {
      log.warn('skipped a record', where, why, detail);
    }
    if (!step.value.done && step.value.cursor === cursor) return stuck();
    const bytes = connection.takeBytes();
    const committed = await commitInParts(ports, source, { ...step.value, bytes }, cursor);
    if (!committed.ok) return committed;
    ports.activity.note(source.id, step.value.upserts.length, bytes);
    const indexed = along.kick(step.value.upserts.length + step.value.deletes.length);
    if (!indexed.ok) return indexed;
    ({ cursor, done } = step.value);
  }
  return along.finish();
}

/** The last part brings the step's cursor; after a kill between two parts the step is made again. */
async function commitInParts(
  ports: SyncPorts,
  source: SourceProgress,
  step: PullStep,
  before: string | null,
): Promise<Result<null>> {
  let from = 0;
  for (; from + PART < step.upserts.length; from += PART) {
    const upserts = step.upserts.slice(from, from + PART);
    const part = { upserts, deletes: [], cursor: before, done: false };
    const committed = await ports.store.commitPull(source, part, markOf(ports));
    if (!committed.ok) return committed;
  }
  const rest = { ...step, upserts: step.upserts.slice(from) };
  return ports.store.commitPull(source, rest, markOf(ports));
}

/** Stops when a pull is due; the sweep goes on after it. */
async function sweep(
  ports: SyncPorts,
  source: SourceProgress,
  connection: Connection,
  signal: AbortSignal,
): Promise<Result<null>> {
  let cursor = source.sweep?.cursor ?? null;
  for (;;) {
    const from = cursor;
    const step = await inTime(signal, (limited) => connection.connector.sweep(from, limited));
    if (!step.ok) return step;
    if (!step.value.done && step.value.cursor === from) return stuck();
    const committed = await ports.store.commitSweep(source, step.value, markOf(ports));
    if (!committed.ok) return committed;
    ports.activity.note(source.id, step.value.ids.length, connection.takeBytes());
    ({ cursor } = step.value);
    if (step.value.done || isPullDue(ports, source)) return ok(null);
  }
}

function isPullDue(ports: SyncPorts, source: SourceProgress): boolean {
  const pulls = { ...source, sweep: null, sweepsDue: 0, sweptAt: ports.now() };
  return (nextTime(pulls, ports) ?? Infinity) <= ports.now();
}

/** A step that would never end is a mistake of the place's or ours, and must not become a loop. */
function stuck(): Result<null> {
  return fail(fault('bad-response', { why: 'no progress' }));
}

/** One step, with a limit of its own. */
async function inTime<T>(
  signal: AbortSignal,
  step: (limited: AbortSignal) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (signal.aborted) return fail(fault('cancelled'));
  const limit = AbortSignal.timeout(STEP_LIMIT_MS);
  const done = await step(AbortSignal.any([signal, limit]));
  if (done.ok || done.fault.kind !== 'cancelled') return done;
  return signal.aborted ? done : fail(fault('timeout'));
}

async function purge(ports: SyncPorts, id: string): Promise<Result<null>> {
  for (;;) {
    const more = await ports.store.purgeSome(id, PURGE_SLICE);
    if (!more.ok) return more;
    const index = more.value ? indexNext : indexPending;
    const indexed = await ports.activity.inTurn(() => index(ports));
    if (!indexed.ok) return indexed;
    if (!more.value) return ok(null);
  }
}

/** Remembers why a source could not be read; what was read stays. */
async function noteTrouble(
  ports: SyncPorts,
  source: SourceProgress,
  cause: Parameters<typeof troubleOf>[0],
): Promise<void> {
  const trouble = troubleOf(cause, source.failures, ports.now(), ports.random());
  const noted = await ports.store.noteTrouble(source, trouble);
  // A storage that is full cannot take even that; the run's own fault says so.
  if (!noted.ok) log.warn('could not note a fault', noted.fault);
}

function markOf({ version, now }: SyncPorts): ReadMark {
  return { version, at: isoTime(now) };
}

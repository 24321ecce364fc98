/**
 * A reading made of legs: lists read one after the other, page by page. What began a reading, and the
 * page it is at, stand in the cursor, so that a reading goes on after the worker was stopped.
 */
import * as z from 'zod/mini';
import type { Fault } from '@/lib/core/fault';
import { ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { Cursor, PullBatch, SweepBatch } from '@/lib/sources/contract';
import { readCursor, writeCursor } from '@/lib/sources/cursor';

/** The lists of one reading. */
export interface LegPlan {
  legs: string[];
  /** ISO 8601, the server's clock before anything was listed. */
  servedAt: string;
  /** What is to be remembered from reading to reading, beside the time; bounded by the connector. */
  note?: string;
}

/** One page of one list. */
export interface LegPage extends Pick<PullBatch, 'upserts' | 'deletes' | 'skipped' | 'total'> {
  /** The page after this one in the connector's own words; null ends the leg. */
  next: string | null;
  /** Replaces what is remembered. */
  note?: string;
}

/** How far a connector had come before, and what it remembers. */
export interface Known {
  /** ISO 8601; null: nothing was read yet, read everything. */
  since: string | null;
  note: string | null;
}

export interface PullLegs {
  /** How much of the time before the last reading is read again: lists learn of changes late. */
  overlapMs: number;
  plan(known: Known): Promise<Result<LegPlan>>;
  read(leg: string, page: string | null, known: Known): Promise<Result<LegPage>>;
}

export interface SweepLegs {
  plan(): Promise<Result<Pick<LegPlan, 'legs'>>>;
  list(leg: string, page: string | null): Promise<Result<{ ids: string[]; next: string | null }>>;
}

/** A page token the server no longer knows begins the reading anew, but not for ever. */
const MOST_RESTARTS = 2;

const runSchema = z.object({
  legs: z.array(z.string()),
  at: z.int(),
  page: z.nullable(z.string()),
});
const pullSchema = z.object({
  since: z.nullable(z.string()),
  note: z.nullable(z.string()),
  run: z.nullable(z.extend(runSchema, { started: z.string(), restarts: z.int() })),
});
type PullState = z.infer<typeof pullSchema>;
type PullRun = NonNullable<PullState['run']>;

const EMPTY = { upserts: [], deletes: [], skipped: [] };

/** The next step of a reading, as a connector's `pull` gives it. */
export async function pullLegs(
  reader: PullLegs,
  cursor: Cursor | null,
): Promise<Result<PullBatch>> {
  const kept = readCursor(cursor, pullSchema) ?? { since: null, note: null, run: null };
  const begun = kept.run === null ? await begin(reader, kept) : ok(kept);
  if (!begun.ok) return begun;
  const state = begun.value;
  const leg = state.run?.legs[state.run.at];
  if (state.run === null || leg === undefined) return ok(finish(reader, state, EMPTY));
  const read = await reader.read(leg, state.run.page, state);
  if (read.ok) return ok(advance(reader, state, state.run, read.value));
  const { restarts, page } = state.run;
  if (page === null || restarts >= MOST_RESTARTS || !isStalePage(read.fault)) return read;
  const run = { ...state.run, at: 0, page: null, restarts: restarts + 1 };
  return ok({ ...EMPTY, cursor: writeCursor({ ...state, run }), done: false });
}

async function begin(reader: PullLegs, known: PullState): Promise<Result<PullState>> {
  const plan = await reader.plan(known);
  if (!plan.ok) return plan;
  const { legs, servedAt, note = known.note } = plan.value;
  const run = { legs, at: 0, page: null, started: servedAt, restarts: 0 };
  return ok({ since: known.since, note, run });
}

function advance(
  reader: PullLegs,
  known: PullState,
  run: PullRun,
  { next, note, ...page }: LegPage,
): PullBatch {
  const upserts = [
    ...new Map(page.upserts.map((item): [string, Item] => [item.id, item])).values(),
  ];
  const there = new Set(upserts.map(({ id }) => id));
  const deletes = [...new Set(page.deletes)].filter((id) => !there.has(id));
  const batch = { ...page, upserts, deletes };
  const after = next === null ? { ...run, at: run.at + 1, page: null } : { ...run, page: next };
  const state = { since: known.since, note: note ?? known.note, run: after };
  if (after.at >= run.legs.length) return finish(reader, state, batch);
  return { ...batch, cursor: writeCursor(state), done: false };
}

/** The next reading begins before this one did: what was changed or indexed meanwhile is in it. */
function finish(
  reader: PullLegs,
  { since: before, note, run }: PullState,
  batch: Pick<PullBatch, 'upserts' | 'deletes' | 'skipped' | 'total'>,
): PullBatch {
  const since =
    run === null ? before : new Date(Date.parse(run.started) - reader.overlapMs).toISOString();
  return { ...batch, cursor: writeCursor({ since, note, run: null }), done: true };
}

/** Servers answer 400 or 422 to a token that has expired. */
function isStalePage({ kind, detail }: Fault): boolean {
  return kind === 'bad-response' && [400, 422].includes(Number(detail?.['status']));
}

/** The next step of listing what is there, as a connector's `sweep` gives it. */
export async function sweepLegs(
  reader: SweepLegs,
  cursor: Cursor | null,
): Promise<Result<SweepBatch>> {
  const kept = readCursor(cursor, runSchema);
  const plan = kept === null ? await reader.plan() : ok({ legs: kept.legs });
  if (!plan.ok) return plan;
  const { legs } = plan.value;
  const { at, page } = kept ?? { at: 0, page: null };
  const leg = legs[at];
  if (leg === undefined) return ok({ ids: [], cursor: '', done: true });
  const listed = await reader.list(leg, page);
  if (!listed.ok) return listed;
  const { ids, next } = listed.value;
  const after = next === null ? { legs, at: at + 1, page: null } : { legs, at, page: next };
  const done = after.at >= legs.length;
  return ok({ ids: [...new Set(ids)], cursor: done ? '' : writeCursor(after), done });
}

/** Whether a list that came newest first has reached what was read before. */
export function hasReached(times: readonly string[], since: string | null): boolean {
  if (since === null || times.length === 0) return false;
  const moments = times.map((time) => Date.parse(time));
  // A server that ignores the order asked for is read to the end.
  const isOrdered = moments.every((moment, at) => at === 0 || moment <= (moments[at - 1] ?? 0));
  return isOrdered && (moments.at(-1) ?? 0) < Date.parse(since);
}

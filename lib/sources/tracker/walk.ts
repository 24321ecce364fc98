/**
 * Reads a tracker's rows in the order they changed. Each step asks for rows changed since the last
 * one seen, not for page n: rows that change while we read move to the end, and what came after
 * them would slip to a page already read. Pages are only turned within rows of the same moment.
 */
import * as z from 'zod/mini';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { Cursor, PullBatch, SweepBatch } from '@/lib/sources/contract';
import { readCursor, writeCursor } from '@/lib/sources/cursor';

/** Where a step reads. */
export interface Place {
  /** ISO 8601, inclusive; null reads from the beginning. */
  since: string | null;
  /** A page after the first of the same question, in the connector's own words. */
  page: string | null;
  /**
   * True while everything is read: what is not wanted may be left out by the server. Later it must
   * be seen, for it may have been wanted before.
   */
  isWhole: boolean;
}

/** A row as the walk needs it. */
export interface RowMark {
  id: string;
  /** When the tracker says the row changed last. */
  at: string;
}

/** One page of rows, in the order they changed. */
export interface ReadPage extends Pick<PullBatch, 'upserts' | 'deletes' | 'skipped' | 'total'> {
  /** ISO 8601, the server's clock. */
  servedAt: string;
  rows: readonly RowMark[];
  /** The page after this one, or null. */
  next: string | null;
  /**
   * Id of the row that now stands before this page's first new row, where a connector can tell:
   * when it is not the last one read, rows have moved and the moment is read again.
   */
  before?: string;
}

export interface WalkOptions {
  /** How much of the time before the last reading is read again: search indexes lag. */
  overlapMs: number;
  /** How exactly the tracker understands `since`. */
  grainMs: number;
  /** What all items have from the place itself, e.g. who may see it: when it changes, all is read. */
  basis?: string;
  read(place: Place): Promise<Result<ReadPage>>;
}

const runSchema = z.object({
  /** The server's clock when this reading began. */
  started: z.string(),
  newest: z.nullable(z.string()),
  since: z.nullable(z.string()),
  page: z.nullable(z.string()),
  /** The last row of the page before. */
  last: z.nullable(z.string()),
  /** How often this moment was begun again. */
  again: z.number(),
});
const stateSchema = z.object({
  mark: z.nullable(z.string()),
  basis: z.optional(z.string()),
  run: z.optional(runSchema),
});
type State = z.infer<typeof stateSchema>;
type Run = z.infer<typeof runSchema>;

/** A server that orders the rows of one moment anew for each answer would keep us for ever. */
const MOST_AGAIN = 3;

/** The next step of a reading; see `Connector.pull`. */
export async function pullChanged(
  cursor: Cursor | null,
  options: WalkOptions,
): Promise<Result<PullBatch>> {
  const { basis } = options;
  const state = readState(cursor, basis);
  const since = state.run?.since ?? (state.run === undefined ? firstSince(state, options) : null);
  const read = await options.read({
    since,
    page: state.run?.page ?? null,
    isWhole: state.mark === null,
  });
  if (!read.ok) return read;
  const run = withNewest(state.run ?? begin(read.value.servedAt, since), read.value.rows);
  const next = nextRun(run, read.value, options.grainMs);
  const { upserts, deletes, skipped, total } = read.value;
  return ok({
    ...oneEach(upserts, deletes),
    skipped,
    ...(total === undefined ? {} : { total }),
    done: next === null,
    cursor: writeCursor(
      next === null
        ? { mark: markOf(run, state.mark), basis }
        : { mark: state.mark, basis, run: next },
    ),
  });
}

/** A damaged cursor, one with odd times, or one from before the place changed, begins anew. */
function readState(cursor: Cursor | null, basis: string | undefined): State {
  const state = readCursor(cursor, stateSchema);
  const times = [state?.mark, state?.run?.since, state?.run?.started, state?.run?.newest];
  const isOdd = times.some((time) => typeof time === 'string' && Number.isNaN(Date.parse(time)));
  return state === null || isOdd || state.basis !== basis ? { mark: null } : state;
}

function firstSince({ mark }: State, { overlapMs, grainMs }: WalkOptions): string | null {
  return mark === null ? null : floorTime(Date.parse(mark) - overlapMs, grainMs);
}

function begin(started: string, since: string | null): Run {
  return { started, newest: null, since, page: null, last: null, again: 0 };
}

function withNewest(run: Run, rows: readonly RowMark[]): Run {
  const newest = rows.reduce(
    (best, { at }) => {
      const time = Date.parse(at);
      return time > best ? time : best;
    },
    Date.parse(run.newest ?? '') || 0,
  );
  return { ...run, newest: newest === 0 ? null : new Date(newest).toISOString() };
}

/** Where to go on, or null at the end. */
function nextRun(run: Run, read: ReadPage, grainMs: number): Run | null {
  const hasMoved = run.page !== null && read.before !== undefined && read.before !== run.last;
  if (hasMoved && run.again < MOST_AGAIN) {
    return { ...run, page: null, last: null, again: run.again + 1 };
  }
  if (read.next === null) return null;
  const last = read.rows.at(-1);
  const at = last === undefined ? null : floorTime(Date.parse(last.at), grainMs);
  if (at !== null && (run.since === null || Date.parse(at) > Date.parse(run.since))) {
    return { ...run, since: at, page: null, last: null, again: 0 };
  }
  // The same page again would never end.
  if (read.next === run.page) return null;
  return { ...run, page: read.next, last: last?.id ?? null };
}

/**
 * How far the reading got: the server's clock at its beginning, yet never past the newest change
 * seen, for a server whose clock is not told by its answers (then ours was used).
 */
function markOf(run: Run, before: string | null): string | null {
  const seen = run.newest ?? before;
  if (seen === null) return null;
  return new Date(Math.min(Date.parse(run.started), Date.parse(seen))).toISOString();
}

function floorTime(time: number, grainMs: number): string | null {
  return Number.isNaN(time) ? null : new Date(Math.floor(time / grainMs) * grainMs).toISOString();
}

/** A page may name a row twice; what is there is not gone. */
function oneEach(
  upserts: readonly Item[],
  deletes: readonly string[],
): Pick<PullBatch, 'upserts' | 'deletes'> {
  const byId = new Map(upserts.map((item) => [item.id, item]));
  return {
    upserts: [...byId.values()],
    deletes: [...new Set(deletes)].filter((id) => !byId.has(id)),
  };
}

/** One page of a sweep. */
export interface SweepPage {
  ids: string[];
  next: string | null;
}

const sweepSchema = z.object({ page: z.string() });

/** The next step of a sweep whose pages have names; see `Connector.sweep`. */
export async function sweepPages(
  cursor: Cursor | null,
  read: (page: string | null) => Promise<Result<SweepPage>>,
): Promise<Result<SweepBatch>> {
  const page = readCursor(cursor, sweepSchema)?.page ?? null;
  const listed = await read(page);
  if (!listed.ok) return listed;
  const { ids, next } = listed.value;
  // A list that ends where it began would be taken for the whole.
  if (next !== null && next === page)
    return fail(fault('bad-response', { why: 'pages in a circle' }));
  return ok({
    ids: [...new Set(ids)],
    cursor: next === null ? '' : writeCursor({ page: next }),
    done: next === null,
  });
}

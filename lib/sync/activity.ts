/** What is under way in this context: stopped from here, and how fast it goes. */
import type { Clock } from '@/lib/core/clock';
import { createPriority, type Priority } from '@/lib/sync/priority';

/** Per second, over the last minute. */
export interface Rates {
  items: number;
  bytes: number;
}

export interface Activity extends Priority {
  /** Marks a source as being read; the signal aborts when it is to stop. */
  begin(sourceId: string, doing: 'pull' | 'sweep' | 'purge'): AbortSignal;
  end(sourceId: string): void;
  doing(sourceId: string): 'pull' | 'sweep' | 'purge' | null;
  stop(sourceId: string): void;
  stopAll(): void;
  /** A step brought this much. */
  note(sourceId: string, items: number, bytes: number): void;
  /** Null until that can be told. */
  rates(sourceId: string): Rates | null;
  /** There may be something new to do beside what is under way. */
  nudge(): void;
  /** Resolves at the next nudge. */
  nudged(): Promise<void>;
  /** One at a time, e.g. slices of the index. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

const WINDOW_MS = 60_000;
/** Rates over less time jump about. */
const LEAST_MS = 2_000;

interface UnderWay {
  doing: 'pull' | 'sweep' | 'purge';
  abort: AbortController;
  began: number;
  steps: { at: number; items: number; bytes: number }[];
}

export function createActivity(now: Clock): Activity {
  const underWay = new Map<string, UnderWay>();
  let nudge = createNudge();
  let turn: Promise<unknown> = Promise.resolve();
  return {
    ...createPriority(),
    begin(id, doing) {
      const abort = new AbortController();
      underWay.set(id, { doing, abort, began: now(), steps: [] });
      return abort.signal;
    },
    end: (id) => void underWay.delete(id),
    doing: (id) => underWay.get(id)?.doing ?? null,
    stop: (id) => underWay.get(id)?.abort.abort(),
    stopAll() {
      for (const { abort } of underWay.values()) abort.abort();
    },
    note(id, items, bytes) {
      const run = underWay.get(id);
      if (run === undefined) return;
      run.steps.push({ at: now(), items, bytes });
      run.steps = run.steps.filter(({ at }) => at > now() - WINDOW_MS);
    },
    rates(id) {
      const run = underWay.get(id);
      return run === undefined ? null : ratesOf(run, now());
    },
    nudge() {
      nudge.resolve();
      nudge = createNudge();
    },
    nudged: () => nudge.promise,
    inTurn(work) {
      const done = turn.then(work, work);
      turn = done.catch(() => undefined);
      return done;
    },
  };
}

function createNudge(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

function ratesOf({ began, steps }: UnderWay, now: number): Rates | null {
  const elapsed = Math.min(now - began, WINDOW_MS);
  if (elapsed < LEAST_MS || steps.length === 0) return null;
  const recent = steps.filter(({ at }) => at > now - WINDOW_MS);
  const sum = (of: 'items' | 'bytes') => recent.reduce((all, step) => all + step[of], 0);
  return { items: (sum('items') * 1000) / elapsed, bytes: (sum('bytes') * 1000) / elapsed };
}

/** Indexes beside a reading: the next page is fetched and stored while the last ones are analysed. */
import type { Result } from '@/lib/core/result';
import { ok } from '@/lib/core/result';
import { indexNext, indexPending, MOST_IN_COMMIT } from '@/lib/sync/index-pending';
import type { SyncPorts } from '@/lib/sync/ports';

export interface IndexAlong {
  /** So many more items may wait for the index. Returns how it last ended; throws what it threw. */
  kick(items: number): Result<null>;
  /** Resolves when nothing is being indexed any more. */
  settle(): Promise<Result<null>>;
  /** Indexes all that waits. */
  finish(): Promise<Result<null>>;
}

/** Longest wait of items that were read; the first are indexed at once. */
const SOON_MS = 5_000;

export function createIndexAlong(ports: SyncPorts): IndexAlong {
  let waiting = 0;
  let lastAt = -Infinity;
  let running: Promise<void> | null = null;
  let ended: () => Result<null> = () => ok(null);

  async function index(work: () => Promise<Result<null>>): Promise<void> {
    waiting = 0;
    try {
      const done = await ports.activity.inTurn(work);
      ended = () => done;
    } catch (error) {
      // A bug is thrown where somebody waits, not out of nowhere.
      ended = () => {
        throw error;
      };
    }
    lastAt = ports.now();
    running = null;
  }

  async function settle(): Promise<Result<null>> {
    await running;
    return ended();
  }

  return {
    kick(items) {
      const last = ended();
      waiting += items;
      // Every commit makes a segment, and segments are merged: few large ones cost less.
      const isTime = waiting >= MOST_IN_COMMIT || Math.abs(ports.now() - lastAt) >= SOON_MS;
      if (last.ok && isTime) running ??= index(() => indexNext(ports));
      return last;
    },
    settle,
    async finish() {
      const settled = await settle();
      if (!settled.ok) return settled;
      running = index(() => indexPending(ports));
      return settle();
    },
  };
}

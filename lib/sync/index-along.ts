/** Indexes beside a reading: the next page is fetched and stored while the last ones are analysed. */
import type { Result } from '@/lib/core/result';
import { ok } from '@/lib/core/result';
import { indexPending, SLICE } from '@/lib/sync/index-pending';
import type { SyncPorts } from '@/lib/sync/ports';

export interface IndexAlong {
  /** There may be a slice to index. Returns how the last one ended; throws what it threw. */
  kick(): Result<null>;
  /** Resolves when nothing is being indexed any more. */
  settle(): Promise<Result<null>>;
}

export function createIndexAlong(ports: SyncPorts): IndexAlong {
  let running: Promise<void> | null = null;
  let ended: () => Result<null> = () => ok(null);

  async function index(): Promise<void> {
    try {
      const done = await ports.activity.inTurn(() => indexPending(ports, SLICE));
      ended = () => done;
    } catch (error) {
      // A bug is thrown where somebody waits, not out of nowhere.
      ended = () => {
        throw error;
      };
    }
    running = null;
  }

  return {
    kick() {
      const last = ended();
      if (last.ok) running ??= index();
      return last;
    },
    async settle() {
      await running;
      return ended();
    },
  };
}

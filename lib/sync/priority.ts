/** Agents come first: what keeps sources fresh waits for their questions, and leaves them room in the storage. */
import { sleep, withTimeLimit, yieldToOthers } from '@/lib/core/async';

export interface Priority {
  /** Work that an agent waits for: what keeps sources fresh holds back until it is done. */
  ahead<T>(work: () => Promise<T>): Promise<T>;
  /** Lets others in, and resolves when no agent waits; sooner when that takes too long. */
  giveWay(): Promise<void>;
  /**
   * A request to the storage that no agent waits for: one at a time, when none waits. The storage does one
   * after the other, and what a question asks of it stands behind all that was asked before.
   */
  behind<T>(work: () => Promise<T>): Promise<T>;
}

/** Whoever asks without a pause must not stop everything else. */
const LONGEST_HOLD_MS = 1_000;
/** Who asked in so many milliseconds is at work and will ask again. */
const AT_WORK_MS = 10_000;
/** Beside an agent at work the storage rests after each request: this share of the time that it took. */
const REST_SHARE = 0.5;
const LONGEST_REST_MS = 100;

export function createPriority(): Priority {
  const asked = new Set<Promise<unknown>>();
  let lastAskedAt = -Infinity;
  let queue: Promise<unknown> = Promise.resolve();

  async function giveWay(): Promise<void> {
    await yieldToOthers();
    if (asked.size > 0) await withTimeLimit(Promise.allSettled(asked), LONGEST_HOLD_MS, () => []);
  }

  async function rest(worked: number): Promise<void> {
    if (performance.now() - lastAskedAt > AT_WORK_MS) return;
    await sleep(Math.min(worked * REST_SHARE, LONGEST_REST_MS));
  }

  return {
    async ahead(work) {
      lastAskedAt = performance.now();
      const done = work();
      asked.add(done);
      try {
        return await done;
      } finally {
        asked.delete(done);
      }
    },
    giveWay,
    behind(work) {
      let began = 0;
      const done = queue.then(async () => {
        await giveWay();
        began = performance.now();
        return work();
      });
      const andRest = () => rest(performance.now() - began);
      queue = done.then(andRest, andRest);
      return done;
    },
  };
}

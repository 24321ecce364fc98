/** Waiting, giving up and trying again. */

/** Resolves after `milliseconds`, or rejects with the signal's reason when it aborts before. */
export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- the reason is the caller's
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** Lets messages and clicks that wait be handled before the caller goes on. */
export async function yieldToOthers(): Promise<void> {
  // A timer would not do: browsers make the fifth in a row wait four milliseconds.
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/** For work in small steps: call it after each; it lets others in when that was not done for `milliseconds`. */
export function createBreather(
  milliseconds: number,
  giveWay: () => Promise<void> = yieldToOthers,
): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < milliseconds) return;
    await giveWay();
    last = performance.now();
  };
}

/** The work's value, or `late()` when it takes longer than `milliseconds`. The work is not stopped. */
export async function withTimeLimit<T>(
  work: Promise<T>,
  milliseconds: number,
  late: () => T,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late()), milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Wait before attempt `attempt` (0, 1, 2 …): doubles from `first` up to `most`, in milliseconds. */
export function backoff(attempt: number, first: number, most: number): number {
  return Math.min(most, first * 2 ** Math.min(attempt, 30));
}

/** A delayed call. */
export interface Debounced {
  call(): void;
  cancel(): void;
}

/** Calls `work` once, `milliseconds` after the last `call`. */
export function debounce(work: () => void, milliseconds: number): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    call() {
      clearTimeout(timer);
      timer = setTimeout(work, milliseconds);
    },
    cancel() {
      clearTimeout(timer);
    },
  };
}

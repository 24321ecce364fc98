/** One at a time, over all contexts of the extension. A killed context lets go of its locks. */

/** Runs the work when no other context holds the lock of this name. Rejects when the signal aborts before. */
export async function withLock<T>(
  name: string,
  work: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  // The types of lib.dom wrap the result once more than the function does.
  return (await navigator.locks.request(name, signal ? { signal } : {}, work)) as T;
}

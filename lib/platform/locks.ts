/** One at a time, over all contexts of the extension. A killed context lets go of its locks. */

/** Runs the work when no other context holds the lock of this name. */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  // The types of lib.dom wrap the result once more than the function does.
  return (await navigator.locks.request(name, work)) as T;
}

/** Turns the database's errors into faults. */
import { Dexie } from 'dexie';
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';

/** The work's value; `storage-full` or `storage-broken` when the database refuses. */
export async function guarded<T>(work: () => PromiseLike<T>): Promise<Result<T>> {
  const result = await guardedResult(async () => ok(await work()));
  return result;
}

/** Like `guarded`, for work that has faults of its own. Bugs are thrown on. */
export async function guardedResult<T>(work: () => PromiseLike<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const known = toFault(error);
    if (known === null) throw error;
    return fail(known);
  }
}

/** The fault for a database error, or null when the error is no such thing. */
function toFault(error: unknown): Fault | null {
  const names = errorNames(error);
  if (names.includes('QuotaExceededError')) return fault('storage-full');
  if (!(error instanceof Dexie.DexieError) && !(error instanceof DOMException)) return null;
  return fault('storage-broken', { error: names.at(-1) ?? 'unknown' });
}

/** An aborted transaction carries the reason inside. */
function errorNames(error: unknown): string[] {
  const names: string[] = [];
  let current = error;
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth += 1) {
    if ('name' in current && typeof current.name === 'string') names.push(current.name);
    if ('failures' in current && Array.isArray(current.failures)) {
      names.push(...current.failures.slice(0, 1).flatMap(errorNames));
    }
    current = 'inner' in current ? current.inner : null;
  }
  return names;
}

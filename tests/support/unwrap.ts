/** The value of a Result that a test expects to be one. */
import type { Result } from '@/lib/core/result';

export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Fault: ${JSON.stringify(result.fault)}`);
  return result.value;
}

/** The schema of faults and results, for everything that crosses a boundary. */
import * as z from 'zod/mini';
import { FAULT_KINDS, type Fault } from '@/lib/core/fault';
import type { Result } from '@/lib/core/result';

export const faultSchema: z.ZodMiniType<Fault> = z.object({
  kind: z.enum(FAULT_KINDS),
  retry: z.enum(['now', 'later', 'never']),
  detail: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
});

/** Schema of `Result<T>` for a value schema. */
export function resultSchema<T>(value: z.ZodMiniType<T>): z.ZodMiniType<Result<T>> {
  // A plain union: helpdesk pages load no code for another kind.
  return z.union([
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), fault: faultSchema }),
  ]);
}

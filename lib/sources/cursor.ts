/** Cursors as JSON with a schema: one of another version, or a damaged one, is no cursor. */
import type * as z from 'zod/mini';
import type { Cursor } from '@/lib/sources/contract';

/** Writes a cursor that `readCursor` understands. */
export function writeCursor(state: unknown): Cursor {
  return JSON.stringify(state);
}

/** The cursor's state, or null when there is none of this shape: reading then begins anew. */
export function readCursor<T>(cursor: Cursor | null, schema: z.ZodMiniType<T>): T | null {
  if (cursor === null) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(cursor));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The outbox to the index; only for use inside a transaction over it and what the ids name. */
import { createId } from '@/lib/core/ids';
import type { TrivetDatabase } from '@/lib/store/database';

/** Notes that the index is behind on these items or precedents, whether they changed or are gone. */
export async function markPending(db: TrivetDatabase, ids: readonly string[]): Promise<void> {
  const change = createId();
  await db.pending.bulkPut(ids.map((itemId) => ({ itemId, change })));
}

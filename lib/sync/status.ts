/** How far the index is, as agents are told. */
import { ok, type Result } from '@/lib/core/result';
import type { Fault } from '@/lib/core/fault';
import type { IndexStatus } from '@/lib/model/source';
import { planSync } from '@/lib/sync/plan';
import type { SyncStore } from '@/lib/sync/ports';

/** Reads the status from what is stored and from what the scheduler says of itself. */
export async function readIndexStatus(
  store: SyncStore,
  version: string,
  scheduler: { isRunning(): boolean; lastFault(): Fault | null },
): Promise<Result<IndexStatus>> {
  const [rows, items, documents, pending] = await Promise.all([
    store.listRows(),
    store.countItems(),
    store.countDocuments(),
    store.hasPending(),
  ]);
  if (!rows.ok) return rows;
  if (!items.ok) return items;
  if (!documents.ok) return documents;
  if (!pending.ok) return pending;
  const isWorkLeft = pending.value || planSync(rows.value, version).length > 0;
  return ok({
    state: stateOf(isWorkLeft, items.value, scheduler),
    items: items.value,
    // While a removed source is purged, the index still holds some of its documents.
    indexed: Math.min(items.value, documents.value),
  });
}

function stateOf(
  isWorkLeft: boolean,
  items: number,
  scheduler: { isRunning(): boolean; lastFault(): Fault | null },
): IndexStatus['state'] {
  if (scheduler.isRunning() && isWorkLeft) return 'indexing';
  if (scheduler.lastFault() !== null) return 'failed';
  if (isWorkLeft) return 'indexing';
  return items === 0 ? 'empty' : 'ready';
}

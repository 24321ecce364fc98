/** How far the index is, as agents are told. */
import { ok, type Result } from '@/lib/core/result';
import type { Fault } from '@/lib/core/fault';
import type { IndexStatus } from '@/lib/model/source';
import type { SourceProgress, SyncStore } from '@/lib/sync/ports';

/** Reads the status from what is stored and from what the scheduler says of itself. */
export async function readIndexStatus(
  store: SyncStore,
  version: string,
  scheduler: { isRunning(): boolean; lastFault(): Fault | null },
): Promise<Result<IndexStatus>> {
  const [rows, items, indexed, pending] = await Promise.all([
    store.listRows(),
    store.countItems(),
    countIndexed(store),
    store.hasPendingItems(),
  ]);
  if (!rows.ok) return rows;
  if (!items.ok) return items;
  if (!indexed.ok) return indexed;
  if (!pending.ok) return pending;
  // Precedents are not waited for: nobody is told that the index is behind because of an insert.
  const isWorkLeft = pending.value || rows.value.some((row) => isBeginning(row, version));
  const isTroubled = items.value === 0 && rows.value.some((row) => row.fault !== null);
  return ok({
    state: isTroubled ? 'failed' : stateOf(isWorkLeft, items.value, scheduler),
    items: items.value,
    // While a removed source is purged, the index still holds some of its documents.
    indexed: Math.min(items.value, indexed.value),
  });
}

/** Changes of a source that was read before come and go unnoticed. */
function isBeginning(row: SourceProgress, version: string): boolean {
  if (row.phase === 'purge') return true;
  if (row.isPaused || row.fault !== null) return false;
  if (row.kind === 'sample' && row.readBy !== version) return true;
  return row.phase === 'pull' && row.syncedAt === undefined;
}

/** Documents of the index that are no precedents. One that waits may be there already or not. */
async function countIndexed(store: SyncStore): Promise<Result<number>> {
  const [documents, precedents, waiting] = await Promise.all([
    store.countDocuments(),
    store.countPrecedents(),
    store.countPendingPrecedents(),
  ]);
  if (!documents.ok) return documents;
  if (!precedents.ok) return precedents;
  if (!waiting.ok) return waiting;
  return ok(Math.max(0, documents.value - Math.max(0, precedents.value - waiting.value)));
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

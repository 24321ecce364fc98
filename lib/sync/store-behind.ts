/** The storage as what keeps sources fresh uses it: behind the questions of agents. */
import type { SegmentStore } from '@/lib/search/contract';
import type { SyncStore } from '@/lib/sync/ports';
import type { Priority } from '@/lib/sync/priority';

/** The same store; what moves much data and nobody waits for is asked of it behind everything else. */
export function storeBehind(
  { behind }: Pick<Priority, 'behind'>,
  store: SyncStore & SegmentStore,
): SyncStore & SegmentStore {
  return {
    ...store,
    commitPull: (...of) => behind(() => store.commitPull(...of)),
    commitSweep: (...of) => behind(() => store.commitSweep(...of)),
    purgeSome: (...of) => behind(() => store.purgeSome(...of)),
    readPending: (...of) => behind(() => store.readPending(...of)),
    settlePending: (...of) => behind(() => store.settlePending(...of)),
    writeBlocks: (...of) => behind(() => store.writeBlocks(...of)),
    commit: (...of) => behind(() => store.commit(...of)),
    removeSome: (...of) => behind(() => store.removeSome(...of)),
  };
}

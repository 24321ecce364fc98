/** What syncing needs of the rest: a store that commits whole steps, an index, connectors. */
import type { Clock } from '@/lib/core/clock';
import type { Fault } from '@/lib/core/fault';
import type { Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { Precedent } from '@/lib/model/precedent';
import type { Source } from '@/lib/model/source';
import type { IndexBatch, SearchDocument } from '@/lib/search/contract';
import type { Connector } from '@/lib/sources/contract';

/** A source and how far its reading is; see the store's rows. */
export interface SourceProgress {
  id: string;
  kind: Source['kind'];
  phase: 'idle' | 'pull' | 'sweep' | 'purge';
  cursor: string | null;
  readBy: string | null;
}

/** One unit of index work; the index forgets it only when it has not changed since. */
interface PendingChange {
  itemId: string;
  change: string;
}

/** Some index work: what to index, ids to forget, and the rows to settle afterwards. */
export interface PendingWork {
  upserts: Item[];
  precedents: Precedent[];
  deletes: string[];
  rows: PendingChange[];
}

/** Who read a source to its end, and when. */
export interface ReadMark {
  version: string;
  at: string;
}

/** Every function is one transaction: after a kill it has happened whole or not at all. */
export interface SyncStore {
  listRows(): Promise<Result<SourceProgress[]>>;
  restartPull(id: string): Promise<Result<null>>;
  /** The fault `cancelled` when the source was removed meanwhile. */
  commitPull(
    id: string,
    step: { upserts: Item[]; deletes: string[]; cursor: string; done: boolean },
    by: ReadMark,
  ): Promise<Result<null>>;
  commitSweep(id: string, liveIds: string[], by: ReadMark): Promise<Result<null>>;
  /** True while there is more to delete. */
  purgeSome(id: string, limit: number): Promise<Result<boolean>>;
  noteFault(id: string, fault: Fault): Promise<Result<null>>;
  readPending(limit: number): Promise<Result<PendingWork>>;
  settlePending(rows: PendingChange[]): Promise<Result<null>>;
  hasPending(): Promise<Result<boolean>>;
  hasPendingItems(): Promise<Result<boolean>>;
  markAllPending(): Promise<Result<null>>;
  countItems(): Promise<Result<number>>;
  countPrecedents(): Promise<Result<number>>;
  /** Precedents that the index is behind on. */
  countPendingPrecedents(): Promise<Result<number>>;
  /** Live documents in the index's last commit. */
  countDocuments(): Promise<Result<number>>;
}

/** The part of the engine that writes. */
interface Index {
  apply(batch: IndexBatch): Promise<Result<void>>;
  /** Does one merge that is due; true when more is due. */
  merge(): Promise<Result<boolean>>;
  reset(): Promise<Result<void>>;
}

export interface SyncPorts {
  store: SyncStore;
  index: Index;
  /** Null for sources that are filled by hand. */
  connect(source: SourceProgress): Connector | null;
  toDocument(item: Item): SearchDocument;
  toPrecedentDocument(precedent: Precedent): SearchDocument;
  /** This extension's version: sources that ship with it are read anew when it changes. */
  version: string;
  now: Clock;
}

/** What syncing needs of the rest: a store that commits whole steps, an index, connectors. */
import type { Fault } from '@/lib/core/fault';
import type { Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { Precedent } from '@/lib/model/precedent';
import type { Source } from '@/lib/model/source';
import type { Settings } from '@/lib/model/source-draft';
import type { SourceState } from '@/lib/model/source-state';
import type { IndexBatch, SearchDocument } from '@/lib/search/contract';
import type { Connector, PullBatch, SweepBatch } from '@/lib/sources/contract';
import type { Activity } from '@/lib/sync/activity';
import type { Circumstances } from '@/lib/sync/plan';

/** A source and how far its reading is; see the store's rows. */
export interface SourceProgress {
  id: string;
  kind: Source['kind'];
  syncedAt?: string | undefined;
  settings: Settings;
  phase: 'idle' | 'pull' | 'purge';
  cursor: string | null;
  sweep: { cursor: string | null } | null;
  sweepsDue: number;
  isPaused: boolean;
  epoch: number;
  readBy: string | null;
  fault: Fault | null;
  failures: number;
  retryAt: number | null;
  pulledAt: number | null;
  sweptAt: number | null;
  needs: SourceState['needs'];
}

/** The reading that a step belongs to: once the source was changed, its steps come too late. */
export interface Run {
  id: string;
  epoch: number;
}

/** Why a source could not be read, and when to try again; null when only the agent can help. */
export interface Trouble {
  fault: Fault;
  needs: SourceState['needs'];
  retryAt: number | null;
}

/** A connector at work for one source. */
export interface Connection {
  connector: Connector;
  /** Bytes that came in since it was asked last. */
  takeBytes(): number;
}

/** Some index work: what to index, ids to forget, and the rows of the outbox to settle afterwards. */
export interface PendingWork {
  upserts: Item[];
  precedents: Precedent[];
  deletes: string[];
  rows: number[];
}

/** A step of a pull, or a part of one: then with the cursor that the step began with, from where it is made again. */
export interface PullStep
  extends
    Pick<PullBatch, 'upserts' | 'deletes' | 'done'>,
    Partial<Pick<PullBatch, 'total' | 'skipped'>> {
  cursor: string | null;
  /** What reading it took. */
  bytes?: number;
}

/** Who read a source to its end, and when. */
export interface ReadMark {
  version: string;
  at: string;
}

/** Every function is one transaction: after a kill it has happened whole or not at all. */
export interface SyncStore {
  listRows(): Promise<Result<SourceProgress[]>>;
  /** Begins a pull, of everything or of what changed; one under way goes on. */
  beginPull(run: Run, isAnew: boolean): Promise<Result<null>>;
  /** The fault `cancelled` when the source was removed or changed meanwhile. */
  commitPull(run: Run, step: PullStep, by: ReadMark): Promise<Result<null>>;
  /** The last step deletes what two sweeps in a row did not name. */
  commitSweep(run: Run, step: SweepBatch, by: ReadMark): Promise<Result<null>>;
  /** True while there is more to delete. */
  purgeSome(id: string, limit: number): Promise<Result<boolean>>;
  noteTrouble(run: Run, trouble: Trouble): Promise<Result<null>>;
  /** The next rows after row `after`, as many as name `limit` ids together; no rows at the end. */
  readPending(limit: number, after?: number): Promise<Result<PendingWork>>;
  settlePending(rows: number[]): Promise<Result<null>>;
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
  /** Does one merge that is due; true when more is due. `isQuiet`: nothing more is to come soon. */
  merge(isQuiet?: boolean): Promise<Result<boolean>>;
  reset(): Promise<Result<void>>;
}

export interface SyncPorts extends Circumstances {
  store: SyncStore;
  index: Index;
  /** A fault when it cannot even begin, e.g. without the agent's permission. */
  connect(source: SourceProgress): Promise<Result<Connection>>;
  toDocument(item: Item): SearchDocument;
  toPrecedentDocument(precedent: Precedent): SearchDocument;
  /** What is under way, and how to stop it. */
  activity: Activity;
  /** From 0 up to 1. */
  random(): number;
}

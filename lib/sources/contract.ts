/** What every connector does: check that a place can be read, and read it in resumable steps. */
import type { Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { Source } from '@/lib/model/source';

/** How far a connector got; only the connector that made it understands it. */
export type Cursor = string;

/** A record that could not be used. Holds no content: it goes into logs. */
export interface SkippedRecord {
  /** File or address, and the record's place in it. */
  where: string;
  why: string;
}

/** One step of reading. Committed together with its cursor, or not at all. */
export interface PullBatch {
  upserts: Item[];
  /** Item ids that the place says are gone. */
  deletes: string[];
  skipped: SkippedRecord[];
  /** Where the next step begins. */
  cursor: Cursor;
  /** True when everything has been read. */
  done: boolean;
}

export interface Connector {
  readonly kind: Source['kind'];
  /** Cheap: whether the place answers and lets us read. */
  check(signal: AbortSignal): Promise<Result<null>>;
  /** Reads the next step after `cursor`, the first one for null. The same cursor gives the same step. */
  pull(cursor: Cursor | null, signal: AbortSignal): Promise<Result<PullBatch>>;
  /** Ids of all items that are there now; ours that are not among them are gone. */
  sweep(signal: AbortSignal): Promise<Result<string[]>>;
}

/** Reads a text file of the place by its path. */
export type ReadText = (path: string, signal: AbortSignal) => Promise<Result<string>>;

/** What the tables hold beside items and signals. */
import type { Fault } from '@/lib/core/fault';
import type { Precedent } from '@/lib/model/precedent';
import type { Source } from '@/lib/model/source';

/**
 * A source and how far its reading is. `pull` and `sweep` are under way and go on after a restart;
 * `purge` means removed: its items are being deleted, and nobody sees them any more. `items` is
 * counted along with every change: counting 100,000 rows takes Chromium seconds.
 */
export interface SourceRow extends Source {
  phase: 'idle' | 'pull' | 'sweep' | 'purge';
  /** Where the pull goes on; null at its beginning. */
  cursor: string | null;
  /** The version of this extension that last read the source to its end. */
  readBy: string | null;
  /** Why the last attempt to read it stopped. */
  fault: Fault | null;
}

/** A precedent and the signals that decided it and were not taken back, by id; never empty. */
export interface PrecedentRow extends Precedent {
  signals: string[];
}

/** An item or precedent whose index entry is not up to date. `change` differs for every change of it. */
export interface PendingRow {
  itemId: string;
  change: string;
}

/** A block of an immutable file of the index. */
export interface BlockRow {
  file: string;
  block: number;
  bytes: Uint8Array;
}

/** The index's directory, structurally equal to the engine's own type. */
export interface CommitRow {
  generation: number;
  segments: { name: string; documents: number; deleted: number; deletions: string | null }[];
}

/** Single values by name. */
export type SettingRow = { key: 'commit'; value: CommitRow } | { key: 'seeded'; value: string };

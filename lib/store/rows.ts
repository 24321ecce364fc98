/** What the tables hold beside items and signals. */
import type { Fault } from '@/lib/core/fault';
import type { Precedent } from '@/lib/model/precedent';
import type { RequestEntry } from '@/lib/model/request-entry';
import type { Source } from '@/lib/model/source';
import type { Settings } from '@/lib/model/source-draft';
import type { ReadingCounts, SkippedRecord, SourceState } from '@/lib/model/source-state';

/**
 * A source and how far its reading is. `pull` is under way and goes on after a restart; `purge`
 * means removed: its items are being deleted, and nobody sees them any more. `items` is counted
 * along with every change: counting 100,000 rows takes Chromium seconds.
 */
export interface SourceRow extends Omit<Source, 'trouble'> {
  settings: Settings;
  phase: 'idle' | 'pull' | 'purge';
  /** Where the next step of pulling begins, of this pull or of the next one; null for everything. */
  cursor: string | null;
  /** The sweep under way, which pulls may interrupt; `step` counts what it has stored. */
  sweep: { cursor: string | null; step: number } | null;
  /** Sweeps to make at once, one after the other, whatever the time. */
  sweepsDue: number;
  isPaused: boolean;
  /** Differs after everything that makes steps under way worthless: other settings, a pause. */
  epoch: number;
  /** The version of this extension that last read the source to its end. */
  readBy: string | null;
  /** Why the last attempt to read it stopped; how often in a row, and when to try again. */
  fault: Fault | null;
  failures: number;
  /** Milliseconds since 1970, like the next two. */
  retryAt: number | null;
  /** Ends of the last pull and the last sweep; null makes one due. */
  pulledAt: number | null;
  sweptAt: number | null;
  /** What only the agent can do before it goes on. */
  needs: SourceState['needs'];
  /** Of the pull under way, or of one that has just ended. */
  reading: ReadingCounts & { items: number; total?: number };
  lastCounts: ReadingCounts | null;
  skipped: SkippedRecord[];
}

/** What sweeps have found, by source; see `sweep-writes.ts`. */
export interface SweepRow {
  sourceId: string;
  /** From 0: ids named by the sweep under way. Below: what earlier sweeps left behind. */
  step: number;
  ids: string[];
  /** Milliseconds since 1970, where it matters when these ids were first noted. */
  since?: number;
}

/** Here and nowhere else: content scripts can read the extension's other storage. */
export interface SecretsRow {
  sourceId: string;
  secrets: Record<string, string>;
}

export type RequestRow = RequestEntry;

/** A precedent and the signals that decided it and were not taken back, by id; never empty. */
export interface PrecedentRow extends Precedent {
  signals: string[];
}

/** Items or precedents whose index entries are not up to date. Never changed: a later change adds a row. */
export interface OutboxRow {
  number: number;
  about: 'items' | 'precedents';
  ids: string[];
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

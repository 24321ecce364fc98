/** What the options page shows of sources and lets an agent do to them; part of its one contract. */
import type { Fault } from '@/lib/core/fault';
import type { Item } from '@/lib/model/item';
import type { RequestEntry } from '@/lib/model/request-entry';
import type { SourceKind } from '@/lib/model/source';
import type { Settings, SourceChoice, SourceMatch, TakenIn } from '@/lib/model/source-draft';
import type { SkippedRecord } from '@/lib/model/source-state';

/** The address that is being typed, and the ways to read it. */
export interface AddressState {
  text: string;
  /** Ways that the address tells by itself or the place told, best first. */
  matches: SourceMatch[];
  /** The origin that could be asked what it is; null when the text is no web address. */
  askable: string | null;
  /** `refused`: the agent did not allow it; `unknown`: the place is nothing that we can read. */
  probe: 'none' | 'asking' | 'refused' | 'unknown' | { fault: Fault };
}

/** What a question to a place came to. */
export type Asked<T> =
  | { status: 'none' }
  | { status: 'asking' }
  | { status: 'answered'; value: T }
  /** The agent did not allow to ask. */
  | { status: 'refused' }
  | { status: 'failed'; fault: Fault };

/** A source that is being set up, or changed. */
export interface SetUpState {
  /** Of the source that is being changed; null for a new one. */
  sourceId: string | null;
  kind: SourceKind;
  name: string;
  settings: Settings;
  /** As typed; what is left out of a source that is being changed stays as it is. */
  secrets: Record<string, string>;
  secretFields: { name: string; required: boolean; isSet: boolean }[];
  origins: string[];
  isSession: boolean;
  check: Asked<{ name: string; account?: string }>;
  choices: Asked<SourceChoice[]>;
  preview: Asked<{ items: Item[]; skipped: SkippedRecord[] }>;
  saving: Asked<null>;
}

export type LogState =
  | { status: 'closed' }
  | {
      status: 'loading' | 'ready';
      entries: RequestEntry[];
      /** Where older ones follow; null at the end. */
      next: number | null;
      sourceId: string | null;
    }
  | { status: 'failed'; fault: Fault; sourceId: string | null };

/** What taking in a set-up came to. */
export type TransferState =
  | { status: 'none' }
  | { status: 'busy' }
  | { status: 'saved' }
  | { status: 'taken-in'; added: TakenIn[]; known: number; unusable: number }
  | { status: 'unreadable' }
  | { status: 'failed'; fault: Fault };

export type SourceCommand = 'pause' | 'resume' | 'cancel' | 'sync' | 'check-all' | 'allow';

export interface PlacesState {
  address: AddressState;
  setUp: SetUpState | null;
  /** The command under way. */
  command: { sourceId: string; name: SourceCommand } | null;
  log: LogState;
  transfer: TransferState;
  isOnline: boolean;
}

/** Those that ask for a permission must be called straight from a click. */
export interface PlacesActions {
  typeAddress: (text: string) => Promise<void>;
  /** Asks the place what it is; asks the agent first. */
  askAddress: () => Promise<void>;
  /** Begins to set up the match at this place of the list. */
  chooseMatch: (at: number) => void;
  editSource: (sourceId: string) => void;
  closeSetUp: () => void;
  nameSource: (name: string) => void;
  setSetting: (name: string, value: unknown) => void;
  setSecret: (name: string, value: string) => void;
  /** Takes one thing of the place in, or out, of a setting that is a list. */
  toggleChoice: (setting: string, id: string) => void;
  /** Whether we may read the place, what is there to choose from, and how items will look. */
  checkSource: () => Promise<void>;
  previewSource: () => Promise<void>;
  /** Adds the new source, or changes the old one. */
  saveSource: () => Promise<void>;
  /** `allow` asks for the permission that a source lacks, then goes on. */
  commandSource: (sourceId: string, command: SourceCommand) => Promise<void>;
  exportSources: () => Promise<void>;
  importSources: (file: File) => Promise<void>;
  openLog: (sourceId: string | null) => Promise<void>;
  readOlderLog: () => Promise<void>;
  clearLog: () => Promise<void>;
  closeLog: () => void;
}

export const NO_ADDRESS: AddressState = { text: '', matches: [], askable: null, probe: 'none' };

export const NO_PLACES: PlacesState = {
  address: NO_ADDRESS,
  setUp: null,
  command: null,
  log: { status: 'closed' },
  transfer: { status: 'none' },
  isOnline: true,
};

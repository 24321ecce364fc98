/** What the options page shows and does: the one contract between its app and its components. */
import type { SkippedLines } from '@/lib/app/options/import-file';
import type { Fault } from '@/lib/core/fault';
import type { Command } from '@/lib/messaging/page-contract';
import type { ReplyCase } from '@/lib/suggest/replies/cases';
import type { TemplateFault } from '@/lib/suggest/replies/fill';
import type { IndexStatus } from '@/lib/model/source';
import type { SourceState } from '@/lib/model/source-state';
import type { HelpscoutActions, HelpscoutState } from '@/lib/app/stores/helpscout-state';
import type { PagesActions, PagesState } from '@/lib/app/stores/pages-state';
import type { PlacesActions, PlacesState } from '@/lib/app/stores/sources-state';

/** A browser-wide key for one of our commands; `keys` is as the browser writes it, '' when unset. */
export interface BrowserShortcut {
  command: Command;
  keys: string;
}

/** A message about the last action; stays until closed or replaced. */
export type OptionsNotice =
  | { kind: 'sample-added'; items: number }
  | { kind: 'source-added'; name: string }
  | { kind: 'source-changed'; name: string }
  | { kind: 'source-removed'; name: string }
  | { kind: 'forgotten' }
  | { kind: 'fault'; fault: Fault };

/** How far the import of a file has come; the last one's end stays until the next one begins. */
export type ImportState =
  | { status: 'idle' }
  /** `bytes` of `size` are read; `items` documents found so far. */
  | {
      status: 'reading';
      file: string;
      bytes: number;
      size: number;
      items: number;
      skipped: SkippedLines;
    }
  /** All is stored, and is being made searchable. */
  | { status: 'indexing'; file: string; items: number; skipped: SkippedLines }
  | { status: 'done'; file: string; items: number; skipped: SkippedLines }
  | { status: 'cancelled'; file: string }
  | { status: 'unreadable'; file: string }
  | { status: 'no-documents'; file: string; skipped: SkippedLines }
  | { status: 'failed'; file: string; fault: Fault };

/** One sentence of ready replies, as it stands in its field. */
export interface ReplyRow {
  case: ReplyCase;
  /** What it may name, as `{version}`. */
  slots: string[];
  text: string;
  /** True for the sentence that comes with the extension. */
  isOurs: boolean;
  fault: TemplateFault | null;
  /** As a customer would read it of a sample issue; null when it cannot be used. */
  preview: string | null;
}

export interface RepliesState {
  language: string;
  languages: readonly string[];
  rows: ReplyRow[];
  status: 'loading' | 'saved' | 'changed';
}

export interface OptionsState {
  /** Whether `sources`, `answeredTickets`, `index` and `shortcuts` have been read. */
  load: { status: 'loading' } | { status: 'ready' } | { status: 'failed'; fault: Fault };
  /** Kept up to date while they are read. */
  sources: SourceState[];
  places: PlacesState;
  /** How many answered tickets were learned from. */
  answeredTickets: number;
  /** Kept up to date while indexing runs. */
  index: IndexStatus;
  shortcuts: BrowserShortcut[];
  /** `by-hand` where the browser lets no page open its shortcut settings (Firefox before 137). */
  shortcutSettings: 'openable' | 'by-hand';
  browser: 'chrome' | 'firefox';
  /** The action under way; no second one starts meanwhile. */
  busy:
    | { action: 'add-sample' }
    | { action: 'forget' }
    | { action: 'remove'; sourceId: string }
    | { action: 'import' }
    | null;
  import: ImportState;
  replies: RepliesState;
  pages: PagesState;
  helpscout: HelpscoutState;
  notice: OptionsNotice | null;
}

export interface OptionsActions extends PlacesActions, HelpscoutActions, PagesActions {
  /** Reads everything again, e.g. after a failed load or when the page comes to the front. */
  reload: () => Promise<void>;
  addSample: () => Promise<void>;
  /** Deletes the source and its items for good; the page has asked the agent before. */
  removeSource: (sourceId: string) => Promise<void>;
  /** Forgets all that was learned from tickets, for good; the page has asked the agent before. */
  forgetLearned: () => Promise<void>;
  /** `isForCustomers`: documents that do not say who may see them may be sent to customers. */
  importFile: (file: File, options: { isForCustomers: boolean }) => Promise<void>;
  cancelImport: () => void;
  chooseReplyLanguage: (language: string) => void;
  editReply: (replyCase: string, text: string) => void;
  /** Back to the sentence that comes with the extension. */
  resetReply: (replyCase: string) => void;
  /** Does nothing while a sentence cannot be used. */
  saveReplies: () => Promise<void>;
  openShortcutSettings: () => Promise<void>;
  closeNotice: () => void;
}

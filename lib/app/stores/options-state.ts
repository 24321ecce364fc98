/** What the options page shows and does: the one contract between its app and its components. */
import type { Fault } from '@/lib/core/fault';
import type { Command } from '@/lib/messaging/contract';
import type { IndexStatus, Source } from '@/lib/model/source';

/** A browser-wide key for one of our commands; `keys` is as the browser writes it, '' when unset. */
export interface BrowserShortcut {
  command: Command;
  keys: string;
}

/** A message about the last action; stays until closed or replaced. */
export type OptionsNotice =
  | { kind: 'sample-added'; items: number }
  | { kind: 'source-removed'; name: string }
  | { kind: 'fault'; fault: Fault };

export interface OptionsState {
  /** Whether `sources`, `index` and `shortcuts` have been read. */
  load: { status: 'loading' } | { status: 'ready' } | { status: 'failed'; fault: Fault };
  sources: Source[];
  /** Kept up to date while indexing runs. */
  index: IndexStatus;
  shortcuts: BrowserShortcut[];
  /** `by-hand` where the browser lets no page open its shortcut settings (Firefox before 137). */
  shortcutSettings: 'openable' | 'by-hand';
  browser: 'chrome' | 'firefox';
  /** The action under way; no second one starts meanwhile. */
  busy: { action: 'add-sample' } | { action: 'remove'; sourceId: string } | null;
  notice: OptionsNotice | null;
}

export interface OptionsActions {
  /** Reads everything again, e.g. after a failed load or when the page comes to the front. */
  reload: () => Promise<void>;
  addSample: () => Promise<void>;
  /** Deletes the source and its items for good; the page has asked the agent before. */
  removeSource: (sourceId: string) => Promise<void>;
  openShortcutSettings: () => Promise<void>;
  closeNotice: () => void;
}

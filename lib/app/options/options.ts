/** The options page's logic as a whole; nothing of a browser in it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Attention } from '@/lib/app/attention';
import { askPatiently, type BackgroundClient } from '@/lib/app/background-client';
import { createIndexMonitor, type IndexMonitor } from '@/lib/app/index-monitor';
import { createHelpscoutSettings, type Helpscout } from '@/lib/app/options/helpscout';
import {
  createHelpdeskPages,
  type HelpdeskPages,
  type SelectorPorts,
} from '@/lib/app/options/helpdesk-pages';
import { createImporting, type Importing } from '@/lib/app/options/importing';
import {
  blankReplies,
  createReplies,
  type Replies,
  type ReplyStorage,
} from '@/lib/app/options/replies';
import type { SourcePorts } from '@/lib/app/options/sources/parts';
import { createSources, type Sources } from '@/lib/app/options/sources/sources';
import { createSourceWatch, type SourceWatch } from '@/lib/app/options/sources/watching';
import { NO_HELPSCOUT } from '@/lib/app/stores/helpscout-state';
import { NO_PAGES } from '@/lib/app/stores/pages-state';
import { NO_PLACES } from '@/lib/app/stores/sources-state';
import type { BrowserShortcut, OptionsActions, OptionsState } from '@/lib/app/stores/options-state';
import type { Clock } from '@/lib/core/clock';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { IndexStatus } from '@/lib/model/source';
import type { SourceState } from '@/lib/model/source-state';

export type OptionsStore = StoreApi<OptionsState>;

export interface OptionsParts extends SourcePorts {
  background: BackgroundClient;
  attention: Attention;
  /** False while the page is hidden. */
  isLookedAt: () => boolean;
  clock: Clock;
  /** BCP 47: the language of the page. */
  locale: string;
  replyTemplates: ReplyStorage;
  selectors: SelectorPorts;
  browser: OptionsState['browser'];
  shortcutSettings: OptionsState['shortcutSettings'];
  readShortcuts: () => Promise<BrowserShortcut[]>;
  openShortcutSettings: () => Promise<void>;
}

export interface OptionsPage {
  store: OptionsStore;
  actions: OptionsActions;
  stop: () => void;
}

/** Builds the options page and starts reading. */
export function createOptions(parts: OptionsParts): OptionsPage {
  const page = new Page(parts);
  const stopReturns = parts.attention.onReturn(() => void page.refresh());
  void page.reload();
  return {
    store: page.store,
    actions: {
      reload: () => page.reload(),
      addSample: () => page.addSample(),
      removeSource: (id) => page.removeSource(id),
      forgetLearned: () => page.forgetLearned(),
      importFile: (file, options) => page.importing.importFile(file, options),
      cancelImport: () => page.importing.cancel(),
      chooseReplyLanguage: (language) => page.replies.choose(language),
      editReply: (replyCase, text) => page.replies.edit(replyCase, text),
      resetReply: (replyCase) => page.replies.reset(replyCase),
      saveReplies: () => page.replies.save(),
      openShortcutSettings: () => page.openShortcutSettings(),
      closeNotice: () => page.store.setState({ notice: null }),
      ...page.sources.actions,
      ...page.pages.actions,
      ...page.helpscout.actions,
    },
    stop() {
      stopReturns();
      page.sources.stop();
      page.watch.stop();
      page.importing.cancel();
      page.index.stop();
    },
  };
}

class Page {
  readonly store: OptionsStore;
  readonly index: IndexMonitor;
  readonly watch: SourceWatch;
  readonly sources: Sources;
  readonly importing: Importing;
  readonly replies: Replies;
  readonly pages: HelpdeskPages;
  readonly helpscout: Helpscout;
  readonly #parts: OptionsParts;

  constructor(parts: OptionsParts) {
    this.#parts = parts;
    const { browser, shortcutSettings, locale } = parts;
    this.store = createStore<OptionsState>(() => ({
      load: { status: 'loading' },
      sources: [],
      places: NO_PLACES,
      answeredTickets: 0,
      index: { state: 'ready', items: 0, indexed: 0 },
      shortcuts: [],
      shortcutSettings,
      browser,
      busy: null,
      import: { status: 'idle' },
      replies: blankReplies(locale),
      pages: NO_PAGES,
      helpscout: NO_HELPSCOUT,
      notice: null,
    }));
    this.index = createIndexMonitor({
      ...parts,
      onStatus: (status) => this.#takeStatus(status),
    });
    this.watch = createSourceWatch({
      ...parts,
      onStates: (sources) => this.#takeSources(sources),
    });
    this.sources = createSources({
      ...parts,
      store: this.store,
      readSources: () => this.#readSources(),
    });
    this.replies = createReplies({ ...parts, storage: parts.replyTemplates, store: this.store });
    this.helpscout = createHelpscoutSettings({ ...parts, store: this.store });
    this.pages = createHelpdeskPages({ ...parts, store: this.store });
    this.importing = createImporting({
      ...parts,
      store: this.store,
      onStored: async () => {
        await Promise.all([this.#readSources(), this.index.check()]);
      },
    });
  }

  async reload(): Promise<void> {
    this.store.setState({ load: { status: 'loading' } });
    const read = await this.refresh();
    const load = read.ok
      ? ({ status: 'ready' } as const)
      : ({ status: 'failed', fault: read.fault } as const);
    this.store.setState({ load });
  }

  /** Reads everything, leaving what is on screen there until it is read. */
  async refresh(): Promise<Result<unknown>> {
    void this.replies.load();
    void this.pages.load();
    void this.helpscout.load();
    const [sources, learned, shortcuts, index] = await Promise.all([
      this.#readSources(),
      this.#readLearned(),
      this.#readShortcuts(),
      this.index.check(),
    ]);
    if (!sources.ok) return sources;
    if (!learned.ok) return learned;
    if (!shortcuts.ok) return shortcuts;
    return index === null ? fail(fault('disconnected')) : ok(null);
  }

  async addSample(): Promise<void> {
    await this.#whileBusy({ action: 'add-sample' }, async () => {
      const added = await this.#parts.background.send('source.addSample', {});
      if (added.ok)
        this.store.setState({ notice: { kind: 'sample-added', items: added.value.items } });
      return added;
    });
  }

  async removeSource(sourceId: string): Promise<void> {
    const source = this.store.getState().sources.find(({ id }) => id === sourceId);
    if (source === undefined) return;
    await this.#whileBusy({ action: 'remove', sourceId }, async () => {
      const removed = await this.#parts.background.send('source.remove', { id: sourceId });
      if (removed.ok)
        this.store.setState({ notice: { kind: 'source-removed', name: source.name } });
      return removed;
    });
  }

  async forgetLearned(): Promise<void> {
    await this.#whileBusy({ action: 'forget' }, async () => {
      const forgotten = await this.#parts.background.send('precedent.forget', {});
      if (forgotten.ok) this.store.setState({ notice: { kind: 'forgotten' } });
      return forgotten;
    });
  }

  async openShortcutSettings(): Promise<void> {
    try {
      await this.#parts.openShortcutSettings();
    } catch {
      // The browser refused after all: then it is done by hand.
      this.store.setState({ shortcutSettings: 'by-hand' });
    }
  }

  async #whileBusy(
    busy: OptionsState['busy'],
    work: () => Promise<Result<unknown>>,
  ): Promise<void> {
    if (this.store.getState().busy !== null) return;
    this.store.setState({ busy, notice: null });
    const done = await work();
    if (!done.ok) this.store.setState({ notice: { kind: 'fault', fault: done.fault } });
    await Promise.all([this.#readSources(), this.#readLearned(), this.index.check()]);
    this.store.setState({ busy: null });
  }

  #readSources(): Promise<Result<SourceState[]>> {
    return this.watch.check();
  }

  #takeSources(sources: SourceState[]): void {
    const before = countItems(this.store.getState().sources);
    this.store.setState({ sources });
    // What was read is being indexed now.
    if (before !== countItems(sources)) void this.index.check();
  }

  async #readLearned(): Promise<Result<unknown>> {
    const { background } = this.#parts;
    const learned = await askPatiently(() => background.send('precedent.count', {}));
    if (learned.ok) this.store.setState(learned.value);
    return learned;
  }

  async #readShortcuts(): Promise<Result<BrowserShortcut[]>> {
    try {
      const shortcuts = await this.#parts.readShortcuts();
      this.store.setState({ shortcuts });
      return ok(shortcuts);
    } catch {
      return fail(fault('unexpected'));
    }
  }

  #takeStatus(status: IndexStatus): void {
    const before = this.store.getState().index;
    this.store.setState({ index: status });
    this.importing.indexMoved(status);
    // What was being read or indexed may have made the list of sources out of date.
    if (before.state === 'indexing' && status.state !== 'indexing') void this.#readSources();
  }
}

function countItems(sources: SourceState[]): number {
  return sources.reduce((sum, { items }) => sum + items, 0);
}

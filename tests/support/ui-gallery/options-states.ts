/** Every state the options page can be in, by name. */
import type { OptionsActions, OptionsState } from '@/lib/app/stores/options-state';
import { fault } from '@/lib/core/fault';
import type { Source } from '@/lib/model/source';
import { NOW } from '@/tests/support/ui-gallery/items';

export const sampleSource: Source = {
  id: 'sample',
  kind: 'sample',
  name: 'Fernway sample knowledge',
  addedAt: new Date(NOW - 3_600_000).toISOString(),
  syncedAt: new Date(NOW - 3_540_000).toISOString(),
  items: 312,
};

export const baseOptions: OptionsState = {
  load: { status: 'ready' },
  sources: [sampleSource],
  index: { state: 'ready', items: 312, indexed: 312 },
  shortcuts: [
    { command: 'toggle-sidebar', keys: 'Alt+Shift+K' },
    { command: 'focus-sidebar', keys: 'Alt+Shift+J' },
    { command: 'insert-link', keys: 'Alt+Shift+L' },
    { command: 'insert-passage', keys: '' },
  ],
  shortcutSettings: 'openable',
  browser: 'chrome',
  busy: null,
  notice: null,
};

const state = (changes: Partial<OptionsState>): OptionsState => ({ ...baseOptions, ...changes });

export const optionsStates: Record<string, OptionsState> = {
  ready: baseOptions,
  loading: state({ load: { status: 'loading' }, sources: [], shortcuts: [] }),
  'load-failed': state({ load: { status: 'failed', fault: fault('storage-broken') } }),
  empty: state({
    sources: [],
    index: { state: 'empty', items: 0, indexed: 0 },
    shortcutSettings: 'by-hand',
    browser: 'firefox',
  }),
  'adding-sample': state({
    sources: [],
    index: { state: 'empty', items: 0, indexed: 0 },
    busy: { action: 'add-sample' },
  }),
  indexing: state({
    sources: [{ ...sampleSource, syncedAt: undefined }],
    index: { state: 'indexing', items: 312, indexed: 120 },
    notice: { kind: 'sample-added', items: 312 },
  }),
  removing: state({ busy: { action: 'remove', sourceId: 'sample' } }),
  removed: state({ sources: [], notice: { kind: 'source-removed', name: sampleSource.name } }),
  'index-failed': state({ index: { state: 'failed', items: 312, indexed: 10 } }),
  fault: state({ notice: { kind: 'fault', fault: fault('storage-full') } }),
};

const later = () => Promise.resolve();

export const idleOptionsActions: OptionsActions = {
  reload: later,
  addSample: later,
  removeSource: later,
  openShortcutSettings: later,
  closeNotice: () => undefined,
};

/** Every state the options page can be in, by name. */
import type { ImportState, OptionsActions, OptionsState } from '@/lib/app/stores/options-state';
import { fault } from '@/lib/core/fault';
import type { Source } from '@/lib/model/source';
import type { SourceState } from '@/lib/model/source-state';
import { NO_HELPSCOUT, type HelpscoutState } from '@/lib/app/stores/helpscout-state';
import { NO_PLACES } from '@/lib/app/stores/sources-state';
import { NOW } from '@/tests/support/ui-gallery/items';
import { sourcesStates } from '@/tests/support/ui-gallery/sources-states';

/** Nothing is read of these by a connector. */
export const BY_HAND: Omit<SourceState, keyof Source> = {
  settings: {},
  origins: [],
  secrets: [],
  isSession: false,
  activity: 'by-hand',
  needs: null,
  progress: null,
  lastCounts: null,
  skipped: [],
  fault: null,
};

const sampleSource: SourceState = {
  ...BY_HAND,
  id: 'sample',
  kind: 'sample',
  name: 'Fernway sample knowledge',
  addedAt: new Date(NOW - 3_600_000).toISOString(),
  syncedAt: new Date(NOW - 3_540_000).toISOString(),
  items: 312,
};

const fileSource: SourceState = {
  ...BY_HAND,
  id: 'file-kb',
  kind: 'file',
  name: 'kb',
  addedAt: new Date(NOW - 60_000).toISOString(),
  syncedAt: new Date(NOW - 60_000).toISOString(),
  items: 100_000,
};

const NONE_SKIPPED = { count: 0, first: [] };
const SOME_SKIPPED: Extract<ImportState, { status: 'done' }>['skipped'] = {
  count: 1204,
  first: [
    { line: 3, why: 'not-json' },
    { line: 17, why: 'too-long' },
    { line: 18, why: 'not-a-record' },
    { line: 1021, why: 'no-text' },
    { line: 2044, why: 'no-status' },
  ],
};

export const baseOptions: OptionsState = {
  load: { status: 'ready' },
  sources: [sampleSource],
  places: NO_PLACES,
  answeredTickets: 41,
  index: { state: 'ready', items: 312, indexed: 312 },
  shortcuts: [
    { command: 'toggle-sidebar', keys: 'Alt+Shift+K' },
    { command: 'focus-sidebar', keys: 'Alt+Shift+J' },
    { command: 'insert-link', keys: 'Alt+Shift+L' },
    { command: 'insert-passage', keys: '' },
    { command: 'link-issue', keys: '' },
  ],
  shortcutSettings: 'openable',
  browser: 'chrome',
  busy: null,
  import: { status: 'idle' },
  replies: {
    language: 'en',
    languages: ['en', 'de', 'fr'],
    status: 'changed',
    rows: [
      {
        case: 'known',
        slots: [],
        text: 'We know about this.',
        isOurs: false,
        fault: null,
        preview: 'We know about this.',
      },
      {
        case: 'planned-version-date',
        slots: ['version', 'date'],
        text: 'A fix is planned for {version}, expected on {date}.',
        isOurs: true,
        fault: null,
        preview: 'A fix is planned for POS 6.5.0, expected on December 8, 2026.',
      },
      {
        case: 'fixed-version',
        slots: ['version'],
        text: 'Fixed in {release}.',
        isOurs: false,
        fault: { kind: 'unknown-slot', names: ['release'] },
        preview: null,
      },
      {
        case: 'article',
        slots: ['title'],
        text: '{{ticket.id}}',
        isOurs: false,
        fault: { kind: 'placeholder' },
        preview: null,
      },
    ],
  },
  helpscout: { ...NO_HELPSCOUT, connection: { state: 'not-set', appId: '', account: '' } },
  pages: {
    inForce: [
      { helpdesk: 'zendesk', parts: 0, note: '' },
      { helpdesk: 'helpscout', parts: 2, note: 'Ops, 2026-11-20' },
    ],
    text: '',
    preview: null,
    problems: [],
    isSaved: false,
  },
  notice: null,
};

const CONNECTED = {
  state: 'connected',
  appId: 'b2d1f0aa93c84c5f9a11',
  account: 'Robin Agent',
} as const;
const helpscout = (changes: Partial<HelpscoutState>): OptionsState =>
  state({ helpscout: { connection: CONNECTED, busy: null, outcome: null, ...changes } });
const failed = (...[kind, detail]: Parameters<typeof fault>): OptionsState =>
  helpscout({ outcome: { kind: 'failed', fault: fault(kind, detail) } });

const state = (changes: Partial<OptionsState>): OptionsState => ({ ...baseOptions, ...changes });

export const optionsStates: Record<string, OptionsState> = {
  ready: baseOptions,
  forgetting: state({ busy: { action: 'forget' } }),
  forgotten: state({ answeredTickets: 0, notice: { kind: 'forgotten' } }),
  'one-learned': state({ answeredTickets: 1 }),
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
  'import-reading': state({
    busy: { action: 'import' },
    import: {
      status: 'reading',
      file: 'help-centre-2026-11.jsonl.gz',
      bytes: 4_200_000,
      size: 9_800_000,
      items: 41_200,
      skipped: NONE_SKIPPED,
    },
  }),
  'import-indexing': state({
    sources: [sampleSource, fileSource],
    index: { state: 'indexing', items: 100_312, indexed: 40_100 },
    import: { status: 'indexing', file: 'kb.jsonl', items: 100_000, skipped: NONE_SKIPPED },
  }),
  'import-done': state({
    sources: [sampleSource, fileSource],
    import: { status: 'done', file: 'kb.jsonl', items: 1, skipped: SOME_SKIPPED },
  }),
  'import-cancelled': state({ import: { status: 'cancelled', file: 'kb.jsonl' } }),
  'import-unreadable': state({ import: { status: 'unreadable', file: 'kb.jsonl.gz' } }),
  'import-no-documents': state({
    import: { status: 'no-documents', file: 'x'.repeat(400), skipped: SOME_SKIPPED },
  }),
  'import-failed': state({
    import: { status: 'failed', file: 'kb.jsonl', fault: fault('storage-full') },
  }),
  ...Object.fromEntries(
    Object.entries(sourcesStates).map(([name, changes]) => [name, state(changes)]),
  ),
  'helpscout-connected': helpscout({ outcome: { kind: 'works' } }),
  'helpscout-nameless': helpscout({
    connection: { ...CONNECTED, account: '' },
    outcome: { kind: 'saved' },
  }),
  'helpscout-saving': state({
    helpscout: { ...baseOptions.helpscout, busy: 'save' },
  }),
  'helpscout-checking': helpscout({ busy: 'check' }),
  'helpscout-expired': helpscout({ connection: { ...CONNECTED, state: 'expired' } }),
  'helpscout-refused': failed('signed-out'),
  'helpscout-offline': failed('offline'),
  'helpscout-busy': failed('rate-limited', { seconds: 17 }),
  'helpscout-not-allowed': helpscout({ outcome: { kind: 'not-allowed' } }),
  'helpscout-failed': failed('server-error', { status: 503 }),
  'helpscout-removed': state({
    helpscout: { ...baseOptions.helpscout, outcome: { kind: 'removed' } },
  }),
  'pages-preview': state({
    pages: {
      ...baseOptions.pages,
      text: '{"version":1,"helpdesk":"zendesk","selectors":{"subject":["[data-test-id=\\"ticket-title\\"]"]}}',
      preview: {
        helpdesk: 'zendesk',
        changes: [
          {
            name: 'subject',
            before: ['[data-test-id="omni-header-subject"]', 'input[name="subject"]'],
            after: [
              '[data-test-id="ticket-title"]',
              '[data-test-id="omni-header-subject"]',
              'input[name="subject"]',
            ],
          },
          { name: 'tag', before: ['.tags > span'], after: [`.${'t'.repeat(200)}`] },
        ],
      },
      problems: [
        { kind: 'unknown-name', name: 'x'.repeat(80) },
        { kind: 'no-id', name: 'ticket-layout' },
        { kind: 'bad-css', name: 'log-item' },
      ],
    },
  }),
  'pages-refused': state({
    pages: {
      ...baseOptions.pages,
      text: '{',
      problems: [{ kind: 'not-json', name: null }],
    },
  }),
  'pages-saved': state({ pages: { ...baseOptions.pages, isSaved: true } }),
  fault: state({ notice: { kind: 'fault', fault: fault('storage-full') } }),
};

const later = () => Promise.resolve();

export const idleOptionsActions: OptionsActions = {
  reload: later,
  addSample: later,
  removeSource: later,
  forgetLearned: later,
  importFile: later,
  cancelImport: () => undefined,
  chooseReplyLanguage: () => undefined,
  editReply: () => undefined,
  resetReply: () => undefined,
  saveReplies: () => Promise.resolve(),
  saveHelpscoutApp: () => Promise.resolve(true),
  checkHelpscoutApp: later,
  removeHelpscoutApp: later,
  openShortcutSettings: later,
  closeNotice: () => undefined,
  pasteSelectors: later,
  openSelectorFile: later,
  saveSelectors: later,
  forgetSelectors: later,
  typeAddress: later,
  askAddress: later,
  chooseMatch: () => undefined,
  editSource: () => undefined,
  closeSetUp: () => undefined,
  nameSource: () => undefined,
  setSetting: () => undefined,
  setSecret: () => undefined,
  toggleChoice: () => undefined,
  checkSource: later,
  previewSource: later,
  saveSource: later,
  commandSource: later,
  exportSources: later,
  importSources: later,
  openLog: later,
  readOlderLog: later,
  clearLog: later,
  closeLog: () => undefined,
};

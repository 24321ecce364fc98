/** States of the options page's sources, by name. */
import type { OptionsState } from '@/lib/app/stores/options-state';
import { NO_PLACES, type PlacesState, type SetUpState } from '@/lib/app/stores/sources-state';
import { fault } from '@/lib/core/fault';
import type { RequestEntry } from '@/lib/model/request-entry';
import type { SourceMatch } from '@/lib/model/source-draft';
import type { SourceState } from '@/lib/model/source-state';
import { NOW, suggestions } from '@/tests/support/ui-gallery/items';

const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();

const guide: SourceState = {
  id: 'zendesk-guide-1',
  kind: 'zendesk-guide',
  name: 'fernway.zendesk.com',
  addedAt: ago(9000),
  syncedAt: ago(4),
  items: 512,
  settings: {
    origin: 'https://fernway.zendesk.com',
    access: 'session',
    locales: [],
    sections: [],
    community: true,
  },
  origins: ['https://fernway.zendesk.com'],
  secrets: [
    { name: 'email', required: false, isSet: false },
    { name: 'token', required: false, isSet: false },
  ],
  isSession: true,
  activity: 'idle',
  needs: null,
  progress: null,
  lastCounts: { added: 2, changed: 14, removed: 1, skipped: 0, bytes: 48_120 },
  skipped: [],
  fault: null,
  nextAt: new Date(NOW + 180_000).toISOString(),
};

const jira: SourceState = {
  ...guide,
  id: 'jira-1',
  kind: 'jira',
  name: 'Fernway bugs',
  syncedAt: undefined,
  items: 1_240,
  settings: {
    site: 'https://fernway.atlassian.net',
    access: 'site',
    projects: ['FERN'],
    issueTypes: [],
  },
  origins: ['https://fernway.atlassian.net'],
  secrets: [
    { name: 'email', required: true, isSet: true },
    { name: 'token', required: true, isSet: true },
  ],
  isSession: false,
  activity: 'reading',
  progress: {
    items: 1_240,
    total: 18_400,
    bytes: 7_420_000,
    itemsPerSecond: 42,
    bytesPerSecond: 251_000,
    secondsLeft: 409,
  },
  lastCounts: null,
  nextAt: undefined,
};

const wiki: SourceState = {
  ...guide,
  id: 'mediawiki-1',
  kind: 'mediawiki',
  name: 'wiki.fernway.example with a name that is longer than anybody would make it',
  items: 1,
  settings: { apiUrl: 'https://wiki.fernway.example/api.php', namespaces: ['0'] },
  origins: ['https://wiki.fernway.example'],
  secrets: [{ name: 'token', required: false, isSet: false }],
  isSession: false,
  skipped: [
    { where: 'https://wiki.fernway.example/wiki/Refunds', why: 'no-text' },
    { where: 'https://wiki.fernway.example/wiki/Tills', why: 'refused', detail: '403' },
    { where: '#3', why: 'shape', detail: 'revisions.0.timestamp' },
    { where: '/guide/printers', why: 'failed', detail: 'server-error' },
  ],
};

const match: SourceMatch = {
  kind: 'jira',
  name: 'fernway.atlassian.net',
  settings: { site: 'https://fernway.atlassian.net', access: 'site', projects: [], issueTypes: [] },
  origins: ['https://fernway.atlassian.net'],
  secrets: [
    { name: 'email', required: true },
    { name: 'token', required: true },
  ],
  isSession: false,
};

const setUp: SetUpState = {
  sourceId: null,
  kind: 'jira',
  name: 'fernway.atlassian.net',
  settings: { ...match.settings, projects: ['10001'] },
  secrets: { email: 'lead@fernway.example', token: 'not-a-real-token' },
  secretFields: match.secrets.map((field) => ({ ...field, isSet: false })),
  origins: match.origins,
  isSession: false,
  check: { status: 'none' },
  choices: { status: 'none' },
  preview: { status: 'none' },
  saving: { status: 'none' },
};

const choices = Array.from({ length: 14 }, (_, at) => ({
  setting: 'projects',
  id: String(10_000 + at),
  name: `Project ${at + 1}`,
}));

const checked: SetUpState = {
  ...setUp,
  check: { status: 'answered', value: { name: 'Fernway', account: 'lead@fernway.example' } },
  choices: {
    status: 'answered',
    value: [...choices, { setting: 'issueTypes', id: '1', name: 'Bug' }],
  },
  preview: {
    status: 'answered',
    value: {
      items: suggestions.map(({ item }) => ({
        ...item,
        contentHash: '',
        blocks: [{ type: 'paragraph', text: [{ text: 'What it says first. '.repeat(12) }] }],
      })),
      skipped: wiki.skipped,
    },
  },
};

const entry: RequestEntry = {
  id: 9,
  at: ago(1),
  sourceId: jira.id,
  method: 'POST',
  host: 'fernway.atlassian.net',
  path: '/rest/api/3/search/jql',
  why: 'changed issues',
  via: 'direct',
  status: 200,
  fault: null,
  bytes: 48_120,
  ms: 312,
};

const entries: RequestEntry[] = [
  entry,
  {
    ...entry,
    id: 8,
    sourceId: guide.id,
    method: 'GET',
    via: 'tab',
    bytes: 0,
    path: '/api/v2/help_center/incremental/articles.json',
  },
  { ...entry, id: 7, sourceId: 'gone', status: 429, fault: 'rate-limited', bytes: 12 },
  { ...entry, id: 6, sourceId: '', status: null, fault: 'offline', bytes: 0, ms: 30_000 },
];

const FINE = { sources: [guide, jira, wiki] };

/** Changes to the page's plain state, by name. */
export const sourcesStates: Record<string, Partial<OptionsState>> = {
  'sources-list': FINE,
  'sources-commanded': {
    ...FINE,
    ...places({ command: { sourceId: jira.id, name: 'pause' } }),
  },
  'sources-troubles': {
    sources: [
      { ...jira, activity: 'idle', progress: null, needs: 'sign-in', fault: fault('signed-out') },
      { ...wiki, needs: 'permission', fault: fault('forbidden', { why: 'no permission' }) },
      { ...guide, needs: 'helpdesk-tab', fault: fault('not-ready', { why: 'no tab' }) },
      { ...guide, id: 'z2', needs: 'sign-in', fault: fault('signed-out') },
      { ...wiki, id: 'w2', name: 'Down', fault: fault('server-error', { status: 503 }) },
      {
        ...wiki,
        id: 'w3',
        name: 'Moved',
        fault: fault('not-found', { status: 404 }),
        nextAt: undefined,
      },
      { ...wiki, id: 'w4', name: 'Resting', activity: 'paused' },
      { ...wiki, id: 'w5', name: 'Checking', activity: 'checking', nextAt: undefined },
      {
        ...wiki,
        id: 'w6',
        name: 'No total',
        activity: 'reading',
        progress: { items: 1, bytes: 312 },
      },
    ],
  },
  'sources-offline': { ...FINE, ...places({ isOnline: false }) },
  'source-several-fit': {
    ...FINE,
    ...places({
      address: {
        text: 'https://fernway.zendesk.com/agent',
        matches: [
          { ...match, kind: 'zendesk-guide', name: 'fernway.zendesk.com' },
          { ...match, kind: 'zendesk-tickets', name: 'fernway.zendesk.com' },
        ],
        askable: 'https://fernway.zendesk.com',
        probe: 'none',
      },
    }),
  },
  'source-must-look': address('none'),
  'source-looking': address('asking'),
  'source-refused': address('refused'),
  'source-unknown': address('unknown'),
  'source-look-failed': address({ fault: fault('timeout') }),
  'source-no-address': {
    ...FINE,
    ...places({ address: { text: 'hello', matches: [], askable: null, probe: 'none' } }),
  },
  'source-set-up': { ...FINE, ...places({ setUp }) },
  'source-checking': { ...FINE, ...places({ setUp: { ...setUp, check: { status: 'asking' } } }) },
  'source-check-failed': {
    ...FINE,
    ...places({ setUp: { ...setUp, check: { status: 'failed', fault: fault('signed-out') } } }),
  },
  'source-check-refused': {
    ...FINE,
    ...places({ setUp: { ...setUp, check: { status: 'refused' } } }),
  },
  'source-checked': { ...FINE, ...places({ setUp: checked }) },
  'source-reading-preview': {
    ...FINE,
    ...places({ setUp: { ...checked, preview: { status: 'asking' } } }),
  },
  'source-editing': {
    ...FINE,
    ...places({
      setUp: {
        ...setUp,
        sourceId: guide.id,
        kind: 'zendesk-tickets',
        secrets: {},
        secretFields: jira.secrets,
        settings: {
          access: 'token',
          problems: true,
          macros: true,
          pastTickets: true,
          pastDays: 365,
        },
      },
    }),
  },
  'source-log': {
    ...FINE,
    ...places({ log: { status: 'ready', entries, next: 6, sourceId: null } }),
  },
  'source-log-loading': {
    ...FINE,
    ...places({ log: { status: 'loading', entries: [], next: null, sourceId: jira.id } }),
  },
  'source-log-empty': {
    ...FINE,
    ...places({ log: { status: 'ready', entries: [], next: null, sourceId: null } }),
  },
  'source-log-failed': {
    ...FINE,
    ...places({ log: { status: 'failed', fault: fault('storage-broken'), sourceId: null } }),
  },
  'source-taken-in': {
    ...FINE,
    ...places({
      transfer: {
        status: 'taken-in',
        added: [{ id: 'j2', name: 'Jira', secrets: ['token'], origins: match.origins }],
        known: 2,
        unusable: 1,
      },
    }),
  },
  'source-set-up-unreadable': { ...FINE, ...places({ transfer: { status: 'unreadable' } }) },
};

function places(changes: Partial<PlacesState>): Pick<OptionsState, 'places'> {
  return { places: { ...NO_PLACES, ...changes } };
}

function address(probe: PlacesState['address']['probe']): Partial<OptionsState> {
  const text = 'https://docs.fernway.example/guide';
  const origin = 'https://docs.fernway.example';
  return { ...FINE, ...places({ address: { text, matches: [], askable: origin, probe } }) };
}

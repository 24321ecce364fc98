/**
 * Who may import whom. Each layer is a folder; the first that matches a file is its layer. `imports` names
 * layers, folders or files of ours, `packages` what may come from npm.
 */
import { sourceKindSchema } from '@/lib/model/source';

export interface Layer {
  name: string;
  /** Files of this layer: paths below the root that begin so. */
  path: string;
  imports: string[];
  packages?: string[];
}

const MODEL = ['lib/core', 'lib/model'];
const ZOD = ['zod/mini'];
const REACT = ['react', 'react-dom/client', 'tinykeys', 'tinykeys/react'];

/** One folder each. */
const HELPDESKS = ['zendesk', 'helpscout'];
const SHARED_BY_HELPDESKS = ['anatomy', 'contract', 'dom', 'http', 'watch'].map(
  (file) => `lib/helpdesks/${file}`,
);

const SHARED_BY_SOURCES = [
  'lib/sources/contract',
  'lib/sources/page-recheck',
  'lib/sources/read-json',
  'lib/sources/map-each',
  'lib/sources/cursor',
  'lib/sources/page-links',
  'lib/sources/tracker',
  'lib/sources/legs',
  'lib/sources/numbered-pages',
  'lib/sources/zendesk/',
];
const HTTP = [
  'lib/sources/http-answer',
  'lib/sources/http-body',
  'lib/sources/http-redirect',
  'lib/sources/http-wait',
];
/** One folder each; the sample has rules of its own, and a file is read by what its name ends with. */
const SOURCES = sourceKindSchema.options.filter((kind) => kind !== 'sample' && kind !== 'file');

export const LAYERS: Layer[] = [
  { name: 'core', path: 'lib/core/', imports: ['lib/core'] },
  { name: 'model', path: 'lib/model/', imports: MODEL, packages: ZOD },
  {
    // The editors that helpdesks use are not theirs: the page's own realm reaches them for any desk.
    name: 'editors',
    path: 'lib/helpdesks/editors/',
    imports: [...MODEL, 'lib/helpdesks/contract', 'lib/helpdesks/dom', 'lib/helpdesks/editors'],
    packages: ZOD,
  },
  ...HELPDESKS.map((name) => ({
    name,
    path: `lib/helpdesks/${name}/`,
    imports: [...MODEL, ...SHARED_BY_HELPDESKS, `lib/helpdesks/${name}`],
    packages: ZOD,
  })),
  // The registry alone knows every helpdesk.
  {
    name: 'helpdesk registry',
    path: 'lib/helpdesks/registry',
    imports: ['lib/core', 'lib/helpdesks/'],
  },
  {
    name: 'helpdesks',
    path: 'lib/helpdesks/',
    imports: [...MODEL, 'lib/helpdesks/contract', 'lib/helpdesks/dom', 'lib/helpdesks/anatomy'],
  },
  {
    name: 'convert',
    path: 'lib/convert/',
    imports: [...MODEL, 'lib/convert'],
    packages: ['htmlparser2', 'marked'],
  },
  {
    name: 'sample source',
    path: 'lib/sources/sample/',
    imports: [...MODEL, 'lib/sources/contract', 'lib/sources/sample', 'lib/convert'],
    packages: [...ZOD, 'yaml'],
  },
  {
    name: 'jsonl source',
    path: 'lib/sources/jsonl/',
    imports: [...MODEL, 'lib/sources/contract', 'lib/sources/jsonl', 'lib/convert'],
    packages: ZOD,
  },
  {
    // What trackers share: their walk through changed rows, workarounds, issues as items.
    name: 'tracker parts',
    path: 'lib/sources/tracker/',
    imports: [...MODEL, ...SHARED_BY_SOURCES, 'lib/convert'],
    packages: ZOD,
  },
  {
    name: 'csv source',
    path: 'lib/sources/csv/',
    imports: [...MODEL, 'lib/sources/csv'],
    packages: ['papaparse'],
  },
  {
    // Archives and files picked by hand: what is in them, document by document.
    name: 'folder source',
    path: 'lib/sources/folder/',
    imports: [...MODEL, ...SHARED_BY_SOURCES, 'lib/sources/folder', 'lib/convert'],
    packages: ['fflate', ...ZOD],
  },
  { name: 'source registry', path: 'lib/sources/registry', imports: [...MODEL, 'lib/sources/'] },
  {
    // What sources at Zendesk share: whose eyes they read with, and how lists are paged.
    name: 'zendesk api of sources',
    path: 'lib/sources/zendesk/',
    imports: [...MODEL, ...SHARED_BY_SOURCES],
    packages: ZOD,
  },
  // What connectors share: reading JSON, cursors. A connector imports no other connector.
  ...SOURCES.map((name) => ({
    name: `${name} source`,
    path: `lib/sources/${name}/`,
    imports: [...MODEL, ...SHARED_BY_SOURCES, `lib/sources/${name}`, 'lib/convert'],
    packages: ZOD,
  })),
  {
    name: 'sources',
    path: 'lib/sources/',
    imports: [...MODEL, ...SHARED_BY_SOURCES, ...HTTP],
    packages: ZOD,
  },
  {
    name: 'search',
    path: 'lib/search/',
    imports: ['lib/core', 'lib/search'],
    packages: ['stemmer', '@orama/stemmers/'],
  },
  {
    name: 'suggest',
    path: 'lib/suggest/',
    imports: [...MODEL, 'lib/search', 'lib/suggest', 'lib/convert'],
  },
  // Storage is a port that sync declares; what it hands to the engine is the engine's contract.
  {
    name: 'sync',
    path: 'lib/sync/',
    imports: [...MODEL, 'lib/sync', 'lib/sources/contract', 'lib/search/contract'],
  },
  { name: 'store', path: 'lib/store/', imports: [...MODEL, 'lib/store'], packages: ['dexie'] },
  {
    name: 'platform',
    path: 'lib/platform/',
    imports: ['lib/core', 'lib/platform'],
    packages: ['wxt/browser', 'wxt/utils/storage', '#i18n'],
  },
  {
    name: 'messaging',
    path: 'lib/messaging/',
    imports: [...MODEL, 'lib/messaging', 'lib/platform'],
    packages: ZOD,
  },
  {
    name: 'cli',
    path: 'lib/cli/',
    imports: ['lib/', 'tests/support'],
    packages: ['playwright-core', ...ZOD],
  },
  { name: 'app', path: 'lib/app/', imports: ['lib/'], packages: ['zustand', 'fuse.js', ...ZOD] },
  {
    name: 'components',
    path: 'components/',
    imports: [...MODEL, 'components', 'lib/app/stores'],
    packages: REACT,
  },
  {
    name: 'pages',
    path: 'entrypoints/sidepanel/',
    imports: ['lib/app', 'components'],
    packages: REACT,
  },
  {
    name: 'pages',
    path: 'entrypoints/options/',
    imports: ['lib/app', 'components'],
    packages: REACT,
  },
  {
    name: 'entrypoints',
    path: 'entrypoints/',
    imports: ['lib/app'],
    packages: ['wxt/utils/define-background', 'wxt/utils/define-content-script'],
  },
];

/** Constructs that shipped code never uses, and what each would open. */
export const FORBIDDEN: { pattern: RegExp; why: string }[] = [
  { pattern: /\b(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML/, why: 'writes HTML from a string' },
  { pattern: /dangerouslySetInnerHTML/, why: 'writes HTML from a string' },
  { pattern: /\beval\(|new Function\(/, why: 'runs a string' },
  { pattern: /from 'zod'/, why: 'brings the whole of zod; use zod/mini' },
];

export const MOST_LINES = 350;
export const MOST_ENTRYPOINT_LINES = 40;

/** The sample's files, in the order they are read. */

const AREAS = [
  'getting-started',
  'selling',
  'printing',
  'payments',
  'products-stock',
  'taxes-fiscal',
  'online-shop',
  'reports-exports',
  'api-integrations',
  'billing-account',
];

/** A file below `sample/` in the extension's own files. */
export type SampleFile =
  | { kind: 'articles'; path: string; locale: 'en' | 'de' }
  | { kind: 'issues' | 'incidents'; path: string };

function articleFiles(locale: 'en' | 'de'): SampleFile[] {
  return AREAS.map((area) => ({
    kind: 'articles',
    path: `sample/articles/${locale}/${area}.md`,
    locale,
  }));
}

/** Known issues first: they are few, and the first thing an agent should see. */
export const SAMPLE_FILES: readonly SampleFile[] = [
  { kind: 'issues', path: 'sample/issues.json' },
  { kind: 'incidents', path: 'sample/incidents.json' },
  ...articleFiles('en'),
  ...articleFiles('de'),
];

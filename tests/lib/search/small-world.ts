/** Small documents, questions and random batches for the engine's tests. */
import * as fc from 'fast-check';
import type { IndexBatch, SearchDocument, SearchEngine } from '@/lib/search/contract';
import { unwrap } from '@/tests/support/unwrap';

const WORDS = [
  'printer',
  'offline',
  'card',
  'refund',
  'SYNC-4031',
  '6.3.2',
  'error',
  'tax',
  'drawer',
];

export function page(id: string, title: string, body = '', group = 'article'): SearchDocument {
  const fields = { title, headings: '', labels: '', body };
  return { id, group, locale: 'en', time: 0, about: [], original: null, fields };
}

export const partsOf = (text: string) => [{ text, weight: 1, locale: 'en' }];

export const question = (text: string, groups?: string[]) => ({
  parts: partsOf(text),
  lists: [groups === undefined ? { limit: 10 } : { limit: 10, groups }],
});

/** Ids of the answer, best first. */
export async function ask(engine: SearchEngine, text: string): Promise<string[]> {
  const { lists } = unwrap(await engine.search(question(text)));
  return (lists[0] ?? []).map(({ id }) => id);
}

export const arbitraryText = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 8 })
  .map((words) => words.join(' '));

const arbitraryDocument: fc.Arbitrary<SearchDocument> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'ä', 'z:1'),
  group: fc.constantFrom('article', 'issue'),
  locale: fc.constant('en'),
  time: fc.constantFrom(0, 1_600_000_000_123, 1_700_000_000_000),
  about: fc.subarray(['product:Till', 'version:6.3', 'component:Sync']),
  original: fc.constantFrom(null, 'a', 'nobody'),
  fields: fc.record({
    title: arbitraryText,
    headings: fc.constantFrom('', 'Printer card'),
    labels: fc.constantFrom('', 'tax'),
    body: arbitraryText,
  }),
});

export const arbitraryBatch: fc.Arbitrary<IndexBatch> = fc.record({
  upserts: fc.array(arbitraryDocument, { maxLength: 6 }),
  deletes: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 }),
});

/** What should be searchable after the batches: later ones win. */
export function replay(batches: readonly IndexBatch[]): SearchDocument[] {
  const live = new Map<string, SearchDocument>();
  for (const { upserts, deletes } of batches) {
    for (const id of deletes) live.delete(id);
    for (const document of upserts) live.set(document.id, document);
  }
  return [...live.values()];
}

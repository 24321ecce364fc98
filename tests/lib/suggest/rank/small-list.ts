/** Small lists of candidates for tests of the ranking, complete but for what a test is about. */
import * as fc from 'fast-check';
import { FIELDS, type Hit, type QueryTerm } from '@/lib/search/contract';
import type { RankContext, RankFeature } from '@/lib/suggest/rank/contract';
import { contextOf, measure } from '@/lib/suggest/rank/rank';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const AT = Date.parse('2026-11-20T08:00:00Z');

/** Parts as a ticket's query has them: subject, body, the body's tail, notes, identifiers. */
export const IN_SUBJECT = [1, 0, 0, 0, 0];
export const IN_BODY = [0, 1, 0, 0, 0];
export const IN_BOTH = [1, 0, 1, 0, 0];

export function makeTerm(term: string, changes: Partial<QueryTerm> = {}): QueryTerm {
  return {
    term,
    surface: term,
    concept: term,
    identifier: false,
    documents: 10,
    idf: 1,
    weight: 1,
    parts: IN_SUBJECT,
    ...changes,
  };
}

/** What a hit holds: the index of a term and its counts in title, headings, labels and body. */
export type Held = readonly [
  term: number,
  title: number,
  headings: number,
  labels: number,
  body: number,
];

export function makeHit(id: string, changes: Partial<Hit> = {}, held: readonly Held[] = []): Hit {
  return {
    id,
    group: 'issue',
    time: 0,
    about: [],
    original: null,
    score: 1,
    lengths: FIELDS.map(() => 0),
    matches: Uint16Array.from(held.flat()),
    queryCoverage: 0,
    titleCoverage: 0,
    ...changes,
  };
}

export function makeContext(
  hits: readonly Hit[],
  about: Partial<Omit<RankContext, 'candidates'>> = {},
): RankContext {
  return contextOf(hits, {
    terms: [],
    subject: '',
    body: '',
    at: AT,
    facts: new Set(),
    precedents: [],
    timesUsed: () => 0,
    ...about,
  });
}

/** The feature's number of each candidate, in the order of the list. */
export function numbersOf(feature: RankFeature, context: RankContext): number[] {
  return measure(context, [feature]).map(([number]) => number ?? NaN);
}

const WORDS = ['printer', 'tableView', 'Ti.UI.scroll()', 'till', 'SYNC-4031'];

const arbitraryTerm: fc.Arbitrary<QueryTerm> = fc
  .record({
    identifier: fc.boolean(),
    documents: fc.integer({ min: 1, max: 50 }),
    idf: fc.constantFrom(0.25, 0.5, 1, 4),
    weight: fc.constantFrom(0.5, 1, 8),
    parts: fc.array(fc.constantFrom(0, 1, 2), { minLength: 5, maxLength: 5 }),
  })
  .map((changes) => makeTerm('any', changes));

const arbitraryHeld = fc
  .subarray([0, 1, 2])
  .chain((terms) =>
    fc.tuple(
      ...terms.map((term) =>
        fc
          .tuple(fc.nat(3), fc.nat(2), fc.nat(2), fc.nat(9))
          .map((counts): Held => [term, ...counts]),
      ),
    ),
  );

/** Scores are powers of two, so that sums of them are exact in whatever order they are added. */
const arbitraryHit = (at: number): fc.Arbitrary<Hit> =>
  fc
    .record({
      score: fc.constantFrom(0, 0.25, 0.5, 1, 2),
      time: fc.constantFrom(0, AT - 200 * DAY, AT - 20 * DAY, AT - 3 * DAY, AT - HOUR, AT + DAY),
      original: fc.constantFrom(null, null, 'kb:issue:0', 'kb:issue:gone'),
      about: fc.subarray(['product:Till', 'component:Print', 'version:3.8.0', 'name:TableView']),
      lengths: fc.array(fc.nat(40), { minLength: 4, maxLength: 4 }),
      queryCoverage: fc.constantFrom(0, 0.5, 1),
      held: arbitraryHeld,
    })
    .map(({ held, ...changes }) => {
      const id = `kb:issue:${at}`;
      const original = changes.original === id ? null : changes.original;
      return makeHit(id, { ...changes, original }, held);
    });

/** Any list, best match first, and the ticket it is for. */
export const arbitraryContext: fc.Arbitrary<RankContext> = fc
  .record({
    terms: fc.array(arbitraryTerm, { minLength: 3, maxLength: 3 }),
    hits: fc
      .nat(12)
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => arbitraryHit(at)))),
    subject: fc.subarray(WORDS).map((words) => words.join(' ')),
    body: fc.subarray(WORDS).map((words) => words.join('\n')),
    at: fc.constantFrom(AT, null),
    facts: fc.subarray(['till', 'print', '3.8.0']).map((values) => new Set(values)),
    precedents: fc.array(
      fc.record({
        itemId: fc.constantFrom('kb:issue:0', 'kb:issue:1', 'kb:issue:2'),
        likeness: fc.constantFrom(0.125, 0.5, 1),
        verdict: fc.constantFrom(1 as const, -1 as const),
      }),
    ),
  })
  .map(({ hits, ...about }) =>
    makeContext(
      hits.toSorted((a, b) => b.score - a.score),
      { ...about, timesUsed: (id) => id.length % 3 },
    ),
  );

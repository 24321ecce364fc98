/** Test tickets as questions: whole, and pruned to their best words, the same words for every engine. */
import type { PeerDocument, PeerQuery, WeightedWord } from '@/tests/bench/peers/contract';
import { termOf, wordsOf } from '@/tests/bench/peers/words';
import { shuffled } from '@/tests/bench/speed-corpus';
import type { DataQuery } from '@/tests/support/data-set';

export interface SpeedQuery extends PeerQuery {
  id: string;
  created: string;
  product: string;
  component: string;
  version: string;
}

/** Fifty words do not rank worse than all of them, and answer far sooner. */
const KEPT_WORDS = 48;
const TITLE_WEIGHT = 6;
/** What stands later in a ticket, logs most of all, misleads as often as it helps. */
const BODY_CHARACTERS = 800;

/** How many documents hold each term. */
export type Frequencies = ReadonlyMap<string, number>;

/** Counts the terms of a document once each into `into`. */
export function countTerms(document: PeerDocument, into: Map<string, number>): void {
  const terms = new Set(wordsOf(`${document.title}\n${document.body}`).map(termOf));
  for (const term of terms) {
    if (term !== null) into.set(term, (into.get(term) ?? 0) + 1);
  }
}

/** Up to `count` tickets of the test split, the same ones in every run, of all sets alike. */
export function chooseTickets(queries: readonly DataQuery[], count: number): DataQuery[] {
  const tests = queries.filter(({ split }) => split === 'test');
  return shuffled(tests.length > 0 ? tests : queries, 2).slice(0, count);
}

/** The question, pruned by the term statistics of a corpus of `documents`. */
export function toSpeedQuery(
  query: DataQuery,
  frequencies: Frequencies,
  documents: number,
): SpeedQuery {
  const { id, title, body } = query;
  const words = weighWords(query, (term) => {
    const holders = frequencies.get(term) ?? 0;
    return Math.log(1 + (documents - holders + 0.5) / (holders + 0.5));
  });
  return {
    id,
    title,
    body,
    created: query.created ?? '',
    product: query.product ?? '',
    component: query.component ?? '',
    version: query.version ?? '',
    pruned: words.slice(0, KEPT_WORDS),
  };
}

/** Each term's first word, weighted by its counts and its rarity; heaviest first. */
function weighWords({ title, body }: DataQuery, idfOf: (term: string) => number): WeightedWord[] {
  const words = new Map<string, { word: string; count: number }>();
  const count = (text: string, weight: number): void => {
    for (const word of wordsOf(text)) {
      const term = termOf(word);
      if (term === null) continue;
      const known = words.get(term) ?? { word, count: 0 };
      known.count += weight;
      words.set(term, known);
    }
  };
  count(title, TITLE_WEIGHT);
  count(body.slice(0, BODY_CHARACTERS), 1);
  return [...words]
    .map(([term, { word, count }]) => ({ word, weight: count, worth: count * idfOf(term) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ word, weight }) => ({ word, weight }));
}

/** The plan of a query: its distinct terms with weights, the strongest few kept. */
import { analyse } from '@/lib/search/analyse/analyse';
import { languageOf } from '@/lib/search/analyse/stemmers';
import type { QueryPart } from '@/lib/search/contract';

export interface PlannedTerm {
  term: string;
  /** As the query wrote it first. */
  surface: string;
  /** Sum of the weights of its occurrences, damped. */
  weight: number;
  identifier: boolean;
}

/** Terms beyond these cost time and add nothing (measured on real tickets). */
export const MAX_TERMS = 64;

/** The Nth occurrence of a word says less than the first: k3 of BM25's query side. */
const QUERY_SATURATION = 8;

/** An identifier names the thing itself. */
const IDENTIFIER_BOOST = 1.6;

/** Items in English are found from any ticket by the words both languages share. */
const SHARED_LANGUAGE = 'en';

/** Distinct terms of all parts, in the order of first occurrence. */
export function planTerms(parts: readonly QueryPart[]): PlannedTerm[] {
  const planned = new Map<string, PlannedTerm>();
  for (const part of parts) {
    const own = termsOf(part, part.locale);
    addTerms(planned, own);
    if (languageOf(part.locale) === SHARED_LANGUAGE) continue;
    const known = new Set(own.map(({ term }) => term));
    const shared = termsOf(part, SHARED_LANGUAGE).filter(({ term }) => !known.has(term));
    addTerms(planned, shared);
  }
  for (const term of planned.values()) {
    term.weight = ((QUERY_SATURATION + 1) * term.weight) / (QUERY_SATURATION + term.weight);
    if (term.identifier) term.weight *= IDENTIFIER_BOOST;
  }
  return [...planned.values()];
}

/** The part's tokens as terms, in the words of one language. */
function termsOf(part: QueryPart, locale: string): PlannedTerm[] {
  return analyse(part.text, locale).map(({ term, identifier, start, end }) => {
    return { term, identifier, weight: part.weight, surface: part.text.slice(start, end) };
  });
}

function addTerms(planned: Map<string, PlannedTerm>, terms: readonly PlannedTerm[]): void {
  for (const term of terms) {
    const known = planned.get(term.term);
    if (known === undefined) planned.set(term.term, { ...term });
    else known.weight += term.weight;
  }
}

/** The best `MAX_TERMS` by what they can add to a score. */
export function pruneTerms<T extends PlannedTerm>(terms: T[], idf: (term: T) => number): T[] {
  if (terms.length <= MAX_TERMS) return terms;
  const gain = new Map(terms.map((term) => [term, term.weight * idf(term)]));
  const byGain = terms.toSorted((a, b) => (gain.get(b) ?? 0) - (gain.get(a) ?? 0));
  return byGain.slice(0, MAX_TERMS);
}

/** The plan of a query: its distinct terms with weights, the strongest few kept. */
import { analyse, type Token } from '@/lib/search/analyse/analyse';
import { languageOf, stem } from '@/lib/search/analyse/stemmers';
import { isStopWord } from '@/lib/search/analyse/stop-words';
import { translateWord } from '@/lib/search/analyse/translate';
import type { QueryPart } from '@/lib/search/contract';

export interface PlannedTerm {
  term: string;
  /** As the query wrote it first. */
  surface: string;
  /** The same for all terms that stand for one word of the query: its stems and translations. */
  concept: string;
  /** Sum of the weights of its occurrences, damped. */
  weight: number;
  /** The undamped sum in each part of the query. */
  parts: number[];
  identifier: boolean;
}

/** Terms beyond these cost time and add nothing (measured on real tickets). */
export const MAX_TERMS = 64;

/** The Nth occurrence of a word says less than the first: k3 of BM25's query side. */
const QUERY_SATURATION = 8;

/** An identifier names the thing itself. */
const IDENTIFIER_BOOST = 1.2;

/** The language most items are written in: other tickets also ask in its words. */
const SHARED_LANGUAGE = 'en';

/** A translation is a guess; its second and third are wilder ones. */
const TRANSLATION_WEIGHTS = [0.8, 0.45, 0.3];

/** Distinct terms of all parts, in the order of first occurrence. */
export function planTerms(parts: readonly QueryPart[]): PlannedTerm[] {
  const planned = new Map<string, PlannedTerm>();
  const plan = { planned, size: parts.length };
  parts.forEach((part, at) => {
    for (const token of analyse(part.text, part.locale)) addToken(plan, token, part, at);
  });
  for (const term of planned.values()) {
    term.weight = ((QUERY_SATURATION + 1) * term.weight) / (QUERY_SATURATION + term.weight);
    if (term.identifier) term.weight *= IDENTIFIER_BOOST;
  }
  return [...planned.values()];
}

interface Plan {
  planned: Map<string, PlannedTerm>;
  /** Parts of the query. */
  size: number;
}

/** One occurrence in the query. */
type Occurrence = Pick<PlannedTerm, 'term' | 'surface' | 'concept' | 'identifier' | 'weight'>;

function addToken(plan: Plan, token: Token, part: QueryPart, at: number): void {
  const surface = part.text.slice(token.start, token.end);
  const { term, identifier } = token;
  const concept = identifier ? term : surface.toLowerCase();
  addTerm(plan, { term, surface, concept, identifier, weight: part.weight }, at);
  if (identifier || languageOf(part.locale) === SHARED_LANGUAGE) return;
  for (const [variant, share] of variantsOf(surface.toLowerCase(), languageOf(part.locale))) {
    if (variant === term) continue;
    const weight = part.weight * share;
    addTerm(plan, { term: variant, surface, concept, identifier, weight }, at);
  }
}

/** A foreign word in the shared language: the word itself (`Export`), and what it means. */
function variantsOf(word: string, language: string): Map<string, number> {
  const variants = new Map([[stem(word, SHARED_LANGUAGE), 1]]);
  translateWord(word, language).forEach((translation, rank) => {
    const weight = TRANSLATION_WEIGHTS[rank];
    if (weight === undefined || isStopWord(translation, SHARED_LANGUAGE)) return;
    for (const { term } of analyse(translation, SHARED_LANGUAGE)) {
      variants.set(term, Math.max(weight, variants.get(term) ?? 0));
    }
  });
  return variants;
}

function addTerm({ planned, size }: Plan, occurrence: Occurrence, at: number): void {
  let term = planned.get(occurrence.term);
  if (term === undefined) {
    term = { ...occurrence, weight: 0, parts: Array.from({ length: size }, () => 0) };
    planned.set(occurrence.term, term);
  }
  term.weight += occurrence.weight;
  term.parts[at] = (term.parts[at] ?? 0) + occurrence.weight;
}

/** The best `MAX_TERMS` by what they can add to a score. */
export function pruneTerms<T extends PlannedTerm>(terms: T[], idf: (term: T) => number): T[] {
  if (terms.length <= MAX_TERMS) return terms;
  const gain = new Map(terms.map((term) => [term, term.weight * idf(term)]));
  const byGain = terms.toSorted((a, b) => (gain.get(b) ?? 0) - (gain.get(a) ?? 0));
  return byGain.slice(0, MAX_TERMS);
}

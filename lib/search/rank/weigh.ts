/** The query's terms against the index: where each stands, how rare it is, and which take part. */
import { ok, type Result } from '@/lib/core/result';
import { encodeText } from '@/lib/search/blocks/bytes';
import type { QueryTerm } from '@/lib/search/contract';
import { idf } from '@/lib/search/rank/bm25f';
import { pruneTerms, type PlannedTerm } from '@/lib/search/rank/plan';
import type { TermEntry } from '@/lib/search/segment/dictionary';
import { MAX_IMPACT } from '@/lib/search/segment/format';
import { liveFrequency, type LiveSegment } from '@/lib/search/segment/segment';

/** The greatest factor of a query: so scores of `MAX_TERMS` terms fit 32 bits. */
const MAX_FACTOR = 4095;

/** How much a query word counts that no document holds. */
const UNKNOWN_SHARE = 0.4;

export interface WeighedTerm {
  term: QueryTerm;
  /** What an impact is multiplied with: 1 to `MAX_FACTOR`; 0 when no document holds the term. */
  factor: number;
  /** Its entry in each segment. */
  entries: (TermEntry | null)[];
  /** Number of its concept, below the `concepts` of the query. */
  concept: number;
}

export interface WeighedQuery {
  terms: WeighedTerm[];
  /** What one point of a score is worth, in weight times idf. */
  unit: number;
  /** Weight of each concept of the query. */
  concepts: Float64Array;
}

/** The terms that take part, heaviest first. `documents` are those alive. */
export async function weighTerms(
  segments: readonly LiveSegment[],
  planned: readonly PlannedTerm[],
  documents: number,
): Promise<Result<WeighedQuery>> {
  const found = await findEverywhere(
    segments,
    planned.map(({ term }) => term),
  );
  if (!found.ok) return found;
  const known = planned.map((term, at) => {
    const entries = found.value.map((entriesOf) => entriesOf[at] ?? null);
    let held = 0;
    segments.forEach((live, of) => (held += liveFrequency(live, entries[of] ?? null)));
    return { ...term, entries, documents: held, idf: idf(documents, held) };
  });
  const gain = (term: { documents: number; idf: number }): number =>
    term.documents === 0 ? 0 : term.idf;
  const kept = pruneTerms(known, gain);
  const greatest = kept.reduce((most, term) => Math.max(most, term.weight * gain(term)), 0);
  const numbers = numberConcepts(kept);
  return ok({
    unit: greatest / (MAX_FACTOR * MAX_IMPACT),
    concepts: weighConcepts(kept, numbers),
    terms: kept.map(({ entries, ...term }) => ({
      term,
      entries,
      concept: numbers.get(term.concept) ?? 0,
      factor:
        gain(term) === 0
          ? 0
          : Math.max(1, Math.round((MAX_FACTOR * (term.weight * gain(term))) / greatest)),
    })),
  });
}

/** For each segment the entry of each term. */
export async function findEverywhere(
  segments: readonly LiveSegment[],
  terms: readonly string[],
): Promise<Result<(TermEntry | null)[][]>> {
  const all: (TermEntry | null)[][] = [];
  const wanted = terms.map((text) => ({ text, bytes: encodeText(text) }));
  for (const found of await Promise.all(segments.map(({ segment }) => segment.findTerms(wanted)))) {
    if (!found.ok) return found;
    all.push(found.value);
  }
  return ok(all);
}

function numberConcepts(terms: readonly PlannedTerm[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { concept } of terms) {
    if (!numbers.has(concept)) numbers.set(concept, numbers.size);
  }
  return numbers;
}

/**
 * What each word of the query weighs: its best term that stands in the index. A word that stands nowhere
 * (a name, a misspelling) still counts a little: nothing answers it.
 */
function weighConcepts(
  terms: readonly QueryTerm[],
  numbers: ReadonlyMap<string, number>,
): Float64Array {
  const weights = new Float64Array(numbers.size);
  for (const { concept, weight, documents, idf: rarity } of terms) {
    const value = weight * rarity * (documents === 0 ? UNKNOWN_SHARE : 1);
    const at = numbers.get(concept) ?? 0;
    weights[at] = Math.max(weights[at] ?? 0, value);
  }
  return weights;
}

/**
 * BM25F (Robertson, Zaragoza, Taylor 2004: "Simple BM25 extension to multiple weighted fields"): counts
 * of a term are added up over the fields, each weighted and set against its field's length, and
 * saturated once.
 */
import { FIELDS } from '@/lib/search/contract';
import type { Segment } from '@/lib/search/segment/segment';

/** In the order of `FIELDS`: title, headings, labels, body. */
const FIELD_WEIGHT = [3, 1.4, 1.2, 1];
const LENGTH_NORMALISATION = [0.5, 0.6, 0.4, 0.8];
const SATURATION = 1.8;

/** Figures of the whole index that scores depend on. */
export interface Statistics {
  documents: number;
  averageLengths: number[];
}

/** Robertson–Spärck Jones weight with the +1 that keeps it positive (Lucene's form). */
export function idf(documents: number, documentFrequency: number): number {
  return Math.log(1 + (documents - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

/** Documents that hold the term, in all segments; deleted ones count until a merge drops them. */
export function documentFrequency(segments: readonly Segment[], term: string): number {
  return segments.reduce((sum, segment) => {
    const index = segment.findTerm(term);
    return index < 0 ? sum : sum + segment.documentFrequency(index);
  }, 0);
}

/** Statistics over segments; deleted documents count until a merge drops them. */
export function statisticsOf(segments: readonly Segment[]): Statistics {
  const documents = segments.reduce((sum, segment) => sum + segment.documents, 0);
  const averageLengths = FIELDS.map((_, field) => {
    const total = segments.reduce((sum, segment) => sum + (segment.totals[field] ?? 0), 0);
    return Math.max(1, total / Math.max(1, documents));
  });
  return { documents, averageLengths };
}

/**
 * The saturated term weight of one posting, 0 to 1: times idf and query weight it is the term's share of
 * the score. `counts` holds the posting's counts from `at`.
 */
export function termWeight(
  counts: Uint16Array,
  at: number,
  segment: Segment,
  document: number,
  averageLengths: readonly number[],
): number {
  let weighted = 0;
  for (let field = 0; field < FIELDS.length; field++) {
    const count = counts[at + field] ?? 0;
    if (count === 0) continue;
    const b = LENGTH_NORMALISATION[field] ?? 0;
    const length = segment.fieldLength(document, field) / (averageLengths[field] ?? 1);
    weighted += ((FIELD_WEIGHT[field] ?? 1) * count) / (1 - b + b * length);
  }
  return weighted / (SATURATION + weighted);
}

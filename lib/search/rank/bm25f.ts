/**
 * BM25F (Robertson, Zaragoza, Taylor 2004: "Simple BM25 extension to multiple weighted fields"): counts
 * of a term are added up over the fields, each weighted and set against its field's length, and
 * saturated once. Lengths are set against fixed ones, not against the index's averages: so what a term
 * weighs in a document depends on the document alone, and is stored with the posting as one byte.
 */
import { FIELDS } from '@/lib/search/contract';
import { MAX_IMPACT } from '@/lib/search/segment/format';

/** In the order of `FIELDS`: title, headings, labels, body. */
export const FIELD_WEIGHT = [4, 1.4, 1.2, 1];
export const LENGTH_NORMALISATION = [0.5, 0.6, 0.4, 0.65];
/** Tokens that a field of ordinary length has. */
export const REFERENCE_LENGTH = [7, 12, 6, 40];
export const SATURATION = 2.5;

/** Robertson–Spärck Jones weight with the +1 that keeps it positive (Lucene's form). */
export function idf(documents: number, documentFrequency: number): number {
  return Math.log(1 + (documents - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

/** What one occurrence in each field counts for, in a document whose fields have these lengths. */
export function fieldNorms(lengths: readonly number[]): number[] {
  return FIELDS.map((_, field) => {
    const b = LENGTH_NORMALISATION[field] ?? 0;
    const length = (lengths[field] ?? 0) / (REFERENCE_LENGTH[field] ?? 1);
    return (FIELD_WEIGHT[field] ?? 1) / (1 - b + b * length);
  });
}

/**
 * The saturated weight of a term in a document, 0 to 1, as 1 to 255. Its counts in the fields stand in
 * `counts` from `at` on.
 */
export function impactOf(counts: Uint16Array, at: number, norms: readonly number[]): number {
  let weighted = 0;
  for (let field = 0; field < FIELDS.length; field++) {
    weighted += (counts[at + field] ?? 0) * (norms[field] ?? 0);
  }
  return Math.max(1, Math.round((MAX_IMPACT * weighted) / (SATURATION + weighted)));
}

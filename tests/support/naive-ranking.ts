/** BM25F by the book, over plain objects: the second opinion that the engine's index is held against. */
import { analyse } from '@/lib/search/analyse/analyse';
import { FIELDS, type QueryPart, type SearchDocument } from '@/lib/search/contract';
import {
  FIELD_WEIGHT,
  LENGTH_NORMALISATION,
  REFERENCE_LENGTH,
  SATURATION,
} from '@/lib/search/rank/bm25f';
import { planTerms } from '@/lib/search/rank/plan';

/** A score is a whole number of units: the weight of a term, 1 to 4095, times its impact, 1 to 255. */
const MOST = 4095;
const STEPS = 255;

/** Score of every matching document, by id. For queries of few terms: none is left out. */
export function rankNaively(
  documents: readonly SearchDocument[],
  parts: readonly QueryPart[],
): Map<string, number> {
  const analysed = documents.map(({ id, fields, locale }) => ({
    id,
    tokens: FIELDS.map((field) => analyse(fields[field], locale).map(({ term }) => term)),
  }));
  const terms = planTerms(parts).map(({ term, weight }) => {
    const holders = analysed.filter(({ tokens }) => tokens.some((field) => field.includes(term)));
    const n = holders.length;
    const idf = n === 0 ? 0 : Math.log(1 + (documents.length - n + 0.5) / (n + 0.5));
    return { term, holders, gain: weight * idf };
  });
  const greatest = Math.max(...terms.map(({ gain }) => gain), 0);
  const scores = new Map<string, number>();
  for (const { term, holders, gain } of terms) {
    const factor = Math.max(1, Math.round((MOST * gain) / greatest));
    for (const { id, tokens } of holders) {
      const weighted = tokens.reduce((sum, inField, field) => {
        const count = inField.filter((token) => token === term).length;
        const b = LENGTH_NORMALISATION[field]!;
        const length = inField.length / REFERENCE_LENGTH[field]!;
        return sum + count * (FIELD_WEIGHT[field]! / (1 - b + b * length));
      }, 0);
      const impact = Math.max(1, Math.round((STEPS * weighted) / (SATURATION + weighted)));
      scores.set(id, (scores.get(id) ?? 0) + factor * impact);
    }
  }
  const unit = greatest / (MOST * STEPS);
  return new Map([...scores].map(([id, score]) => [id, score * unit]));
}

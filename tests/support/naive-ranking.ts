/** BM25F by the book, over plain objects: the second opinion that the engine's index is held against. */
import { analyse } from '@/lib/search/analyse/analyse';
import { FIELDS, type SearchDocument } from '@/lib/search/contract';
import { planTerms } from '@/lib/search/rank/plan';

const WEIGHTS = { title: 3, headings: 1.4, labels: 1.2, body: 1 };
const LENGTH = { title: 0.5, headings: 0.6, labels: 0.4, body: 0.8 };
const K1 = 1.8;

/** Score of every matching document, by id. */
export function rankNaively(
  documents: readonly SearchDocument[],
  text: string,
): Map<string, number> {
  const analysed = documents.map((document) => ({
    id: document.id,
    tokens: FIELDS.map((field) =>
      analyse(document.fields[field], document.locale).map((t) => t.term),
    ),
  }));
  const averages = FIELDS.map((_, field) => {
    const total = analysed.reduce((sum, { tokens }) => sum + (tokens[field]?.length ?? 0), 0);
    return Math.max(1, total / Math.max(1, documents.length));
  });
  const scores = new Map<string, number>();
  for (const { term, weight } of planTerms([{ text, weight: 1, locale: 'en' }])) {
    const holders = analysed.filter(({ tokens }) => tokens.some((field) => field.includes(term)));
    const n = holders.length;
    const idf = Math.log(1 + (documents.length - n + 0.5) / (n + 0.5));
    for (const { id, tokens } of holders) {
      const weighted = FIELDS.reduce((sum, field, index) => {
        const inField = tokens[index] ?? [];
        const count = inField.filter((token) => token === term).length;
        const length = inField.length / (averages[index] ?? 1);
        return sum + (WEIGHTS[field] * count) / (1 - LENGTH[field] + LENGTH[field] * length);
      }, 0);
      scores.set(id, (scores.get(id) ?? 0) + (weight * idf * weighted) / (K1 + weighted));
    }
  }
  return scores;
}

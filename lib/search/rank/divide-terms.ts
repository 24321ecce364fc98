/** Which terms of a query can be left for later in a stretch of documents: the second step of `score-range.ts`. */
import type { PostingsReader, Stretch } from '@/lib/search/rank/postings-reader';

/**
 * Terms are omitted at first only when that spares this share of the postings: completing candidates costs
 * more than adding a posting (measured on real tickets and lists of 300).
 */
const WORTHWHILE = 0.5;

/**
 * Sorts the terms so that those to omit at first come first: their number, and the sum of their bounds,
 * which stays below `floor`. All of them are omitted when no document can reach the floor.
 */
export function divideTerms(
  terms: PostingsReader[],
  { from, to }: Stretch,
  floor: number,
): { omitted: number; rest: number } {
  for (const postings of terms) postings.measure(from, to);
  sortByWorth(terms);
  let rest = 0;
  let omitted = 0;
  let saved = 0;
  for (const { bound, cost } of terms) {
    if (rest + bound >= floor) break;
    rest += bound;
    saved += cost;
    omitted++;
  }
  const total = terms.reduce((sum, { cost }) => sum + cost, 0);
  const isWorthwhile = omitted === terms.length || saved >= total * WORTHWHILE;
  return isWorthwhile ? { omitted, rest } : { omitted: 0, rest: 0 };
}

/** By bound per posting, least first: what it costs least to leave out. Nearly sorted from the last stretch. */
function sortByWorth(terms: PostingsReader[]): void {
  for (let at = 1; at < terms.length; at++) {
    const term = terms[at];
    if (term === undefined) return;
    const worth = worthOf(term);
    let before = at - 1;
    for (; before >= 0; before--) {
      const other = terms[before];
      if (other === undefined || worthOf(other) <= worth) break;
      terms[before + 1] = other;
    }
    terms[before + 1] = term;
  }
}

function worthOf({ bound, cost }: PostingsReader): number {
  return bound === 0 ? 0 : bound / (cost + 1);
}

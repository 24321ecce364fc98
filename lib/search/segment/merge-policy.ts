/**
 * When to merge: segments are sorted into tiers, each four times the size of the one before; four of a
 * tier become one of the next (the idea of Lucene's log merge policy), so every document is rewritten
 * only a few times. A segment with many deletions is rewritten on its own, so that they cost little. When
 * nothing more is to come, the small ones that are left over are joined, too: every question asks them all.
 */
import { liveDocuments, type LiveSegment } from '@/lib/search/segment/segment';

const FAN_IN = 4;
const SMALLEST_TIER = 128;
const MAX_DELETED_SHARE = 0.2;
/** So many segments are no burden to questions. */
const FEW = 4;

/** The segments to merge next; empty when all is well. `isQuiet`: nothing more is to come soon. */
export function chooseMerge<T extends LiveSegment>(segments: readonly T[], isQuiet = false): T[] {
  const decayed = segments.find(
    ({ segment, deletions }) => deletions.documents.length > segment.documents * MAX_DELETED_SHARE,
  );
  if (decayed !== undefined) return [decayed];
  const tiers = new Map<number, T[]>();
  for (const entry of segments) {
    const size = liveDocuments(entry) / SMALLEST_TIER;
    const tier = Math.max(0, Math.ceil(Math.log(size) / Math.log(FAN_IN)));
    tiers.set(tier, [...(tiers.get(tier) ?? []), entry]);
  }
  const full = [...tiers.values()].find((tier) => tier.length >= FAN_IN);
  return full ?? (isQuiet ? chooseSmall(segments) : []);
}

/** The smallest of more than a few; none that is so much larger than the others that they are not worth it. */
function chooseSmall<T extends LiveSegment>(segments: readonly T[]): T[] {
  const smallest = segments
    .toSorted((a, b) => liveDocuments(a) - liveDocuments(b))
    .slice(0, Math.max(0, segments.length - FEW + 1));
  let documents = 0;
  const end = smallest.findIndex((entry, at) => {
    const own = liveDocuments(entry);
    if (at > 0 && own > documents * FAN_IN) return true;
    documents += own;
    return false;
  });
  const chosen = end < 0 ? smallest : smallest.slice(0, end);
  return chosen.length > 1 ? chosen : [];
}

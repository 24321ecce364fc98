/**
 * When to merge: segments are sorted into tiers, each four times the size of the one before; four of a
 * tier become one of the next (the idea of Lucene's log merge policy), so every document is rewritten
 * only a few times. A segment with many deletions is rewritten on its own, so that they cost little.
 */
import { liveDocuments, type LiveSegment } from '@/lib/search/segment/segment';

const FAN_IN = 4;
const SMALLEST_TIER = 128;
const MAX_DELETED_SHARE = 0.2;

/** The segments to merge next; empty when all is well. */
export function chooseMerge<T extends LiveSegment>(segments: readonly T[]): T[] {
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
  return [...tiers.values()].find((tier) => tier.length >= FAN_IN) ?? [];
}

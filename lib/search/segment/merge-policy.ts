/**
 * When to merge: segments are sorted into tiers, each four times the size of the one before; four of a
 * tier become one of the next (the idea of Lucene's log merge policy), so every document is rewritten
 * only a few times. A segment with many deletions is rewritten on its own, so that they cost little. When
 * nothing more is to come, the small ones that are left over are joined, too: every question asks them all.
 */
import type { CommittedSegment } from '@/lib/search/contract';

type Sizes = Pick<CommittedSegment, 'documents' | 'deleted'>;

const FAN_IN = 4;
const SMALLEST_TIER = 128;
const MAX_DELETED_SHARE = 0.2;
/** So many segments are no burden to questions. */
const FEW = 4;

/** The segments to merge next; empty when all is well. `isQuiet`: nothing more is to come soon. */
export function chooseMerge<T extends Sizes>(segments: readonly T[], isQuiet = false): T[] {
  const decayed = segments.find(
    ({ documents, deleted }) => deleted > documents * MAX_DELETED_SHARE,
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

/** The smallest of more than a few that are worth it: no large one is rewritten for the sake of a small one. */
function chooseSmall<T extends Sizes>(segments: readonly T[]): T[] {
  const smallest = segments
    .toSorted((a, b) => liveDocuments(a) - liveDocuments(b))
    .slice(0, Math.max(0, segments.length - FEW + 1));
  for (let from = 0; from < smallest.length; from++) {
    const alike = startAlike(smallest.slice(from));
    if (alike.length > 1) return alike;
  }
  return [];
}

/** As many of the first, which are sorted by size, as are no larger than a few times those before together. */
function startAlike<T extends Sizes>(sorted: readonly T[]): T[] {
  let before = 0;
  const end = sorted.findIndex((live) => {
    const own = liveDocuments(live);
    const isLarge = before > 0 && own > before * FAN_IN;
    before += own;
    return isLarge;
  });
  return end < 0 ? [...sorted] : sorted.slice(0, end);
}

function liveDocuments({ documents, deleted }: Sizes): number {
  return documents - deleted;
}

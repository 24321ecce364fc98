/** When the document came: a new fault is reported by many within days. */
import type { RankFeature, RankCandidate, RankContext } from '@/lib/suggest/rank/contract';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const RECENT = 90 * DAY;
const FRESH = 10 * DAY;
const NEIGHBOURHOOD = 7 * DAY;
/** Documents without a date, and tickets without one, are taken to be this far apart. */
const UNKNOWN_AGE = 1_000 * DAY;
/** Rank of what is not among the recent ones. */
const LAST_RANK = 6;

/** Age when the ticket came, in milliseconds; 0 for what came later. */
function ageOf({ at }: RankContext, { hit }: RankCandidate): number {
  return at === null || hit.time === 0 ? UNKNOWN_AGE : Math.max(0, at - hit.time);
}

/** Log of the age in hours. */
export const age: RankFeature = {
  name: 'age',
  over: (context) => (one) => Math.log1p(ageOf(context, one) / HOUR),
};

/** Log of the rank among those of the last three months. */
export const rankOfRecent: RankFeature = {
  name: 'rankOfRecent',
  over: (context) => rankWithin(context, RECENT),
};

/** Log of the rank among those of the last ten days. */
export const rankOfFresh: RankFeature = {
  name: 'rankOfFresh',
  over: (context) => rankWithin(context, FRESH),
};

/** Those with the same score share the rank of the first of them: their order in the list says nothing. */
function rankWithin(context: RankContext, span: number): (candidate: RankCandidate) => number {
  const recent = context.candidates.filter((one) => ageOf(context, one) < span);
  let first = 0;
  const rank = new Map(
    recent.map((one, at) => {
      if (one.hit.score !== recent[first]?.hit.score) first = at;
      return [one, Math.log(first + 2)];
    }),
  );
  return (one) => rank.get(one) ?? LAST_RANK;
}

/** Log of how many reports like the ticket came within a week of this one. */
export const wave: RankFeature = {
  name: 'wave',
  over: ({ candidates }) => {
    const best = candidates.reduce((most, { hit }) => Math.max(most, hit.score), 1e-9);
    const byTime = candidates.toSorted((a, b) => a.hit.time - b.hit.time);
    const sums = new Map<RankCandidate, number>();
    const weight = (one: RankCandidate): number => (one.hit.score / best) ** 3;
    let sum = 0;
    let from = 0;
    let to = 0;
    for (const one of byTime) {
      for (; (byTime[to]?.hit.time ?? Infinity) < one.hit.time + NEIGHBOURHOOD; to++) {
        const next = byTime[to];
        if (next !== undefined) sum += weight(next);
      }
      for (; (byTime[from]?.hit.time ?? Infinity) <= one.hit.time - NEIGHBOURHOOD; from++) {
        const gone = byTime[from];
        if (gone !== undefined) sum -= weight(gone);
      }
      sums.set(one, one.hit.time === 0 ? 0 : Math.max(0, sum - weight(one)));
    }
    return (one) => Math.log1p(sums.get(one) ?? 0);
  },
};

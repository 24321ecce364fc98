/** What is known to be the same: reports closed as duplicates speak for the one they repeat. */
import type { RankCandidate, RankContext, RankFeature } from '@/lib/suggest/rank/contract';

const HOUR = 3_600_000;
const UNKNOWN_AGE_HOURS = 24_000;

function families({ candidates }: RankContext): Map<string, RankCandidate[]> {
  const found = new Map<string, RankCandidate[]>();
  for (const one of candidates) {
    const family = found.get(one.root);
    if (family === undefined) found.set(one.root, [one]);
    else family.push(one);
  }
  return found;
}

function bestScore({ candidates }: RankContext): number {
  return candidates.reduce((most, { hit }) => Math.max(most, hit.score), 1e-9);
}

/** Sum of the cubed likeness of all reports of the same fault in the list. */
export const familyVotes: RankFeature = {
  name: 'familyVotes',
  over: (context) => {
    const best = bestScore(context);
    const sums = new Map(
      [...families(context)].map(([root, family]) => [
        root,
        family.reduce((sum, { hit }) => sum + (hit.score / best) ** 3, 0),
      ]),
    );
    return ({ root }) => sums.get(root) ?? 0;
  },
};

/** The best likeness of another report of the same fault. */
export const bestRelative: RankFeature = {
  name: 'bestRelative',
  over: (context) => {
    const best = bestScore(context);
    const byRoot = families(context);
    return (one) => {
      const others = (byRoot.get(one.root) ?? []).filter((other) => other !== one);
      return others.reduce((most, { hit }) => Math.max(most, hit.score), 0) / best;
    };
  },
};

/** Log of the number of reports of the same fault in the list. */
export const familySize: RankFeature = {
  name: 'familySize',
  over: (context) => {
    const byRoot = families(context);
    return ({ root }) => Math.log(byRoot.get(root)?.length ?? 1);
  },
};

/** 1 for a report that is known to repeat another. */
export const isRepeat: RankFeature = {
  name: 'isRepeat',
  over: () => (one) => Number(one.hit.original !== null),
};

/** Log of the hours since the newest report of the same fault. */
export const lastReported: RankFeature = {
  name: 'lastReported',
  over: (context) => {
    const { at } = context;
    const newest = new Map(
      [...families(context)].map(([root, family]) => [
        root,
        family.reduce((latest, { hit }) => Math.max(latest, hit.time), 0),
      ]),
    );
    return ({ root }) => {
      const time = newest.get(root) ?? 0;
      const hours = at === null || time === 0 ? UNKNOWN_AGE_HOURS : (at - time) / HOUR;
      return Math.log1p(Math.max(0, hours));
    };
  },
};

/** What agents did before: tickets like this one, and what answered them. */
import type { RankFeature } from '@/lib/suggest/rank/contract';

/** Likeness is cubed: a few near tickets say more than many distant ones. */
const POWER = 3;
const NEAREST = 15;

/** Sum of the cubed likeness of the nearest tickets that the item answered; dismissals count against it. */
export const precedentVotes: RankFeature = {
  name: 'precedentVotes',
  over: ({ precedents }) => {
    const votes = new Map<string, number>();
    for (const { itemId, likeness, verdict } of precedents.slice(0, NEAREST)) {
      votes.set(itemId, (votes.get(itemId) ?? 0) + verdict * likeness ** POWER);
    }
    return ({ root }) => votes.get(root) ?? 0;
  },
};

/** Likeness of the nearest ticket that the item answered. */
export const nearestPrecedent: RankFeature = {
  name: 'nearestPrecedent',
  over: ({ precedents }) => {
    const nearest = new Map<string, number>();
    for (const { itemId, likeness, verdict } of precedents) {
      if (verdict > 0) nearest.set(itemId, Math.max(likeness, nearest.get(itemId) ?? 0));
    }
    return ({ root }) => nearest.get(root) ?? 0;
  },
};

/** Log of how often the item was inserted or linked. */
export const timesUsed: RankFeature = {
  name: 'timesUsed',
  over: (context) => (one) => Math.log1p(context.timesUsed(one.root)),
};

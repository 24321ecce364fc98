/** What agents did before: tickets like this one, and what answered them. */
import type { RankFeature } from '@/lib/suggest/rank/contract';

/** Likeness is squared: a few near tickets say more than many distant ones. */
const POWER = 2;
const NEAREST = 30;
/** Likeness of different tickets is a tenth or so; this brings a few of those to where the log bends. */
const SCALE = 20;

/** Log of the squared likeness of the nearest tickets that the item answered; dismissals count against it. */
export const precedentVotes: RankFeature = {
  name: 'precedentVotes',
  over: ({ precedents }) => {
    const votes = new Map<string, number>();
    for (const { itemId, likeness, verdict } of precedents.slice(0, NEAREST)) {
      votes.set(itemId, (votes.get(itemId) ?? 0) + verdict * likeness ** POWER);
    }
    return ({ root }) => {
      const sum = votes.get(root) ?? 0;
      return Math.sign(sum) * Math.log1p(SCALE * Math.abs(sum));
    };
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

/** The second stage: the engine's candidates, rated by all that is known of ticket and document. */
import type { Hit } from '@/lib/search/contract';
import type { RankCandidate, RankContext, RankFeature } from '@/lib/suggest/rank/contract';
import { matchOf } from '@/lib/suggest/rank/match';
import { valueOn, type RankModel } from '@/lib/suggest/rank/model';

/** A candidate with its rating: natural-log odds up to a constant that all of the list share. */
export interface RankedCandidate extends RankCandidate {
  rating: number;
  /** What each feature added, by name. */
  shares: Readonly<Record<string, number>>;
}

/** Gathers what features compare a list of hits by. */
export function contextOf(
  hits: readonly Hit[],
  about: Omit<RankContext, 'candidates'>,
): RankContext {
  return {
    ...about,
    candidates: hits.map((hit) => ({
      hit,
      match: matchOf(hit, about.terms),
      root: hit.original ?? hit.id,
    })),
  };
}

/** The numbers of every candidate: a row each, in the order of `features`. */
export function measure(context: RankContext, features: readonly RankFeature[]): number[][] {
  const measures = features.map((feature) => feature.over(context));
  return context.candidates.map((candidate) => measures.map((measureOne) => measureOne(candidate)));
}

/** Best first; reports of the same fault are one row, that of the best of them. */
export function rank(
  context: RankContext,
  features: readonly RankFeature[],
  model: RankModel,
): RankedCandidate[] {
  const used = features.filter(({ name }) => name in model);
  const rows = measure(context, used);
  const rated = context.candidates.map((candidate, index): RankedCandidate => {
    const shares = used.map(({ name }, at): [string, number] => {
      const curve = model[name];
      return [name, curve === undefined ? 0 : valueOn(curve, rows[index]?.[at] ?? 0)];
    });
    const rating = shares.reduce((sum, [, share]) => sum + share, 0);
    return { ...candidate, rating, shares: Object.fromEntries(shares) };
  });
  rated.sort((a, b) => b.rating - a.rating || (a.hit.id < b.hit.id ? -1 : 1));
  const seen = new Set<string>();
  return rated.filter(({ root }) => !seen.has(root) && seen.add(root));
}

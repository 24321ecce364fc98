/** The second stage: the engine's candidates, rated by all that is known of ticket and document. */
import type { Hit } from '@/lib/search/contract';
import type { RankCandidate, RankContext, RankFeature } from '@/lib/suggest/rank/contract';
import { matchOf } from '@/lib/suggest/rank/match';
import { valueOn, type Curve, type RankModel } from '@/lib/suggest/rank/model';

/** A candidate with its rating: natural-log odds up to a constant that all of the list share. */
export interface RankedCandidate extends RankCandidate {
  rating: number;
  /** Reports of the same fault in the list, itself counted. */
  family: number;
  /** What that makes of it among the list, 0 to 1. */
  probability: number;
  /** What each feature measured, by name; made when asked for, as are `shares`. */
  readonly values: Readonly<Record<string, number>>;
  /** What each feature added beyond what it adds to the list on average, by name. */
  readonly shares: Readonly<Record<string, number>>;
}

const LEVEL: Curve = { knots: [0], values: [0] };

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
  const curves = used.map(({ name }) => model[name] ?? LEVEL);
  const values = measure(context, used);
  const shares = values.map((row) => row.map((value, at) => valueOn(curves[at] ?? LEVEL, value)));
  const usual = used.map(
    (_, at) => shares.reduce((sum, row) => sum + (row[at] ?? 0), 0) / Math.max(1, shares.length),
  );
  const named = (valueAt: (at: number) => number): Record<string, number> =>
    Object.fromEntries(used.map(({ name }, at) => [name, valueAt(at)]));
  const rated = context.candidates.map((candidate, index) => {
    const row = shares[index] ?? [];
    return { candidate, index, rating: row.reduce((sum, share) => sum + share, 0) };
  });
  rated.sort((a, b) => b.rating - a.rating || (a.candidate.hit.id < b.candidate.hit.id ? -1 : 1));
  const families = new Map<string, number>();
  for (const { root } of context.candidates) families.set(root, (families.get(root) ?? 0) + 1);
  const seen = new Set<string>();
  const rows = rated.filter(({ candidate: { root } }) => !seen.has(root) && seen.add(root));
  const top = rows[0]?.rating ?? 0;
  const all = rows.reduce((sum, { rating }) => sum + Math.exp(rating - top), 0);
  return rows.map(({ candidate, index, rating }) => ({
    ...candidate,
    rating,
    family: families.get(candidate.root) ?? 1,
    probability: Math.exp(rating - top) / all,
    get values() {
      return named((at) => values[index]?.[at] ?? 0);
    },
    get shares() {
      return named((at) => (shares[index]?.[at] ?? 0) - (usual[at] ?? 0));
    },
  }));
}

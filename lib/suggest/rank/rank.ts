/** The second stage: the engine's candidates, rated by all that is known of ticket and document. */
import type { Hit } from '@/lib/search/contract';
import type { RankCandidate, RankContext, RankFeature } from '@/lib/suggest/rank/contract';
import { matchOf, type HitMatch } from '@/lib/suggest/rank/match';
import { valueOn, type RankModel } from '@/lib/suggest/rank/model';

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
  const { candidates } = context;
  const columns = columnsOf(context, features, model);
  const ratingAt = (at: number): number =>
    columns.reduce((sum, { shares }) => sum + (shares[at] ?? 0), 0);
  const order = candidates
    .map((candidate, at) => ({ candidate, at, rating: ratingAt(at) }))
    .sort((a, b) => b.rating - a.rating || (a.candidate.hit.id < b.candidate.hit.id ? -1 : 1));
  const families = new Map<string, number>();
  for (const { root } of candidates) families.set(root, (families.get(root) ?? 0) + 1);
  const seen = new Set<string>();
  const rows = order.filter(({ candidate: { root } }) => !seen.has(root) && seen.add(root));
  const top = rows[0]?.rating ?? 0;
  const all = rows.reduce((sum, { rating }) => sum + Math.exp(rating - top), 0);
  return rows.map(({ candidate, at, rating }) => {
    const family = families.get(candidate.root) ?? 1;
    const probability = Math.exp(rating - top) / all;
    return new Row(candidate, { at, columns }, { rating, family, probability });
  });
}

/** One feature over the whole list. */
interface Column {
  name: string;
  values: Float64Array;
  /** What the values add to the ratings. */
  shares: Float64Array;
}

function columnsOf(
  context: RankContext,
  features: readonly RankFeature[],
  model: RankModel,
): Column[] {
  const { candidates } = context;
  return features.flatMap(({ name, over }): Column[] => {
    const curve = model[name];
    if (curve === undefined) return [];
    const measureOne = over(context);
    const values = new Float64Array(candidates.length);
    const shares = new Float64Array(candidates.length);
    for (let at = 0; at < candidates.length; at++) {
      const candidate = candidates[at];
      if (candidate === undefined) break;
      const value = measureOne(candidate);
      values[at] = value;
      shares[at] = valueOn(curve, value);
    }
    return [{ name, values, shares }];
  });
}

/** A row of the ranking; it names its numbers only when asked. */
class Row implements RankedCandidate {
  readonly hit: Hit;
  readonly match: HitMatch;
  readonly root: string;
  readonly rating: number;
  readonly family: number;
  readonly probability: number;
  readonly #place: { at: number; columns: readonly Column[] };

  constructor(
    { hit, match, root }: RankCandidate,
    place: { at: number; columns: readonly Column[] },
    { rating, family, probability }: Pick<RankedCandidate, 'rating' | 'family' | 'probability'>,
  ) {
    this.hit = hit;
    this.match = match;
    this.root = root;
    this.rating = rating;
    this.family = family;
    this.probability = probability;
    this.#place = place;
  }

  get values(): Record<string, number> {
    const { at, columns } = this.#place;
    return Object.fromEntries(columns.map(({ name, values }) => [name, values[at] ?? 0]));
  }

  get shares(): Record<string, number> {
    const { at, columns } = this.#place;
    return Object.fromEntries(
      columns.map(({ name, shares }) => {
        const usual = shares.reduce((sum, share) => sum + share, 0) / shares.length;
        return [name, (shares[at] ?? 0) - usual];
      }),
    );
  }
}

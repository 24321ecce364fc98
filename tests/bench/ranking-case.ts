/** One ticket of a replay: the candidates as the ranking saw them at that time, and which were right. */
import type { RankContext, RankFeature } from '@/lib/suggest/rank/contract';
import type { RankModel } from '@/lib/suggest/rank/model';
import { rank } from '@/lib/suggest/rank/rank';
import type { Report } from '@/tests/bench/report';

export type Split = 'train' | 'dev' | 'test';

export interface RankingCase {
  set: string;
  split: Split;
  context: RankContext;
  /** Of each candidate, in the order of the context: whether it is right. */
  right: boolean[];
  /** Of each candidate: candidates with the same name count as one row. */
  rows: string[];
  /** How many right rows there are at all, found or not. */
  rightRows: number;
}

export interface RankingScore {
  ndcg: number;
  recall1: number;
  recall10: number;
}

const CUT = 10;

/** How well the model orders the case. Binary gains; the ideal ranking has all right rows first. */
export function scoreCase(
  { context, right, rows, rightRows }: RankingCase,
  features: readonly RankFeature[],
  model: RankModel,
): RankingScore {
  const place = new Map(context.candidates.map(({ hit }, at) => [hit, at]));
  const order = rank(context, features, model).map(({ hit }) => place.get(hit) ?? 0);
  const seen = new Set<string>();
  const gains: boolean[] = [];
  for (const at of order) {
    const row = rows[at] ?? '';
    if (seen.has(row)) continue;
    seen.add(row);
    gains.push(right[at] ?? false);
    if (gains.length === CUT) break;
  }
  return scoreGains(gains, rightRows);
}

/** `gains`: of the first rows whether each is right; `rightRows`: how many there are at all. */
export function scoreGains(gains: readonly boolean[], rightRows: number): RankingScore {
  const discount = (rank: number): number => 1 / Math.log2(rank + 2);
  const found = gains.reduce((sum, isRight, at) => sum + (isRight ? discount(at) : 0), 0);
  const ideal = Array.from({ length: Math.min(CUT, rightRows) }, (_, at) => discount(at));
  const best = ideal.reduce((sum, value) => sum + value, 0);
  const share = (count: number): number => (rightRows === 0 ? 0 : count / rightRows);
  return {
    ndcg: best === 0 ? 0 : found / best,
    recall1: share(Number(gains[0] ?? false)),
    recall10: share(gains.filter(Boolean).length),
  };
}

/** True for a set of reports that repeat each other; else its documents answer its queries. */
export function isBugSet(documents: readonly { group?: string }[]): boolean {
  return documents.some(({ group }) => group !== undefined);
}

/** Means over queries. */
export function reportScores(
  report: Report,
  about: { set: string; variant: string; engine: string },
  scores: readonly RankingScore[],
): void {
  const n = scores.length;
  const mean = (pick: (score: RankingScore) => number): number =>
    scores.reduce((sum, score) => sum + pick(score), 0) / Math.max(1, n);
  const figure = (metric: string, value: number): void =>
    report({ bench: 'relevance', metric, value, unit: 'share', n, ...about });
  figure(
    'ndcg@10',
    mean(({ ndcg }) => ndcg),
  );
  figure(
    'recall@1',
    mean(({ recall1 }) => recall1),
  );
  figure(
    'recall@10',
    mean(({ recall10 }) => recall10),
  );
}

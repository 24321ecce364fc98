import { describe, expect, it } from 'vitest';
import type { RankFeature } from '@/lib/suggest/rank/contract';
import { isBugSet, scoreCase, scoreGains, type RankingCase } from '@/tests/bench/ranking-case';
import { makeContext, makeHit } from '@/tests/lib/suggest/rank/small-list';

describe('scoreGains', () => {
  const discounts = { first: 1, second: 1 / Math.log2(3), third: 1 / 2 };

  it.each([
    ['right at once', [true], 1, { ndcg: 1, recall1: 1, recall10: 1 }],
    ['right in the third row', [false, false, true], 1, { ndcg: 1 / 2, recall1: 0, recall10: 1 }],
    ['never right', [false, false], 1, { ndcg: 0, recall1: 0, recall10: 0 }],
    ['nothing found', [], 2, { ndcg: 0, recall1: 0, recall10: 0 }],
    ['nothing to find', [false], 0, { ndcg: 0, recall1: 0, recall10: 0 }],
    [
      'two of two, not in front',
      [false, true, true],
      2,
      {
        ndcg: (discounts.second + discounts.third) / (discounts.first + discounts.second),
        recall1: 0,
        recall10: 1,
      },
    ],
    [
      'one of three',
      [true, false],
      3,
      {
        ndcg: 1 / (discounts.first + discounts.second + discounts.third),
        recall1: 1 / 3,
        recall10: 1 / 3,
      },
    ],
  ])('%s', (_, gains, rightRows, expected) => {
    const score = scoreGains(gains, rightRows);
    expect(score.ndcg).toBeCloseTo(expected.ndcg, 12);
    expect(score).toMatchObject({ recall1: expected.recall1, recall10: expected.recall10 });
  });

  it('asks no more of the first ten than ten', () => {
    const ten = Array.from({ length: 10 }, () => true);
    expect(scoreGains(ten, 25).ndcg).toBeCloseTo(1, 12);
    expect(scoreGains(ten, 25).recall10).toBe(0.4);
  });
});

const score: RankFeature = {
  name: 'score',
  over:
    () =>
    ({ hit }) =>
      hit.score,
};
const MODEL = { score: { knots: [0, 1_000], values: [0, 1_000] } };

/** Candidates in that order: the row of each, with a star where it is right. */
function caseOf(rows: string[], rightRows = 1): RankingCase {
  const hits = rows.map((_, at) => makeHit(`i${at}`, { score: 100 - at }));
  return {
    set: 'made',
    split: 'test',
    context: makeContext(hits),
    right: rows.map((row) => row.endsWith('*')),
    rows: rows.map((row) => row.replace('*', '')),
    rightRows,
  };
}

describe('scoreCase', () => {
  const ndcg = (rows: string[], rightRows?: number) =>
    scoreCase(caseOf(rows, rightRows), [score], MODEL).ndcg;

  it('counts the rank of the right one', () => {
    expect(ndcg(['a*', 'b'])).toBe(1);
    expect(ndcg(['a', 'b', 'c*'])).toBeCloseTo(1 / 2, 12);
  });

  it('counts candidates of one name as one row', () => {
    expect(ndcg(['a', 'a', 'a', 'b*'])).toBeCloseTo(1 / Math.log2(3), 12);
    expect(ndcg(['a*', 'a*', 'b*'], 2)).toBe(1);
    const many = Array.from({ length: 30 }, () => 'a');
    expect(ndcg([...many, 'b*'])).toBeCloseTo(1 / Math.log2(3), 12);
  });

  it('counts what comes after the tenth row for nothing', () => {
    const nine = Array.from({ length: 9 }, (_, at) => `r${at}`);
    expect(ndcg([...nine, 'x*'])).toBeCloseTo(1 / Math.log2(11), 12);
    expect(ndcg([...nine, 'r9', 'x*'])).toBe(0);
  });

  it('ranks by the model, not as it was found', () => {
    const against = { score: { knots: [0, 1_000], values: [0, -1_000] } };
    const found = caseOf(['a', 'b', 'c*']);
    expect(scoreCase(found, [score], against)).toEqual({ ndcg: 1, recall1: 1, recall10: 1 });
  });

  it('counts a right one that the ranking folds into its original', () => {
    const one = caseOf(['a', 'b*', 'b*']);
    const hits = one.context.candidates.map(({ hit }, at) => ({
      ...hit,
      original: at === 2 ? 'i1' : null,
    }));
    const folded = { ...one, context: makeContext(hits) };
    expect(scoreCase(folded, [score], MODEL).ndcg).toBeCloseTo(1 / Math.log2(3), 12);
  });
});

describe('isBugSet', () => {
  it('tells a tracker by its groups', () => {
    expect(isBugSet([{}, { group: '1' }])).toBe(true);
    expect(isBugSet([{}])).toBe(false);
  });
});

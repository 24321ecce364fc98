import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RankContext, RankFeature } from '@/lib/suggest/rank/contract';
import { ANSWER_FEATURES, ISSUE_FEATURES } from '@/lib/suggest/rank/features/index';
import type { RankModel } from '@/lib/suggest/rank/model';
import { ANSWER_MODEL, ISSUE_MODEL } from '@/lib/suggest/rank/models';
import { contextOf, measure, rank } from '@/lib/suggest/rank/rank';
import { arbitraryContext, makeContext, makeHit } from '@/tests/lib/suggest/rank/small-list';

const score: RankFeature = {
  name: 'score',
  over:
    () =>
    ({ hit }) =>
      hit.score,
};
const time: RankFeature = {
  name: 'time',
  over:
    () =>
    ({ hit }) =>
      hit.time,
};
const FEATURES = [score, time];
const LINE = { knots: [0, 100], values: [0, 100] };
const MODEL: RankModel = { score: LINE, time: { knots: [0, 10], values: [0, -5] } };

const idsOf = (ranked: readonly { hit: { id: string } }[]) => ranked.map(({ hit }) => hit.id);

/** All features that there are, each with a curve that tells every number from every other. */
const STEEP: RankModel = Object.fromEntries(
  [...ISSUE_FEATURES, ...ANSWER_FEATURES].map(({ name }, at) => [
    name,
    { knots: [-50, 50], values: [0, 1 + at] },
  ]),
);
const RANKINGS = {
  issues: [ISSUE_FEATURES, ISSUE_MODEL],
  answers: [ANSWER_FEATURES, ANSWER_MODEL],
  steep: [[...new Set([...ISSUE_FEATURES, ...ANSWER_FEATURES])], STEEP],
} as const;
const anyRanking = fc.constantFrom<keyof typeof RANKINGS>('issues', 'answers', 'steep');
const rankAs = (name: keyof typeof RANKINGS, context: RankContext) =>
  rank(context, ...RANKINGS[name]);

describe('rank', () => {
  it('adds up the curves, best first', () => {
    const hits = [makeHit('a', { score: 3, time: 10 }), makeHit('b', { score: 1 })];
    const [first, second] = rank(makeContext(hits), FEATURES, MODEL);
    expect(idsOf([first!, second!])).toEqual(['b', 'a']);
    expect(first!.rating).toBeCloseTo(1, 12);
    expect(second!.rating).toBeCloseTo(3 - 5, 12);
    expect(first!.probability).toBeCloseTo(1 / (1 + Math.exp(-3)), 12);
    expect(first!.shares.score).toBeCloseTo(1 - 2, 12);
    expect(first!.shares.time).toBeCloseTo(2.5, 12);
    expect(second!.shares.time).toBeCloseTo(-2.5, 12);
  });

  it('breaks ties by id, and leaves features without a curve out', () => {
    const hits = [makeHit('b', { time: 7 }), makeHit('a', { time: 9 })];
    const ranked = rank(makeContext(hits), FEATURES, { score: LINE });
    expect(idsOf(ranked)).toEqual(['a', 'b']);
    expect(Object.keys(ranked[0]!.shares)).toEqual(['score']);
    expect(ranked[0]!.probability).toBe(0.5);
  });

  it('shows reports of the same fault as one row, that of the best of them', () => {
    const hits = [
      makeHit('copy', { score: 9, original: 'first' }),
      makeHit('other', { score: 5 }),
      makeHit('first', { score: 2 }),
      makeHit('another copy', { score: 1, original: 'first' }),
    ];
    const ranked = rank(makeContext(hits), [score], { score: LINE });
    expect(ranked.map(({ hit, root }) => [hit.id, root])).toEqual([
      ['copy', 'first'],
      ['other', 'other'],
    ]);
    expect(ranked[0]!.probability + ranked[1]!.probability).toBeCloseTo(1, 12);
  });

  it('has nothing to say of an empty list', () => {
    expect(rank(makeContext([]), ISSUE_FEATURES, ISSUE_MODEL)).toEqual([]);
    expect(measure(makeContext([]), ISSUE_FEATURES)).toEqual([]);
  });

  it('gives every fault of the list exactly once, the surest first', () => {
    fc.assert(
      fc.property(arbitraryContext, anyRanking, (context, ranking) => {
        const ranked = rankAs(ranking, context);
        const roots = ranked.map(({ root }) => root);
        expect(new Set(roots).size).toBe(roots.length);
        expect(new Set(roots)).toEqual(new Set(context.candidates.map(({ root }) => root)));
        ranked.forEach(({ rating, probability }, at) => {
          expect(Number.isFinite(rating)).toBe(true);
          expect(probability).toBeLessThanOrEqual(ranked[at - 1]?.probability ?? 1);
        });
        const sum = ranked.reduce((all, { probability }) => all + probability, 0);
        expect(sum).toBeCloseTo(ranked.length === 0 ? 0 : 1, 9);
      }),
    );
  });

  it('says what speaks for each: the shares of the list even out', () => {
    fc.assert(
      fc.property(arbitraryContext, anyRanking, (context, ranking) => {
        // Without rows that are left out.
        const roots = new Set(context.candidates.map(({ root }) => root));
        fc.pre(roots.size === context.candidates.length);
        const ranked = rankAs(ranking, context);
        for (const name of Object.keys(ranked[0]?.shares ?? {})) {
          expect(ranked.reduce((sum, { shares }) => sum + shares[name]!, 0)).toBeCloseTo(0, 6);
        }
      }),
    );
  });

  it('does not depend on the order of hits with the same score', () => {
    fc.assert(
      fc.property(
        arbitraryContext,
        anyRanking,
        fc.infiniteStream(fc.nat()),
        (context, ranking, keys) => {
          const shuffled = shuffleTies(context, keys);
          const [one, other] = [context, shuffled].map((list) => rankAs(ranking, list));
          expect(idsOf(other!)).toEqual(idsOf(one!));
          one!.forEach(({ rating }, at) => expect(other![at]!.rating).toBeCloseTo(rating, 9));
        },
      ),
    );
  });
});

function shuffleTies({ candidates, ...about }: RankContext, keys: Iterator<number>): RankContext {
  const hits = candidates
    .map(({ hit }) => ({ hit, key: Number(keys.next().value) }))
    .toSorted((a, b) => b.hit.score - a.hit.score || a.key - b.key)
    .map(({ hit }) => hit);
  return contextOf(hits, about);
}

describe('measure', () => {
  it('has a finite number for every candidate and feature, and leaves the list as it was', () => {
    const all = [...new Set([...ISSUE_FEATURES, ...ANSWER_FEATURES])];
    fc.assert(
      fc.property(arbitraryContext, (context) => {
        const before = idsOf(context.candidates);
        const rows = measure(context, all);
        expect(rows.map((row) => row.length)).toEqual(before.map(() => all.length));
        expect(rows.flat().filter((number) => !Number.isFinite(number))).toEqual([]);
        expect(idsOf(context.candidates)).toEqual(before);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import {
  bestRelative,
  familySize,
  familyVotes,
  isRepeat,
  lastReported,
} from '@/lib/suggest/rank/features/repeats';
import { AT, HOUR, makeContext, makeHit, numbersOf } from '@/tests/lib/suggest/rank/small-list';

const HITS = [
  makeHit('first', { score: 4, time: AT - 100 * HOUR }),
  makeHit('alone', { score: 2 }),
  makeHit('copy', { score: 2, original: 'first', time: AT - 3 * HOUR }),
  // What it repeats is not in the list.
  makeHit('orphan', { score: 1, original: 'elsewhere', time: AT + HOUR }),
];

describe('reports of the same fault', () => {
  it.each([
    [familyVotes, [1 + 1 / 8, 1 / 8, 1 + 1 / 8, 1 / 64]],
    [bestRelative, [0.5, 0, 1, 0]],
    [familySize, [Math.LN2, 0, Math.LN2, 0]],
    [isRepeat, [0, 0, 1, 1]],
    [lastReported, [Math.log(4), Math.log(24_001), Math.log(4), 0]],
  ] as const)('speak for each other: $name', (feature, expected) => {
    numbersOf(feature, makeContext(HITS)).forEach((number, at) => {
      expect(number).toBeCloseTo(expected[at]!, 12);
    });
  });

  it('are of unknown age where the ticket does not say when it came', () => {
    const numbers = numbersOf(lastReported, makeContext(HITS, { at: null }));
    expect(new Set(numbers)).toEqual(new Set([Math.log1p(24_000)]));
  });

  it('take a list in which nothing scores', () => {
    const silent = makeContext(HITS.map((hit) => ({ ...hit, score: 0 })));
    expect(numbersOf(familyVotes, silent)).toEqual([0, 0, 0, 0]);
    expect(numbersOf(bestRelative, silent)).toEqual([0, 0, 0, 0]);
  });
});

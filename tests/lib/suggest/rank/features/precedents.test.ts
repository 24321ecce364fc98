import { describe, expect, it } from 'vitest';
import type { NearPrecedent } from '@/lib/suggest/precedents';
import {
  nearestPrecedent,
  precedentVotes,
  timesUsed,
} from '@/lib/suggest/rank/features/precedents';
import { makeContext, makeHit, numbersOf } from '@/tests/lib/suggest/rank/small-list';

const near = (itemId: string, likeness: number, verdict: 1 | -1 = 1): NearPrecedent => ({
  itemId,
  likeness,
  verdict,
});
const HITS = [makeHit('a'), makeHit('copy of b', { original: 'b' }), makeHit('c')];

describe('precedentVotes', () => {
  const votes = (...precedents: NearPrecedent[]) =>
    numbersOf(precedentVotes, makeContext(HITS, { precedents }));

  const log = (sum: number) => Math.log1p(20 * sum);

  it('is the log of the squared likeness of what an item answered, its repeats too', () => {
    const numbers = votes(near('b', 1), near('a', 0.5), near('b', 0.5));
    expect(numbers).toEqual([log(0.25), log(1.25), 0]);
  });

  it('counts a dismissal against it, as much as an answer for it', () => {
    expect(votes(near('a', 1, -1))).toEqual([-log(1), 0, 0]);
    expect(votes(near('a', 1), near('a', 0.5, -1))).toEqual([log(0.75), 0, 0]);
    expect(votes(near('c', 0.5), near('c', 0.5, -1))).toEqual([0, 0, 0]);
  });

  it('asks the thirty nearest', () => {
    const thirty = Array.from({ length: 30 }, () => near('a', 1));
    expect(votes(...thirty, near('b', 1))).toEqual([log(30), 0, 0]);
  });
});

describe('nearestPrecedent', () => {
  it('is the likeness of the nearest ticket that it answered, dismissals left out', () => {
    const precedents = [near('a', 0.9, -1), near('b', 0.8), near('a', 0.6), near('b', 0.2)];
    expect(numbersOf(nearestPrecedent, makeContext(HITS, { precedents }))).toEqual([0.6, 0.8, 0]);
  });
});

describe('timesUsed', () => {
  it('is the log of how often, by the fault and not its repeats', () => {
    const used = new Map([
      ['b', 3],
      ['copy of b', 99],
    ]);
    const context = makeContext(HITS, { timesUsed: (id) => used.get(id) ?? 0 });
    expect(numbersOf(timesUsed, context)).toEqual([0, Math.log(4), 0]);
  });
});

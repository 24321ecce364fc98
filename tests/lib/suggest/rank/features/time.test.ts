import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { age, rankOfFresh, rankOfRecent, wave } from '@/lib/suggest/rank/features/time';
import {
  AT,
  DAY,
  HOUR,
  makeContext,
  makeHit,
  numbersOf,
} from '@/tests/lib/suggest/rank/small-list';

const UNKNOWN = Math.log1p(24_000);
const LAST = 6;

const at = (...times: number[]) =>
  makeContext(times.map((time, index) => makeHit(`i${index}`, { time, score: 9 - index })));

describe('age', () => {
  it('is the log of hours, nought for what came later', () => {
    const context = at(AT - 7 * HOUR, AT, AT + DAY, 0);
    expect(numbersOf(age, context)).toEqual([Math.log(8), 0, 0, UNKNOWN]);
    expect(numbersOf(age, { ...context, at: null })).toEqual(Array(4).fill(UNKNOWN));
  });
});

describe('rank among the recent', () => {
  const context = at(AT - 100 * DAY, AT - 20 * DAY, AT - HOUR, 0, AT - 9 * DAY);

  it('counts those of three months, and those of ten days, in the order of the list', () => {
    const [second, third, fourth] = [Math.log(2), Math.log(3), Math.log(4)];
    expect(numbersOf(rankOfRecent, context)).toEqual([LAST, second, third, LAST, fourth]);
    expect(numbersOf(rankOfFresh, context)).toEqual([LAST, LAST, second, LAST, third]);
  });

  it('is the same for hits with the same score', () => {
    const hits = [5, 3, 3, 1].map((score, index) => makeHit(`i${index}`, { score, time: AT }));
    expect(numbersOf(rankOfFresh, makeContext(hits))).toEqual([2, 3, 3, 5].map(Math.log));
  });

  it('is the last where the ticket has no date', () => {
    expect(numbersOf(rankOfRecent, { ...context, at: null })).toEqual(Array(5).fill(LAST));
  });
});

describe('wave', () => {
  it('counts likeness, cubed, of the others within a week', () => {
    const hits = [
      makeHit('a', { score: 4, time: AT }),
      makeHit('b', { score: 2, time: AT - 6 * DAY }),
      makeHit('c', { score: 4, time: AT - 8 * DAY }),
      makeHit('no date', { score: 4 }),
      makeHit('no date either', { score: 4 }),
    ];
    const numbers = numbersOf(wave, makeContext(hits));
    const expected = [1 / 8, 2, 1 / 8, 0, 0].map(Math.log1p);
    numbers.forEach((number, index) => expect(number).toBeCloseTo(expected[index]!, 12));
  });

  it('agrees with counting every pair', () => {
    const anyHit = fc.record({
      time: fc.integer({ min: 1, max: 30 }).map((days) => days * DAY),
      score: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(anyHit, { maxLength: 20 }), (found) => {
        const hits = found.map((one, index) => makeHit(`i${index}`, one));
        const best = Math.max(...found.map(({ score }) => score));
        const numbers = numbersOf(wave, makeContext(hits));
        hits.forEach((one, index) => {
          const others = hits.filter(
            (other) => other !== one && Math.abs(other.time - one.time) < 7 * DAY,
          );
          const sum = others.reduce((total, { score }) => total + (score / best) ** 3, 0);
          expect(numbers[index]).toBeCloseTo(Math.log1p(sum), 9);
        });
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import * as text from '@/lib/suggest/rank/features/text';
import {
  IN_BODY,
  makeContext,
  makeHit,
  makeTerm,
  numbersOf,
} from '@/tests/lib/suggest/rank/small-list';

const TERMS = [
  makeTerm('printer', { idf: 2, weight: 7 }),
  makeTerm('silent', { idf: 3, weight: 2, parts: IN_BODY, documents: 3 }),
];
const LENGTHS = [7, 40, 10, 40];
const CONTEXT = makeContext(
  [
    makeHit('a', { score: 8, lengths: LENGTHS, queryCoverage: 0.7 }, [[0, 0, 0, 0, 1]]),
    makeHit('b', { score: 4, lengths: LENGTHS }, [[1, 0, 1, 0, 0]]),
    makeHit('c', { score: 0, lengths: [] }),
  ],
  { terms: TERMS },
);

describe('what ticket and document share', () => {
  it.each([
    ['relativeScore', [1, 0.5, 0]],
    // The whole query weighs 7 · 2 + 2 · 3.
    ['absoluteScore', [8 / 20, 4 / 20, 0]],
    ['standingOut', [4 / Math.sqrt(32 / 3), 0, -4 / Math.sqrt(32 / 3)]],
    ['subjectInText', [2 / 2.8, 0, 0]],
    ['bodyInText', [0, 3 / 2.8, 0]],
    ['subjectCoverage', [1, 0, 0]],
    ['subjectMissing', [0, 2, 2]],
    ['bodyCoverage', [0, 1, 0]],
    ['coverage', [0.7, 0, 0]],
    ['rareTerms', [0, 1, 0]],
    ['termsInCommon', [Math.LN2, Math.LN2, 0]],
    ['textLength', [Math.log(91), Math.log(91), 0]],
  ] as const)('%s', (name, expected) => {
    const feature = Object.values(text).find((one) => one.name === name);
    numbersOf(feature!, CONTEXT).forEach((number, at) => {
      expect(number).toBeCloseTo(expected[at]!, 12);
    });
  });

  it('takes a list in which nothing scores, and a ticket without words', () => {
    const context = makeContext([makeHit('a', { score: 0 }), makeHit('b', { score: 0 })]);
    for (const feature of Object.values(text)) {
      expect(numbersOf(feature, context)).toEqual([0, 0]);
    }
  });

  it('sees none stand out among equals', () => {
    const equals = makeContext([makeHit('a', { score: 3 }), makeHit('b', { score: 3 })]);
    expect(numbersOf(text.standingOut, equals)).toEqual([0, 0]);
  });
});

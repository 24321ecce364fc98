import { describe, expect, it } from 'vitest';
import * as title from '@/lib/suggest/rank/features/title';
import {
  IN_BODY,
  makeContext,
  makeHit,
  makeTerm,
  numbersOf,
} from '@/tests/lib/suggest/rank/small-list';

const TERMS = [
  makeTerm('printer', { idf: 2 }),
  makeTerm('silent', { idf: 3 }),
  makeTerm('kitchen', { idf: 4, parts: IN_BODY }),
];
const CONTEXT = makeContext(
  [
    makeHit('two of seven', { lengths: [7, 0, 0, 40] }, [
      [0, 1, 0, 0, 1],
      [2, 1, 0, 0, 0],
    ]),
    makeHit('nothing in the title', { lengths: [3, 0, 0, 40] }, [[1, 0, 0, 0, 2]]),
    makeHit('no title', { lengths: [] }),
  ],
  { terms: TERMS },
);

describe('how ticket and title go together', () => {
  it.each([
    ['subjectInTitle', [2 / 1.6, 0, 0]],
    ['bodyInTitle', [4 / 1.6, 0, 0]],
    ['titleSaid', [2 / 7, 0, 0]],
    ['titleSaidInSubject', [1 / 7, 0, 0]],
    // Two words in the subject, seven in the title, one of them the same.
    ['titleAlike', [1 / 8, 0, 0]],
    ['rarestOfSubject', [2, 3, 0]],
    ['titleTermsInSubject', [1, 0, 0]],
    ['titleLength', [Math.log(8), Math.log(4), 0]],
  ] as const)('%s', (name, expected) => {
    const feature = Object.values(title).find((one) => one.name === name);
    numbersOf(feature!, CONTEXT).forEach((number, at) => {
      expect(number).toBeCloseTo(expected[at]!, 12);
    });
  });

  it('never says more than all of a title, though stems may be more than its words', () => {
    const hit = makeHit('a', { lengths: [1, 0, 0, 0] }, [
      [0, 1, 0, 0, 0],
      [1, 1, 0, 0, 0],
    ]);
    const context = makeContext([hit], { terms: TERMS });
    expect(numbersOf(title.titleSaid, context)).toEqual([1]);
    expect(numbersOf(title.titleAlike, context)).toEqual([1]);
  });
});

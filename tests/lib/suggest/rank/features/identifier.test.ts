import { describe, expect, it } from 'vitest';
import { identifiers, identifiersInTitle } from '@/lib/suggest/rank/features/identifier';
import { makeContext, makeHit, makeTerm, numbersOf } from '@/tests/lib/suggest/rank/small-list';

describe('error codes and names in common', () => {
  it('count by their rarity, in the title apart', () => {
    const terms = [
      makeTerm('sync-4031', { idf: 5, identifier: true }),
      makeTerm('eclipsefull', { idf: 3, identifier: true }),
      makeTerm('printer', { idf: 2 }),
    ];
    const hits = [
      makeHit('a', {}, [
        [0, 1, 0, 0, 0],
        [1, 0, 0, 0, 1],
        [2, 1, 0, 0, 0],
      ]),
      makeHit('b', {}, [[2, 1, 0, 0, 1]]),
    ];
    const context = makeContext(hits, { terms });
    expect(numbersOf(identifiers, context)).toEqual([8, 0]);
    expect(numbersOf(identifiersInTitle, context)).toEqual([5, 0]);
  });
});

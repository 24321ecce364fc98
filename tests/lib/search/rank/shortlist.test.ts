import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose, selectToRead } from '@/lib/search/rank/shortlist';

const arbitraryEntrants = fc
  .array(
    fc.record({ score: fc.integer({ min: 1, max: 6 }), time: fc.integer({ max: 4, min: 0 }) }),
    {
      maxLength: 30,
    },
  )
  .map((all) =>
    all.map((one, at) => ({ ...one, id: `${(at * 7) % 31}` })).sort((a, b) => b.score - a.score),
  );
const arbitraryWanted = fc.record({
  limit: fc.integer({ min: 0, max: 20 }),
  keep: fc.record({ best: fc.integer({ min: 0, max: 6 }), newest: fc.integer({ min: 0, max: 6 }) }),
});

describe('the choice of documents', () => {
  it('is the same when only what can matter is read', () => {
    fc.assert(
      fc.property(arbitraryEntrants, arbitraryWanted, (entrants, wanted) => {
        const read = selectToRead(entrants, wanted);
        expect(choose(read, entrants, wanted)).toEqual(choose(entrants, entrants, wanted));
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps the best and the newest of the others, best first', () => {
    const entrants = [
      { id: 'a', score: 9, time: 1 },
      { id: 'b', score: 8, time: 1 },
      { id: 'c', score: 7, time: 5 },
      { id: 'd', score: 6, time: 9 },
      { id: 'e', score: 5, time: 7 },
    ];
    const wanted = { limit: 5, keep: { best: 2, newest: 2 } };
    expect(choose(entrants, entrants, wanted).map(({ id }) => id)).toEqual(['a', 'b', 'd', 'e']);
  });

  it('reads few of many', () => {
    const many = Array.from({ length: 200 }, (_, at) => ({ score: 200 - at, time: at % 50 }));
    const read = selectToRead(many, { limit: 200, keep: { best: 20, newest: 20 } });
    expect(read.length).toBeLessThanOrEqual(41);
  });

  it('is the whole list when nothing is said of it', () => {
    const entrants = [
      { id: 'b', score: 2, time: 0 },
      { id: 'c', score: 1, time: 0 },
      { id: 'a', score: 1, time: 0 },
    ];
    expect(selectToRead(entrants, { limit: 2 })).toEqual(entrants);
    expect(choose(entrants, entrants, { limit: 2 }).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

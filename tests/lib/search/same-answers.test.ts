/** Whatever happened to an index, it answers as one that was built at once from what is in it. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchDocument, SearchEngine } from '@/lib/search/contract';
import { createEngine } from '@/lib/search/engine';
import { createMemorySegmentStore } from '@/tests/support/memory-segment-store';
import {
  arbitraryBatch,
  arbitraryText,
  partsOf,
  page,
  replay,
} from '@/tests/lib/search/small-world';
import { rankNaively } from '@/tests/support/naive-ranking';
import { soak } from '@/tests/support/soak';
import { unwrap } from '@/tests/support/unwrap';

const LISTS = [
  { limit: 10 },
  { limit: 2 },
  { limit: 3, groups: ['issue'] },
  { limit: 10, since: 1_600_000_000_123 },
  { limit: 4, keep: { best: 1, newest: 2 } },
  { limit: 7, keep: { best: 3, newest: 1 }, groups: ['issue'] },
];

/** All there is to know of the answers: ids, scores, matches. */
async function answersOf(engine: SearchEngine, text: string) {
  const found = unwrap(await engine.search({ parts: partsOf(text), lists: LISTS }));
  const typed = unwrap(await engine.lookup(text.slice(0, 9), 'en', 5));
  return {
    found,
    typed,
    size: unwrap(await engine.size()),
    frequencies: unwrap(await engine.frequencies([{ text, locale: 'en' }])),
  };
}

async function builtAtOnce(documents: SearchDocument[]): Promise<SearchEngine> {
  const engine = createEngine(createMemorySegmentStore());
  unwrap(await engine.apply({ upserts: documents, deletes: [] }));
  return engine;
}

const step = fc.oneof(
  { weight: 6, arbitrary: arbitraryBatch },
  { weight: 3, arbitrary: fc.constant('merge' as const) },
  { weight: 1, arbitrary: fc.constant('reopen' as const) },
);

describe('an index', () => {
  it('answers as one built from scratch, after any batches, merges and restarts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 24 }), arbitraryText, async (steps, text) => {
        const store = createMemorySegmentStore();
        let engine = createEngine(store, { cacheBytes: 4_000 });
        for (const next of steps) {
          if (next === 'reopen') engine = createEngine(store);
          else if (next === 'merge') while (unwrap(await engine.merge(true)));
          else unwrap(await engine.apply(next));
        }
        const live = replay(steps.filter((next) => typeof next === 'object'));
        const answers = await answersOf(engine, text);
        expect(answers).toEqual(await answersOf(await builtAtOnce(live), text));
        expect(answers.size).toBe(live.length);
        const unpruned = createEngine(store, { prune: false });
        expect(await answersOf(unpruned, text)).toEqual(answers);
      }),
      { numRuns: soak(150, 5_000) },
    );
  });

  it('ranks as the formula says', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBatch, arbitraryText, async ({ upserts }, text) => {
        const documents = replay([{ upserts, deletes: [] }]);
        const engine = await builtAtOnce(documents);
        const { lists } = unwrap(
          await engine.search({ parts: partsOf(text), lists: [{ limit: 10 }] }),
        );
        const expected = [...rankNaively(documents, partsOf(text))].sort(
          ([a, left], [b, right]) => right - left || (a < b ? -1 : 1),
        );
        expect(lists[0]?.map(({ id }) => id)).toEqual(expected.slice(0, 10).map(([id]) => id));
        lists[0]?.forEach(({ score }, at) => expect(score).toBeCloseTo(expected[at]![1], 9));
      }),
      { numRuns: soak(150, 5_000) },
    );
  });

  it('finds the same with pruning as without, where lists of postings are long', async () => {
    const words = Array.from({ length: 60 }, (_, n) => `word${n}x`);
    /** Zipf's law, more or less: the first words stand in most documents, the last in few. */
    const pick = (n: number): string => words[Math.floor(words.length * n ** 3)] ?? '';
    await fc.assert(
      fc.asyncProperty(
        fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
        async (dice) => {
          const roll = (): number => dice.next().value as number;
          const store = createMemorySegmentStore();
          const engine = createEngine(store);
          for (let batch = 0; batch < 5; batch++) {
            const upserts = Array.from({ length: 1_500 }, (_, n) => {
              const text = Array.from({ length: 8 }, () => pick(roll()));
              const group = n % 3 === 0 ? 'issue' : 'article';
              const document = page(
                `${batch}-${n % 1_400}`,
                text.slice(0, 2).join(' '),
                text.join(' '),
                group,
              );
              return { ...document, time: Math.floor(roll() * 1_000) };
            });
            unwrap(await engine.apply({ upserts, deletes: [`${batch - 1}-7`] }));
            if (batch === 3) while (unwrap(await engine.merge()));
          }
          const full = createEngine(store, { prune: false });
          for (let n = 0; n < 12; n++) {
            const text = Array.from({ length: 1 + 2 * n }, () => pick(roll())).join(' ');
            const query = {
              parts: [...partsOf(text), { text: pick(roll()), weight: 5, locale: 'en' }],
              lists: [{ limit: 5 }, { limit: 40, groups: ['issue'] }, { limit: 20, since: 900 }],
            };
            expect(unwrap(await engine.search(query))).toEqual(unwrap(await full.search(query)));
          }
        },
      ),
      { numRuns: soak(2, 60) },
    );
  });
});

/** What is searched next is in memory already: new segments as they are written, merged ones by trial. */
import { expect, it } from 'vitest';
import type { SegmentStore } from '@/lib/search/contract';
import { createEngine } from '@/lib/search/engine';
import { createMemorySegmentStore } from '@/tests/support/memory-segment-store';
import { ask, page } from '@/tests/lib/search/small-world';
import { unwrap } from '@/tests/support/unwrap';

const SHELVES = 4;
const WORDS = Array.from({ length: 400 }, (_, at) => `word${at}x`);

/** Documents that share a few words and have many of their own. */
const shelf = (number: number) => ({
  upserts: Array.from({ length: 200 }, (_, at) =>
    page(
      `${number}:${at}`,
      `Printer ${WORDS[at]}`,
      `${WORDS.slice(at, at + 40).join(' ')} paper${number}`,
    ),
  ),
  deletes: [],
});

/** An engine whose reads are counted, from its own store. */
function countedEngine(cacheBytes?: number) {
  const memory = createMemorySegmentStore();
  let reads = 0;
  const store: SegmentStore = {
    ...memory,
    readBlocks(file, numbers) {
      reads += 1;
      return memory.readBlocks(file, numbers);
    },
  };
  const engine = createEngine(store, cacheBytes === undefined ? {} : { cacheBytes });
  const readsOf = async (question: string): Promise<number> => {
    const before = reads;
    expect(await ask(engine, question)).not.toEqual([]);
    return reads - before;
  };
  return { engine, memory, readsOf };
}

it('reads nothing of a segment that was just written', async () => {
  const { engine, readsOf } = countedEngine();
  unwrap(await engine.apply(shelf(0)));
  unwrap(await engine.apply(shelf(1)));
  expect(await readsOf('printer word7x paper1')).toBe(0);
});

it('reads nothing of a merged segment for what was asked before it was merged', async () => {
  const { engine, memory, readsOf } = countedEngine(200_000);
  for (let number = 0; number < SHELVES; number++) unwrap(await engine.apply(shelf(number)));
  await readsOf('printer word7x paper1');
  unwrap(await engine.merge());
  // Too large to be kept as a whole.
  expect(memory.bytes()).toBeGreaterThan(200_000 / 8);
  expect(await readsOf('printer word7x paper1')).toBe(0);
  expect(await readsOf('word300x paper2')).toBeGreaterThan(0);
});

/** Searches while others write: each answers from one commit, whole, and files go when nobody reads them. */
import { describe, expect, it } from 'vitest';
import type { SegmentStore } from '@/lib/search/contract';
import { createEngine } from '@/lib/search/engine';
import {
  createMemorySegmentStore,
  type MemorySegmentStore,
} from '@/tests/support/memory-segment-store';
import { ask, page } from '@/tests/lib/search/small-world';
import { unwrap } from '@/tests/support/unwrap';

const batch = (id: string, deletes: string[] = []) => ({
  upserts: [page(id, 'Printer', `number ${id}`)],
  deletes,
});

/** The store, whose reads of blocks wait while the gate is closed. */
function gatedStore(memory: MemorySegmentStore) {
  let open = (): void => {};
  let gate = Promise.resolve();
  const store: SegmentStore = {
    ...memory,
    async readBlocks(file, numbers) {
      await gate;
      return memory.readBlocks(file, numbers);
    },
  };
  return {
    store,
    close() {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    open: () => open(),
  };
}

describe('a search', () => {
  it('keeps the files it reads from while they are merged and dropped', async () => {
    const memory = createMemorySegmentStore();
    const writer = createEngine(memory);
    for (const id of ['a', 'b', 'c', 'd']) unwrap(await writer.apply(batch(id)));
    const gated = gatedStore(memory);
    // Nothing stays in the cache, so that all is read from files again and again.
    const engine = createEngine(gated.store, { cacheBytes: 0 });
    expect(await ask(engine, 'printer')).toEqual(['a', 'b', 'c', 'd']);
    const before = unwrap(await memory.files());
    gated.close();
    const late = ask(engine, 'printer');
    await Promise.resolve();
    // Deleting whole segments reads records: let that through, but not yet the search before it.
    const dropped = engine.apply({ upserts: [], deletes: ['a', 'b'] });
    gated.open();
    expect(await late).toEqual(['a', 'b', 'c', 'd']);
    unwrap(await dropped);
    expect(await ask(engine, 'printer')).toEqual(['c', 'd']);
    unwrap(await engine.apply(batch('e')));
    const after = unwrap(await memory.files());
    expect(after.filter((file) => before.includes(file))).toHaveLength(2);
  });

  it('answers from one commit while many are made', async () => {
    const memory = createMemorySegmentStore();
    const engine = createEngine(memory, { cacheBytes: 0 });
    unwrap(await engine.apply(batch('0')));
    const answers: Promise<string[]>[] = [];
    for (let n = 1; n < 40; n++) {
      // Each commit replaces the one document there is.
      const applied = engine.apply(batch(String(n), [String(n - 1)]));
      answers.push(ask(engine, 'printer'), ask(engine, 'printer'));
      unwrap(await applied);
      unwrap(await engine.merge());
      answers.push(ask(engine, 'printer'));
    }
    for (const ids of await Promise.all(answers)) expect(ids).toHaveLength(1);
    unwrap(await engine.apply({ upserts: [], deletes: [] }));
    expect(unwrap(await memory.files())).toHaveLength(1);
  });

  it('follows an engine that overtook it, and never calls that damage', async () => {
    const memory = createMemorySegmentStore();
    const [first, second] = [createEngine(memory, { cacheBytes: 0 }), createEngine(memory)];
    unwrap(await first.apply(batch('a')));
    expect(await ask(first, 'printer')).toEqual(['a']);
    unwrap(await second.apply(batch('b', ['a'])));
    expect(await ask(first, 'printer')).toEqual(['b']);
    unwrap(await second.apply(batch('c')));
    expect(await first.apply(batch('d'))).toMatchObject({ fault: { kind: 'conflict' } });
    unwrap(await first.apply(batch('d')));
    expect(await ask(first, 'printer')).toEqual(['b', 'c', 'd']);
  });

  it('comes to an end of merging what another engine has left', async () => {
    const memory = createMemorySegmentStore();
    const [first, second] = [createEngine(memory), createEngine(memory)];
    unwrap(await first.apply(batch('a')));
    for (const id of ['b', 'c', 'd', 'e']) unwrap(await second.apply(batch(id)));
    // What it holds itself has nothing to merge.
    expect(unwrap(await first.merge())).toBe(false);
    while (unwrap(await second.merge()));
    expect(await ask(second, 'printer')).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

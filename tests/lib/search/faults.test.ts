/** Kills, full disks and damage: the last commit or the next, never anything between, never a wrong answer. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { IndexBatch, SearchEngine, SegmentStore } from '@/lib/search/contract';
import { createEngine } from '@/lib/search/engine';
import {
  createMemorySegmentStore,
  type MemorySegmentStore,
} from '@/tests/support/memory-segment-store';
import { arbitraryBatch, ask, page, question, replay } from '@/tests/lib/search/small-world';
import { soak } from '@/tests/support/soak';
import { unwrap } from '@/tests/support/unwrap';

const DISASTERS = ['full', 'killed before', 'killed halfway', 'killed after'] as const;
type Disaster = (typeof DISASTERS)[number];

class Killed extends Error {}

/** The store, until its write number `at` (from 0), when the disaster strikes; afterwards it is itself again. */
function strickenStore(memory: MemorySegmentStore, at: number, disaster: Disaster): SegmentStore {
  let writes = 0;
  const strike = async <T>(work: () => Promise<Result<T>>, half?: () => Promise<unknown>) => {
    if (writes++ !== at) return work();
    if (disaster === 'full') return fail(fault('storage-full'));
    if (disaster === 'killed halfway') await half?.();
    if (disaster === 'killed after') await work();
    throw new Killed();
  };
  return {
    ...memory,
    writeBlocks: (file, first, blocks) =>
      strike(
        () => memory.writeBlocks(file, first, blocks),
        () => memory.writeBlocks(file, first, blocks.slice(0, blocks.length / 2)),
      ),
    commit: (next) => strike(() => memory.commit(next)),
    removeSome: (file) => strike(() => memory.removeSome(file)),
  };
}

/** Does the work; true when it was done, false when a disaster kept it from being done. */
async function attempt(work: () => Promise<Result<unknown>>): Promise<boolean> {
  try {
    const done = await work();
    if (!done.ok && done.fault.kind !== 'storage-full') throw new Error(done.fault.kind);
    return done.ok;
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    return false;
  }
}

async function idsIn(store: SegmentStore): Promise<string[]> {
  const query = { parts: question('printer').parts, lists: [{ limit: 100 }] };
  const { lists } = unwrap(await createEngine(store).search(query));
  return (lists[0] ?? []).map(({ id }) => id).toSorted();
}

async function expectNoOrphans(store: MemorySegmentStore): Promise<void> {
  const commit = unwrap(await store.readCommit());
  const live = commit?.segments.flatMap(({ name, deletions }) => [name, deletions]) ?? [];
  expect([...store.blocks.keys()].toSorted()).toEqual(
    live.filter((file) => file !== null).toSorted(),
  );
}

const batchOf = (ids: readonly string[], deletes: string[] = []): IndexBatch => ({
  upserts: ids.map((id) => page(id, 'Printer', `number ${id}`)),
  deletes,
});

async function startStore(): Promise<MemorySegmentStore> {
  const store = createMemorySegmentStore();
  const engine = createEngine(store);
  for (const id of ['a', 'b', 'c', 'd', 'e']) unwrap(await engine.apply(batchOf([id, `${id}2`])));
  return store;
}

const BEFORE = ['a', 'a2', 'b', 'b2', 'c', 'c2', 'd', 'd2', 'e', 'e2'];

describe('a disaster while writing', () => {
  const next = batchOf(['f', 'a'], ['b', 'b2', 'c']);
  const AFTER = ['a', 'a2', 'c2', 'd', 'd2', 'e', 'e2', 'f'];

  it.each(DISASTERS)('leaves the last commit or the next: %s', async (disaster) => {
    let isDone = false;
    let writes = 0;
    for (; !isDone; writes++) {
      const store = await startStore();
      const stricken = createEngine(strickenStore(store, writes, disaster));
      isDone = await attempt(() => stricken.apply(next));
      const found = await idsIn(store);
      expect(isDone ? [AFTER] : [BEFORE, AFTER]).toContainEqual(found);
      const later = createEngine(store);
      unwrap(await later.apply(next));
      expect(await idsIn(store)).toEqual(AFTER);
      await expectNoOrphans(store);
    }
    // At least a segment, its head, deletions of two segments, and the commit.
    expect(writes).toBeGreaterThan(4);
  });

  it.each(DISASTERS)('costs nothing but time while merging: %s', async (disaster) => {
    let isDone = false;
    for (let writes = 0; !isDone; writes++) {
      const store = await startStore();
      const stricken = createEngine(strickenStore(store, writes, disaster));
      isDone = await attempt(() => stricken.merge());
      expect(await idsIn(store)).toEqual(BEFORE);
      const later = createEngine(store);
      while (unwrap(await later.merge(true)));
      await expectNoOrphans(store);
      unwrap(await later.apply(batchOf(['x'])));
      expect(await idsIn(store)).toEqual([...BEFORE, 'x']);
      await expectNoOrphans(store);
    }
  });

  it('goes on in the same engine when the disk was full', async () => {
    const store = await startStore();
    let isDone = false;
    for (let writes = 0; !isDone; writes++) {
      const engine = createEngine(strickenStore(store, writes, 'full'));
      isDone = await attempt(() => engine.apply(batchOf(['x'])));
      expect(await idsIn(store)).toEqual(isDone ? [...BEFORE, 'x'] : BEFORE);
      if (!isDone) unwrap(await engine.apply(batchOf(['x'])));
      await expectNoOrphans(store);
      expect(await idsIn(store)).toEqual([...BEFORE, 'x']);
      unwrap(await createEngine(store).apply(batchOf([], ['x'])));
    }
  });

  it('may strike anywhere, again and again', async () => {
    const step = fc.record({
      batch: arbitraryBatch,
      merge: fc.boolean(),
      at: fc.nat({ max: 12 }),
      disaster: fc.constantFrom(...DISASTERS),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const store = createMemorySegmentStore();
        let applied: IndexBatch[] = [];
        for (const { batch, merge, at, disaster } of steps) {
          const engine = createEngine(strickenStore(store, at, disaster));
          const before = unwrap(await store.readCommit())?.generation ?? 0;
          const isAlive = await attempt(() => engine.apply(batch));
          // A kill right after the commit looks like a failure and is none.
          const isCommitted = (unwrap(await store.readCommit())?.generation ?? 0) > before;
          if (isCommitted) applied = [...applied, batch];
          if (merge && isAlive) await attempt(() => engine.merge());
          const rebuilt = createEngine(createMemorySegmentStore());
          unwrap(await rebuilt.apply({ upserts: replay(applied), deletes: [] }));
          const query = question('printer offline card 6.3.2');
          expect(await createEngine(store).search(query)).toEqual(await rebuilt.search(query));
        }
      }),
      { numRuns: soak(60, 2_000) },
    );
  });
});

describe('damage', () => {
  const query = question('printer say SYNC-4031');

  /** Everything that can be asked, or the fault. */
  async function everything(engine: SearchEngine) {
    const answers = [
      await engine.search(query),
      await engine.lookup('prin', 'en', 5),
      await engine.frequencies([{ text: 'printer tax', locale: 'en' }]),
      await engine.size(),
    ];
    const broken = answers.find((answer) => !answer.ok);
    return broken ?? ok(answers);
  }

  async function filledStore(): Promise<MemorySegmentStore> {
    const store = createMemorySegmentStore();
    const engine = createEngine(store);
    const upserts = Array.from({ length: 400 }, (_, n) =>
      page(`d${n}`, 'Printer', `SYNC-4031 number ${n}`, n % 2 === 0 ? 'issue' : 'article'),
    );
    unwrap(await engine.apply({ upserts, deletes: [] }));
    unwrap(await engine.apply({ upserts: [], deletes: ['d7', 'd8'] }));
    return store;
  }

  const DAMAGE: Record<string, (block: Uint8Array) => Uint8Array | null> = {
    'a bit': (block) => block.map((byte, at) => (at === block.length >> 1 ? byte ^ 4 : byte)),
    'the end': (block) => block.subarray(0, block.length - 1),
    'all bytes': (block) => new Uint8Array(block.length),
    everything: () => new Uint8Array(),
    'the block': () => null,
  };

  it.each(Object.keys(DAMAGE))('of %s is a fault and never a wrong answer', async (kind) => {
    const store = await filledStore();
    const right = await everything(createEngine(store));
    let faults = 0;
    for (const [file, blocks] of store.blocks) {
      for (const [number, block] of Array.from(blocks)) {
        const damaged = DAMAGE[kind]!(block);
        if (damaged === null) blocks.delete(number);
        else blocks.set(number, damaged);
        const answers = await everything(createEngine(store));
        blocks.set(number, block);
        const broken = { ok: false, fault: { kind: 'storage-broken', detail: { file } } };
        expect(answers).toMatchObject(answers.ok ? right : broken);
        if (!answers.ok) faults++;
      }
    }
    expect(faults).toBeGreaterThan(5);
  });

  it('of two blocks that changed places is a fault', async () => {
    const store = await filledStore();
    const [blocks] = store.blocks.values();
    const [first, second] = [...blocks!.keys()].filter((number) => number > 0);
    const [a, b] = [blocks!.get(first!)!, blocks!.get(second!)!];
    blocks!.set(first!, b);
    blocks!.set(second!, a);
    expect(await createEngine(store).search(query)).toMatchObject({
      fault: { kind: 'storage-broken' },
    });
  });

  it('ends with a reset', async () => {
    const store = await filledStore();
    for (const blocks of store.blocks.values()) blocks.clear();
    const engine = createEngine(store);
    expect(await engine.size()).toMatchObject({ fault: { kind: 'storage-broken' } });
    expect(await engine.apply(batchOf(['a']))).toMatchObject({ fault: { kind: 'storage-broken' } });
    unwrap(await engine.reset());
    expect(await ask(engine, 'printer')).toEqual([]);
    expect(store.bytes()).toBe(0);
    unwrap(await engine.apply(batchOf(['a'])));
    expect(await ask(engine, 'printer')).toEqual(['a']);
  });
});

import * as fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '@/lib/core/result';
import { hasWork, runSync } from '@/lib/sync/run';
import { readIndexStatus } from '@/lib/sync/status';
import { articleFiles, SAMPLE, startWorld, type SyncWorld } from '@/tests/support/sync-world';
import { unwrap } from '@/tests/support/unwrap';
import { soak } from '@/tests/support/soak';

const names = (count: number, prefix = 'a') =>
  Array.from({ length: count }, (_, at) => `${prefix}${at}`);

const idle = { isRunning: () => false, lastFault: () => null };

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

async function addSample({ store }: SyncWorld): Promise<void> {
  unwrap(await store.addSource(SAMPLE));
}

/** Items, index and outbox agree, and every item is found once by its name. */
async function expectComplete(world: SyncWorld, articles: readonly string[]): Promise<void> {
  expect(unwrap(await world.store.countItems())).toBe(articles.length);
  expect(unwrap(await world.store.countDocuments())).toBe(articles.length);
  expect(unwrap(await world.engine.size())).toBe(articles.length);
  expect(unwrap(await world.store.hasPending())).toBe(false);
  expect(await hasWork(world.ports)).toEqual(ok(false));
  const query = { parts: [{ text: 'title', weight: 1, locale: 'en' }], lists: [{ limit: 10_000 }] };
  const found = unwrap(await world.engine.search(query)).lists[0]?.map(({ id }) => id);
  expect(found?.toSorted()).toEqual(articles.map((id) => `sample:article:${id}:en`).toSorted());
}

describe('runSync', () => {
  it('has nothing to do without sources', async () => {
    const world = startWorld(articleFiles([]));
    expect(await hasWork(world.ports)).toEqual(ok(false));
    expect(await runSync(world.ports)).toEqual(ok(null));
    expect(await readIndexStatus(world.store, '1.0.0', idle)).toEqual(
      ok({ state: 'empty', items: 0, indexed: 0 }),
    );
  });

  it('reads and indexes a source, and is then done', async () => {
    const world = startWorld(articleFiles(names(250)));
    await addSample(world);
    expect(unwrap(await hasWork(world.ports))).toBe(true);
    expect(unwrap(await readIndexStatus(world.store, '1.0.0', idle)).state).toBe('indexing');
    expect(await runSync(world.ports)).toEqual(ok(null));
    await expectComplete(world, names(250));
    expect(await readIndexStatus(world.store, '1.0.0', idle)).toEqual(
      ok({ state: 'ready', items: 250, indexed: 250 }),
    );
  });

  it('reads the sample anew for another version of the extension, and only then', async () => {
    const disk = new IDBFactory();
    const old = startWorld(articleFiles(['a', 'b', 'c']), disk);
    await addSample(old);
    unwrap(await runSync(old.ports));
    const updated = startWorld(articleFiles(['b', 'c', 'd']), disk);
    expect(await hasWork(updated.ports)).toEqual(ok(false));
    updated.ports.version = '1.1.0';
    expect(await hasWork(updated.ports)).toEqual(ok(true));
    unwrap(await runSync(updated.ports));
    await expectComplete(updated, ['b', 'c', 'd']);
  });

  it('removes what belongs to a removed source', async () => {
    const world = startWorld(articleFiles(names(30)));
    await addSample(world);
    unwrap(await runSync(world.ports));
    unwrap(await world.store.removeSource('sample'));
    unwrap(await runSync(world.ports));
    await expectComplete(world, []);
    expect(unwrap(await world.store.listRows())).toEqual([]);
    await addSample(world);
    unwrap(await runSync(world.ports));
    await expectComplete(world, names(30));
  });

  it('notes why a source could not be read, and goes on from there later', async () => {
    const files = articleFiles(names(12));
    const disk = new IDBFactory();
    const lacking = new Map([...files].filter(([path]) => !path.includes('payments')));
    const world = startWorld(lacking, disk);
    await addSample(world);
    expect(await runSync(world.ports)).toEqual(ok(null));
    const [row] = unwrap(await world.store.listRows());
    expect(row).toMatchObject({ phase: 'pull', fault: { kind: 'not-found' }, failures: 1 });
    expect(row!.retryAt).toBeGreaterThan(Date.now());
    expect(unwrap(await world.store.hasPending())).toBe(false);
    expect(await hasWork(world.ports)).toEqual(ok(false));
    const mended = startWorld(files, disk);
    mended.ports.now = () => row!.retryAt!;
    unwrap(await runSync(mended.ports));
    await expectComplete(mended, names(12));
    expect(unwrap(await mended.store.listRows())).toMatchObject([{ fault: null }]);
  });

  it('makes a damaged index anew', async () => {
    const disk = new IDBFactory();
    const world = startWorld(articleFiles(names(20)), disk);
    await addSample(world);
    unwrap(await runSync(world.ports));
    const commit = unwrap(await world.store.readCommit());
    for (const { name } of commit!.segments) {
      unwrap(await world.store.writeBlocks(name, 0, [new Uint8Array([1, 2, 3])]));
    }
    const restarted = startWorld(articleFiles(names(20)), disk);
    expect(await restarted.engine.size()).toMatchObject({ fault: { kind: 'storage-broken' } });
    unwrap(await restarted.store.markAllPending());
    unwrap(await runSync(restarted.ports));
    await expectComplete(restarted, names(20));
  });

  it('makes an index anew that lost documents', async () => {
    const world = startWorld(articleFiles(names(20)));
    await addSample(world);
    unwrap(await runSync(world.ports));
    unwrap(await world.engine.reset());
    expect(unwrap(await hasWork(world.ports))).toBe(true);
    unwrap(await runSync(world.ports));
    await expectComplete(world, names(20));
  });
});

describe('after a kill', () => {
  /** One life of a background: it does `lifetime` steps, then nothing more, whatever it waited for. */
  async function live(files: Map<string, string>, disk: IDBFactory, lifetime: number) {
    let steps = 0;
    const world = startWorld(files, disk, (what) => {
      steps += 1;
      // Recovery must not lean on the remedy for damaged indexes.
      if (what === 'reset') throw new Error('the index was made anew');
      if (steps > lifetime) throw new Error('killed');
    });
    try {
      await runSync(world.ports);
    } catch (error) {
      if (!(error instanceof Error && error.message === 'killed')) throw error;
    }
  }

  /** Lives and dies at the given steps, then lives on, and must have everything in order. */
  async function expectRecovery(
    disk: IDBFactory,
    files: Map<string, string>,
    deaths: number[],
    expected: string[],
  ) {
    for (const lifetime of deaths) await live(files, disk, lifetime);
    await live(files, disk, Infinity);
    await expectComplete(startWorld(files, disk), expected);
  }

  it('nothing is lost, doubled or left half, wherever it strikes', async () => {
    const deaths = fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 6 });
    const property = fc.asyncProperty(deaths, async (lifetimes) => {
      const disk = new IDBFactory();
      const files = articleFiles(names(130));
      await addSample(startWorld(files, disk));
      await expectRecovery(disk, files, lifetimes, names(130));
    });
    expect((await fc.check(property, { numRuns: soak(15, 300) })).failed).toBe(false);
  });

  it('a removed source is gone for good, wherever it strikes', async () => {
    const deaths = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 4 });
    const property = fc.asyncProperty(deaths, async (lifetimes) => {
      const disk = new IDBFactory();
      const files = articleFiles(names(40));
      const before = startWorld(files, disk);
      await addSample(before);
      unwrap(await runSync(before.ports));
      unwrap(await before.store.removeSource('sample'));
      await expectRecovery(disk, files, lifetimes, []);
    });
    expect((await fc.check(property, { numRuns: soak(15, 300) })).failed).toBe(false);
  });
});

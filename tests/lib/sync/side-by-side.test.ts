/** Several sources at once: none waits for another, each is stopped by itself, nothing is half done. */
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Connector, PullBatch } from '@/lib/sources/contract';
import { hasWork, runSync } from '@/lib/sync/run';
import { makeArticle } from '@/tests/support/items';
import { articleFiles, startWorld, type SyncWorld } from '@/tests/support/sync-world';
import { unwrap } from '@/tests/support/unwrap';

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

const HOUR = 3_600_000;
type Pull = Connector['pull'];

const batch = (id: string, names: string[], done = true): Result<PullBatch> =>
  ok({
    upserts: names.map((name) =>
      makeArticle(name, { id: `${id}:article:${name}`, sourceId: id, title: name }),
    ),
    deletes: [],
    skipped: [],
    cursor: names.join(),
    done,
  });

/** A world whose sources are read by the functions given, by source id. */
async function start(pulls: Record<string, Pull>, disk = new IDBFactory()): Promise<SyncWorld> {
  const world = startWorld(articleFiles([]), disk);
  const cadence = { pullMs: HOUR, pullActiveMs: HOUR, sweepMs: HOUR };
  Object.assign(world.ports, {
    cadenceOf: () => cadence,
    connect: ({ id }: { id: string }) => {
      const connector: Connector = {
        kind: 'site',
        check: () => Promise.resolve(ok({ name: id })),
        pull: pulls[id] ?? (() => Promise.resolve(batch(id, ['x']))),
        sweep: () => Promise.resolve(ok({ ids: [], cursor: '', done: true })),
      };
      return Promise.resolve(ok({ connector, takeBytes: () => 10 }));
    },
  });
  for (const id of Object.keys(pulls)) await add(world, id);
  return world;
}

async function add({ store }: SyncWorld, id: string): Promise<void> {
  const addedAt = '2026-11-22T08:00:00.000Z';
  unwrap(await store.addSource({ id, kind: 'site', name: id, addedAt }));
}

/** A place that does not answer until it is told to, or the reading is stopped. */
function hanging() {
  let answer: (result: Result<PullBatch>) => void = () => {};
  const pull: Pull = (_cursor, signal) =>
    new Promise((resolve) => {
      answer = resolve;
      signal.addEventListener('abort', () => resolve(fail(fault('cancelled'))));
    });
  return { pull, answer: (result: Result<PullBatch>) => answer(result) };
}

const rowOf = async ({ store }: SyncWorld, id: string) =>
  unwrap(await store.listRows()).find((row) => row.id === id);
const read = async (world: SyncWorld) =>
  unwrap(await world.store.listRows()).flatMap(({ id, items }) => (items > 0 ? [id] : []));

describe('several sources', () => {
  it('are read, though one of them does not answer', async () => {
    const slow = hanging();
    const quick: Pull = () => Promise.resolve(batch('quick', ['a', 'b']));
    const world = await start({ slow: slow.pull, quick });
    const run = runSync(world.ports);
    await vi.waitFor(async () => expect(await read(world)).toEqual(['quick']));
    expect(world.ports.activity.doing('slow')).toBe('pull');
    slow.answer(batch('slow', ['c']));
    unwrap(await run);
    expect(await read(world)).toEqual(['quick', 'slow']);
    expect(unwrap(await world.engine.size())).toBe(3);
  });

  it('are read as soon as they are added', async () => {
    const slow = hanging();
    const world = await start({ slow: slow.pull });
    const run = runSync(world.ports);
    await vi.waitFor(() => expect(world.ports.activity.doing('slow')).toBe('pull'));
    await add(world, 'late');
    world.ports.activity.nudge();
    await vi.waitFor(async () => expect(await read(world)).toEqual(['late']));
    slow.answer(batch('slow', ['c']));
    unwrap(await run);
  });

  it('are read again when they are due, while another is still being read', async () => {
    const slow = hanging();
    let pulls = 0;
    const often: Pull = () => Promise.resolve(batch('often', [`item${(pulls += 1)}`]));
    const world = await start({ slow: slow.pull, often });
    world.ports.cadenceOf = () => ({ pullMs: 40, pullActiveMs: 40, sweepMs: HOUR });
    const run = runSync(world.ports);
    await vi.waitFor(() => expect(pulls).toBeGreaterThan(2));
    world.ports.cadenceOf = () => ({ pullMs: HOUR, pullActiveMs: HOUR, sweepMs: HOUR });
    slow.answer(batch('slow', ['c']));
    unwrap(await run);
  });

  it('fail each for itself', async () => {
    const offline: Pull = () => Promise.resolve(fail(fault('offline')));
    const world = await start({ offline, fine: () => Promise.resolve(batch('fine', ['a'])) });
    expect(await runSync(world.ports)).toEqual(ok(null));
    expect(await rowOf(world, 'offline')).toMatchObject({ fault: { kind: 'offline' } });
    expect(await rowOf(world, 'fine')).toMatchObject({ fault: null, items: 1 });
    expect(await hasWork(world.ports)).toEqual(ok(false));
  });
});

describe('a reading', () => {
  it('that is stopped keeps what came, and says nothing went wrong', async () => {
    const slow = hanging();
    const pull: Pull = (cursor, signal) =>
      cursor === null ? Promise.resolve(batch('s', ['a'], false)) : slow.pull(cursor, signal);
    const world = await start({ s: pull });
    const run = runSync(world.ports);
    await vi.waitFor(async () => expect(await read(world)).toEqual(['s']));
    unwrap(await world.store.pauseSource('s', true));
    world.ports.activity.stop('s');
    expect(await run).toEqual(ok(null));
    expect(await rowOf(world, 's')).toMatchObject({
      phase: 'pull',
      cursor: 'a',
      fault: null,
      items: 1,
    });
    expect(await hasWork(world.ports)).toEqual(ok(false));
  });

  it('that goes in circles is ended', async () => {
    let pulls = 0;
    const circling: Pull = () => {
      pulls += 1;
      return Promise.resolve(batch('s', ['a'], false));
    };
    const world = await start({ s: circling });
    unwrap(await runSync(world.ports));
    expect(pulls).toBe(2);
    expect(await rowOf(world, 's')).toMatchObject({
      fault: { kind: 'bad-response', detail: { why: 'no progress' } },
    });
  });

  it('that finds the disk full loses nothing, and goes on when there is room', async () => {
    const disk = new IDBFactory();
    const pull: Pull = (cursor) =>
      Promise.resolve(cursor === null ? batch('s', ['a'], false) : batch('s', ['b']));
    const world = await start({ s: pull }, disk);
    const { commitPull } = world.store;
    let commits = 0;
    world.ports.store = {
      ...world.store,
      commitPull: (...given) =>
        (commits += 1) === 2 ? Promise.resolve(fail(fault('storage-full'))) : commitPull(...given),
    };
    expect(await runSync(world.ports)).toEqual(fail(fault('storage-full')));
    expect(await rowOf(world, 's')).toMatchObject({
      items: 1,
      cursor: 'a',
      fault: { kind: 'storage-full' },
    });
    world.ports.now = () => Date.now() + HOUR;
    unwrap(await runSync(world.ports));
    expect(await rowOf(world, 's')).toMatchObject({ items: 2, fault: null, phase: 'idle' });
    expect(unwrap(await world.engine.size())).toBe(2);
  });

  it('whose source was removed meanwhile leaves nothing behind', async () => {
    const slow = hanging();
    const world = await start({ s: slow.pull });
    const run = runSync(world.ports);
    await vi.waitFor(() => expect(world.ports.activity.doing('s')).toBe('pull'));
    unwrap(await world.store.removeSource('s'));
    slow.answer(batch('s', ['a']));
    unwrap(await run);
    expect(unwrap(await world.store.listRows())).toEqual([]);
    expect(unwrap(await world.engine.size())).toBe(0);
  });
});

/** A page is stored in parts: its cursor comes with the last, so that a kill in between loses nothing. */
import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { ok } from '@/lib/core/result';
import type { Connector } from '@/lib/sources/contract';
import { runSync } from '@/lib/sync/run';
import { makeArticle } from '@/tests/support/items';
import { articleFiles, startWorld, type SyncWorld } from '@/tests/support/sync-world';
import { unwrap } from '@/tests/support/unwrap';

const PAGE = 60;

/** A background that dies at its commit number `deathAt`; the place has one page. */
function start(disk: IDBFactory, deathAt = Infinity) {
  let commits = 0;
  const asked: (string | null)[] = [];
  const world = startWorld(articleFiles([]), disk);
  const { store } = world;
  const dying = {
    ...store,
    commitPull: (...step: Parameters<typeof store.commitPull>) => {
      if (commits++ >= deathAt) throw new Error('killed');
      return store.commitPull(...step);
    },
  };
  const connector: Connector = {
    kind: 'site',
    check: () => Promise.resolve(ok({ name: 's' })),
    pull: (cursor) => {
      asked.push(cursor);
      const upserts = Array.from({ length: PAGE }, (_, at) =>
        makeArticle(`${at}`, { id: `s:article:${at}`, sourceId: 's' }),
      );
      return Promise.resolve(ok({ upserts, deletes: [], skipped: [], cursor: 'end', done: true }));
    },
    sweep: () => Promise.resolve(ok({ ids: [], cursor: '', done: true })),
  };
  Object.assign(world.ports, {
    store: dying,
    connect: () => Promise.resolve(ok({ connector, takeBytes: () => 7 })),
  });
  return { world, asked, commits: () => commits };
}

const rowOf = async ({ store }: SyncWorld) => unwrap(await store.listRows())[0];

it('commits a page in parts, with the cursor in the last', async () => {
  const { world, commits } = start(new IDBFactory());
  const addedAt = '2026-11-22T08:00:00.000Z';
  unwrap(await world.store.addSource({ id: 's', kind: 'site', name: 's', addedAt }));
  unwrap(await runSync(world.ports));
  expect(commits()).toBe(3);
  expect(await rowOf(world)).toMatchObject({
    items: PAGE,
    cursor: 'end',
    lastCounts: { added: PAGE, changed: 0, bytes: 7 },
  });
});

it('asks for the page again when it was killed between two parts, and counts nothing twice', async () => {
  const disk = new IDBFactory();
  const before = start(disk, 2);
  const addedAt = '2026-11-22T08:00:00.000Z';
  unwrap(await before.world.store.addSource({ id: 's', kind: 'site', name: 's', addedAt }));
  await expect(runSync(before.world.ports)).rejects.toThrow('killed');
  expect(await rowOf(before.world)).toMatchObject({ items: 50, cursor: null });
  const after = start(disk);
  unwrap(await runSync(after.world.ports));
  expect(after.asked).toEqual([null]);
  expect(await rowOf(after.world)).toMatchObject({ items: PAGE, cursor: 'end' });
  expect(unwrap(await after.world.engine.size())).toBe(PAGE);
});

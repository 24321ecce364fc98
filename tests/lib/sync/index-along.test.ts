/** Indexing beside a reading: the first items at once, the rest in few large commits. */
import { expect, it, vi } from 'vitest';
import { ok } from '@/lib/core/result';
import type { Connector } from '@/lib/sources/contract';
import { runSync } from '@/lib/sync/run';
import { makeArticle } from '@/tests/support/items';
import { articleFiles, startWorld, type SyncWorld } from '@/tests/support/sync-world';
import { unwrap } from '@/tests/support/unwrap';

const PAGE = 50;

/** Reads a place of so many pages; `onPage` is told before each. */
async function readPages(pages: number, onPage: (world: SyncWorld, page: number) => Promise<void>) {
  const world = startWorld(articleFiles([]));
  const pull: Connector['pull'] = async (cursor) => {
    const page = Number(cursor ?? 0);
    await onPage(world, page);
    const upserts = Array.from({ length: PAGE }, (_, at) =>
      makeArticle(`${page}-${at}`, { id: `s:article:${page}-${at}`, sourceId: 's' }),
    );
    const done = page + 1 === pages;
    return ok({ upserts, deletes: [], skipped: [], cursor: String(page + 1), done });
  };
  const connector: Connector = {
    kind: 'site',
    check: () => Promise.resolve(ok({ name: 's' })),
    pull,
    sweep: () => Promise.resolve(ok({ ids: [], cursor: '', done: true })),
  };
  world.ports.connect = () => Promise.resolve(ok({ connector, takeBytes: () => 0 }));
  const addedAt = '2026-11-22T08:00:00.000Z';
  unwrap(await world.store.addSource({ id: 's', kind: 'site', name: 's', addedAt }));
  const commits = vi.spyOn(world.ports.index, 'apply');
  unwrap(await runSync(world.ports));
  return { world, commits: commits.mock.calls.map(([{ upserts }]) => upserts.length) };
}

it('has the first items searchable while the rest is read', async () => {
  const { world } = await readPages(6, async ({ engine }, page) => {
    if (page < 5) return;
    await vi.waitFor(async () => expect(unwrap(await engine.size())).toBeGreaterThanOrEqual(PAGE));
  });
  expect(unwrap(await world.engine.size())).toBe(6 * PAGE);
});

it('commits the rest in few large segments', async () => {
  const { commits } = await readPages(40, async () => {});
  expect(commits.reduce((sum, size) => sum + size, 0)).toBe(40 * PAGE);
  expect(commits.length).toBeLessThanOrEqual(6);
});

it('does not keep the items of a slow place waiting', async () => {
  let now = Date.parse('2026-11-22T10:00:00.000Z');
  const { commits } = await readPages(5, async ({ ports, engine }, page) => {
    ports.now = () => now;
    await vi.waitFor(async () => expect(unwrap(await engine.size())).toBe(page * PAGE));
    now += 60_000;
  });
  expect(commits).toEqual([PAGE, PAGE, PAGE, PAGE, PAGE]);
});

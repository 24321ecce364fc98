import { beforeEach, describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail } from '@/lib/core/result';
import { createItemRepository } from '@/lib/store/item-repository';
import { createPendingRepository } from '@/lib/store/pending-repository';
import { createReadingRepository } from '@/lib/store/reading-repository';
import { createSourceRepository } from '@/lib/store/source-repository';
import { makeArticle } from '@/tests/support/items';
import { freshDatabase } from '@/tests/support/store';
import { unwrap } from '@/tests/support/unwrap';

const BY = { version: '0.1.0', at: '2026-11-22T09:00:00.000Z' };
const RUN = { id: 's', epoch: 0 };
const swept = (names: string[], done = true) => ({
  ids: names.map((name) => article(name).id),
  cursor: 'c',
  done,
});
const SAMPLE = {
  id: 's',
  kind: 'sample',
  name: 'Sample',
  addedAt: '2026-11-22T08:00:00.000Z',
} as const;

const article = (name: string, more = {}) =>
  makeArticle(name, {
    id: `s:article:${name}:en`,
    sourceId: 's',
    contentHash: `hash-${name}`,
    syncedAt: '2026-11-22T08:30:00.000Z',
    ...more,
  });

function setUp() {
  const db = freshDatabase();
  return {
    db,
    items: createItemRepository(db),
    pending: createPendingRepository(db),
    reading: createReadingRepository(db),
    sources: createSourceRepository(db),
  };
}
type Store = ReturnType<typeof setUp>;

const pendingIds = async ({ db }: Store) => {
  const ids = (await db.outbox.toArray()).flatMap((row) => row.ids);
  return [...new Set(ids)].sort().map((id) => id.split(':')[2]);
};

const step = (names: string[], done = false, deletes: string[] = []) => ({
  upserts: names.map((name) => article(name)),
  deletes,
  cursor: `after-${names.at(-1)}`,
  done,
});

let store: Store;
beforeEach(async () => {
  store = setUp();
  unwrap(await store.sources.addSource(SAMPLE));
});

describe('commitPull', () => {
  it('keeps items, cursor and index work together', async () => {
    unwrap(await store.reading.commitPull(RUN, step(['a', 'b']), BY));
    expect(unwrap(await store.sources.listRows())).toMatchObject([
      { phase: 'pull', cursor: 'after-b', readBy: null },
    ]);
    expect(unwrap(await store.items.countItems())).toBe(2);
    expect(await pendingIds(store)).toEqual(['a', 'b']);
  });

  it('ends a reading with the cursor that the next one begins with', async () => {
    unwrap(await store.reading.commitPull(RUN, step(['a', 'b'], true), BY));
    const at = Date.parse(BY.at);
    expect(unwrap(await store.sources.listRows())).toMatchObject([
      {
        phase: 'idle',
        cursor: 'after-b',
        syncedAt: BY.at,
        readBy: '0.1.0',
        pulledAt: at,
        sweptAt: at,
      },
    ]);
    unwrap(await store.reading.beginPull(RUN, false));
    expect(unwrap(await store.sources.listRows())).toMatchObject([
      { phase: 'pull', cursor: 'after-b', reading: { items: 0 } },
    ]);
    unwrap(await store.reading.commitPull(RUN, step(['c'], true), BY));
    unwrap(await store.reading.beginPull(RUN, true));
    expect(unwrap(await store.sources.listRows())).toMatchObject([
      { phase: 'pull', cursor: null, sweepsDue: 2 },
    ]);
  });

  it('makes all items as fresh as the reading that found them unchanged', async () => {
    unwrap(await store.reading.commitPull(RUN, step(['a', 'b'], true), BY));
    const later = { ...BY, at: '2026-11-23T09:00:00.000Z' };
    unwrap(await store.reading.beginPull(RUN, false));
    unwrap(await store.reading.commitPull(RUN, step(['b'], true), later));
    expect(unwrap(await store.items.readItem(article('a').id)).syncedAt).toBe(later.at);
  });

  it('counts what it brings, and keeps the reasons why records were left out', async () => {
    const skipped = [{ where: 'page 1 #3', why: 'shape' as const, detail: 'title' }];
    unwrap(
      await store.reading.commitPull(
        RUN,
        { ...step(['a', 'b']), skipped, bytes: 10, total: 4 },
        BY,
      ),
    );
    const changed = article('a', { contentHash: 'other' });
    const next = { ...step(['c'], true, [article('b').id]), bytes: 5 };
    unwrap(
      await store.reading.commitPull(RUN, { ...next, upserts: [changed, ...next.upserts] }, BY),
    );
    expect(unwrap(await store.sources.listRows())).toMatchObject([
      {
        items: 2,
        reading: { items: 4, total: 4 },
        lastCounts: { added: 3, changed: 1, removed: 1, skipped: 1, bytes: 15 },
        skipped,
      },
    ]);
  });

  it('makes index work of changed items only', async () => {
    unwrap(await store.reading.commitPull(RUN, step(['a', 'b']), BY));
    await store.db.outbox.clear();
    const changed = article('a', { contentHash: 'other' });
    const reread = article('b', { syncedAt: BY.at });
    const next = { upserts: [changed, reread], deletes: [], cursor: '2', done: false };
    unwrap(await store.reading.commitPull(RUN, next, BY));
    expect(await pendingIds(store)).toEqual(['a']);
    expect(unwrap(await store.items.readItem(reread.id)).syncedAt).toBe(BY.at);
  });

  it('deletes what the source says is gone', async () => {
    unwrap(await store.reading.commitPull(RUN, step(['a', 'b']), BY));
    await store.db.outbox.clear();
    unwrap(await store.reading.commitPull(RUN, step([], false, [article('a').id]), BY));
    expect(await store.items.readItem(article('a').id)).toEqual(fail(fault('not-found')));
    expect(await pendingIds(store)).toEqual(['a']);
  });

  it('changes nothing for a source that was removed meanwhile', async () => {
    unwrap(await store.sources.changeSource('s', { settings: { space: 'other' } }));
    expect(await store.reading.commitPull(RUN, step(['a']), BY)).toEqual(fail(fault('cancelled')));
    unwrap(await store.sources.removeSource('s'));
    const late = await store.reading.commitPull(RUN, step(['a']), BY);
    expect(late).toEqual(fail(fault('cancelled')));
    expect(await store.reading.commitSweep(RUN, swept([]), BY)).toEqual(fail(fault('cancelled')));
    expect(await store.db.items.count()).toBe(0);
  });
});

describe('removing a source', () => {
  it('hides it and its items at once, and deletes them in steps', async () => {
    unwrap(await store.reading.commitPull(RUN, step(['a', 'b', 'c'], true), BY));
    await store.db.outbox.clear();
    unwrap(await store.sources.removeSource('s'));
    expect(unwrap(await store.sources.listSources())).toEqual([]);
    expect(unwrap(await store.items.countItems())).toBe(0);
    expect(unwrap(await store.items.readItems([article('a').id]))).toEqual([]);
    expect(unwrap(await store.reading.purgeSome('s', 2))).toBe(true);
    expect(await pendingIds(store)).toEqual(['a', 'b']);
    expect(unwrap(await store.reading.purgeSome('s', 2))).toBe(false);
    expect(unwrap(await store.sources.listRows())).toEqual([]);
    expect(await store.db.items.count()).toBe(0);
    expect(await pendingIds(store)).toEqual(['a', 'b', 'c']);
  });

  it('stops deleting when the source is added again', async () => {
    unwrap(await store.reading.commitPull(RUN, step(['a', 'b', 'c'], true), BY));
    unwrap(await store.sources.removeSource('s'));
    unwrap(await store.reading.purgeSome('s', 1));
    const again = unwrap(await store.sources.addSource({ ...SAMPLE, addedAt: BY.at }));
    expect(again).toMatchObject({ id: 's', items: 2 });
    expect(unwrap(await store.reading.purgeSome('s', 1))).toBe(false);
    const run = { id: 's', epoch: 1 };
    unwrap(await store.reading.commitPull(run, step(['c'], true), BY));
    expect(unwrap(await store.sources.listRows())).toMatchObject([{ sweepsDue: 2 }]);
    unwrap(await store.reading.commitSweep(run, swept(['c']), BY));
    unwrap(await store.reading.commitSweep(run, swept(['c']), BY));
    expect(unwrap(await store.items.countItems())).toBe(1);
  });

  it('knows when there is nothing to remove', async () => {
    expect(await store.sources.removeSource('x')).toEqual(fail(fault('not-found')));
  });
});

describe('adding a source', () => {
  it('leaves one alone that is there', async () => {
    unwrap(await store.reading.commitPull(RUN, step(['a'], true), BY));
    const again = unwrap(await store.sources.addSource({ ...SAMPLE, addedAt: BY.at }));
    expect(again).toEqual({ ...SAMPLE, syncedAt: BY.at, items: 1 });
    expect(unwrap(await store.sources.listRows())).toMatchObject([{ phase: 'idle' }]);
  });

  it('seeds once in the life of the database', async () => {
    const { sources, reading } = setUp();
    unwrap(await sources.seedSource(SAMPLE));
    expect(unwrap(await sources.listSources())).toHaveLength(1);
    unwrap(await sources.removeSource('s'));
    unwrap(await reading.purgeSome('s', 10));
    unwrap(await sources.seedSource(SAMPLE));
    expect(unwrap(await sources.listSources())).toEqual([]);
  });
});

describe('importItems', () => {
  const source = { id: 'file-1', name: 'articles.json' };
  const made = (name: string, syncedAt: string) =>
    makeArticle(name, {
      id: `file-1:article:${name}`,
      sourceId: 'file-1',
      syncedAt,
      contentHash: `hash-${name}`,
    });
  const batch = (names: string[], syncedAt: string, isLast: boolean) => ({
    source,
    syncedAt,
    items: names.map((name) => made(name, syncedAt)),
    isLast,
  });
  const [T1, T2] = ['2026-11-22T10:00:00.000Z', '2026-11-22T11:00:00.000Z'];

  it('makes the source, and dates it with the last batch', async () => {
    const first = unwrap(await store.reading.importItems(batch(['a'], T1, false)));
    expect(first).toEqual({ ...source, kind: 'file', addedAt: T1, items: 1 });
    const last = unwrap(await store.reading.importItems(batch(['b'], T1, true)));
    expect(last).toEqual({ ...source, kind: 'file', addedAt: T1, syncedAt: T1, items: 2 });
    expect(await pendingIds(store)).toEqual(['a', 'b']);
  });

  it('drops on the last batch what the new file no longer holds, and nothing before', async () => {
    unwrap(await store.reading.importItems(batch(['a', 'b'], T1, true)));
    await store.db.outbox.clear();
    const half = unwrap(await store.reading.importItems(batch(['b'], T2, false)));
    expect(half).toMatchObject({ items: 2, syncedAt: T1 });
    const done = unwrap(await store.reading.importItems(batch(['c'], T2, true)));
    expect(done).toMatchObject({ items: 2, syncedAt: T2 });
    expect(await pendingIds(store)).toEqual(['a', 'c']);
  });

  it('takes no items that belong to another source, and no source that is not a file', async () => {
    const foreign = { ...batch([], T1, true), items: [article('a', { syncedAt: T1 })] };
    expect(await store.reading.importItems(foreign)).toEqual(fail(fault('bad-message')));
    const asSample = { ...foreign, source: { id: 's', name: 'x' } };
    expect(await store.reading.importItems(asSample)).toEqual(fail(fault('conflict')));
    expect(await store.db.items.count()).toBe(0);
  });
});

describe('pending work', () => {
  it('tells items to index from ids to forget', async () => {
    unwrap(await store.reading.commitPull(RUN, step(['a', 'b']), BY));
    unwrap(await store.reading.commitPull(RUN, step([], false, [article('a').id]), BY));
    const work = unwrap(await store.pending.readPending(10));
    expect(work.upserts.map(({ id }) => id)).toEqual([article('b').id]);
    expect(work.deletes).toEqual([article('a').id]);
    expect(work.rows).toHaveLength(2);
  });

  it('keeps a row whose item changed again while it was indexed', async () => {
    unwrap(await store.reading.commitPull(RUN, step(['a', 'b']), BY));
    const work = unwrap(await store.pending.readPending(10));
    const again = { ...step([]), upserts: [article('a', { contentHash: 'other' })] };
    unwrap(await store.reading.commitPull(RUN, again, BY));
    unwrap(await store.pending.settlePending(work.rows));
    expect(await pendingIds(store)).toEqual(['a']);
  });

  it('can make everything work again, and counts anew', async () => {
    unwrap(await store.reading.commitPull(RUN, step(['a', 'b']), BY));
    await store.db.outbox.clear();
    await store.db.sources.update('s', { items: 7 });
    unwrap(await store.pending.markAllPending());
    expect(unwrap(await store.pending.hasPending())).toBe(true);
    expect(await pendingIds(store)).toEqual(['a', 'b']);
    expect(unwrap(await store.items.countItems())).toBe(2);
  });

  it('counts items as they come and go', async () => {
    unwrap(await store.reading.commitPull(RUN, step(['a', 'b', 'c']), BY));
    const next = step(['c', 'd'], false, [article('a').id, article('nothing').id]);
    unwrap(await store.reading.commitPull(RUN, next, BY));
    expect(unwrap(await store.items.countItems())).toBe(3);
    expect(await store.db.items.count()).toBe(3);
    expect(await pendingIds(store)).not.toContain('nothing');
  });
});

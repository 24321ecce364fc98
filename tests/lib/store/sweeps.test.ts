/** What sweeps make of items that they name, miss, or name alone. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createStore, type Store } from '@/lib/store/store';
import { makeArticle } from '@/tests/support/items';
import { freshDatabase } from '@/tests/support/store';
import { unwrap } from '@/tests/support/unwrap';

const BY = { version: '0.1.0', at: '2026-11-22T09:00:00.000Z' };
const RUN = { id: 's', epoch: 0 };

const idOf = (name: string) => `s:article:${name}:en`;
const step = (names: string[]) => ({
  upserts: names.map((name) => makeArticle(name, { id: idOf(name), sourceId: 's' })),
  deletes: [],
  cursor: `after-${names.at(-1)}`,
  done: true,
});

let store: Store;
let db: ReturnType<typeof freshDatabase>;
beforeEach(async () => {
  db = freshDatabase();
  store = createStore(db);
  const addedAt = '2026-11-22T08:00:00.000Z';
  unwrap(await store.addSource({ id: 's', kind: 'sample', name: 'Sample', addedAt }));
});

describe('commitSweep', () => {
  const there = async () =>
    (await db.items.toArray())
      .map(({ id }) => id.split(':')[2] ?? '')
      .toSorted((a, b) => a.localeCompare(b));
  const sweep = (names: string[], done = true) =>
    store.commitSweep(RUN, { ids: names.map(idOf), cursor: 'c', done }, BY);
  const pull = async (names: string[]) => {
    unwrap(await store.beginPull(RUN, false));
    unwrap(await store.commitPull(RUN, step(names), BY));
  };
  const row = async () => unwrap(await store.listRows())[0]!;

  beforeEach(() => pull(['a', 'b', 'c']));

  it('deletes what two whole sweeps in a row did not name', async () => {
    unwrap(await sweep(['a'], false));
    expect(await row()).toMatchObject({ sweep: { cursor: 'c', step: 1 } });
    unwrap(await sweep(['b']));
    expect(await there()).toEqual(['a', 'b', 'c']);
    unwrap(await sweep(['a', 'b']));
    expect(await there()).toEqual(['a', 'b']);
    expect(await row()).toMatchObject({ items: 2, sweep: null });
  });

  it('keeps what was named, or brought by a pull, in between', async () => {
    unwrap(await sweep(['a']));
    unwrap(await sweep(['a', 'b']));
    expect(await there()).toEqual(['a', 'b']);
    unwrap(await sweep(['a']));
    await pull(['b']);
    unwrap(await sweep(['a']));
    expect(await there()).toEqual(['a', 'b']);
    unwrap(await sweep(['a']));
    expect(await there()).toEqual(['a']);
  });

  it('does not miss what a pull brought while it was under way', async () => {
    unwrap(await sweep(['a'], false));
    await pull(['b', 'c']);
    unwrap(await sweep([]));
    unwrap(await sweep(['a'], false));
    await pull(['b', 'c']);
    unwrap(await sweep([]));
    expect(await there()).toEqual(['a', 'b', 'c']);
  });

  it('reads everything for what it names and we lack, but only once', async () => {
    unwrap(await sweep(['a', 'b', 'c', 'shown-again']));
    expect(await row()).toMatchObject({ phase: 'idle', pulledAt: null });
    await pull([]);
    expect(await row()).toMatchObject({ phase: 'pull', cursor: null });
    unwrap(await store.commitPull(RUN, step(['a', 'b', 'c']), BY));
    expect(await row()).toMatchObject({ phase: 'idle' });
    unwrap(await sweep(['a', 'b', 'c', 'shown-again']));
    expect(await row()).toMatchObject({ pulledAt: Date.parse(BY.at) });
  });

  it('reads nothing anew for what the next pull brings', async () => {
    unwrap(await sweep(['a', 'b', 'c', 'new']));
    await pull(['new']);
    expect(await row()).toMatchObject({ phase: 'idle', cursor: 'after-new' });
  });
});

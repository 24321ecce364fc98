import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { makeArticle } from '@/tests/support/items';
import { createSourceRepository } from '@/lib/store/source-repository';
import { unwrap } from '@/tests/support/unwrap';
import { freshDatabase } from '@/tests/support/store';

/** The schema as version 5 was released. A change here is a new version, not an edit. */
const VERSION_5 = {
  blocks: '[file+block]',
  items: 'id [sourceId+syncedAt]',
  outbox: 'number about',
  precedents: 'id [itemId+at] [verdict+at] at signals',
  requests: 'id',
  secrets: 'sourceId',
  settings: 'key',
  signals: 'id ticketKey',
  sources: 'id',
  sweeps: '[sourceId+step]',
};

const VERSION_4 = {
  pending: 'itemId',
  sweeps: '[sourceId+step]',
  secrets: 'sourceId',
  requests: '++id',
};

const VERSION_3 = {
  blocks: '[file+block]',
  items: 'id, [sourceId+syncedAt]',
  pending: 'itemId',
  precedents: 'id, [itemId+at], [verdict+at], at, *signals',
  settings: 'key',
  signals: 'id, ticketKey',
  sources: 'id',
};

const VERSION_2 = {
  blocks: '[file+block]',
  items: 'id, [sourceId+syncedAt]',
  pending: 'itemId',
  settings: 'key',
  signals: 'id, ticketKey',
  sources: 'id',
};

const VERSION_1 = {
  files: 'name',
  items: 'id, [sourceId+syncedAt]',
  pending: 'itemId',
  settings: 'key',
  signals: 'id, ticketKey',
  sources: 'id',
};

const RELEASED = [VERSION_1, { ...VERSION_2, files: null }, VERSION_3, VERSION_4];

/** The database as that version made it. */
function databaseOf(version: number, disk: IDBFactory): Dexie {
  const old = new Dexie('test', { indexedDB: disk, IDBKeyRange });
  RELEASED.slice(0, version).forEach((tables, at) => old.version(at + 1).stores(tables));
  return old;
}

describe('the database', () => {
  it('has the tables and indexes of version 5', async () => {
    const db = freshDatabase();
    await db.open();
    expect(db.verno).toBe(5);
    const tables = db.tables.map(({ name, schema }) => {
      const indexes = schema.indexes.map((index) => index.name);
      return [name, [schema.primKey.name, ...indexes].join(' ')];
    });
    expect(Object.fromEntries(tables)).toEqual(VERSION_5);
  });

  it('makes an index of version 1 anew: drops it, keeps the items and makes them index work', async () => {
    const disk = new IDBFactory();
    const old = databaseOf(1, disk);
    await old.table('items').bulkPut([makeArticle('a'), makeArticle('b')]);
    await old.table('files').put({ name: 'segment-1-0', bytes: new Uint8Array(9) });
    await old.table('settings').put({ key: 'commit', value: { generation: 1, segments: [] } });
    await old.table('settings').put({ key: 'seeded', value: 'then' });
    old.close();
    const db = freshDatabase(disk);
    expect(await db.items.count()).toBe(2);
    expect(await db.settings.toCollection().primaryKeys()).toEqual(['seeded']);
    expect((await db.outbox.toArray()).flatMap(({ ids }) => ids)).toEqual([
      'kb:article:a:en',
      'kb:article:b:en',
    ]);
    expect(db.tables.map(({ name }) => name)).not.toContain('files');
  });

  it('takes over all of version 2, its index too', async () => {
    const disk = new IDBFactory();
    const old = databaseOf(2, disk);
    const commit = { key: 'commit', value: { generation: 1, segments: [] } } as const;
    const signal = { id: 's', kind: 'inserted', ticketKey: 't', itemId: 'a', at: 'then' } as const;
    await old.table('items').put(makeArticle('a'));
    await old.table('settings').put(commit);
    await old.table('signals').put(signal);
    old.close();
    const db = freshDatabase(disk);
    expect(await db.items.count()).toBe(1);
    expect(await db.settings.get('commit')).toEqual(commit);
    expect(await db.signals.toArray()).toEqual([signal]);
    expect(await db.outbox.count()).toBe(0);
    expect(await db.precedents.count()).toBe(0);
  });

  it('gives the sources of version 3 settings and times, and begins anew what was under way', async () => {
    const disk = new IDBFactory();
    const old = databaseOf(3, disk);
    const at = '2026-11-22T08:00:00.000Z';
    const row = { kind: 'sample', name: 'S', addedAt: at, items: 3, readBy: '0.1.0', fault: null };
    await old.table('sources').bulkPut([
      { ...row, id: 'idle', phase: 'idle', cursor: null, syncedAt: at },
      { ...row, id: 'first', phase: 'pull', cursor: '7', readBy: null },
      { ...row, id: 'swept', phase: 'sweep', cursor: null, syncedAt: at },
      { ...row, id: 'purged', phase: 'purge', cursor: null },
    ]);
    old.close();
    const { listRows } = createSourceRepository(freshDatabase(disk));
    const time = Date.parse(at);
    const kept = { settings: {}, cursor: null, isPaused: false, epoch: 0, needs: null, items: 3 };
    expect(unwrap(await listRows())).toMatchObject([
      { ...kept, id: 'first', phase: 'pull', pulledAt: null, sweepsDue: 0 },
      { ...kept, id: 'idle', phase: 'idle', pulledAt: time, sweptAt: time, sweepsDue: 0 },
      { ...kept, id: 'purged', phase: 'purge' },
      { ...kept, id: 'swept', phase: 'pull', pulledAt: time, sweepsDue: 2 },
    ]);
  });

  it('takes over the outbox of version 4', async () => {
    const disk = new IDBFactory();
    const old = databaseOf(4, disk);
    const ids = [
      'asked:kb:article:a:t1',
      ...Array.from({ length: 250 }, (_, at) => `kb:article:${at}`),
    ];
    await old.table('pending').bulkPut(ids.map((itemId) => ({ itemId, change: '1' })));
    old.close();
    const rows = await freshDatabase(disk).outbox.toArray();
    expect(rows.flatMap((row) => row.ids).sort()).toEqual([...ids].sort());
    expect(rows.map(({ about, ids: { length } }) => [about, length])).toEqual([
      ['items', 100],
      ['items', 100],
      ['items', 50],
      ['precedents', 1],
    ]);
  });

  it('keeps what was stored over a restart', async () => {
    const disk = new IDBFactory();
    const first = freshDatabase(disk);
    await first.settings.put({ key: 'seeded', value: 'then' });
    first.close();
    expect(await freshDatabase(disk).settings.get('seeded')).toEqual({
      key: 'seeded',
      value: 'then',
    });
  });
});

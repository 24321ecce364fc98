import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { makeArticle } from '@/tests/support/items';
import { freshDatabase } from '@/tests/support/store';

/** The schema as version 3 was released. A change here is a new version, not an edit. */
const VERSION_3 = {
  blocks: '[file+block]',
  items: 'id [sourceId+syncedAt]',
  pending: 'itemId',
  precedents: 'id [itemId+at] [verdict+at] at signals',
  settings: 'key',
  signals: 'id ticketKey',
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

describe('the database', () => {
  it('has the tables and indexes of version 3', async () => {
    const db = freshDatabase();
    await db.open();
    expect(db.verno).toBe(3);
    const tables = db.tables.map(({ name, schema }) => {
      const indexes = schema.indexes.map((index) => index.name);
      return [name, [schema.primKey.name, ...indexes].join(' ')];
    });
    expect(Object.fromEntries(tables)).toEqual(VERSION_3);
  });

  it('makes an index of version 1 anew: drops it, keeps the items and makes them index work', async () => {
    const disk = new IDBFactory();
    const old = new Dexie('test', { indexedDB: disk, IDBKeyRange });
    old.version(1).stores(VERSION_1);
    await old.table('items').bulkPut([makeArticle('a'), makeArticle('b')]);
    await old.table('files').put({ name: 'segment-1-0', bytes: new Uint8Array(9) });
    await old.table('settings').put({ key: 'commit', value: { generation: 1, segments: [] } });
    await old.table('settings').put({ key: 'seeded', value: 'then' });
    old.close();
    const db = freshDatabase(disk);
    expect(await db.items.count()).toBe(2);
    expect(await db.settings.toCollection().primaryKeys()).toEqual(['seeded']);
    expect((await db.pending.toArray()).map(({ itemId }) => itemId)).toEqual([
      'kb:article:a:en',
      'kb:article:b:en',
    ]);
    expect(db.tables.map(({ name }) => name)).not.toContain('files');
  });

  it('takes over all of version 2, its index too', async () => {
    const disk = new IDBFactory();
    const old = new Dexie('test', { indexedDB: disk, IDBKeyRange });
    old.version(1).stores(VERSION_1);
    old.version(2).stores({ ...VERSION_2, files: null });
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
    expect(await db.pending.count()).toBe(0);
    expect(await db.precedents.count()).toBe(0);
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

import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '@/tests/support/store';

/** The schema as version 1 was released. A change here is a new version, not an edit. */
const VERSION_1 = {
  files: 'name',
  items: 'id [sourceId+syncedAt]',
  pending: 'itemId',
  settings: 'key',
  signals: 'id ticketKey',
  sources: 'id',
};

describe('the database', () => {
  it('has the tables and indexes of version 1', async () => {
    const db = freshDatabase();
    await db.open();
    expect(db.verno).toBe(1);
    const tables = db.tables.map(({ name, schema }) => {
      const indexes = schema.indexes.map((index) => index.name);
      return [name, [schema.primKey.name, ...indexes].join(' ')];
    });
    expect(Object.fromEntries(tables)).toEqual(VERSION_1);
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

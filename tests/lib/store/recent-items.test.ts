import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TrivetDatabase } from '@/lib/store/database';
import { deleteItems, putItems } from '@/lib/store/item-writes';
import { createRecentItems, type RecentItems } from '@/lib/store/recent-items';
import { makeArticle } from '@/tests/support/items';
import { freshDatabase } from '@/tests/support/store';

describe('recent items', () => {
  let db: TrivetDatabase;
  let recent: RecentItems;
  const write = (work: () => Promise<unknown>): Promise<unknown> =>
    db.transaction('rw', db.items, db.precedents, db.outbox, work);
  const read = async (...names: string[]): Promise<string[]> =>
    (await recent.read(names.map((name) => makeArticle(name).id))).map(({ title }) => title);

  beforeEach(async () => {
    db = freshDatabase();
    recent = createRecentItems(db);
    await write(() =>
      putItems(
        db,
        ['a', 'b'].map((name) => makeArticle(name)),
      ),
    );
  });

  it('reads an item from the database once', async () => {
    const bulkGet = vi.spyOn(db.items, 'bulkGet');
    expect(await read('a', 'gone', 'b')).toEqual(['a', 'b']);
    expect(await read('b', 'a')).toEqual(['b', 'a']);
    expect(bulkGet).toHaveBeenCalledTimes(1);
  });

  it('sees every change', async () => {
    await read('a', 'b');
    await write(() => putItems(db, [makeArticle('a', { title: 'new', contentHash: 'new' })]));
    await write(() => deleteItems(db, [makeArticle('b').id]));
    expect(await read('a', 'b')).toEqual(['new']);
  });

  it('keeps nothing that was read while something was written', async () => {
    const reading = read('a');
    db.itemWrites++;
    await reading;
    const bulkGet = vi.spyOn(db.items, 'bulkGet');
    await read('a');
    expect(bulkGet).toHaveBeenCalledTimes(1);
  });

  it('keeps a few hundred at most', async () => {
    const names = Array.from({ length: 400 }, (_, at) => `n${at}`);
    await write(() =>
      putItems(
        db,
        names.map((name) => makeArticle(name)),
      ),
    );
    await read(...names);
    const bulkGet = vi.spyOn(db.items, 'bulkGet');
    await read('n399');
    expect(bulkGet).not.toHaveBeenCalled();
    await read('n0');
    expect(bulkGet).toHaveBeenCalledTimes(1);
  });
});

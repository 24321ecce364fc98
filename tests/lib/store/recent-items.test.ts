import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TrivetDatabase } from '@/lib/store/database';
import { newRow } from '@/lib/store/source-row';
import { deleteItems, putItems } from '@/lib/store/item-writes';
import { createItemRepository } from '@/lib/store/item-repository';
import { makeArticle } from '@/tests/support/items';
import { freshDatabase } from '@/tests/support/store';
import { unwrap } from '@/tests/support/unwrap';

describe('recent items', () => {
  let db: TrivetDatabase;
  const write = (work: () => Promise<unknown>): Promise<unknown> =>
    db.transaction('rw', db.items, db.precedents, db.outbox, work);
  const idsOf = (names: string[]) => names.map((name) => makeArticle(name).id);
  const read = async (...names: string[]): Promise<string[]> =>
    unwrap(await createItemRepository(db).readItems(idsOf(names))).map(({ title }) => title);

  beforeEach(async () => {
    db = freshDatabase();
    await db.sources.put(newRow({ id: 'kb', name: 'KB', kind: 'file', addedAt: '2026-11-01' }));
    await write(() =>
      putItems(
        db,
        ['a', 'b'].map((name) => makeArticle(name)),
      ),
    );
  });

  /** As after a restart. */
  const forgetAll = () =>
    db.recentItems.forget(['a', 'b', 'c'].map((name) => makeArticle(name).id));

  /** More than are kept of what was written, `n0` to `n1599`. */
  const writeMany = () => {
    const items = Array.from({ length: 1_600 }, (_, at) => makeArticle(`n${at}`));
    return write(() => putItems(db, items));
  };

  it('has what was just written', async () => {
    const bulkGet = vi.spyOn(db.items, 'bulkGet');
    expect(await read('b', 'a')).toEqual(['b', 'a']);
    expect(bulkGet).not.toHaveBeenCalled();
  });

  it('reads an item from the database once', async () => {
    forgetAll();
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

  it('has nothing of a write that came to nothing', async () => {
    const failed = write(async () => {
      await putItems(db, [makeArticle('a', { title: 'new', contentHash: 'new' })]);
      throw new Error('too late');
    });
    await expect(failed).rejects.toThrow('too late');
    expect(await read('a', 'b')).toEqual(['a', 'b']);
  });

  it('keeps nothing that was read while something was written', async () => {
    forgetAll();
    const bulkGet = vi.spyOn(db.items, 'bulkGet').mockImplementationOnce((ids) => {
      db.recentItems.forget([]);
      return db.items.bulkGet(ids);
    });
    await read('a');
    bulkGet.mockClear();
    await read('a');
    expect(bulkGet).toHaveBeenCalledTimes(1);
  });

  it('keeps nothing that a reading saw which a deletion waits for', async () => {
    forgetAll();
    await Promise.all([
      read('a'),
      write(() => deleteItems(db, idsOf(['a']))),
      write(() => putItems(db, [makeArticle('c')])),
    ]);
    expect(await read('a', 'b')).toEqual(['b']);
  });

  it('keeps nothing that was read in a transaction which a write waited for', async () => {
    forgetAll();
    let deleting: Promise<unknown> = Promise.resolve();
    const bulkGet = vi.spyOn(db.items, 'bulkGet').mockImplementationOnce((ids) => {
      deleting = Dexie.ignoreTransaction(() => write(() => deleteItems(db, idsOf(['a']))));
      return db.items.bulkGet(ids);
    });
    expect(await read('a')).toEqual(['a']);
    expect(bulkGet).toHaveBeenCalled();
    await deleting;
    expect(await read('a')).toEqual([]);
  });

  it('returns what it had when it was asked, though it is being written meanwhile', async () => {
    await write(() => putItems(db, [makeArticle('c')]));
    forgetAll();
    await read('a');
    const reading = read('a', 'b');
    db.recentItems.forget([makeArticle('a').id]);
    expect(await reading).toEqual(['a', 'b']);
  });

  it('keeps what a commit takes, and little more', async () => {
    await writeMany();
    const bulkGet = vi.spyOn(db.items, 'bulkGet');
    await read('n1599');
    expect(bulkGet).not.toHaveBeenCalled();
    await read('n0');
    expect(bulkGet).toHaveBeenCalledTimes(1);
  });

  it('keeps what answers read, however much is written', async () => {
    await read('a', 'b');
    await writeMany();
    const bulkGet = vi.spyOn(db.items, 'bulkGet');
    expect(await read('b', 'a')).toEqual(['b', 'a']);
    expect(bulkGet).not.toHaveBeenCalled();
  });
});

import { describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import { createEngine } from '@/lib/search/engine';
import type { SearchDocument, SegmentStore } from '@/lib/search/contract';
import { createSegmentFiles } from '@/lib/store/segment-files';
import { freshDatabase } from '@/tests/support/store';
import { unwrap } from '@/tests/support/unwrap';

const bytes = (...values: number[]) => new Uint8Array(values);
const commit = (generation: number, names: string[]) => ({
  generation,
  segments: names.map((name) => ({ name, documents: 3, deleted: 1, deletions: null })),
});

describe('createSegmentFiles', () => {
  it('is what the engine asks for', () => {
    const files: SegmentStore = createSegmentFiles(freshDatabase());
    expect(files).toBeDefined();
  });

  it('stores blocks and directory, and removes a file of any size', async () => {
    const files = createSegmentFiles(freshDatabase());
    expect(unwrap(await files.readCommit())).toBeNull();
    expect(unwrap(await files.countDocuments())).toBe(0);
    unwrap(await files.writeBlocks('a', 0, [bytes(1, 2), bytes(3)]));
    unwrap(await files.writeBlocks('a', 70, [bytes(4)]));
    unwrap(await files.commit(commit(1, ['a'])));
    unwrap(await files.writeBlocks('b', 0, [bytes(5)]));
    expect(unwrap(await files.files())).toEqual(['a', 'b']);
    expect(unwrap(await files.readBlocks('a', [70, 0]))).toEqual([bytes(4), bytes(1, 2)]);
    unwrap(await files.commit(commit(2, ['b'])));
    const many = Array.from({ length: 100 }, (_, at) => bytes(at));
    unwrap(await files.writeBlocks('a', 100, many));
    while (unwrap(await files.removeSome('a')));
    expect(unwrap(await files.readCommit())).toEqual(commit(2, ['b']));
    expect(unwrap(await files.files())).toEqual(['b']);
    expect(await files.readBlocks('a', [0])).toEqual(fail(fault('storage-broken', { file: 'a' })));
    expect(unwrap(await files.readBlocks('b', [0]))).toEqual([bytes(5)]);
    expect(unwrap(await files.countDocuments())).toBe(2);
  });

  it('refuses a commit that does not follow the last one, and keeps everything', async () => {
    const files = createSegmentFiles(freshDatabase());
    unwrap(await files.writeBlocks('a', 0, [bytes(1)]));
    unwrap(await files.commit(commit(1, ['a'])));
    const late = await files.commit(commit(1, ['x']));
    expect(late).toEqual(fail(fault('conflict', { generation: 1 })));
    expect(unwrap(await files.readBlocks('a', [0]))).toEqual([bytes(1)]);
    expect(unwrap(await files.readCommit())).toEqual(commit(1, ['a']));
  });

  it('stores a view as itself, not with the buffer it looks into', async () => {
    const files = createSegmentFiles(freshDatabase());
    const view = new Uint8Array(new ArrayBuffer(1000), 10, 2);
    unwrap(await files.writeBlocks('a', 0, [view]));
    expect(unwrap(await files.readBlocks('a', [0]))[0]?.buffer.byteLength).toBe(2);
  });

  it('carries a real index from one engine to the next', async () => {
    const db = freshDatabase();
    const document = (id: string, title: string): SearchDocument => ({
      id,
      group: 'article',
      locale: 'en',
      time: 0,
      about: [],
      original: null,
      fields: { title, headings: '', labels: '', body: '' },
    });
    const first = createEngine(createSegmentFiles(db));
    unwrap(await first.apply({ upserts: [document('1', 'offline mode')], deletes: [] }));
    unwrap(await first.apply({ upserts: [document('2', 'gift cards')], deletes: ['1'] }));
    const second = createEngine(createSegmentFiles(db));
    expect(await second.size()).toEqual(ok(1));
    const found = unwrap(await second.lookup('gift', 'en', 5));
    expect(found.lists[0]?.map(({ id }) => id)).toEqual(['2']);
    expect(unwrap(await createSegmentFiles(db).countDocuments())).toBe(1);
  });

  it('lets an engine that was overtaken catch up', async () => {
    const db = freshDatabase();
    const document = (id: string): SearchDocument => ({
      id,
      group: 'article',
      locale: 'en',
      time: 0,
      about: [],
      original: null,
      fields: { title: `title ${id}`, headings: '', labels: '', body: '' },
    });
    const slow = createEngine(createSegmentFiles(db));
    expect(await slow.size()).toEqual(ok(0));
    const quick = createEngine(createSegmentFiles(db));
    unwrap(await quick.apply({ upserts: [document('1')], deletes: [] }));
    const late = { upserts: [document('2')], deletes: [] };
    expect(await slow.apply(late)).toMatchObject({ fault: { kind: 'conflict', retry: 'now' } });
    unwrap(await slow.apply(late));
    expect(await slow.size()).toEqual(ok(2));
  });
});

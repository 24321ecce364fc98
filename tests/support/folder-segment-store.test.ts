/** The folder store against the engine's contract: the same as in memory, and there again after it was closed. */
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Commit } from '@/lib/search/contract';
import { createFolderSegmentStore } from '@/tests/support/folder-segment-store';
import { unwrap } from '@/tests/support/unwrap';

const block = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);
const commitOf = (generation: number, ...names: string[]): Commit => ({
  generation,
  segments: names.map((name) => ({ name, documents: 1, deleted: 0, deletions: null })),
});

describe('the folder store', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'trivet-store-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives back what was written, in the order asked, after it was opened anew', async () => {
    const store = createFolderSegmentStore(folder);
    expect(unwrap(await store.readCommit())).toBeNull();
    unwrap(await store.writeBlocks('a/1', 0, [block(1, 2), block()]));
    unwrap(await store.writeBlocks('a/1', 7, [block(3)]));
    expect(unwrap(await store.readBlocks('a/1', [7, 0, 1]))).toEqual([
      block(3),
      block(1, 2),
      block(),
    ]);
    unwrap(await store.writeBlocks('a/1', 8, [block(4)]));
    unwrap(await store.commit(commitOf(1, 'a/1')));
    store.close();
    const again = createFolderSegmentStore(folder);
    expect(unwrap(await again.readCommit())).toEqual(commitOf(1, 'a/1'));
    expect(unwrap(await again.readBlocks('a/1', [8, 7]))).toEqual([block(4), block(3)]);
    expect(unwrap(await again.files())).toEqual(['a/1']);
    again.close();
  });

  it('says which file lacks a block', async () => {
    const store = createFolderSegmentStore(folder);
    unwrap(await store.writeBlocks('a', 0, [block(1)]));
    const broken = { ok: false, fault: { kind: 'storage-broken', detail: { file: 'a' } } };
    expect(await store.readBlocks('a', [0, 1])).toMatchObject(broken);
    expect(await store.readBlocks('b', [0])).toMatchObject({ ok: false });
    store.close();
  });

  it('refuses a commit that was overtaken, and removes a file', async () => {
    const store = createFolderSegmentStore(folder);
    unwrap(await store.writeBlocks('a', 0, [block(1)]));
    unwrap(await store.writeBlocks('b', 0, [block(2)]));
    unwrap(await store.commit(commitOf(1, 'a')));
    const overtaken = await store.commit(commitOf(1, 'b'));
    expect(overtaken).toMatchObject({ ok: false, fault: { kind: 'conflict' } });
    expect(unwrap(await store.readBlocks('a', [0]))).toEqual([block(1)]);
    unwrap(await store.commit(commitOf(2, 'b')));
    expect(unwrap(await store.removeSome('a'))).toBe(false);
    expect(unwrap(await store.files())).toEqual(['b']);
    expect(unwrap(await store.readCommit())).toEqual(commitOf(2, 'b'));
    store.close();
  });

  it('goes on after a kill in the middle of a row', async () => {
    const store = createFolderSegmentStore(folder);
    unwrap(await store.writeBlocks('a', 0, [block(1)]));
    const rows = readdirSync(folder).find((name) => name.endsWith('.rows')) ?? '';
    appendFileSync(path.join(folder, rows), block(9, 9, 9));
    expect(unwrap(await store.readBlocks('a', [0]))).toEqual([block(1)]);
    unwrap(await store.writeBlocks('a', 0, [block(5), block(6)]));
    expect(unwrap(await store.readBlocks('a', [0, 1]))).toEqual([block(5), block(6)]);
    store.close();
  });
});

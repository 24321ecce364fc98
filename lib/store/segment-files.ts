/** The engine's files and directory. */
import { Dexie } from 'dexie';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { TrivetDatabase } from '@/lib/store/database';
import { guarded, guardedResult } from '@/lib/store/guard';
import type { CommitRow } from '@/lib/store/rows';

/** Blocks: what reads and writes of others wait for. */
const REMOVED_AT_ONCE = 32;

/** Structurally the engine's `SegmentStore`, which this layer does not know. */
export interface SegmentFiles {
  readCommit(): Promise<Result<CommitRow | null>>;
  /** One transaction, one request a block. Fault `storage-broken` with the `file` when one is missing. */
  readBlocks(file: string, numbers: readonly number[]): Promise<Result<Uint8Array[]>>;
  writeBlocks(file: string, first: number, blocks: readonly Uint8Array[]): Promise<Result<void>>;
  /** The fault `conflict` when another engine has committed since `next` was prepared. */
  commit(next: CommitRow): Promise<Result<void>>;
  /** Few at once, so that others read and write in between; true while there are more. */
  removeSome(file: string): Promise<Result<boolean>>;
  files(): Promise<Result<string[]>>;
  /** Live documents in the last commit, from its directory alone. */
  countDocuments(): Promise<Result<number>>;
}

export function createSegmentFiles(db: TrivetDatabase): SegmentFiles {
  return {
    readCommit: () => guarded(() => readCommit(db)),
    readBlocks: (file, numbers) =>
      guardedResult(async () => {
        const rows = await db.blocks.bulkGet(
          numbers.map((block): [string, number] => [file, block]),
        );
        const blocks = rows.flatMap((row) => (row === undefined ? [] : [row.bytes]));
        const isWhole = blocks.length === numbers.length;
        return isWhole ? ok(blocks) : fail(fault('storage-broken', { file }));
      }),
    writeBlocks: (file, first, blocks) =>
      guarded(async () => {
        const rows = blocks.map((bytes, at) => ({ file, block: first + at, bytes: owned(bytes) }));
        await db.blocks.bulkPut(rows);
      }),
    commit: (next) => guardedResult(() => commit(db, next)),
    removeSome: (file) => guarded(() => removeSome(db, file)),
    files: () => guarded(() => listFiles(db)),
    countDocuments: () =>
      guarded(async () => {
        const segments = (await readCommit(db))?.segments ?? [];
        return segments.reduce((sum, { documents, deleted }) => sum + documents - deleted, 0);
      }),
  };
}

async function readCommit(db: TrivetDatabase): Promise<CommitRow | null> {
  const row = await db.settings.get('commit');
  return row?.key === 'commit' ? row.value : null;
}

function commit(db: TrivetDatabase, next: CommitRow): PromiseLike<Result<void>> {
  return db.transaction('rw', db.settings, async () => {
    const last = (await readCommit(db))?.generation ?? 0;
    if (next.generation !== last + 1) return fail(fault('conflict', { generation: last }));
    await db.settings.put({ key: 'commit', value: next });
    return ok(undefined);
  });
}

async function removeSome(db: TrivetDatabase, file: string): Promise<boolean> {
  const all = db.blocks.where('[file+block]').between([file, Dexie.minKey], [file, Dexie.maxKey]);
  const next = await all.limit(REMOVED_AT_ONCE).primaryKeys();
  await db.blocks.bulkDelete(next);
  return next.length === REMOVED_AT_ONCE;
}

/** From the first block of each file to the first of the next: no key of the many blocks is read. */
async function listFiles(db: TrivetDatabase): Promise<string[]> {
  const files: string[] = [];
  for (let after = ''; ;) {
    const next = db.blocks.where('[file+block]').above([after, Dexie.maxKey]).limit(1);
    const [key] = await next.primaryKeys();
    if (key === undefined) return files;
    [after] = key;
    files.push(after);
  }
}

/** A view on a larger buffer would be stored with all of that buffer. */
function owned(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}

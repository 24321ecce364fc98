/** The engine's files and directory. A commit is one transaction: whole, or never happened. */
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { TrivetDatabase } from '@/lib/store/database';
import { guarded, guardedResult } from '@/lib/store/guard';
import type { CommitRow, FileRow } from '@/lib/store/rows';

/** Structurally the engine's `SegmentStore`, which this layer does not know. */
export interface SegmentFiles {
  readCommit(): Promise<Result<CommitRow | null>>;
  readFile(name: string): Promise<Result<Uint8Array<ArrayBuffer> | null>>;
  /** The fault `conflict` when another engine has committed since `next` was prepared. */
  commit(next: CommitRow, added: FileRow[], garbage: string[]): Promise<Result<void>>;
  /** Live documents in the last commit, from its directory alone. */
  countDocuments(): Promise<Result<number>>;
}

export function createSegmentFiles(db: TrivetDatabase): SegmentFiles {
  async function readCommit(): Promise<CommitRow | null> {
    const row = await db.settings.get('commit');
    return row?.key === 'commit' ? row.value : null;
  }
  return {
    readCommit: () => guarded(readCommit),
    readFile: (name) => guarded(async () => (await db.files.get(name))?.bytes ?? null),
    commit: (next, added, garbage) =>
      guardedResult(() =>
        db.transaction('rw', db.files, db.settings, async () => {
          const last = (await readCommit())?.generation ?? 0;
          if (next.generation !== last + 1) return fail(fault('conflict', { generation: last }));
          await db.files.bulkPut(added.map(withOwnBuffer));
          await db.files.bulkDelete(garbage);
          await db.settings.put({ key: 'commit', value: next });
          return ok(undefined);
        }),
      ),
    countDocuments: () =>
      guarded(async () => {
        const segments = (await readCommit())?.segments ?? [];
        return segments.reduce(
          (sum, { documents, deleted }) => sum + documents - deleted.length,
          0,
        );
      }),
  };
}

/** A view on a larger buffer would be stored with all of that buffer. */
function withOwnBuffer({ name, bytes }: FileRow): FileRow {
  return { name, bytes: bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice() };
}

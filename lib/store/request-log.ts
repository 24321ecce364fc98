/** The request log: every request that left the machine, newest kept. */
import type { Result } from '@/lib/core/result';
import type { RequestEntry } from '@/lib/model/request-entry';
import type { TrivetDatabase } from '@/lib/store/database';
import { guarded } from '@/lib/store/guard';

/** A page of the log, newest first. */
export interface RequestPage {
  entries: RequestEntry[];
  /** The `before` of the page that follows; null when there is none. */
  next: number | null;
}

export interface RequestLog {
  /** Appends a batch; beyond the limit the oldest go. */
  appendRequests(entries: readonly Omit<RequestEntry, 'id'>[]): Promise<Result<null>>;
  readRequests(
    asked: { before?: number; sourceId?: string },
    limit: number,
  ): Promise<Result<RequestPage>>;
  clearRequests(): Promise<Result<null>>;
}

const MOST_ENTRIES = 5_000;

export function createRequestLog(db: TrivetDatabase): RequestLog {
  return {
    appendRequests: (entries) =>
      guarded(() =>
        db.transaction('rw', db.requests, async () => {
          await db.requests.bulkAdd([...entries]);
          const newest =
            (await db.requests.toCollection().reverse().limit(1).primaryKeys())[0] ?? 0;
          await db.requests
            .where('id')
            .belowOrEqual(newest - MOST_ENTRIES)
            .delete();
          return null;
        }),
      ),
    readRequests: ({ before = Infinity, sourceId }, limit) =>
      guarded(async () => {
        const older = db.requests.where('id').below(before).reverse();
        const asked =
          sourceId === undefined ? older : older.filter((entry) => entry.sourceId === sourceId);
        const entries = await asked.limit(limit).toArray();
        const last = entries.at(-1);
        return { entries, next: entries.length < limit || !last ? null : last.id };
      }),
    clearRequests: () =>
      guarded(async () => {
        await db.requests.clear();
        return null;
      }),
  };
}

/** The configured sources. */
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Source } from '@/lib/model/source';
import type { TrivetDatabase } from '@/lib/store/database';
import { guarded, guardedResult } from '@/lib/store/guard';
import type { SourceRow } from '@/lib/store/rows';

/** What is known of a source before it is read. */
export type NewSource = Pick<Source, 'id' | 'kind' | 'name' | 'addedAt'>;

export interface SourceRepository {
  /** Sources that were not removed, oldest first, with their item counts. */
  listSources(): Promise<Result<Source[]>>;
  /** All rows, removed sources too. */
  listRows(): Promise<Result<SourceRow[]>>;
  /** Adds a source; one that is there already stays as it is, one being purged comes back. */
  addSource(source: NewSource): Promise<Result<Source>>;
  /** Adds a source once in the life of the database, even if it was removed since. */
  seedSource(source: NewSource): Promise<Result<null>>;
  /** Marks a source as removed, at once and for good; its items are purged step by step. */
  removeSource(id: string): Promise<Result<null>>;
  noteFault(id: string, fault: Fault): Promise<Result<null>>;
}

export function createSourceRepository(db: TrivetDatabase): SourceRepository {
  return {
    listSources: () =>
      guarded(async () => {
        const rows = await db.sources.toArray();
        const shown = rows.filter(({ phase }) => phase !== 'purge').map(toSource);
        return shown.sort((a, b) => a.addedAt.localeCompare(b.addedAt));
      }),
    listRows: () => guarded(() => db.sources.toArray()),
    addSource: (source) =>
      guarded(() => writeSources(db, async () => toSource(await addRow(db, source)))),
    seedSource: (source) => guarded(() => writeSources(db, () => seed(db, source))),
    removeSource: (id) =>
      guardedResult(async () => {
        const found = await db.sources.update(id, { phase: 'purge', cursor: null, fault: null });
        return found === 0 ? fail(fault('not-found')) : ok(null);
      }),
    noteFault: (id, cause) =>
      guarded(async () => {
        await db.sources.update(id, { fault: cause });
        return null;
      }),
  };
}

/** One transaction over all that reading a source changes. */
export function writeSources<T>(db: TrivetDatabase, work: () => Promise<T>): PromiseLike<T> {
  const tables = [db.sources, db.items, db.precedents, db.pending, db.settings];
  // Dexie keeps a transaction open over native awaits only for functions that are async themselves.
  return db.transaction('rw', tables, async () => work());
}

async function seed(db: TrivetDatabase, source: NewSource): Promise<null> {
  if ((await db.settings.get('seeded')) !== undefined) return null;
  await db.settings.put({ key: 'seeded', value: source.addedAt });
  await addRow(db, source);
  return null;
}

/** Inside `writeSources`: the source's row, made if it is not there. */
export async function addRow(db: TrivetDatabase, source: NewSource): Promise<SourceRow> {
  const row = await db.sources.get(source.id);
  if (row !== undefined && row.phase !== 'purge') return row;
  const { id, kind, name, addedAt } = source;
  const phase = kind === 'file' ? 'idle' : 'pull';
  const added: SourceRow = {
    id,
    kind,
    name,
    addedAt,
    items: row?.items ?? 0,
    phase,
    cursor: null,
    readBy: null,
    fault: null,
  };
  // A source that comes back while it is purged may hold items that are no longer there: sweep.
  if (row !== undefined) added.syncedAt = addedAt;
  await db.sources.put(added);
  return added;
}

/** A row as others see it. */
export function toSource({ id, kind, name, addedAt, syncedAt, items }: SourceRow): Source {
  return { id, kind, name, addedAt, items, ...(syncedAt === undefined ? {} : { syncedAt }) };
}

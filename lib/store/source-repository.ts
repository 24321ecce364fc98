/** The configured sources, and what agents do to them. */
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Source } from '@/lib/model/source';
import type { Settings } from '@/lib/model/source-draft';
import type { TrivetDatabase } from '@/lib/store/database';
import { guarded, guardedResult } from '@/lib/store/guard';
import type { SourceRow } from '@/lib/store/rows';
import { anew, newRow, toSource, UNTROUBLED, type NewSource } from '@/lib/store/source-row';

type Secrets = Record<string, string>;

/** What an agent may change of a source; what is left out stays. */
export interface SourceChange {
  name?: string;
  settings?: Settings;
  secrets?: Secrets;
}

/** Why a source could not be read, and when to try again; null when only the agent can help. */
export interface Trouble {
  fault: Fault;
  needs: SourceRow['needs'];
  retryAt: number | null;
}

export interface SourceRepository {
  /** Sources that were not removed, oldest first, with their item counts. */
  listSources(): Promise<Result<Source[]>>;
  /** All rows, removed sources too. */
  listRows(): Promise<Result<SourceRow[]>>;
  /** Adds a source; one that is there already stays as it is, one being purged comes back. */
  addSource(source: NewSource, secrets?: Secrets): Promise<Result<Source>>;
  /** Adds a source once in the life of the database, even if it was removed since. */
  seedSource(source: NewSource): Promise<Result<null>>;
  /** Other settings or secrets read it anew. */
  changeSource(id: string, change: SourceChange): Promise<Result<Source>>;
  /** Marks a source as removed, at once and for good; its items are purged step by step. */
  removeSource(id: string): Promise<Result<null>>;
  /** Stops what is under way; it goes on from there once resumed. */
  pauseSource(id: string, isPaused: boolean): Promise<Result<null>>;
  /** Makes it due at once, whatever it waited for; `isFull` reads everything and sweeps twice. */
  hurrySource(id: string, isFull: boolean): Promise<Result<null>>;
  /** Lets the reading under way wait until `until`. */
  postponeSource(id: string, until: number): Promise<Result<null>>;
  /** Sources that wait for this go on. */
  satisfyNeed(need: SourceRow['needs'], ids: readonly string[]): Promise<Result<null>>;
  /** Sources that were stopped by a fault of this kind try again at once. */
  retryAfter(kind: Fault['kind']): Promise<Result<null>>;
  /** Nothing happens when the source was removed or changed meanwhile. */
  noteTrouble(run: { id: string; epoch: number }, trouble: Trouble): Promise<Result<null>>;
  readSecrets(id: string): Promise<Result<Secrets>>;
}

export function createSourceRepository(db: TrivetDatabase): SourceRepository {
  const change = (id: string, how: (row: SourceRow) => Partial<SourceRow>) =>
    guardedResult(() => writeSources(db, () => changeRow(db, id, how)));
  const changeAll = (how: (row: SourceRow) => Partial<SourceRow> | null) =>
    guarded(() => writeSources(db, () => changeRows(db, how)));
  return {
    listSources: () =>
      guarded(async () => {
        const rows = await db.sources.toArray();
        const shown = rows.filter(({ phase }) => phase !== 'purge').map(toSource);
        return shown.sort((a, b) => a.addedAt.localeCompare(b.addedAt));
      }),
    listRows: () => guarded(() => db.sources.toArray()),
    addSource: (source, secrets) =>
      guarded(() =>
        writeSources(db, async () => {
          if (secrets !== undefined) await db.secrets.put({ sourceId: source.id, secrets });
          return toSource(await addRow(db, source));
        }),
      ),
    seedSource: (source) => guarded(() => writeSources(db, () => seed(db, source))),
    changeSource: (id, wanted) =>
      guardedResult(() => writeSources(db, () => changeSource(db, id, wanted))),
    removeSource: (id) => guardedResult(() => writeSources(db, () => removeSource(db, id))),
    pauseSource: (id, isPaused) =>
      change(id, ({ epoch }) => ({ isPaused, epoch: epoch + 1, ...(isPaused ? {} : UNTROUBLED) })),
    hurrySource: (id, isFull) =>
      change(id, (row) => ({
        ...(isFull ? anew(row) : {}),
        ...UNTROUBLED,
        isPaused: false,
        pulledAt: null,
      })),
    postponeSource: (id, until) =>
      change(id, ({ epoch }) => ({ epoch: epoch + 1, retryAt: until })),
    satisfyNeed: (need, ids) =>
      changeAll((row) => (row.needs === need && ids.includes(row.id) ? UNTROUBLED : null)),
    retryAfter: (kind) =>
      changeAll((row) => {
        if (row.fault?.kind !== kind) return null;
        return { retryAt: null, needs: row.needs === 'permission' ? null : row.needs };
      }),
    noteTrouble: ({ id, epoch }, trouble) =>
      changeAll((row) =>
        row.id === id && row.epoch === epoch ? { ...trouble, failures: row.failures + 1 } : null,
      ),
    readSecrets: (id) => guarded(async () => (await db.secrets.get(id))?.secrets ?? {}),
  };
}

/** One transaction over all that reading a source changes. */
export function writeSources<T>(db: TrivetDatabase, work: () => Promise<T>): PromiseLike<T> {
  const { sources, items, precedents, outbox, settings, sweeps, secrets } = db;
  const tables = [sources, items, precedents, outbox, settings, sweeps, secrets];
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
  const added = newRow(source);
  // A source that comes back while it is purged may hold items that are no longer there: sweep.
  if (row !== undefined) Object.assign(added, { items: row.items, sweepsDue: 2, epoch: row.epoch });
  await db.sources.put(added);
  return added;
}

async function changeSource(
  db: TrivetDatabase,
  id: string,
  { name, settings, secrets }: SourceChange,
): Promise<Result<Source>> {
  const row = await db.sources.get(id);
  if (row === undefined || row.phase === 'purge') return fail(fault('not-found'));
  const isElsewhere = settings !== undefined && !isSame(settings, row.settings);
  if (secrets !== undefined) {
    const before = (await db.secrets.get(id))?.secrets ?? {};
    await db.secrets.put({ sourceId: id, secrets: { ...before, ...secrets } });
  }
  const next: SourceRow = {
    ...row,
    ...(isElsewhere ? anew(row) : {}),
    // Other eyes may see other things, but what is stored stays until sweeps do not find it.
    ...(secrets === undefined ? {} : { ...UNTROUBLED, epoch: row.epoch + 1, pulledAt: null }),
    name: name ?? row.name,
    settings: settings ?? row.settings,
  };
  if (isElsewhere)
    await db.sweeps
      .where('[sourceId+step]')
      .between(...allSteps(id))
      .delete();
  await db.sources.put(next);
  return ok(toSource(next));
}

async function removeSource(db: TrivetDatabase, id: string): Promise<Result<null>> {
  const row = await db.sources.get(id);
  if (row === undefined) return fail(fault('not-found'));
  await db.secrets.delete(id);
  await db.sweeps
    .where('[sourceId+step]')
    .between(...allSteps(id))
    .delete();
  const epoch = row.epoch + 1;
  await db.sources.put({ ...row, ...UNTROUBLED, phase: 'purge', cursor: null, sweep: null, epoch });
  return ok(null);
}

/** The range of a source's rows in `sweeps`. */
export function allSteps(sourceId: string): [[string, number], [string, number]] {
  return [
    [sourceId, -Infinity],
    [sourceId, Infinity],
  ];
}

async function changeRow(
  db: TrivetDatabase,
  id: string,
  how: (row: SourceRow) => Partial<SourceRow>,
): Promise<Result<null>> {
  const row = await db.sources.get(id);
  if (row === undefined || row.phase === 'purge') return fail(fault('not-found'));
  await db.sources.put({ ...row, ...how(row) });
  return ok(null);
}

async function changeRows(
  db: TrivetDatabase,
  how: (row: SourceRow) => Partial<SourceRow> | null,
): Promise<null> {
  const changed = (await db.sources.toArray()).flatMap((row) => {
    const change = row.phase === 'purge' ? null : how(row);
    return change === null ? [] : [{ ...row, ...change }];
  });
  await db.sources.bulkPut(changed);
  return null;
}

function isSame(a: Settings, b: Settings): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

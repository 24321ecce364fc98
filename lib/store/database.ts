/** The database: its tables, version by version. */
import { Dexie, type DexieOptions, type EntityTable } from 'dexie';
import type { Item } from '@/lib/model/item';
import type { Signal } from '@/lib/model/signal';
import type { FileRow, PendingRow, SettingRow, SourceRow } from '@/lib/store/rows';

/** Contiguous from 1. A version once released never changes; the next one adds its `upgrade`. */
const VERSIONS = [
  {
    items: 'id, [sourceId+syncedAt]',
    sources: 'id',
    signals: 'id, ticketKey',
    files: 'name',
    pending: 'itemId',
    settings: 'key',
  },
];

/** Where there is no IndexedDB of the browser's, one can be handed in. */
export type DatabaseEngine = Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;

export class TrivetDatabase extends Dexie {
  declare readonly items: EntityTable<Item, 'id'>;
  declare readonly sources: EntityTable<SourceRow, 'id'>;
  declare readonly signals: EntityTable<Signal, 'id'>;
  declare readonly files: EntityTable<FileRow, 'name'>;
  /** The outbox to the index: written in the same transaction as the items it names. */
  declare readonly pending: EntityTable<PendingRow, 'itemId'>;
  declare readonly settings: EntityTable<SettingRow, 'key'>;
  /** Counts every change of items in this context, which is the only one that writes them. */
  itemWrites = 0;

  constructor(name: string, engine: DatabaseEngine) {
    // No live queries here, so Dexie need not keep copies of what was read.
    super(name, { ...engine, cache: 'disabled' });
    for (const [at, tables] of VERSIONS.entries()) this.version(at + 1).stores(tables);
  }
}

/** The extension's database; opens itself at the first use. */
export function openDatabase(name = 'trivet', engine: DatabaseEngine = {}): TrivetDatabase {
  return new TrivetDatabase(name, engine);
}

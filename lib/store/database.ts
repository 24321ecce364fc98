/** The database: its tables, version by version. */
import { Dexie, type DexieOptions, type EntityTable, type Table, type Transaction } from 'dexie';
import { createId } from '@/lib/core/ids';
import type { Item } from '@/lib/model/item';
import type { Signal } from '@/lib/model/signal';
import { rowsFor } from '@/lib/store/index-work';
import { RecentItems } from '@/lib/store/recent-items';
import type {
  BlockRow,
  OutboxRow,
  PrecedentRow,
  RequestRow,
  SecretsRow,
  SettingRow,
  SourceRow,
  SweepRow,
} from '@/lib/store/rows';

/** Contiguous from 1. A version once released never changes; the next one adds its `upgrade`. */
const VERSIONS: Version[] = [
  {
    tables: {
      items: 'id, [sourceId+syncedAt]',
      sources: 'id',
      signals: 'id, ticketKey',
      files: 'name',
      pending: 'itemId',
      settings: 'key',
    },
  },
  // The index is kept in blocks instead of whole files, and made anew from the items.
  { tables: { files: null, blocks: '[file+block]' }, upgrade: forgetIndex },
  // What agents decided on earlier tickets; what was decided before is not known in words.
  { tables: { precedents: 'id, [itemId+at], [verdict+at], at, *signals' } },
  // Sources have settings, secrets and times of their own; sweeps are made step by step.
  {
    tables: { sweeps: '[sourceId+step]', secrets: 'sourceId', requests: '++id' },
    upgrade: giveSourcesTimes,
  },
  // The outbox to the index has rows of many ids, which are never changed.
  { tables: { pending: null, outbox: '++number, about' }, upgrade: fillOutbox },
];

interface Version {
  tables: Record<string, string | null>;
  upgrade?: (step: Transaction) => Promise<void>;
}

async function forgetIndex(step: Transaction): Promise<void> {
  await step.table('settings').delete('commit');
  const ids = await step.table('items').toCollection().primaryKeys();
  const change = createId();
  await step.table('pending').bulkPut(ids.map((itemId) => ({ itemId: String(itemId), change })));
}

/** What was under way begins anew: cursors and sweeps meant something else. */
async function giveSourcesTimes(step: Transaction): Promise<void> {
  await step
    .table('sources')
    .toCollection()
    .modify((row: Record<string, unknown>) => {
      const { phase, syncedAt } = row;
      const pulledAt = typeof syncedAt === 'string' ? Date.parse(syncedAt) : null;
      const isUnderWay = phase === 'pull' || phase === 'sweep';
      Object.assign(row, {
        settings: {},
        phase: isUnderWay ? 'pull' : phase,
        cursor: null,
        sweep: null,
        sweepsDue: isUnderWay && pulledAt !== null ? 2 : 0,
        isPaused: false,
        epoch: 0,
        failures: 0,
        retryAt: null,
        pulledAt,
        sweptAt: pulledAt,
        needs: null,
        reading: { items: 0, added: 0, changed: 0, removed: 0, skipped: 0, bytes: 0 },
        lastCounts: null,
        skipped: [],
      });
    });
}

/** One row for each id of the table that was the outbox; precedents have ids that begin like no item's. */
async function fillOutbox(step: Transaction): Promise<void> {
  const ids = (await step.table('pending').toCollection().primaryKeys()).map(String);
  const asked = ids.filter((id) => id.startsWith('asked:'));
  const items = ids.filter((id) => !id.startsWith('asked:'));
  await step.table('outbox').bulkAdd([...rowsFor('items', items), ...rowsFor('precedents', asked)]);
}

/** Where there is no IndexedDB of the browser's, one can be handed in. */
export type DatabaseEngine = Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;

export class TrivetDatabase extends Dexie {
  declare readonly items: EntityTable<Item, 'id'>;
  declare readonly sources: EntityTable<SourceRow, 'id'>;
  declare readonly signals: EntityTable<Signal, 'id'>;
  declare readonly blocks: Table<BlockRow, [string, number]>;
  declare readonly precedents: EntityTable<PrecedentRow, 'id'>;
  /** The outbox to the index: written in the same transaction as the items and precedents it names. */
  declare readonly outbox: EntityTable<OutboxRow, 'number'>;
  declare readonly settings: EntityTable<SettingRow, 'key'>;
  declare readonly sweeps: Table<SweepRow, [string, number]>;
  declare readonly secrets: EntityTable<SecretsRow, 'sourceId'>;
  declare readonly requests: EntityTable<RequestRow, 'id'>;
  readonly recentItems = new RecentItems();
  /** Counts every change of precedents in this context, which is the only one that writes them. */
  precedentWrites = 0;

  constructor(name: string, engine: DatabaseEngine) {
    // No live queries here, so Dexie need not keep copies of what was read.
    super(name, { ...engine, cache: 'disabled' });
    for (const [at, { tables, upgrade }] of VERSIONS.entries()) {
      const version = this.version(at + 1).stores(tables);
      if (upgrade !== undefined) version.upgrade(upgrade);
    }
  }
}

/** The extension's database; opens itself at the first use. */
export function openDatabase(name = 'trivet', engine: DatabaseEngine = {}): TrivetDatabase {
  return new TrivetDatabase(name, engine);
}

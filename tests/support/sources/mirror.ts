/** What a store would hold after syncing with a connector: batches applied, cursors kept, nothing else. */
import { expect } from 'vitest';
import type { Fault } from '@/lib/core/fault';
import { itemSchema, type Item } from '@/lib/model/item';
import type {
  Connector,
  ConnectorKind,
  Cursor,
  PullBatch,
  SkippedRecord,
  SourceHttp,
} from '@/lib/sources/contract';
import type { PlaceClock } from '@/tests/support/sources/place';

/** A reading that takes more steps goes in circles. */
const MOST_STEPS = 300;
/** A cursor is written with every batch. */
const MOST_CURSOR = 256_000;
const MISSING_BEFORE_GONE = 2;

export interface MirrorSetup<S> {
  kind: ConnectorKind<S>;
  settings: S;
  secrets: Record<string, string>;
  http: SourceHttp;
  clock: PlaceClock;
  /** How far our clock is ahead of the place's, in milliseconds. */
  skew?: number;
}

export const SOURCE_ID = 'src1';

export class Mirror<S> {
  readonly items = new Map<string, Item>();
  readonly skipped: SkippedRecord[] = [];
  readonly #setup: MirrorSetup<S>;
  readonly #missing = new Map<string, number>();
  readonly #signal = new AbortController().signal;
  #cursor: Cursor | null = null;

  constructor(setup: MirrorSetup<S>) {
    this.#setup = setup;
  }

  /** The next reading begins with a cursor from elsewhere. */
  startAt(cursor: Cursor): void {
    this.#cursor = cursor;
  }

  /** A connector that remembers nothing, as after the worker was stopped. */
  connect(): Connector {
    const { kind, settings, secrets, http, clock, skew = 0 } = this.#setup;
    return kind.create(
      { id: SOURCE_ID, settings: structuredClone(settings), secrets },
      {
        http,
        now: () => clock.now() + skew,
        giveWay: () => Promise.resolve(),
        readOwnFile: () => Promise.reject(new Error('not for these')),
        languageOf: () => 'en',
      },
    );
  }

  /** Reads until done; the fault that stopped it, or null. Each step has a connector of its own. */
  async pull(): Promise<Fault | null> {
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const batch = await this.connect().pull(this.#cursor, this.#signal);
      if (!batch.ok) return batch.fault;
      this.#apply(batch.value);
      if (batch.value.done) return null;
    }
    throw new Error('The reading never ends');
  }

  /** One whole sweep; items missing for the second time in a row go. */
  async sweep(from: Cursor | null = null): Promise<Fault | null> {
    const ids = new Set<string>();
    let cursor = from;
    let fault: Fault | null = null;
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const batch = await this.connect().sweep(cursor, this.#signal);
      if (!batch.ok) {
        // Once is normal life, and the sweep goes on where it stood.
        if (fault !== null) return fault;
        ({ fault } = batch);
        continue;
      }
      for (const id of batch.value.ids) ids.add(id);
      if (batch.value.done) {
        this.#forgetMissing(ids);
        return fault;
      }
      ({ cursor } = batch.value);
    }
    throw new Error('The sweep never ends');
  }

  #apply(batch: PullBatch): void {
    checkBatch(batch, this.#setup.secrets);
    for (const id of batch.deletes) this.items.delete(id);
    for (const item of batch.upserts) {
      this.items.set(item.id, item);
      this.#missing.delete(item.id);
    }
    this.skipped.push(...batch.skipped);
    this.#cursor = batch.cursor;
  }

  #forgetMissing(present: ReadonlySet<string>): void {
    for (const id of this.items.keys()) {
      const missing = present.has(id) ? 0 : (this.#missing.get(id) ?? 0) + 1;
      this.#missing.set(id, missing);
      if (missing >= MISSING_BEFORE_GONE) this.items.delete(id);
    }
  }
}

/** What holds for every batch, whatever happened. */
function checkBatch(batch: PullBatch, secrets: Record<string, string>): void {
  const ids = batch.upserts.map(({ id }) => id);
  expect(new Set(ids).size, 'an item stands once in a batch').toBe(ids.length);
  expect(
    batch.deletes.filter((id) => ids.includes(id)),
    'an item is not both there and gone',
  ).toEqual([]);
  for (const item of batch.upserts) checkItem(item);
  // Agents read it, each in their own language: an address, a key or a number.
  for (const { where } of batch.skipped) expect(where).toMatch(/^\S+$/);
  expect(batch.cursor.length).toBeLessThan(MOST_CURSOR);
  const told = JSON.stringify(batch);
  for (const secret of Object.values(secrets)) expect(told.includes(secret)).toBe(false);
}

function checkItem(item: Item): void {
  expect(itemSchema.safeParse(item).error?.issues).toBe(undefined);
  expect(item.sourceId).toBe(SOURCE_ID);
  expect(item.id.split(':', 2)).toEqual([SOURCE_ID, item.kind]);
  expect(item.url).toMatch(/^https:\/\//);
  expect(Number.isNaN(Date.parse(item.updatedAt))).toBe(false);
  expect(item.contentHash).not.toBe('');
}

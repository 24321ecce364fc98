/** What this machine would hold after syncing with a real server: batches applied, cursors kept. */
import type { Item } from '@/lib/model/item';
import type { Connector, Cursor, PullBatch } from '@/lib/sources/contract';
import { unwrap } from '@/tests/support/unwrap';

/** A reading that takes more steps goes in circles. */
const MOST_STEPS = 5_000;

export class LocalCopy {
  readonly items = new Map<string, Item>();
  /** All steps so far. */
  readonly batches: PullBatch[] = [];
  cursor: Cursor | null = null;
  #missing = new Set<string>();
  readonly #connect: () => Connector;
  readonly #signal = new AbortController().signal;

  /** `connect` makes a connector that remembers nothing, as after the worker was stopped. */
  constructor(connect: () => Connector) {
    this.#connect = connect;
  }

  /** Reads until done; returns the steps of this pull. */
  async pull(): Promise<PullBatch[]> {
    const steps: PullBatch[] = [];
    while (steps.length < MOST_STEPS) {
      const batch = unwrap(await this.#connect().pull(this.cursor, this.#signal));
      for (const id of batch.deletes) this.items.delete(id);
      for (const item of batch.upserts) this.items.set(item.id, item);
      this.cursor = batch.cursor;
      this.batches.push(batch);
      steps.push(batch);
      if (batch.done) return steps;
    }
    throw new Error('The reading never ends');
  }

  /** One whole sweep: what is missing for the second time in a row goes. */
  async sweep(): Promise<void> {
    const present = new Set<string>();
    let cursor: Cursor | null = null;
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const batch: { ids: string[]; cursor: Cursor; done: boolean } = unwrap(
        await this.#connect().sweep(cursor, this.#signal),
      );
      for (const id of batch.ids) present.add(id);
      ({ cursor } = batch);
      if (batch.done) break;
    }
    const missing = new Set([...this.items.keys()].filter((id) => !present.has(id)));
    for (const id of missing) if (this.#missing.has(id)) this.items.delete(id);
    this.#missing = missing;
  }

  /** Titles, sorted. */
  titles(): string[] {
    return [...this.items.values()].map(({ title }) => title).toSorted();
  }
}

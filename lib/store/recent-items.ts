/** Items kept in memory: the database takes about a millisecond for each. */
import type { Item } from '@/lib/model/item';

/** Those written last, which the index reads next: more than one of its commits takes. An item has a few kilobytes. */
const MOST_WRITTEN = 1_500;
/** Those that answers read last: the same few answer most tickets. Writing many others does not push them out. */
const MOST_READ = 600;

export class RecentItems {
  readonly #written = new Map<string, Item>();
  readonly #read = new Map<string, Item>();
  #writes = 0;

  /** Counts every write of items in this context, which is the only one that writes them. */
  get writes(): number {
    return this.#writes;
  }

  get(id: string): Item | undefined {
    return this.#written.get(id) ?? this.#read.get(id);
  }

  /** To be told before these are written or deleted. Returns the count of writes. */
  forget(ids: readonly string[]): number {
    for (const id of ids) {
      this.#written.delete(id);
      this.#read.delete(id);
    }
    this.#writes += 1;
    return this.#writes;
  }

  /** What was committed when so many writes were counted: if there were more since, it may be the old state. */
  keepWritten(items: readonly Item[], writes: number): void {
    if (writes === this.#writes) keepLast(this.#written, items, MOST_WRITTEN);
  }

  /** The same for what an answer has read. */
  keepRead(items: readonly Item[], writes: number): void {
    if (writes === this.#writes) keepLast(this.#read, items, MOST_READ);
  }
}

/** The latest used stand last; the first ones go. */
function keepLast(kept: Map<string, Item>, items: readonly Item[], most: number): void {
  for (const item of items) {
    kept.delete(item.id);
    kept.set(item.id, item);
  }
  for (const id of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(id);
  }
}

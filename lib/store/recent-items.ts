/** The items read and written last, kept in memory: the database takes about a millisecond for each. */
import type { Item } from '@/lib/model/item';

/** What a commit of the index takes, and some tickets' candidates; an item has a few kilobytes. */
const MOST_KEPT = 1_500;

export class RecentItems {
  readonly #kept = new Map<string, Item>();
  #writes = 0;

  /** Counts every write of items in this context, which is the only one that writes them. */
  get writes(): number {
    return this.#writes;
  }

  get(id: string): Item | undefined {
    return this.#kept.get(id);
  }

  /** To be told before these are written or deleted. Returns the count of writes. */
  forget(ids: readonly string[]): number {
    for (const id of ids) this.#kept.delete(id);
    this.#writes += 1;
    return this.#writes;
  }

  /**
   * What was read or committed when so many writes were counted: if there were more since, it may be the old
   * state. The latest used stand last; the first ones go.
   */
  keep(items: readonly Item[], writes: number): void {
    if (writes !== this.#writes) return;
    for (const item of items) {
      this.#kept.delete(item.id);
      this.#kept.set(item.id, item);
    }
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(id);
    }
  }
}

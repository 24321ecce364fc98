/** Putting posting lists of several segments together, under the numbers documents have after a merge. */
import { ok, type Result } from '@/lib/core/result';
import { emptyList, withRoom, type PostingList } from '@/lib/search/segment/postings';
import type { TermCursor, Waiting } from '@/lib/search/segment/source-cursors';

/** What is gone, in the maps from old numbers to new ones. */
export const GONE = -1;

/** Puts the lists of one term together, source by source. */
export class ListMerger {
  merged = emptyList();
  #read = emptyList();
  #spare = emptyList();

  clear(): void {
    this.merged.length = 0;
  }

  /** Adds the living of the cursor's postings under their new numbers. */
  add(cursor: TermCursor, numbers: Int32Array): Waiting {
    const waiting = cursor.preparePostings();
    if (waiting !== null) return this.#addPrepared(waiting, cursor, numbers);
    const read = cursor.readPostings(this.#read);
    if (read instanceof Promise) return this.#addLater(read, numbers);
    this.#addRead(read, numbers);
    return null;
  }

  async #addPrepared(
    waiting: Promise<Result<unknown>>,
    cursor: TermCursor,
    numbers: Int32Array,
  ): Promise<Result<void>> {
    const prepared = await waiting;
    if (!prepared.ok) return prepared;
    const read = cursor.readPostings(this.#read);
    if (read instanceof Promise) return this.#addLater(read, numbers);
    this.#addRead(read, numbers);
    return ok(undefined);
  }

  async #addLater(
    reading: Promise<Result<PostingList>>,
    numbers: Int32Array,
  ): Promise<Result<void>> {
    const read = await reading;
    if (!read.ok) return read;
    this.#addRead(read.value, numbers);
    return ok(undefined);
  }

  #addRead(read: PostingList, numbers: Int32Array): void {
    this.#read = read;
    keepLiving(read, numbers);
    if (this.merged.length === 0) [this.merged, this.#read] = [read, this.merged];
    else [this.merged, this.#spare] = [mergeLists(this.merged, read, this.#spare), this.merged];
  }
}

/** Gives the documents their new numbers and drops those that are gone. The order stays. */
function keepLiving(list: PostingList, numbers: Int32Array): void {
  let kept = 0;
  for (let at = 0; at < list.length; at++) {
    const number = numbers[list.documents[at] ?? 0] ?? GONE;
    if (number === GONE) continue;
    list.documents[kept] = number;
    list.impacts[kept] = list.impacts[at] ?? 0;
    kept++;
  }
  list.length = kept;
}

/** Both in one, in `into` or a larger list. */
function mergeLists(a: PostingList, b: PostingList, into: PostingList): PostingList {
  const merged = withRoom(into, a.length + b.length);
  const size = a.length + b.length;
  let [left, right] = [0, 0];
  for (let at = 0; at < size; at++) {
    const isLeft =
      right >= b.length ||
      (left < a.length && (a.documents[left] ?? 0) < (b.documents[right] ?? 0));
    const list = isLeft ? a : b;
    const index = isLeft ? left++ : right++;
    merged.documents[at] = list.documents[index] ?? 0;
    merged.impacts[at] = list.impacts[index] ?? 0;
  }
  merged.length = size;
  return merged;
}

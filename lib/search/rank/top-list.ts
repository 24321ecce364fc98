/**
 * One wanted list while it fills: the best documents so far. Scores are whole numbers. Documents come
 * range by range (a group of a segment), within a range in the order of their ids.
 */

/** A document in the list. */
export interface Ranked {
  score: number;
  /** Number of the range and of the document in its segment. */
  range: number;
  document: number;
}

/** Compact when this many times the wanted number have gathered. */
const SLACK = 4;
const LEAST_ROOM = 1024;

export class TopList {
  readonly limit: number;
  /** Only documents of that time or later. */
  readonly since: number;
  /** The best scores, a heap with the least first: the first is the floor once it is full. */
  readonly #heap: Int32Array;
  #held = 0;
  #ranked: Ranked[] = [];
  #room: number;

  constructor(limit: number, since = -Infinity) {
    this.limit = limit;
    this.since = since;
    this.#heap = new Int32Array(limit);
    this.#room = limit * SLACK + LEAST_ROOM;
  }

  /** No document with a lower score gets into the list; at least 1, as no match is no hit. */
  get floor(): number {
    return this.#held < this.limit ? 1 : (this.#heap[0] ?? 1);
  }

  /** Offers a document whose score is not below the floor. */
  offer(score: number, range: number, document: number): void {
    if (this.limit === 0) return;
    this.#ranked.push({ score, range, document });
    if (this.#held < this.limit) this.#rise(score);
    else if (score > (this.#heap[0] ?? 0)) this.#sink(score);
    if (this.#ranked.length > this.#room) this.#compact();
  }

  /**
   * All that may belong to the list, best first: those above the floor, and those on it of which the ids
   * decide; of each range no more than the list is long, in the order of ids.
   */
  contenders(): Ranked[] {
    this.#compact();
    return this.#ranked.toSorted((a, b) => b.score - a.score);
  }

  #compact(): void {
    const { floor } = this;
    const tied = new Map<number, number>();
    this.#ranked = this.#ranked.filter(({ score, range }) => {
      if (score !== floor) return score > floor;
      const before = tied.get(range) ?? 0;
      tied.set(range, before + 1);
      return before < this.limit;
    });
    this.#room = Math.max(this.#room, this.#ranked.length * 2);
  }

  #rise(score: number): void {
    let at = this.#held++;
    for (let parent = (at - 1) >> 1; at > 0; parent = (at - 1) >> 1) {
      const above = this.#heap[parent] ?? 0;
      if (above <= score) break;
      this.#heap[at] = above;
      at = parent;
    }
    this.#heap[at] = score;
  }

  /** Takes the place of the least. */
  #sink(score: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.limit) break;
      const right = child + 1;
      if (right < this.limit && (this.#heap[right] ?? 0) < (this.#heap[child] ?? 0)) child = right;
      const below = this.#heap[child] ?? 0;
      if (below >= score) break;
      this.#heap[at] = below;
      at = child;
    }
    this.#heap[at] = score;
  }
}

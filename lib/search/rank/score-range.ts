/**
 * Scores one range of documents, stretch by stretch, and offers the best to the wanted lists. Exact, and
 * yet most postings are never read:
 *
 * 1. Measure: the skip data of each term bounds what it can add to a document of the stretch.
 * 2. Divide: terms whose bounds together stay under the floor of all lists cannot lift a document into
 *    any by themselves. The cheap-to-omit ones (least bound per posting) are left for later.
 * 3. Add up the other terms, over a dense array of sums.
 * 4. Candidates: documents that can still reach the floor. The terms left over are added, strongest first,
 *    reading only the runs that hold candidates, which grow fewer with each term.
 *
 * This is MaxScore (Turtle, Flood 1995) by stretches of documents, with the bounds of Block-Max indexes
 * (Ding, Suel 2011); sums are whole numbers, so their order does not matter.
 */
import { ok, type Result } from '@/lib/core/result';
import type { BlockFile } from '@/lib/search/blocks/block-cache';
import { firstFrom } from '@/lib/search/segment/deletions';
import { divideTerms } from '@/lib/search/rank/divide-terms';
import type { Candidates, PostingsReader, Stretch } from '@/lib/search/rank/postings-reader';
import type { TopList } from '@/lib/search/rank/top-list';

/** Documents of a stretch: their sums fit the processor's nearest cache. */
const STRETCH = 16_384;
/** The first is short: it gives the lists their first floor. */
const FIRST_STRETCH = 2_048;

/** Candidates are few when a term has this many postings for each. */
const FEW = 8;

/** Below any sum: for documents that must not be found. */
const HIDDEN = -(2 ** 30);

/** One segment's part of a query. */
export interface SegmentQuery {
  file: BlockFile;
  postings: PostingsReader[];
  /** Time of each document. */
  times: Float64Array;
  /** Documents that must not be found, in order. */
  hidden: Int32Array;
}

export interface RangeQuery {
  /** Its number in the query, for `TopList.offer`. */
  number: number;
  from: number;
  to: number;
  lists: TopList[];
  /** False to read every posting: the yardstick that pruning is held against. */
  prune: boolean;
}

export class RangeScorer {
  readonly #sums = new Int32Array(STRETCH);
  readonly #candidates: Candidates = { documents: new Int32Array(STRETCH), length: 0 };
  #segment: SegmentQuery;
  #order: PostingsReader[];

  constructor(segment: SegmentQuery) {
    this.#segment = segment;
    this.#order = [...segment.postings];
  }

  /** Goes on with another segment. */
  use(segment: SegmentQuery): void {
    this.#segment = segment;
    this.#order = [...segment.postings];
  }

  /** Ranges of a segment come in ascending order. */
  async score(range: RangeQuery): Promise<Result<void>> {
    let size = FIRST_STRETCH;
    for (let { from } = range; from < range.to; from += size) {
      size = from === range.from ? FIRST_STRETCH : STRETCH;
      const to = Math.min(from + size, range.to);
      const lists = range.lists.filter((list) => this.#hasSince(from, to, list.since));
      if (lists.length === 0) continue;
      const scored = await this.#scoreStretch({ from, to, sums: this.#sums }, { ...range, lists });
      if (!scored.ok) return scored;
    }
    return ok(undefined);
  }

  #hasSince(from: number, to: number, since: number): boolean {
    if (since === -Infinity) return true;
    for (let at = from; at < to; at++) if ((this.#segment.times[at] ?? 0) >= since) return true;
    return false;
  }

  async #scoreStretch(stretch: Stretch, range: RangeQuery): Promise<Result<void>> {
    const floor = range.lists.reduce((least, list) => Math.min(least, list.floor), Infinity);
    const { omitted, rest } = divideTerms(this.#order, stretch, range.prune ? floor : 0);
    if (omitted === this.#order.length) return ok(undefined);
    const added = this.#order.slice(omitted);
    const supplied = await this.#supply(stretch, added, null);
    if (!supplied.ok) return supplied;
    this.#clear(stretch);
    for (const postings of added) if (postings.bound > 0) postings.add(stretch, null);
    this.#collect(stretch, range.lists, rest);
    if (omitted > 0 && this.#candidates.length > 0) {
      const completed = await this.#complete(stretch, range.lists, omitted, rest);
      if (!completed.ok) return completed;
    }
    this.#offer(stretch, range);
    return ok(undefined);
  }

  #clear({ from, to, sums }: Stretch): void {
    sums.fill(0, 0, to - from);
    const { hidden } = this.#segment;
    for (let at = firstFrom(hidden, from); at < hidden.length; at++) {
      const document = hidden[at] ?? 0;
      if (document >= to) return;
      sums[document - from] = HIDDEN;
    }
  }

  /** The documents that reach the floor of a list with `rest` more. */
  #collect({ from, to, sums }: Stretch, lists: readonly TopList[], rest: number): void {
    const { documents } = this.#candidates;
    const needed = Math.max(1, leastFloor(lists) - rest);
    let length = 0;
    for (let slot = 0; slot < to - from; slot++) {
      if ((sums[slot] ?? 0) >= needed) documents[length++] = from + slot;
    }
    this.#candidates.length = length;
  }

  /** Adds the omitted terms to the candidates, strongest first, dropping candidates on the way. */
  async #complete(
    stretch: Stretch,
    lists: readonly TopList[],
    omitted: number,
    rest: number,
  ): Promise<Result<void>> {
    const terms = this.#order.slice(0, omitted).filter(({ bound }) => bound > 0);
    terms.sort((a, b) => b.bound - a.bound);
    const floor = leastFloor(lists);
    let open = rest;
    let unsifted = 0;
    for (const [at, postings] of terms.entries()) {
      if (this.#candidates.length === 0) return ok(undefined);
      // Among many candidates no run is free of them: then looking for such runs only costs time.
      const only = this.#candidates.length * FEW < postings.cost ? this.#candidates : null;
      const supplied = await this.#supply(stretch, terms.slice(at), only);
      if (!supplied.ok) return supplied;
      postings.add(stretch, only);
      open -= postings.bound;
      unsifted += postings.cost;
      if (unsifted < this.#candidates.length) continue;
      this.#keep(stretch, floor - open);
      unsifted = 0;
    }
    this.#keep(stretch, floor);
    return ok(undefined);
  }

  /** Keeps the candidates whose sum is not below `needed`. */
  #keep({ from, sums }: Stretch, needed: number): void {
    const { documents, length } = this.#candidates;
    let kept = 0;
    for (let at = 0; at < length; at++) {
      const document = documents[at] ?? 0;
      if ((sums[document - from] ?? 0) >= needed) documents[kept++] = document;
    }
    this.#candidates.length = kept;
  }

  #offer({ from, sums }: Stretch, { number, lists }: RangeQuery): void {
    const { documents, length } = this.#candidates;
    for (let at = 0; at < length; at++) {
      const document = documents[at] ?? 0;
      const score = sums[document - from] ?? 0;
      for (const list of lists) {
        if (score < list.floor || (this.#segment.times[document] ?? 0) < list.since) continue;
        list.offer(score, number, document);
      }
    }
  }

  /** Reads the blocks that adding these terms needs and that are not there yet, in one go. */
  async #supply(
    stretch: Stretch,
    terms: readonly PostingsReader[],
    only: Candidates | null,
  ): Promise<Result<void>> {
    const missing: number[] = [];
    const owners: PostingsReader[] = [];
    for (const postings of terms) {
      postings.listMissing(stretch, only, missing);
      while (owners.length < missing.length) owners.push(postings);
    }
    if (missing.length === 0) return ok(undefined);
    const read = await this.#segment.file.load(missing);
    if (!read.ok) return read;
    read.value.forEach((bytes, at) => owners[at]?.supply(missing[at] ?? 0, bytes));
    return ok(undefined);
  }
}

function leastFloor(lists: readonly TopList[]): number {
  return lists.reduce((least, list) => Math.min(least, list.floor), Infinity);
}

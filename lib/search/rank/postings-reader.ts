/**
 * One query term's postings in one segment while a query runs: what they can add within a stretch of
 * documents at most, and adding it. Stretches are asked for in ascending order.
 */
import { readInline, type TermEntry } from '@/lib/search/segment/dictionary';
import { CHUNK, RUN, SECTION } from '@/lib/search/segment/format';
import { readChunk, readDirectory, readRun, type PostingList } from '@/lib/search/segment/postings';
import { ChunkedPostings } from '@/lib/search/rank/chunked-postings';

/** Documents `[from, to)`, and the sum of each so far at `sums[document - from]`. */
export interface Stretch {
  from: number;
  to: number;
  sums: Int32Array;
}

/** Numbers of documents in order; the first `length` count. */
export interface Candidates {
  documents: Int32Array;
  length: number;
}

export interface PostingsReader {
  /** Of the stretch measured last: the most that a document gets, and about how many postings there are. */
  bound: number;
  cost: number;
  measure(from: number, to: number): void;
  /** Blocks to read before `add`, appended to `blocks`; with candidates, only those that hold one. */
  listMissing(stretch: Stretch, only: Candidates | null, blocks: number[]): void;
  /** Takes a block in that was missing. */
  supply(block: number, bytes: Uint8Array): void;
  /**
   * Adds to the sums. With candidates, documents that are none of them may be left out; the
   * candidates' sums are whole.
   */
  add(stretch: Stretch, only: Candidates | null): void;
}

/** The block that is needed to open the term's postings; null when the dictionary holds them. */
export function openingBlock(entry: TermEntry): number | null {
  return entry.inline === null ? SECTION.postings + entry.block : null;
}

/**
 * Opens the postings, given their opening block. `factor` is what an impact is multiplied with,
 * `documents` the size of the segment.
 */
export function openPostings(
  entry: TermEntry,
  bytes: Uint8Array,
  factor: number,
  documents: number,
): PostingsReader {
  const size = entry.documents;
  if (entry.inline !== null) return new ShortPostings(readInline(entry.inline, size), factor);
  if (size <= RUN) {
    const list = { documents: new Int32Array(size), impacts: new Uint8Array(size), length: 0 };
    readRun(bytes, entry.offset, size, -1, list);
    return new ShortPostings(list, factor);
  }
  if (size <= CHUNK) {
    const chunk = readChunk(bytes, entry.offset, size, -1);
    const whole = { last: Int32Array.of(documents - 1), maxImpact: Uint8Array.of(entry.maxImpact) };
    return new ChunkedPostings(whole, [chunk], { size, factor, firstBlock: 0 });
  }
  const directory = readDirectory(bytes, entry.offset, size);
  const firstBlock = SECTION.postings + entry.block + 1;
  return new ChunkedPostings(directory, [], { size, factor, firstBlock });
}

/** At most one run: decoded at once. */
class ShortPostings implements PostingsReader {
  bound = 0;
  cost = 0;
  readonly #list: PostingList;
  readonly #factor: number;
  #at = 0;

  constructor(list: PostingList, factor: number) {
    this.#list = list;
    this.#factor = factor;
  }

  measure(from: number, to: number): void {
    const { documents, impacts, length } = this.#list;
    while (this.#at < length && (documents[this.#at] ?? 0) < from) this.#at++;
    let greatest = 0;
    let at = this.#at;
    for (; at < length && (documents[at] ?? 0) < to; at++) {
      greatest = Math.max(greatest, impacts[at] ?? 0);
    }
    this.bound = greatest * this.#factor;
    this.cost = at - this.#at;
  }

  listMissing(): void {}

  supply(): void {}

  add({ from, to, sums }: Stretch): void {
    const { documents, impacts, length } = this.#list;
    for (let at = this.#at; at < length; at++) {
      const document = documents[at] ?? 0;
      if (document >= to) return;
      sums[document - from] = (sums[document - from] ?? 0) + this.#factor * (impacts[at] ?? 0);
    }
  }
}

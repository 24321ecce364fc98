/** Builds a segment from documents: analyses each, gathers the postings in flat arrays, and writes them. */
import { createBreather, yieldToOthers } from '@/lib/core/async';
import type { Result } from '@/lib/core/result';
import { analyseInto } from '@/lib/search/analyse/analyse';
import { byCodeUnits, encodeText } from '@/lib/search/blocks/bytes';
import { FIELDS, type SearchDocument, type SegmentStore } from '@/lib/search/contract';
import { fieldNorms, impactOf } from '@/lib/search/rank/bm25f';
import { compareTerms } from '@/lib/search/segment/dictionary';
import { MAX_COUNT } from '@/lib/search/segment/format';
import { createForwardIndex, reserveTerms, type ForwardIndex } from '@/lib/search/segment/records';
import { SegmentWriter } from '@/lib/search/segment/segment-writer';

/** Longest text taken from one field; the rest of a giant document is not searched. */
const MAX_FIELD_CHARACTERS = 100_000;

/** Queries wait no longer than this while documents are analysed. */
const LONGEST_TURN_MS = 12;

const WIDTH = FIELDS.length;

/** A unit that compares otherwise than the code point it is of, or a part of. */
const HIGH_UNIT = /[\uD800-\uFFFF]/;

/** Room for the place of a term within its document, when both are sorted as one number. */
const PLACE = 2 ** 24;
/** Writing so many takes less than a millisecond. */
const TERMS_A_BREATH = 256;

/** Writes `documents` (ids unique) as the segment `file`; `giveWay` lets others in. */
export async function buildSegment(
  store: SegmentStore,
  file: string,
  documents: readonly SearchDocument[],
  giveWay: () => Promise<void> = yieldToOthers,
): Promise<Result<void>> {
  const sorted = documents.toSorted(
    (a, b) => byCodeUnits(a.group, b.group) || byCodeUnits(a.id, b.id),
  );
  const gathered = new Gathered();
  const breathe = createBreather(LONGEST_TURN_MS, giveWay);
  for (const document of sorted) {
    gathered.add(document);
    await breathe();
  }
  const writer = new SegmentWriter(store, file, sorted.length);
  const ordinals = gathered.sortTerms();
  const forward = createForwardIndex();
  await breathe();
  for (const [at, document] of sorted.entries()) {
    const lengths = gathered.lengths[at] ?? [];
    gathered.readForward(at, ordinals.of, forward);
    writer.addDocument({ ...document, lengths }, forward);
    await breathe();
  }
  await gathered.writeTerms(writer, ordinals.order, breathe);
  return writer.finish();
}

/** The postings of some documents: flat, document after document; terms numbered as they first came. */
class Gathered {
  /** Tokens per field of each document. */
  readonly lengths: number[][] = [];
  readonly #terms = new Map<string, number>();
  /** The posting each term had last, to tell whether the current document has it already. */
  #lastPosting = new Int32Array(1024).fill(-1);
  /** Term and counts of each posting. */
  readonly #postings: ForwardIndex = createForwardIndex();
  /** First posting of each document, and the end. */
  readonly #starts: number[] = [0];

  add(document: SearchDocument): void {
    const lengths = FIELDS.map((field, index) => {
      const text = document.fields[field].slice(0, MAX_FIELD_CHARACTERS);
      if (text === '') return 0;
      let tokens = 0;
      analyseInto(text, document.locale, (term) => {
        this.#count(term, index);
        tokens++;
      });
      return tokens;
    });
    this.lengths.push(lengths);
    this.#starts.push(this.#postings.length);
  }

  #count(term: string, field: number): void {
    const postings = this.#postings;
    let number = this.#terms.get(term);
    if (number === undefined) {
      number = this.#terms.size;
      this.#terms.set(term, number);
      if (number >= this.#lastPosting.length) this.#growTerms();
    }
    let at = this.#lastPosting[number] ?? -1;
    if (at < (this.#starts.at(-1) ?? 0)) {
      at = postings.length;
      reserveTerms(postings, at + 1);
      postings.length++;
      postings.ordinals[at] = number;
      this.#lastPosting[number] = at;
    }
    const slot = at * WIDTH + field;
    postings.counts[slot] = Math.min((postings.counts[slot] ?? 0) + 1, MAX_COUNT);
  }

  #growTerms(): void {
    const before = this.#lastPosting;
    this.#lastPosting = new Int32Array(before.length * 2).fill(-1);
    this.#lastPosting.set(before);
  }

  /** The terms in order; and the ordinal of each number. */
  sortTerms(): { order: string[]; of: Int32Array } {
    const order = [...this.#terms.keys()].sort();
    // The order of code units is that of code points but for the units above.
    if (order.some((term) => HIGH_UNIT.test(term))) order.sort(compareTerms);
    const of = new Int32Array(order.length);
    order.forEach((term, ordinal) => (of[this.#terms.get(term) ?? 0] = ordinal));
    return { order, of };
  }

  /** The terms of document `at` by ordinal. */
  readForward(at: number, ordinalOf: Int32Array, into: ForwardIndex): void {
    const start = this.#starts[at] ?? 0;
    const length = (this.#starts[at + 1] ?? start) - start;
    const { ordinals, counts } = this.#postings;
    const keys = new Float64Array(length);
    for (let place = 0; place < length; place++) {
      keys[place] = (ordinalOf[ordinals[start + place] ?? 0] ?? 0) * PLACE + place;
    }
    keys.sort();
    reserveTerms(into, length);
    into.length = length;
    for (let index = 0; index < length; index++) {
      const key = keys[index] ?? 0;
      const from = (start + (key % PLACE)) * WIDTH;
      into.ordinals[index] = Math.floor(key / PLACE);
      for (let field = 0; field < WIDTH; field++) {
        into.counts[index * WIDTH + field] = counts[from + field] ?? 0;
      }
    }
  }

  /** Turns the postings round, from by document to by term, and writes them. */
  async writeTerms(
    writer: SegmentWriter,
    order: readonly string[],
    breathe: () => Promise<void>,
  ): Promise<void> {
    const { ordinals, length } = this.#postings;
    const ends = new Int32Array(order.length + 1);
    for (let at = 0; at < length; at++) increment(ends, (ordinals[at] ?? 0) + 1);
    for (let term = 0; term < order.length; term++) increment(ends, term + 1, ends[term]);
    const next = ends.slice();
    const documents = new Int32Array(length);
    const impacts = new Uint8Array(length);
    for (let document = 0; document < this.lengths.length; document++) {
      const norms = fieldNorms(this.lengths[document] ?? []);
      for (let at = this.#starts[document] ?? 0; at < (this.#starts[document + 1] ?? 0); at++) {
        const place = increment(next, ordinals[at] ?? 0) - 1;
        documents[place] = document;
        impacts[place] = impactOf(this.#postings.counts, at * WIDTH, norms);
      }
    }
    for (const [ordinal, term] of order.entries()) {
      if (ordinal % TERMS_A_BREATH === 0) await breathe();
      const number = this.#terms.get(term) ?? 0;
      const [from, to] = [ends[number] ?? 0, ends[number + 1] ?? 0];
      const list = { documents: documents.subarray(from, to), impacts: impacts.subarray(from, to) };
      writer.addTerm(encodeText(term), { ...list, length: to - from });
    }
  }
}

/** Adds to a number of the array; returns the sum. */
function increment(numbers: Int32Array, at: number, by = 1): number {
  const sum = (numbers[at] ?? 0) + by;
  numbers[at] = sum;
  return sum;
}

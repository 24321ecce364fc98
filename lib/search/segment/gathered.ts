/**
 * The postings of some documents, gathered in flat arrays: document after document as they are analysed, then
 * turned round so that they can be read by term as well as by document.
 */
import { eachTerm } from '@/lib/search/analyse/analyse';
import type { KnownTerm } from '@/lib/search/analyse/chunk-term';
import { FIELDS, type SearchDocument } from '@/lib/search/contract';
import { fieldNorms, impactOf } from '@/lib/search/rank/bm25f';
import { compareTerms } from '@/lib/search/segment/dictionary';
import { MAX_COUNT } from '@/lib/search/segment/format';
import { withRoom, type PostingList } from '@/lib/search/segment/postings';
import {
  createForwardIndex,
  isPlain,
  reserveTerms,
  WIDTH,
  type ForwardIndex,
} from '@/lib/search/segment/records';

/** Longest text taken from one field; the rest of a giant document is not searched. */
const MAX_FIELD_CHARACTERS = 100_000;

/** A unit that compares otherwise than the code point it is of, or a part of. */
const HIGH_UNIT = /[\uD800-\uFFFF]/;

let gatherings = 0;

/** Gathers documents in the order in which they are numbered; terms are numbered as they first come. */
export class Gathered {
  /** Tokens per field of each document. */
  readonly lengths: number[][] = [];
  /** What terms are numbered by here: each gathering has numbers of its own. */
  readonly #name = ++gatherings;
  readonly #terms = new Map<string, number>();
  /** The posting each term had last, to tell whether the current document has it already. */
  #lastPosting = new Int32Array(1024).fill(-1);
  /** Term number and counts of each posting. */
  readonly #postings: ForwardIndex = createForwardIndex();
  /** First posting of each document, and the end. */
  readonly #starts: number[] = [0];
  /** First posting of the current document. */
  #start = 0;

  add({ fields, locale }: SearchDocument): void {
    const lengths: number[] = [];
    this.#start = this.#postings.length;
    for (let field = 0; field < WIDTH; field++) {
      const text = fields[FIELDS[field] ?? 'body'].slice(0, MAX_FIELD_CHARACTERS);
      let tokens = 0;
      if (text !== '') {
        eachTerm(text, locale, (term) => {
          this.#count(term, field);
          tokens++;
        });
      }
      lengths.push(tokens);
    }
    this.lengths.push(lengths);
    this.#starts.push(this.#postings.length);
  }

  #count(known: KnownTerm, field: number): void {
    const postings = this.#postings;
    const number = known.numberedBy === this.#name ? known.number : this.#numberOf(known);
    let at = this.#lastPosting[number] ?? -1;
    if (at < this.#start) {
      at = postings.length++;
      if (at >= postings.ordinals.length) reserveTerms(postings, at + 1);
      postings.ordinals[at] = number;
      this.#lastPosting[number] = at;
    }
    const slot = at * WIDTH + field;
    const count = postings.counts[slot] ?? 0;
    if (count < MAX_COUNT) postings.counts[slot] = count + 1;
  }

  #numberOf(known: KnownTerm): number {
    let number = this.#terms.get(known.term);
    if (number === undefined) {
      number = this.#terms.size;
      this.#terms.set(known.term, number);
      if (number >= this.#lastPosting.length) this.#growTerms();
    }
    known.number = number;
    known.numberedBy = this.#name;
    return number;
  }

  #growTerms(): void {
    const before = this.#lastPosting;
    this.#lastPosting = new Int32Array(before.length * 2).fill(-1);
    this.#lastPosting.set(before);
  }

  /** All of it in the order of terms: nothing more can be added. `breathe` is called often. */
  async turnRound(breathe: () => Promise<void>): Promise<TurnedPostings> {
    const terms = await this.#sortTerms(breathe);
    const numbers = Int32Array.from(terms, (term) => this.#terms.get(term) ?? 0);
    await breathe();
    return new TurnedPostings(terms, numbers, this.#postings, this.#starts, this.lengths);
  }

  /** Beginning by beginning: to sort all at once would take several frames. */
  async #sortTerms(breathe: () => Promise<void>): Promise<string[]> {
    const beginnings = new Map<number, string[]>();
    let isHigh = false;
    for (const term of this.#terms.keys()) {
      const unit = term.charCodeAt(0);
      const same = beginnings.get(unit);
      if (same === undefined) beginnings.set(unit, [term]);
      else same.push(term);
      isHigh ||= HIGH_UNIT.test(term);
    }
    const sorted: string[] = [];
    for (const unit of [...beginnings.keys()].sort((a, b) => a - b)) {
      await breathe();
      for (const term of (beginnings.get(unit) ?? []).sort()) sorted.push(term);
    }
    // The order of code units is that of code points but for the units above.
    return isHigh ? sorted.sort(compareTerms) : sorted;
  }
}

/** Gathered postings, to be read in the order of documents and in that of terms. */
export class TurnedPostings {
  /** All terms in order; the place of a term is its ordinal. */
  readonly terms: readonly string[];
  /** Term and counts of each posting, by document. */
  readonly #postings: ForwardIndex;
  /** First posting of each document, and the end. */
  readonly #starts: readonly number[];
  /** Document of each posting, and the impact on it. */
  readonly #documents: Int32Array;
  readonly #impacts: Uint8Array;
  /** The postings by term, and where each term's begin. */
  readonly #byTerm: Int32Array;
  readonly #termStarts: Int32Array;
  /** The postings of each document in the order of their terms, and the ordinals of these. */
  readonly #inOrder: Int32Array;
  readonly #ordinals: Int32Array;

  constructor(
    terms: readonly string[],
    /** The number of each term of `terms`. */
    numbers: Int32Array,
    postings: ForwardIndex,
    starts: readonly number[],
    lengths: readonly number[][],
  ) {
    const { length } = postings;
    this.terms = terms;
    this.#postings = postings;
    this.#starts = starts;
    this.#documents = new Int32Array(length);
    this.#impacts = new Uint8Array(length);
    lengths.forEach((own, document) => this.#weigh(document, fieldNorms(own)));
    this.#termStarts = startsOf(numbers, postings);
    this.#byTerm = this.#sortByTerm(numbers);
    this.#inOrder = new Int32Array(length);
    this.#ordinals = new Int32Array(length);
    this.#sortWithinDocuments();
  }

  #weigh(document: number, norms: readonly number[]): void {
    const { counts } = this.#postings;
    let plain = 0;
    const end = this.#starts[document + 1] ?? 0;
    for (let at = this.#starts[document] ?? 0; at < end; at++) {
      this.#documents[at] = document;
      const slot = at * WIDTH;
      // Most terms stand in a document once, in its last field: then they all weigh the same.
      if (!isPlain(counts, slot)) this.#impacts[at] = impactOf(counts, slot, norms);
      else this.#impacts[at] = plain === 0 ? (plain = impactOf(counts, slot, norms)) : plain;
    }
  }

  /** Postings of a term stay in the order of documents. */
  #sortByTerm(numbers: Int32Array): Int32Array {
    const next = new Int32Array(numbers.length);
    numbers.forEach((number, ordinal) => (next[number] = this.#termStarts[ordinal] ?? 0));
    const { ordinals: ofPosting, length } = this.#postings;
    const sorted = new Int32Array(length);
    for (let at = 0; at < length; at++) {
      const number = ofPosting[at] ?? 0;
      const place = next[number] ?? 0;
      sorted[place] = at;
      next[number] = place + 1;
    }
    return sorted;
  }

  /** Term by term, so that each document gets its terms in order without sorting them. */
  #sortWithinDocuments(): void {
    const next = Int32Array.from(this.#starts);
    for (let ordinal = 0; ordinal < this.terms.length; ordinal++) {
      const end = this.#termStarts[ordinal + 1] ?? 0;
      for (let place = this.#termStarts[ordinal] ?? 0; place < end; place++) {
        const at = this.#byTerm[place] ?? 0;
        const document = this.#documents[at] ?? 0;
        const slot = next[document] ?? 0;
        this.#inOrder[slot] = at;
        this.#ordinals[slot] = ordinal;
        next[document] = slot + 1;
      }
    }
  }

  /** The terms of `document` in order. */
  readForward(document: number, into: ForwardIndex): void {
    const start = this.#starts[document] ?? 0;
    const length = (this.#starts[document + 1] ?? start) - start;
    const { counts } = this.#postings;
    reserveTerms(into, length);
    into.length = length;
    for (let index = 0; index < length; index++) {
      into.ordinals[index] = this.#ordinals[start + index] ?? 0;
      const from = (this.#inOrder[start + index] ?? 0) * WIDTH;
      for (let field = 0; field < WIDTH; field++) {
        into.counts[index * WIDTH + field] = counts[from + field] ?? 0;
      }
    }
  }

  /** The postings of the term, in `list` or a larger one. */
  readPostings(ordinal: number, list: PostingList): PostingList {
    const start = this.#termStarts[ordinal] ?? 0;
    const length = (this.#termStarts[ordinal + 1] ?? start) - start;
    const room = withRoom(list, length);
    for (let index = 0; index < length; index++) {
      const at = this.#byTerm[start + index] ?? 0;
      room.documents[index] = this.#documents[at] ?? 0;
      room.impacts[index] = this.#impacts[at] ?? 0;
    }
    room.length = length;
    return room;
  }
}

/** Where the postings of each term begin when they are sorted by term, and the end. */
function startsOf(numbers: Int32Array, { ordinals, length }: ForwardIndex): Int32Array {
  const sizes = new Int32Array(numbers.length);
  for (let at = 0; at < length; at++) {
    const number = ordinals[at] ?? 0;
    sizes[number] = (sizes[number] ?? 0) + 1;
  }
  const starts = new Int32Array(numbers.length + 1);
  let start = 0;
  numbers.forEach((number, ordinal) => (starts[ordinal + 1] = start += sizes[number] ?? 0));
  return starts;
}

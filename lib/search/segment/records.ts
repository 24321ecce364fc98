/**
 * Records: for each document its id, what it repeats, its facts, the length of each field, and its terms
 * with their counts: the forward index, from which the matches of a hit and exact counts after
 * deletions come.
 *
 * A block: its first id, then records, each behind its length. A term is the gap to the ordinal before,
 * with a low bit that says "once, in the last field"; else bytes follow, one for each field that holds it:
 * field and count in one where the count is small.
 */
import { ByteReader, decodeText, type ByteWriter } from '@/lib/search/blocks/bytes';
import { FIELDS } from '@/lib/search/contract';
import { MAX_COUNT } from '@/lib/search/segment/format';

/** The terms of a document: ordinals in order, `counts[i * FIELDS.length + field]`; the first `length` count. */
export interface ForwardIndex {
  ordinals: Int32Array;
  counts: Uint16Array;
  length: number;
}

export interface DocumentRecord {
  id: string;
  original: string | null;
  /** Indexes into the segment's table of facts. */
  about: number[];
  /** Tokens of each field. */
  lengths: number[];
}

export const WIDTH = FIELDS.length;
export const LAST_FIELD = WIDTH - 1;
/** A byte of counts: whether another follows, the field, the count less one (all bits set: more follows). */
export const MORE_FIELDS = 0x80;
export const FIELD_SHIFT = 4;
export const COUNT_MASK = 0x0f;

/** Reads the records of a block one after the other; the terms of a record only when asked for. */
export class RecordReader {
  readonly #reader: ByteReader;
  readonly #firstId: Uint8Array;
  #end: number;

  constructor(block: Uint8Array) {
    this.#reader = new ByteReader(block);
    this.#firstId = this.#reader.take(this.#reader.varint());
    this.#end = this.#reader.at;
  }

  /** Goes over `count` records: the last of them is read next. */
  skip(count: number): void {
    const { bytes } = this.#reader;
    let start = this.#end;
    for (let left = count; left > 0; left--) {
      let length = 0;
      let at = this.#end;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++] ?? 0;
        length |= (byte & 0x7f) << shift;
        if (byte < 0x80) break;
      }
      start = at;
      this.#end = at + length;
    }
    this.#reader.at = start;
  }

  /** False when there is no further record; else the next call reads it. */
  next(): boolean {
    if (this.#end >= this.#reader.bytes.length) return false;
    this.skip(1);
    return true;
  }

  readId(): string {
    const shared = this.#reader.varint();
    const rest = this.#reader.take(this.#reader.varint());
    return decodeText(this.#firstId.subarray(0, shared)) + decodeText(rest);
  }

  /** The record but for its terms. */
  read(): DocumentRecord {
    const reader = this.#reader;
    const id = this.readId();
    const originalLength = reader.varint();
    const original = originalLength === 0 ? null : decodeText(reader.take(originalLength - 1));
    const about: number[] = [];
    for (let left = reader.varint(); left > 0; left--) about.push(reader.varint());
    const lengths = FIELDS.map(() => reader.varint());
    return { id, original, about, lengths };
  }

  /** After `read`: those of the wanted terms that the document holds; see `matchTerms`. */
  match(wanted: WantedTerms, into: Uint16Array): number {
    return matchTerms(this.#reader, wanted, into);
  }

  /** After `read`: the document's terms, in the form they have in another segment. */
  copyForward(ordinalOf: Int32Array, into: ByteWriter): void {
    copyForward(this.#reader, ordinalOf, into);
  }

  /** After `read`: the document's terms, into `forward`, which grows as needed. */
  readForward(forward: ForwardIndex): void {
    const reader = this.#reader;
    const length = reader.varint();
    reserveTerms(forward, length);
    forward.length = length;
    forward.counts.fill(0, 0, length * WIDTH);
    let ordinal = -1;
    for (let at = 0; at < length; at++) {
      const head = reader.varint();
      ordinal += (head >>> 1) + 1;
      forward.ordinals[at] = ordinal;
      if ((head & 1) === 0) forward.counts[at * WIDTH + LAST_FIELD] = 1;
      else readCounts(reader, forward.counts, at * WIDTH);
    }
  }
}

/**
 * Copies a document's terms to another segment, where `ordinalOf` has the new ordinal of each old one. The order
 * of terms is the same there, and so are the bytes of their counts.
 */
function copyForward(reader: ByteReader, ordinalOf: Int32Array, writer: ByteWriter): void {
  const { bytes } = reader;
  let before = -1;
  let previous = -1;
  let left = reader.varint();
  writer.varint(left);
  for (; left > 0; left--) {
    const head = reader.varint();
    before += (head >>> 1) + 1;
    const ordinal = ordinalOf[before] ?? 0;
    writer.varint((ordinal - previous - 1) * 2 + (head & 1));
    previous = ordinal;
    if ((head & 1) === 0) continue;
    const end = skipCounts(bytes, reader.at);
    writer.append(bytes, reader.at, end);
    reader.at = end;
  }
}

/** Terms to look for in documents: their ordinals in order, and what each is called in the answer. */
export interface WantedTerms {
  ordinals: Int32Array;
  names: Int32Array;
}

/**
 * Appends to `into` the name of each term found, then its count in each field; returns how many numbers
 * were written. The hot loop of answers: nothing is kept of other terms, and no more read than needed.
 */
function matchTerms(
  reader: ByteReader,
  { ordinals, names }: WantedTerms,
  into: Uint16Array,
): number {
  const { bytes } = reader;
  let left = reader.varint();
  let { at } = reader;
  let ordinal = -1;
  let index = 0;
  let wanted = ordinals[0] ?? Infinity;
  let written = 0;
  for (; left > 0; left--) {
    let head = bytes[at++] ?? 0;
    if (head > 0x7f) {
      head &= 0x7f;
      for (let shift = 7; ; shift += 7) {
        const byte = bytes[at++] ?? 0;
        head |= (byte & 0x7f) << shift;
        if (byte < 0x80) break;
      }
    }
    ordinal += (head >>> 1) + 1;
    while (wanted < ordinal) wanted = ordinals[++index] ?? Infinity;
    if (wanted === ordinal) {
      into[written] = names[index] ?? 0;
      into.fill(0, written + 1, written + 1 + WIDTH);
      if ((head & 1) === 0) into[written + 1 + LAST_FIELD] = 1;
      else {
        reader.at = at;
        readCounts(reader, into, written + 1);
        ({ at } = reader);
      }
      written += 1 + WIDTH;
    } else if ((head & 1) === 1) at = skipCounts(bytes, at);
    else if (wanted === Infinity) break;
  }
  return written;
}

/** Where the next term stands. */
function skipCounts(bytes: Uint8Array, from: number): number {
  for (let at = from; ;) {
    const byte = bytes[at++] ?? 0;
    if ((byte & COUNT_MASK) === COUNT_MASK) while ((bytes[at++] ?? 0) > 0x7f);
    if ((byte & MORE_FIELDS) === 0) return at;
  }
}

function readCounts(reader: ByteReader, counts: Uint16Array, from: number): void {
  for (;;) {
    const byte = reader.byte();
    const small = byte & COUNT_MASK;
    const count = small === COUNT_MASK ? COUNT_MASK + reader.varint() : small;
    counts[from + ((byte >>> FIELD_SHIFT) & 7)] = Math.min(count + 1, MAX_COUNT);
    if ((byte & MORE_FIELDS) === 0) return;
  }
}

/** Whether the counts from `from` on are those of a term that stands once, in the last field, as most do. */
export function isPlain(counts: Uint16Array, from: number): boolean {
  for (let field = 0; field < LAST_FIELD; field++) if (counts[from + field] !== 0) return false;
  return counts[from + LAST_FIELD] === 1;
}

export function createForwardIndex(): ForwardIndex {
  return { ordinals: new Int32Array(256), counts: new Uint16Array(256 * WIDTH), length: 0 };
}

/** Makes room for `length` terms, keeping those there are. */
export function reserveTerms(forward: ForwardIndex, length: number): void {
  if (length <= forward.ordinals.length) return;
  const room = Math.max(length, forward.ordinals.length * 2);
  const { ordinals, counts } = forward;
  forward.ordinals = new Int32Array(room);
  forward.ordinals.set(ordinals);
  forward.counts = new Uint16Array(room * WIDTH);
  forward.counts.set(counts);
}

/**
 * Records: for each document its id, what it repeats, its facts, the length of each field, and its terms
 * with their counts: the forward index, from which the matches of a hit and exact counts after
 * deletions come.
 *
 * A block: its first id, then records, each behind its length. A term is the gap to the ordinal before,
 * with a low bit that says "once, in the last field"; else bytes follow, one for each field that holds it:
 * field and count in one where the count is small.
 */
import {
  ByteReader,
  ByteWriter,
  decodeText,
  encodeText,
  sharedPrefix,
} from '@/lib/search/blocks/bytes';
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

const WIDTH = FIELDS.length;
const LAST_FIELD = WIDTH - 1;
const MORE_FIELDS = 0x80;
const FIELD_SHIFT = 4;
const COUNT_MASK = 0x0f;
const NO_BYTES = new Uint8Array();

/** Fills one record block. */
export class RecordBlockWriter {
  readonly #bytes = new ByteWriter();
  readonly #record = new ByteWriter();
  #firstId: Uint8Array = NO_BYTES;

  get length(): number {
    return this.#bytes.length;
  }

  add(record: DocumentRecord, forward: ForwardIndex): void {
    const id = encodeText(record.id);
    if (this.#bytes.length === 0) {
      this.#firstId = id;
      this.#bytes.varint(id.length);
      this.#bytes.append(id);
    }
    const writer = this.#record;
    const shared = sharedPrefix(this.#firstId, id);
    writer.varint(shared);
    writer.varint(id.length - shared);
    writer.append(id.subarray(shared));
    const original = record.original === null ? null : encodeText(record.original);
    writer.varint(original === null ? 0 : original.length + 1);
    if (original !== null) writer.append(original);
    writer.varint(record.about.length);
    for (const value of record.about) writer.varint(value);
    for (const length of record.lengths) writer.varint(length);
    writeForward(writer, forward);
    this.#bytes.varint(writer.length);
    this.#bytes.append(writer.written());
    writer.clear();
  }

  take(): Uint8Array<ArrayBuffer> {
    return this.#bytes.take();
  }
}

function writeForward(writer: ByteWriter, { ordinals, counts, length }: ForwardIndex): void {
  writer.varint(length);
  let previous = -1;
  for (let at = 0; at < length; at++) {
    const ordinal = ordinals[at] ?? 0;
    const gap = ordinal - previous - 1;
    previous = ordinal;
    const from = at * WIDTH;
    if (isPlain(counts, from)) {
      writer.varint(gap * 2);
      continue;
    }
    writer.varint(gap * 2 + 1);
    writeCounts(writer, counts, from);
  }
}

function isPlain(counts: Uint16Array, from: number): boolean {
  for (let field = 0; field < LAST_FIELD; field++) if (counts[from + field] !== 0) return false;
  return counts[from + LAST_FIELD] === 1;
}

function writeCounts(writer: ByteWriter, counts: Uint16Array, from: number): void {
  let left = 0;
  for (let field = 0; field < WIDTH; field++) left += counts[from + field] === 0 ? 0 : 1;
  for (let field = 0; field < WIDTH; field++) {
    const count = counts[from + field] ?? 0;
    if (count === 0) continue;
    left--;
    const more = left > 0 ? MORE_FIELDS : 0;
    writer.byte(more | (field << FIELD_SHIFT) | Math.min(count - 1, COUNT_MASK));
    if (count - 1 >= COUNT_MASK) writer.varint(count - 1 - COUNT_MASK);
  }
}

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

  /** Goes over `count` records. */
  skip(count: number): void {
    for (let at = 0; at < count; at++) {
      this.#reader.at = this.#end;
      const length = this.#reader.varint();
      this.#end = this.#reader.at + length;
    }
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
    const about = Array.from({ length: reader.varint() }, () => reader.varint());
    const lengths = FIELDS.map(() => reader.varint());
    return { id, original, about, lengths };
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

function readCounts(reader: ByteReader, counts: Uint16Array, from: number): void {
  for (;;) {
    const byte = reader.byte();
    const small = byte & COUNT_MASK;
    const count = small === COUNT_MASK ? COUNT_MASK + reader.varint() : small;
    counts[from + ((byte >>> FIELD_SHIFT) & 7)] = Math.min(count + 1, MAX_COUNT);
    if ((byte & MORE_FIELDS) === 0) return;
  }
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

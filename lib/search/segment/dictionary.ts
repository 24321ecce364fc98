/**
 * The dictionary: sorted terms, front-coded in groups whose first term is whole, so that a block is
 * searched without decoding it.
 *
 * A block: the postings block its pointers count from; the entries; the offsets of the groups; the number
 * of entries. An entry: bytes shared with the term before, the rest of the term, the number of documents;
 * then either the postings themselves (gap, impact) or the greatest impact and the pointer (block, offset).
 */
import { ByteReader } from '@/lib/search/blocks/bytes';
import { INLINE_POSTINGS } from '@/lib/search/segment/format';

/** Where a term's postings are. */
export interface TermEntry {
  ordinal: number;
  /** Documents that hold it, those deleted since too. */
  documents: number;
  /** Where the postings stand in the dictionary's block when they are few: see `readInline`. */
  inline: { bytes: Uint8Array; at: number } | null;
  /** Else the greatest impact on a document, the postings block and the offset in it. */
  maxImpact: number;
  block: number;
  offset: number;
}

/** Entries of a group. */
export const GROUP = 16;
/** Bytes of an offset. */
export const UINT16 = 2;
const NO_BYTES = new Uint8Array();

/** The term's entry, or null when it is not in the block. `first` is the ordinal of the first entry. */
export function findInBlock(block: Uint8Array, first: number, term: Uint8Array): TermEntry | null {
  const { entries, groupsAt, base } = readFrame(block);
  const groups = Math.ceil(entries / GROUP);
  let low = 0;
  let high = groups;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareFirst(block, groupOffset(block, groupsAt, middle), term) <= 0) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return null;
  const reader = new ByteReader(block, groupOffset(block, groupsAt, low - 1));
  return findInGroup(reader, term, {
    ordinal: first + (low - 1) * GROUP,
    count: Math.min(GROUP, entries - (low - 1) * GROUP),
    base,
  });
}

/** Compares the first term of a group, which is whole, with the wanted one. */
function compareFirst(block: Uint8Array, offset: number, term: Uint8Array): number {
  const reader = new ByteReader(block, offset + 1);
  const length = reader.varint();
  const most = Math.min(length, term.length);
  for (let at = 0; at < most; at++) {
    const difference = (block[reader.at + at] ?? 0) - (term[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return length - term.length;
}

/** Without building the terms: `matched` is how much of the wanted term the entries so far agree with. */
function findInGroup(
  reader: ByteReader,
  term: Uint8Array,
  { ordinal, count, base }: { ordinal: number; count: number; base: number },
): TermEntry | null {
  let matched = 0;
  for (let at = 0; at < count; at++) {
    const shared = reader.varint();
    const rest = reader.varint();
    const start = reader.at;
    reader.at = start + rest;
    // It leaves the shared part earlier than the entry before did: past the wanted place.
    if (shared < matched) return null;
    const documents = reader.varint();
    if (shared > matched) {
      skipPostings(reader, documents);
      continue;
    }
    let here = 0;
    while (here < rest && matched < term.length && reader.bytes[start + here] === term[matched]) {
      here++;
      matched++;
    }
    if (here === rest && matched === term.length) {
      return readPostings(reader, ordinal + at, documents, base);
    }
    skipPostings(reader, documents);
  }
  return null;
}

/** Reads the entries of a block one after the other, without making an object of each. */
export class DictionaryReader {
  /** The current term: the first `length` bytes of `term`. */
  term = new Uint8Array(256);
  length = 0;
  ordinal = -1;
  documents = 0;
  /** Its postings when they are few: the first `documents` of each. */
  readonly inlineDocuments = new Int32Array(INLINE_POSTINGS);
  readonly inlineImpacts = new Uint8Array(INLINE_POSTINGS);
  /** Else where they are. */
  block = 0;
  offset = 0;
  #reader = new ByteReader(NO_BYTES);
  #base = 0;
  #left = 0;

  /** Goes on with another block; `first` is the ordinal of its first entry. */
  open(bytes: Uint8Array, first: number): void {
    const { entries, base } = readFrame(bytes);
    this.#reader = new ByteReader(bytes);
    this.#reader.varint();
    this.#base = base;
    this.#left = entries;
    this.ordinal = first - 1;
  }

  /** False at the end of the block. */
  next(): boolean {
    if (this.#left === 0) return false;
    this.#left--;
    this.ordinal++;
    const reader = this.#reader;
    const shared = reader.varint();
    const rest = reader.varint();
    this.#readTerm(shared, rest);
    this.documents = reader.varint();
    if (this.documents > INLINE_POSTINGS) {
      reader.at++;
      this.block = this.#base + reader.varint();
      this.offset = reader.varint();
    } else this.#readInline();
    return true;
  }

  #readTerm(shared: number, rest: number): void {
    const { bytes, at } = this.#reader;
    this.length = shared + rest;
    if (this.length > this.term.length) {
      const grown = new Uint8Array(this.length * 2);
      grown.set(this.term);
      this.term = grown;
    }
    for (let index = 0; index < rest; index++) this.term[shared + index] = bytes[at + index] ?? 0;
    this.#reader.at = at + rest;
  }

  #readInline(): void {
    let document = -1;
    for (let at = 0; at < this.documents; at++) {
      document += this.#reader.varint() + 1;
      this.inlineDocuments[at] = document;
      this.inlineImpacts[at] = this.#reader.byte();
    }
  }
}

function readFrame(block: Uint8Array) {
  const end = new ByteReader(block, block.length - UINT16);
  const entries = end.uint16();
  const groupsAt = block.length - UINT16 * (1 + Math.ceil(entries / GROUP));
  return { entries, groupsAt, base: new ByteReader(block).varint() };
}

function groupOffset(block: Uint8Array, groupsAt: number, group: number): number {
  const at = groupsAt + group * UINT16;
  return (block[at] ?? 0) | ((block[at + 1] ?? 0) << 8);
}

function readPostings(
  reader: ByteReader,
  ordinal: number,
  documents: number,
  base: number,
): TermEntry {
  if (documents > INLINE_POSTINGS) {
    const maxImpact = reader.byte();
    const block = base + reader.varint();
    return { ordinal, documents, maxImpact, inline: null, block, offset: reader.varint() };
  }
  const inline = { bytes: reader.bytes, at: reader.at };
  return { ordinal, documents, inline, maxImpact: 0, block: 0, offset: 0 };
}

/** Decodes few postings: most terms that are looked up are dropped unread. */
export function readInline({ bytes, at: start }: { bytes: Uint8Array; at: number }, size: number) {
  const list = { documents: new Int32Array(size), impacts: new Uint8Array(size), length: size };
  const reader = new ByteReader(bytes, start);
  let document = -1;
  for (let at = 0; at < size; at++) {
    document += reader.varint() + 1;
    list.documents[at] = document;
    list.impacts[at] = reader.byte();
  }
  return list;
}

function skipPostings(reader: ByteReader, documents: number): void {
  if (documents > INLINE_POSTINGS) {
    reader.at++;
    reader.varint();
    reader.varint();
    return;
  }
  for (let at = 0; at < documents; at++) {
    reader.varint();
    reader.at++;
  }
}

/** The order of terms, for strings: by code points, as their UTF-8 bytes. */
export function compareTerms(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  for (let at = 0; at < most; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return codePointRank(left) - codePointRank(right);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all others, yet have smaller numbers than some. */
function codePointRank(unit: number): number {
  return unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

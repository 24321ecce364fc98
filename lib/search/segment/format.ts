/**
 * The byte layout of a segment: a header of 32-bit words, then sections that are read in place as typed
 * arrays. Written once, never changed. Documents are numbered in the order of their ids, terms are sorted
 * by UTF-16 code units, postings are runs of variable-length integers.
 *
 * A posting is `(document gap << 4 | field mask)` followed by one count per field in the mask.
 */

export const MAGIC = 0x31565254; // "TRV1", little endian
export const WORD = 4;

/** Sections in file order. */
export const SECTIONS = [
  'ids',
  'idOffsets',
  'groupNames',
  'groupOf',
  'fieldLengths',
  'terms',
  'termOffsets',
  'documentFrequencies',
  'postingOffsets',
  'postings',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Words before the section table: magic, documents, terms, then the total length of each field. */
export const HEADER_WORDS = 3;

/** Appends to a growing byte array. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** LEB128: seven bits a byte, low bits first. */
  varint(value: number): void {
    this.#reserve(5);
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** A copy of exactly what was written. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/** Strings one after the other in UTF-8, with the offset of each and the end of the last. */
export function packStrings(strings: readonly string[]): {
  bytes: Uint8Array<ArrayBuffer>;
  offsets: Uint32Array;
} {
  const encoder = new TextEncoder();
  const writer = new ByteWriter();
  const offsets = new Uint32Array(strings.length + 1);
  strings.forEach((text, index) => {
    offsets[index] = writer.length;
    writer.append(encoder.encode(text));
  });
  offsets[strings.length] = writer.length;
  return { bytes: writer.finish(), offsets };
}

/** The raw bytes of a typed array. */
export function bytesOf(array: Uint8Array | Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

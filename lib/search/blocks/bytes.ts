/** Bytes: writing and reading the few shapes that the index is made of. */

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Bytes that are sooner handled one by one than by the platform. */
const SHORT = 40;
const BYTE = 0x100;
const WORD = 0x1_0000_0000;

/** Appends to a growing byte array. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** LEB128: seven bits a byte, low bits first. Whole numbers below 2^32. */
  varint(value: number): void {
    this.#reserve(5);
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  /** Two bytes, low first. */
  uint16(value: number): void {
    this.byte(value & 0xff);
    this.byte(value >>> 8);
  }

  /** Six bytes, low first: whole numbers below 2^48. */
  uint48(value: number): void {
    this.#reserve(6);
    let low = value % WORD;
    for (let at = 0; at < 4; at++) {
      this.#bytes[this.#length++] = low % BYTE;
      low = Math.floor(low / BYTE);
    }
    this.uint16(Math.floor(value / WORD));
  }

  /** Appends `bytes`, or those of them in `[from, to)`. */
  append(bytes: Uint8Array, from = 0, to = bytes.length): void {
    this.#reserve(to - from);
    if (to - from > SHORT) this.#bytes.set(bytes.subarray(from, to), this.#length);
    // A view and a call of the platform take longer than to copy a few bytes.
    else for (let at = from; at < to; at++) this.#bytes[this.#length + at - from] = bytes[at] ?? 0;
    this.#length += to - from;
  }

  /** Its length in bytes, then its UTF-8. */
  text(text: string): void {
    const bytes = encodeText(text);
    this.varint(bytes.length);
    this.append(bytes);
  }

  /** A copy of exactly what was written; the writer is empty afterwards. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  /** What was written so far, in place: valid until the next call. */
  written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/** Reads what a `ByteWriter` wrote, in the same order. Past the end it reads zeros. */
export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.bytes[this.at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return value >>> 0;
  }

  uint16(): number {
    return this.byte() + this.byte() * BYTE;
  }

  uint48(): number {
    let value = 0;
    for (let at = 5; at >= 0; at--) value = value * BYTE + (this.bytes[this.at + at] ?? 0);
    this.at += 6;
    return value;
  }

  /** A view on the next `length` bytes. */
  take(length: number): Uint8Array {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text(): string {
    return decodeText(this.take(this.varint()));
  }
}

/** UTF-8. Terms and ids are short and mostly ASCII: for those the platform's encoder is slow to call. */
export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  if (text.length > SHORT) return encoder.encode(text);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) return encoder.encode(text);
    bytes[at] = unit;
  }
  return bytes;
}

export function decodeText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** How many bytes `a` and `b` have in common at their beginning. */
export function sharedPrefix(a: Uint8Array, b: Uint8Array): number {
  return sharedStart(a, a.length, b, b.length);
}

/** The same for the first so many bytes of each. */
export function sharedStart(
  a: Uint8Array,
  lengthOfA: number,
  b: Uint8Array,
  lengthOfB: number,
): number {
  const most = Math.min(lengthOfA, lengthOfB);
  let shared = 0;
  while (shared < most && a[shared] === b[shared]) shared++;
  return shared;
}

/** The order of terms: by UTF-8 bytes, which is the order of code points. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = sharedPrefix(a, b);
  if (shared < a.length && shared < b.length) return (a[shared] ?? 0) - (b[shared] ?? 0);
  return a.length - b.length;
}

/** The order of ids: plain code units, the same in every engine and locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first index in `[from, to)` for which `isBefore` is false; `to` when there is none. */
export function lowerBound(from: number, to: number, isBefore: (at: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

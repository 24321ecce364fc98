/** Reading a segment in place: nothing is parsed when it is opened, only the asked-for terms later. */
import { FIELDS } from '@/lib/search/contract';
import { HEADER_WORDS, MAGIC, SECTIONS, WORD, type Section } from '@/lib/search/segment/format';
import { byCodeUnits } from '@/lib/search/segment/write';

/** A term's postings, decoded: parallel arrays in document order. */
export interface Postings {
  documents: Uint32Array;
  /** Bit `f` says that the term stands in field `f`. */
  masks: Uint8Array;
  /** `counts[i * FIELDS.length + f]`. */
  counts: Uint16Array;
}

const decoder = new TextDecoder();
const MAX_COUNT = 0xffff;

export class Segment {
  readonly documents: number;
  readonly terms: number;
  /** Total tokens per field over all documents, deleted ones too. */
  readonly totals: number[];
  readonly groups: string[];
  readonly #sections: Record<Section, Uint8Array>;
  readonly #groupOf: Uint8Array;
  readonly #fieldLengths: Uint32Array;
  readonly #idOffsets: Uint32Array;
  readonly #termOffsets: Uint32Array;
  readonly #frequencies: Uint32Array;
  readonly #postingOffsets: Uint32Array;

  /** Throws when the bytes are no segment: the caller decides what a damaged index means. */
  constructor(file: Uint8Array<ArrayBuffer>) {
    const headerWords = HEADER_WORDS + FIELDS.length + SECTIONS.length * 2;
    if (file.byteLength < headerWords * WORD) throw new RangeError('segment is too short');
    const header = new Uint32Array(file.buffer, file.byteOffset, headerWords);
    const word = (index: number): number => header[index] ?? 0;
    if (word(0) !== MAGIC) throw new RangeError('not a segment');
    this.documents = word(1);
    this.terms = word(2);
    this.totals = FIELDS.map((_, field) => word(HEADER_WORDS + field));
    const sections = SECTIONS.map((name, index): [Section, Uint8Array] => {
      const at = HEADER_WORDS + FIELDS.length + index * 2;
      return [name, file.subarray(word(at), word(at) + word(at + 1))];
    });
    this.#sections = Object.fromEntries(sections) as Record<Section, Uint8Array>;
    this.groups = JSON.parse(decoder.decode(this.#sections.groupNames)) as string[];
    this.#groupOf = this.#sections.groupOf;
    this.#fieldLengths = this.#words('fieldLengths');
    this.#idOffsets = this.#words('idOffsets');
    this.#termOffsets = this.#words('termOffsets');
    this.#frequencies = this.#words('documentFrequencies');
    this.#postingOffsets = this.#words('postingOffsets');
  }

  idAt(document: number): string {
    return decoder.decode(slice(this.#sections.ids, this.#idOffsets, document));
  }

  groupAt(document: number): string {
    return this.groups[this.#groupOf[document] ?? 0] ?? '';
  }

  /** Index into `groups`. */
  groupIndexAt(document: number): number {
    return this.#groupOf[document] ?? 0;
  }

  fieldLength(document: number, field: number): number {
    return this.#fieldLengths[document * FIELDS.length + field] ?? 0;
  }

  termAt(index: number): string {
    return decoder.decode(slice(this.#sections.terms, this.#termOffsets, index));
  }

  /** The document with this id, or -1. */
  findDocument(id: string): number {
    const at = lowerBound(this.documents, (index) => byCodeUnits(this.idAt(index), id) < 0);
    return at < this.documents && this.idAt(at) === id ? at : -1;
  }

  /** The first term not before `term`; equal to `terms` past the end. */
  firstTermFrom(term: string): number {
    return lowerBound(this.terms, (index) => byCodeUnits(this.termAt(index), term) < 0);
  }

  /** The term's index, or -1. */
  findTerm(term: string): number {
    const at = this.firstTermFrom(term);
    return at < this.terms && this.termAt(at) === term ? at : -1;
  }

  /** Documents that hold the term, deleted ones counted too. */
  documentFrequency(term: number): number {
    return this.#frequencies[term] ?? 0;
  }

  /** Decodes one term's postings. */
  postings(term: number): Postings {
    const size = this.documentFrequency(term);
    const documents = new Uint32Array(size);
    const masks = new Uint8Array(size);
    const counts = new Uint16Array(size * FIELDS.length);
    const bytes = this.#sections.postings;
    let at = this.#postingOffsets[term] ?? 0;
    let document = -1;
    const next = (): number => {
      let value = 0;
      let shift = 0;
      for (;;) {
        const byte = bytes[at++] ?? 0;
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) return value >>> 0;
        shift += 7;
      }
    };
    for (let index = 0; index < size; index++) {
      const head = next();
      const mask = head & ((1 << FIELDS.length) - 1);
      document += (head >>> FIELDS.length) + 1;
      documents[index] = document;
      masks[index] = mask;
      for (let field = 0; field < FIELDS.length; field++) {
        if (mask & (1 << field))
          counts[index * FIELDS.length + field] = Math.min(next(), MAX_COUNT);
      }
    }
    return { documents, masks, counts };
  }

  #words(name: Section): Uint32Array {
    const bytes = this.#sections[name];
    return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / WORD);
  }
}

function slice(bytes: Uint8Array, offsets: Uint32Array, index: number): Uint8Array {
  return bytes.subarray(offsets[index], offsets[index + 1]);
}

/** The first index in `[0, size)` for which `before` is false. */
function lowerBound(size: number, before: (index: number) => boolean): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Writing the dictionary; for the layout see `dictionary.ts`. */
import { ByteWriter, sharedStart } from '@/lib/search/blocks/bytes';
import { GROUP, UINT16 } from '@/lib/search/segment/dictionary';
import type { PostingList } from '@/lib/search/segment/postings';

/** Where the postings of a term are that are too many for the dictionary. */
interface PostingsPlace {
  block: number;
  offset: number;
}

/** Fills one dictionary block. */
export class DictionaryBlockWriter {
  readonly #bytes = new ByteWriter();
  #groups: number[] = [];
  #entries = 0;
  /** The term before, of `#lastLength` bytes. */
  #last = new Uint8Array(256);
  #lastLength = 0;
  #base = 0;

  get length(): number {
    return this.#bytes.length + this.#groups.length * UINT16;
  }

  get entries(): number {
    return this.#entries;
  }

  /** A term whose few postings stand here; `block` is that of the next ones which do not. */
  addInline(term: Uint8Array, length: number, list: PostingList, block: number): void {
    this.#addTerm(term, length, list.length, block);
    let previous = -1;
    for (let at = 0; at < list.length; at++) {
      const document = list.documents[at] ?? 0;
      this.#bytes.varint(document - previous - 1);
      this.#bytes.byte(list.impacts[at] ?? 0);
      previous = document;
    }
  }

  /** A term whose postings, as many as `documents`, stand at `place`. */
  add(
    term: Uint8Array,
    length: number,
    documents: number,
    maxImpact: number,
    { block, offset }: PostingsPlace,
  ): void {
    this.#addTerm(term, length, documents, block);
    this.#bytes.byte(maxImpact);
    this.#bytes.varint(block - this.#base);
    this.#bytes.varint(offset);
  }

  /** Terms, the first `length` bytes of `term`, come in order, which implies their ordinals. */
  #addTerm(term: Uint8Array, length: number, documents: number, block: number): void {
    const bytes = this.#bytes;
    if (this.#entries === 0) {
      this.#base = block;
      bytes.varint(block);
    }
    const isFirst = this.#entries % GROUP === 0;
    if (isFirst) this.#groups.push(bytes.length);
    const shared = isFirst ? 0 : sharedStart(this.#last, this.#lastLength, term, length);
    bytes.varint(shared);
    bytes.varint(length - shared);
    bytes.append(term, shared, length);
    bytes.varint(documents);
    this.#remember(term, length, shared);
    this.#entries++;
  }

  take(): Uint8Array<ArrayBuffer> {
    for (const offset of this.#groups) this.#bytes.uint16(offset);
    this.#bytes.uint16(this.#entries);
    this.#groups = [];
    this.#entries = 0;
    this.#lastLength = 0;
    return this.#bytes.take();
  }

  /** Of `term` what it does not share with the one before. */
  #remember(term: Uint8Array, length: number, shared: number): void {
    if (length > this.#last.length) {
      const grown = new Uint8Array(length * 2);
      grown.set(this.#last);
      this.#last = grown;
    }
    for (let at = shared; at < length; at++) this.#last[at] = term[at] ?? 0;
    this.#lastLength = length;
  }
}

/** Writing the dictionary; for the layout see `dictionary.ts`. */
import { ByteWriter, sharedPrefix } from '@/lib/search/blocks/bytes';
import { GROUP, UINT16 } from '@/lib/search/segment/dictionary';

const NO_BYTES = new Uint8Array();

/** What is written about a term. */
interface NewEntry {
  documents: number;
  /** The postings themselves when they are few. */
  inline: { documents: Int32Array; impacts: Uint8Array } | null;
  maxImpact: number;
  /** Else the postings block and the offset in it. */
  block: number;
  offset: number;
}

/** Fills one dictionary block. */
export class DictionaryBlockWriter {
  readonly #bytes = new ByteWriter();
  #groups: number[] = [];
  #entries = 0;
  #last: Uint8Array = NO_BYTES;
  #base = 0;

  get length(): number {
    return this.#bytes.length + this.#groups.length * UINT16;
  }

  get entries(): number {
    return this.#entries;
  }

  /** Terms come in order, which implies their ordinals. */
  add(term: Uint8Array, entry: NewEntry): void {
    const bytes = this.#bytes;
    if (this.#entries === 0) {
      this.#base = entry.block;
      bytes.varint(entry.block);
    }
    const isFirst = this.#entries % GROUP === 0;
    if (isFirst) this.#groups.push(bytes.length);
    const shared = isFirst ? 0 : sharedPrefix(this.#last, term);
    bytes.varint(shared);
    bytes.varint(term.length - shared);
    bytes.append(term.subarray(shared));
    bytes.varint(entry.documents);
    this.#addPostings(entry);
    this.#last = term;
    this.#entries++;
  }

  take(): Uint8Array<ArrayBuffer> {
    for (const offset of this.#groups) this.#bytes.uint16(offset);
    this.#bytes.uint16(this.#entries);
    this.#groups = [];
    this.#entries = 0;
    this.#last = NO_BYTES;
    return this.#bytes.take();
  }

  #addPostings({ inline, maxImpact, block, offset }: NewEntry): void {
    if (inline === null) {
      this.#bytes.byte(maxImpact);
      this.#bytes.varint(block - this.#base);
      this.#bytes.varint(offset);
      return;
    }
    let previous = -1;
    inline.documents.forEach((document, at) => {
      this.#bytes.varint(document - previous - 1);
      this.#bytes.byte(inline.impacts[at] ?? 0);
      previous = document;
    });
  }
}

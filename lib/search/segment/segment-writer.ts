/** Writes a segment block by block as it is made: first all documents in order, then all terms in order. */
import { ok, type Result } from '@/lib/core/result';
import { writeBlob } from '@/lib/search/blocks/blob';
import { ByteWriter, decodeText } from '@/lib/search/blocks/bytes';
import { sealBlock } from '@/lib/search/blocks/seal';
import type { SegmentStore } from '@/lib/search/contract';
import { DictionaryBlockWriter } from '@/lib/search/segment/dictionary-writer';
import { addToFilter, createFilter } from '@/lib/search/segment/filter';
import { BLOCK_BYTES, CHUNK, INLINE_POSTINGS, RUN, SECTION } from '@/lib/search/segment/format';
import { encodeHead, storableTime, type SegmentHead } from '@/lib/search/segment/head';
import {
  greatestImpact,
  writeChunk,
  writeDirectory,
  writeRun,
  type PostingList,
} from '@/lib/search/segment/postings';
import { RecordBlockWriter, type ForwardTerms } from '@/lib/search/segment/record-writer';

/** What a segment keeps of a document beside its terms. */
export interface NewRecord {
  group: string;
  id: string;
  time: number;
  original: string | null;
  about: readonly string[];
  /** Tokens of each field. */
  lengths: number[];
}

/** Full blocks wait for this many bytes, so that the store is called seldom. */
const WRITE_BYTES = 128 * 1024;

export class SegmentWriter {
  readonly #store: SegmentStore;
  readonly #file: string;
  readonly #head: SegmentHead;
  readonly #filter: Uint8Array[];
  readonly #about = new Map<string, number>();
  readonly #records = new RecordBlockWriter();
  readonly #dictionary = new DictionaryBlockWriter();
  readonly #postings = new ByteWriter();
  readonly #chunk = new ByteWriter();
  #documents = 0;
  #waiting = new Map<number, Uint8Array>();
  #waitingBytes = 0;

  /** `documents` is how many will be added, exactly. */
  constructor(store: SegmentStore, file: string, documents: number) {
    this.#store = store;
    this.#file = file;
    this.#filter = createFilter(documents);
    this.#head = {
      documents,
      terms: 0,
      postings: 0,
      groups: [],
      about: [],
      dictionary: [],
      records: [],
      times: new Float64Array(documents),
    };
  }

  /** Documents come in the order of (group, id). */
  addDocument(record: NewRecord, forward: ForwardTerms): void {
    const { groups, records, times } = this.#head;
    const isNewGroup = groups.at(-1)?.group !== record.group;
    if (isNewGroup) groups.push({ group: record.group, first: this.#documents });
    if (isNewGroup || this.#records.length >= BLOCK_BYTES.records) this.#closeRecords();
    if (this.#records.length === 0) records.push({ document: this.#documents, id: record.id });
    times[this.#documents] = storableTime(record.time);
    const about = record.about.map((value) => this.#factNumber(value));
    const { id, original, lengths } = record;
    this.#records.add({ id, original, about, lengths }, forward);
    addToFilter(this.#filter, record.id);
    this.#documents++;
  }

  /**
   * Terms, the first `length` bytes of `term`, come in the order of their bytes; the list is not empty. Both may be
   * reused afterwards.
   */
  addTerm(term: Uint8Array, list: PostingList, length = term.length): void {
    if (this.#dictionary.length >= BLOCK_BYTES.dictionary) this.#closeDictionary();
    if (this.#dictionary.length === 0) {
      this.#head.dictionary.push({
        term: decodeText(term.subarray(0, length)),
        ordinal: this.#head.terms,
      });
    }
    if (list.length <= INLINE_POSTINGS) {
      this.#dictionary.addInline(term, length, list, this.#head.postings);
    } else {
      const place = this.#addPostings(list);
      const greatest = greatestImpact(list, 0, list.length);
      this.#dictionary.add(term, length, list.length, greatest, place);
    }
    this.#head.terms++;
  }

  /** True when enough blocks wait to be flushed. */
  get isFull(): boolean {
    return this.#waitingBytes >= WRITE_BYTES;
  }

  /** Hands the full blocks to the store. */
  async flush(): Promise<Result<void>> {
    const numbers = [...this.#waiting.keys()].sort((a, b) => a - b);
    for (let from = 0; from < numbers.length;) {
      const first = numbers[from] ?? 0;
      const blocks: Uint8Array[] = [];
      for (; numbers[from] === first + blocks.length; from++) {
        blocks.push(this.#waiting.get(first + blocks.length) ?? new Uint8Array());
      }
      const written = await this.#store.writeBlocks(this.#file, first, blocks);
      if (!written.ok) return written;
    }
    this.#waiting = new Map();
    this.#waitingBytes = 0;
    return ok(undefined);
  }

  /** Writes what is left, the head last. */
  async finish(): Promise<Result<void>> {
    this.#closeRecords();
    this.#closeDictionary();
    this.#closePostings();
    this.#filter.forEach((bytes, at) => this.#queue(SECTION.filter + at, bytes));
    const flushed = await this.flush();
    if (!flushed.ok) return flushed;
    this.#head.about = [...this.#about.keys()];
    return writeBlob(this.#store, this.#file, encodeHead(this.#head));
  }

  #factNumber(value: string): number {
    const known = this.#about.get(value);
    if (known !== undefined) return known;
    this.#about.set(value, this.#about.size);
    return this.#about.size - 1;
  }

  #addPostings(list: PostingList): { block: number; offset: number } {
    if (list.length > CHUNK) return this.#addLongList(list);
    if (list.length <= RUN) writeRun(this.#chunk, list, 0, list.length, -1);
    else writeChunk(this.#chunk, list, 0, list.length);
    return this.#place();
  }

  /** The directory ends its block, so that the chunks are the blocks that follow. */
  #addLongList(list: PostingList): { block: number; offset: number } {
    writeDirectory(this.#chunk, list);
    const place = this.#place();
    for (let from = 0; from < list.length; from += CHUNK) {
      this.#closePostings();
      writeChunk(this.#postings, list, from, Math.min(from + CHUNK, list.length));
    }
    return place;
  }

  /** Moves what was made in `#chunk` to the block of postings, or to the next one where it does not fit. */
  #place(): { block: number; offset: number } {
    const { length } = this.#postings;
    const fits = length + this.#chunk.length <= BLOCK_BYTES.postings * 1.25;
    if (length >= BLOCK_BYTES.postings || !fits) this.#closePostings();
    const place = { block: this.#head.postings, offset: this.#postings.length };
    this.#postings.append(this.#chunk.written());
    this.#chunk.clear();
    return place;
  }

  #closePostings(): void {
    if (this.#postings.length === 0) return;
    this.#queue(SECTION.postings + this.#head.postings, this.#postings.take());
    this.#head.postings++;
  }

  #closeRecords(): void {
    if (this.#records.length === 0) return;
    this.#queue(SECTION.records + this.#head.records.length - 1, this.#records.take());
  }

  #closeDictionary(): void {
    if (this.#dictionary.length === 0) return;
    this.#queue(SECTION.dictionary + this.#head.dictionary.length - 1, this.#dictionary.take());
  }

  #queue(number: number, bytes: Uint8Array): void {
    this.#waiting.set(number, sealBlock(this.#file, number, bytes));
    this.#waitingBytes += bytes.length;
  }
}

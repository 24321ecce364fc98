/** Reading a segment from its beginning to its end, for a merge: a few blocks at a time, past the cache. */
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { readSealed } from '@/lib/search/blocks/block-cache';
import type { ByteWriter } from '@/lib/search/blocks/bytes';
import type { SegmentStore } from '@/lib/search/contract';
import { DictionaryReader } from '@/lib/search/segment/dictionary';
import { CHUNK, INLINE_POSTINGS, RUN, SECTION } from '@/lib/search/segment/format';
import {
  chunksOf,
  readChunk,
  readChunkPostings,
  readDirectory,
  readRun,
  withRoom,
  type PostingList,
} from '@/lib/search/segment/postings';
import { RecordReader, type DocumentRecord } from '@/lib/search/segment/records';
import { isLive, type LiveSegment, type Segment } from '@/lib/search/segment/segment';

/** Blocks read at once. */
const AHEAD = 16;

/** Null where nothing had to be waited for. */
export type Waiting<T = void> = Promise<Result<T>> | null;

/** The blocks of one section, asked for in order (each as often as need be). */
class SectionReader {
  readonly blocks: number;
  readonly #store: SegmentStore;
  readonly #file: string;
  readonly #section: number;
  #window: Uint8Array[] = [];
  #from = 0;

  constructor(store: SegmentStore, file: string, section: number, blocks: number) {
    this.#store = store;
    this.#file = file;
    this.#section = section;
    this.blocks = blocks;
  }

  /** The block if it is at hand. */
  peek(block: number): Uint8Array | null {
    return this.#window[block - this.#from] ?? null;
  }

  async read(block: number): Promise<Result<Uint8Array>> {
    const held = this.peek(block);
    if (held !== null) return ok(held);
    const count = Math.min(AHEAD, this.blocks - block);
    const numbers = Array.from({ length: count }, (_, at) => this.#section + block + at);
    const read = await readSealed(this.#store, this.#file, numbers);
    if (!read.ok) return read;
    this.#window = read.value;
    this.#from = block;
    const [first] = read.value;
    return first === undefined
      ? fail(fault('storage-broken', { file: this.#file, block: this.#section + block }))
      : ok(first);
  }
}

/** The terms of a segment in order. */
export class TermCursor {
  readonly live: LiveSegment;
  /** The current term, unless `isAtEnd`. */
  readonly entry = new DictionaryReader();
  isAtEnd = false;
  readonly #blocks: SectionReader;
  readonly #postings: SectionReader;
  #block = 0;

  constructor(store: SegmentStore, live: LiveSegment) {
    const { name, head } = live.segment;
    this.live = live;
    this.#blocks = new SectionReader(store, name, SECTION.dictionary, head.dictionary.length);
    this.#postings = new SectionReader(store, name, SECTION.postings, head.postings);
  }

  /** To the next term, at first to the first. */
  advance(): Waiting {
    if (this.entry.next()) return null;
    if (this.#block < this.#blocks.blocks) return this.#nextBlock();
    this.isAtEnd = true;
    return null;
  }

  async #nextBlock(): Promise<Result<void>> {
    const read = await this.#blocks.read(this.#block);
    if (!read.ok) return read;
    this.entry.open(read.value, this.live.segment.head.dictionary[this.#block]?.ordinal ?? 0);
    this.entry.next();
    this.#block++;
    return ok(undefined);
  }

  /** Reads ahead what `readPostings` of the current term needs. */
  preparePostings(): Waiting<Uint8Array> {
    const { documents, block } = this.entry;
    if (documents <= INLINE_POSTINGS || this.#postings.peek(block) !== null) return null;
    return this.#postings.read(block);
  }

  /** All postings of the current term, into `list` or a larger one; a promise where they are very many. */
  readPostings(list: PostingList): PostingList | Promise<Result<PostingList>> {
    const { documents, block, offset, inlineDocuments, inlineImpacts } = this.entry;
    const room = withRoom(list, documents);
    if (documents <= INLINE_POSTINGS) {
      for (let at = 0; at < documents; at++) {
        room.documents[at] = inlineDocuments[at] ?? 0;
        room.impacts[at] = inlineImpacts[at] ?? 0;
      }
      room.length = documents;
      return room;
    }
    const bytes = this.#postings.peek(block) ?? new Uint8Array();
    if (documents > CHUNK) return this.#readChunks(bytes, room);
    if (documents <= RUN) readRun(bytes, offset, documents, -1, room);
    else readChunkPostings(readChunk(bytes, offset, documents, -1), room);
    return room;
  }

  async #readChunks(bytes: Uint8Array, list: PostingList): Promise<Result<PostingList>> {
    const { block, offset, documents } = this.entry;
    const { last } = readDirectory(bytes, offset, documents);
    for (let chunk = 0; chunk < chunksOf(documents); chunk++) {
      const read = await this.#postings.read(block + 1 + chunk);
      if (!read.ok) return read;
      const size = Math.min(CHUNK, documents - chunk * CHUNK);
      readChunkPostings(readChunk(read.value, 0, size, last[chunk - 1] ?? -1), list);
    }
    return ok(list);
  }
}

/** The living documents of a segment in order. */
export class RecordCursor {
  readonly segment: Segment;
  /** Null before the first `advance` and after the last document. */
  record: DocumentRecord | null = null;
  document = -1;
  /** Of the current document. */
  group = '';
  time = 0;
  readonly #live: LiveSegment;
  readonly #blocks: SectionReader;
  #reader: RecordReader | null = null;
  #block = 0;
  #range = 0;

  constructor(store: SegmentStore, live: LiveSegment) {
    const { name, head } = live.segment;
    this.segment = live.segment;
    this.#live = live;
    this.#blocks = new SectionReader(store, name, SECTION.records, head.records.length);
  }

  /** To the next living document, at first to the first. */
  advance(): Waiting {
    while (this.#reader?.next() === true) {
      this.document++;
      if (!isLive(this.#live, this.document)) continue;
      this.#read(this.#reader);
      return null;
    }
    this.record = null;
    return this.#block < this.#blocks.blocks ? this.#nextBlock() : null;
  }

  /** The terms of the current document, under the ordinals they have after the merge. */
  copyForward(ordinalOf: Int32Array, into: ByteWriter): void {
    this.#reader?.copyForward(ordinalOf, into);
  }

  #read(reader: RecordReader): void {
    const { ranges, head } = this.segment;
    while (this.document >= (ranges[this.#range]?.to ?? Infinity)) this.#range++;
    this.record = reader.read();
    this.group = ranges[this.#range]?.group ?? '';
    this.time = head.times[this.document] ?? 0;
  }

  async #nextBlock(): Promise<Result<void>> {
    const read = await this.#blocks.read(this.#block++);
    if (!read.ok) return read;
    this.#reader = new RecordReader(read.value);
    return (await this.advance()) ?? ok(undefined);
  }
}

/** Reading a segment from its beginning to its end, for a merge: a few blocks at a time, past the cache. */
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { readSealed } from '@/lib/search/blocks/block-cache';
import type { SegmentStore } from '@/lib/search/contract';
import { readDictionaryBlock, type DictionaryEntry } from '@/lib/search/segment/dictionary';
import { CHUNK, RUN, SECTION } from '@/lib/search/segment/format';
import {
  chunksOf,
  readChunk,
  readChunkPostings,
  readDirectory,
  readRun,
  withRoom,
  type PostingList,
} from '@/lib/search/segment/postings';
import { RecordReader, type DocumentRecord, type ForwardIndex } from '@/lib/search/segment/records';
import { isLive, type LiveSegment, type Segment } from '@/lib/search/segment/segment';

/** Blocks read at once. */
const AHEAD = 16;

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
  /** Null before the first `advance` and after the last term. */
  entry: DictionaryEntry | null = null;
  readonly #blocks: SectionReader;
  readonly #postings: SectionReader;
  #entries: DictionaryEntry[] = [];
  #at = 0;
  #block = 0;

  constructor(store: SegmentStore, live: LiveSegment) {
    const { name, head } = live.segment;
    this.live = live;
    this.#blocks = new SectionReader(store, name, SECTION.dictionary, head.dictionary.length);
    this.#postings = new SectionReader(store, name, SECTION.postings, head.postings);
  }

  /** To the next term; a promise only when a block must be read. */
  advance(): Promise<Result<void>> | null {
    this.entry = this.#entries[this.#at++] ?? null;
    return this.entry === null && this.#block < this.#blocks.blocks ? this.#nextBlock() : null;
  }

  async #nextBlock(): Promise<Result<void>> {
    const read = await this.#blocks.read(this.#block);
    if (!read.ok) return read;
    const first = this.live.segment.head.dictionary[this.#block]?.ordinal ?? 0;
    this.#entries = readDictionaryBlock(read.value, first);
    this.#block++;
    this.#at = 1;
    this.entry = this.#entries[0] ?? null;
    return ok(undefined);
  }

  /** All postings of the current term, into `list` or a larger one. */
  async readPostings(list: PostingList): Promise<Result<PostingList>> {
    const { entry } = this;
    const room = withRoom(list, entry?.documents ?? 0);
    if (entry === null) return ok(room);
    const { inline, documents, block, offset } = entry;
    if (inline !== null) {
      room.documents.set(inline.documents);
      room.impacts.set(inline.impacts);
      room.length = documents;
      return ok(room);
    }
    const bytes = this.#postings.peek(block);
    const first = bytes === null ? await this.#postings.read(block) : ok(bytes);
    if (!first.ok) return first;
    if (documents > CHUNK) return this.#readChunks(first.value, entry, room);
    if (documents <= RUN) readRun(first.value, offset, documents, -1, room);
    else readChunkPostings(readChunk(first.value, offset, documents, -1), room);
    return ok(room);
  }

  async #readChunks(
    bytes: Uint8Array,
    { block, offset, documents }: DictionaryEntry,
    list: PostingList,
  ): Promise<Result<PostingList>> {
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
  record: (DocumentRecord & { group: string; time: number }) | null = null;
  document = -1;
  readonly #live: LiveSegment;
  readonly #blocks: SectionReader;
  #reader: RecordReader | null = null;
  #block = 0;
  #range = 0;

  constructor(store: SegmentStore, live: LiveSegment) {
    const { segment } = live;
    this.segment = segment;
    this.#live = live;
    this.#blocks = new SectionReader(
      store,
      segment.name,
      SECTION.records,
      segment.head.records.length,
    );
  }

  async advance(): Promise<Result<void>> {
    for (;;) {
      if (this.#reader?.next() !== true) {
        const opened = await this.#nextBlock();
        if (!opened.ok) return opened;
        if (!opened.value) return ok(undefined);
        continue;
      }
      this.document++;
      if (!isLive(this.#live, this.document)) continue;
      this.record = this.#read(this.#reader);
      return ok(undefined);
    }
  }

  readForward(into: ForwardIndex): void {
    this.#reader?.readForward(into);
  }

  #read(reader: RecordReader) {
    const { ranges, head } = this.segment;
    while (this.document >= (ranges[this.#range]?.to ?? Infinity)) this.#range++;
    const group = ranges[this.#range]?.group ?? '';
    return { ...reader.read(), group, time: head.times[this.document] ?? 0 };
  }

  /** False at the end. */
  async #nextBlock(): Promise<Result<boolean>> {
    this.record = null;
    this.#reader = null;
    if (this.#block >= this.#blocks.blocks) return ok(false);
    const read = await this.#blocks.read(this.#block++);
    if (!read.ok) return read;
    this.#reader = new RecordReader(read.value);
    return ok(true);
  }
}

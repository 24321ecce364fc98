/**
 * Postings: for each term, in document order, the documents and the impact on each. In runs of 128: the
 * gaps between documents as variable-length integers, then one byte of impact each.
 *
 * A list of up to 128 postings is one bare run. A longer one is a chunk: a table that says for each run
 * its last document, its greatest impact and its bytes; then the runs. One of more than 8,192 is a
 * directory, which says for each chunk its last document and its greatest impact; its chunks are the
 * blocks that follow.
 */
import { ByteReader, ByteWriter } from '@/lib/search/blocks/bytes';
import { CHUNK, CHUNK_RUNS, INLINE_POSTINGS, RUN } from '@/lib/search/segment/format';

/** A term's postings in memory: parallel, in document order; the first `length` count. */
export interface PostingList {
  documents: Int32Array;
  impacts: Uint8Array;
  length: number;
}

/** A chunk with its table read: run `r` ends with document `last[r]`, and lies in `[start[r], start[r + 1])`. */
export interface Chunk {
  bytes: Uint8Array;
  runs: number;
  /** Postings in it. */
  size: number;
  /** The document before its first. */
  base: number;
  last: Int32Array;
  maxImpact: Uint8Array;
  start: Int32Array;
}

/** What a directory says of the chunks of a long list. */
export interface Directory {
  last: Int32Array;
  maxImpact: Uint8Array;
}

export function chunksOf(size: number): number {
  return Math.ceil(size / CHUNK);
}

export function greatestImpact(list: PostingList, from: number, to: number): number {
  let greatest = 0;
  for (let at = from; at < to; at++) greatest = Math.max(greatest, list.impacts[at] ?? 0);
  return greatest;
}

/** Appends postings `[from, to)` as one run; `base` is the document before them. */
export function writeRun(
  writer: ByteWriter,
  list: PostingList,
  from: number,
  to: number,
  base: number,
): void {
  let previous = base;
  for (let at = from; at < to; at++) {
    const document = list.documents[at] ?? 0;
    writer.varint(document - previous - 1);
    previous = document;
  }
  writer.append(list.impacts, from, to);
}

/** The runs of the chunk that is being written. */
const runs = new ByteWriter();

/** Appends postings `[from, to)`, at most `CHUNK` of them, as a chunk. */
export function writeChunk(writer: ByteWriter, list: PostingList, from: number, to: number): void {
  runs.clear();
  let last = from === 0 ? -1 : (list.documents[from - 1] ?? 0);
  for (let start = from; start < to; start += RUN) {
    const end = Math.min(start + RUN, to);
    const before = runs.length;
    writeRun(runs, list, start, end, last);
    const document = list.documents[end - 1] ?? 0;
    writer.varint(document - last);
    writer.byte(greatestImpact(list, start, end));
    writer.varint(runs.length - before);
    last = document;
  }
  writer.append(runs.written());
}

export function writeDirectory(writer: ByteWriter, list: PostingList): void {
  let last = -1;
  for (let start = 0; start < list.length; start += CHUNK) {
    const end = Math.min(start + CHUNK, list.length);
    const document = list.documents[end - 1] ?? 0;
    writer.varint(document - last);
    writer.byte(greatestImpact(list, start, end));
    last = document;
  }
}

/** Reads the table of a chunk of `size` postings; `base` is the document before it. */
export function readChunk(bytes: Uint8Array, offset: number, size: number, base: number): Chunk {
  const runs = Math.ceil(size / RUN);
  const chunk: Chunk = {
    bytes,
    runs,
    size,
    base,
    last: new Int32Array(runs),
    maxImpact: new Uint8Array(runs),
    start: new Int32Array(runs + 1),
  };
  const reader = new ByteReader(bytes, offset);
  let last = base;
  let length = 0;
  for (let run = 0; run < runs; run++) {
    last += reader.varint();
    chunk.last[run] = last;
    chunk.maxImpact[run] = reader.byte();
    chunk.start[run] = length;
    length += reader.varint();
  }
  chunk.start[runs] = length;
  for (let run = 0; run <= runs; run++) chunk.start[run] = (chunk.start[run] ?? 0) + reader.at;
  return chunk;
}

export function readDirectory(bytes: Uint8Array, offset: number, size: number): Directory {
  const chunks = chunksOf(size);
  const directory = { last: new Int32Array(chunks), maxImpact: new Uint8Array(chunks) };
  const reader = new ByteReader(bytes, offset);
  let last = -1;
  for (let chunk = 0; chunk < chunks; chunk++) {
    last += reader.varint();
    directory.last[chunk] = last;
    directory.maxImpact[chunk] = reader.byte();
  }
  return directory;
}

/** Postings in run `run` of the chunk. */
export function runSize({ size }: Chunk, run: number): number {
  return Math.min(RUN, size - run * RUN);
}

/** Decodes a bare run of `size` postings into `list` at its end. */
export function readRun(
  bytes: Uint8Array,
  offset: number,
  size: number,
  base: number,
  list: PostingList,
): void {
  const reader = new ByteReader(bytes, offset);
  let document = base;
  for (let at = 0; at < size; at++) {
    document += reader.varint() + 1;
    list.documents[list.length + at] = document;
  }
  list.impacts.set(bytes.subarray(reader.at, reader.at + size), list.length);
  list.length += size;
}

/** Decodes a whole chunk into `list` at its end. */
export function readChunkPostings(chunk: Chunk, list: PostingList): void {
  let base = chunk.base;
  for (let run = 0; run < chunk.runs; run++) {
    readRun(chunk.bytes, chunk.start[run] ?? 0, runSize(chunk, run), base, list);
    base = chunk.last[run] ?? 0;
  }
}

/** `list` emptied, or a larger one: with room for `size` postings, at least. */
export function withRoom(list: PostingList, size: number): PostingList {
  if (list.documents.length >= size) {
    list.length = 0;
    return list;
  }
  const room = Math.max(size, 2 * CHUNK_RUNS, list.documents.length * 2);
  return { documents: new Int32Array(room), impacts: new Uint8Array(room), length: 0 };
}

/** A list with room for few postings. */
export function emptyList(): PostingList {
  return {
    documents: new Int32Array(INLINE_POSTINGS),
    impacts: new Uint8Array(INLINE_POSTINGS),
    length: 0,
  };
}

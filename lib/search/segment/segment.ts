/** An open segment: its head in memory, everything else read through the block cache when it is needed. */
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { readBlob } from '@/lib/search/blocks/blob';
import type { BlockFile } from '@/lib/search/blocks/block-cache';
import { byCodeUnits, lowerBound } from '@/lib/search/blocks/bytes';
import type { CommittedSegment, SegmentStore } from '@/lib/search/contract';
import { compareTerms, findInBlock, type TermEntry } from '@/lib/search/segment/dictionary';
import {
  decodeDeletions,
  deletedWith,
  isDeleted,
  NO_DELETIONS,
  type Deletions,
} from '@/lib/search/segment/deletions';
import { filterBlock, filterShape, mayHold } from '@/lib/search/segment/filter';
import { SECTION } from '@/lib/search/segment/format';
import { decodeHead, type GroupRange, type SegmentHead } from '@/lib/search/segment/head';
import { RecordReader } from '@/lib/search/segment/records';

/** A group's documents `[from, to)`. */
export interface DocumentRange {
  group: string;
  from: number;
  to: number;
}

/** Terms whose entries are kept: some 100 bytes each. */
const KNOWN_TERMS = 4_096;

/** A term to look up, in both forms. */
export interface WantedTerm {
  text: string;
  bytes: Uint8Array;
}

export class Segment {
  readonly name: string;
  readonly head: SegmentHead;
  readonly file: BlockFile;
  readonly ranges: DocumentRange[];
  /** The first document of each record block. */
  readonly #recordStarts: Int32Array;
  /** Terms that were looked up lately. */
  readonly #known = new Map<string, TermEntry | null>();

  constructor(name: string, head: SegmentHead, file: BlockFile) {
    this.name = name;
    this.head = head;
    this.file = file;
    this.#recordStarts = Int32Array.from(head.records, ({ document }) => document);
    const end = (at: number): number => head.groups[at + 1]?.first ?? head.documents;
    this.ranges = head.groups.map(({ group, first }: GroupRange, at) => ({
      group,
      from: first,
      to: end(at),
    }));
  }

  get documents(): number {
    return this.head.documents;
  }

  /** Number of the dictionary block that would hold the term; -1 when it stands before all. */
  dictionaryBlockOf(term: string): number {
    const { dictionary } = this.head;
    const isBefore = (at: number): boolean => compareTerms(dictionary[at]?.term ?? '', term) <= 0;
    return lowerBound(0, dictionary.length, isBefore) - 1;
  }

  /** The terms' entries in the order asked; null for those that are not here. */
  async findTerms(terms: readonly WantedTerm[]): Promise<Result<(TermEntry | null)[]>> {
    const entries = terms.map(({ text }) => this.#known.get(text));
    const missing: { term: WantedTerm; at: number; block: number }[] = [];
    for (const [at, term] of terms.entries()) {
      if (entries[at] !== undefined) continue;
      const block = this.dictionaryBlockOf(term.text);
      if (block >= 0) missing.push({ term, at, block });
    }
    const read = await this.file.load(missing.map(({ block }) => SECTION.dictionary + block));
    if (!read.ok) return read;
    for (const [index, { term, at, block }] of missing.entries()) {
      const first = this.head.dictionary[block]?.ordinal ?? 0;
      const entry = findInBlock(read.value[index] ?? new Uint8Array(), first, term.bytes);
      this.#remember(term.text, entry);
      entries[at] = entry;
    }
    return ok(entries.map((entry) => entry ?? null));
  }

  /** Words come again and again. Not those with postings of their own here: they would hold their block. */
  #remember(term: string, entry: TermEntry | null): void {
    if (entry !== null && entry.inline !== null) return;
    if (this.#known.size >= KNOWN_TERMS) this.#known.clear();
    this.#known.set(term, entry);
  }

  /** Index of the record block that holds the document. */
  recordBlockOf(document: number): number {
    const starts = this.#recordStarts;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= document) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** A reader that stands at the document's record, given the block that holds it and its index. */
  openRecord(bytes: Uint8Array, document: number, block: number): RecordReader {
    const first = this.head.records[block]?.document ?? 0;
    const reader = new RecordReader(bytes);
    reader.skip(document - first + 1);
    return reader;
  }

  /** The numbers of the documents with these ids, deleted ones too; -1 for those that are not here. */
  async findDocuments(ids: readonly string[]): Promise<Result<Int32Array>> {
    const found = new Int32Array(ids.length).fill(-1);
    const perhaps = await this.#askFilter(ids);
    if (!perhaps.ok) return perhaps;
    const places = perhaps.value.flatMap((at) =>
      this.ranges.map((range) => ({ at, block: this.#recordBlockOfId(ids[at] ?? '', range) })),
    );
    const wanted = places.filter(({ block }) => block >= 0);
    const read = await this.file.load(wanted.map(({ block }) => SECTION.records + block));
    if (!read.ok) return read;
    wanted.forEach(({ at, block }, index) => {
      const offset = findId(read.value[index] ?? new Uint8Array(), ids[at] ?? '');
      if (offset >= 0) found[at] = (this.head.records[block]?.document ?? 0) + offset;
    });
    return ok(found);
  }

  /** Indexes of those ids that the segment may hold. */
  async #askFilter(ids: readonly string[]): Promise<Result<number[]>> {
    const { blocks } = filterShape(this.documents);
    const numbers = ids.map((id) => SECTION.filter + filterBlock(id, blocks));
    const read = await this.file.load(numbers);
    if (!read.ok) return read;
    return ok(
      [...ids.keys()].filter((at) => mayHold(read.value[at] ?? new Uint8Array(), ids[at] ?? '')),
    );
  }

  /** The one record block of the range that may hold the id, or -1. */
  #recordBlockOfId(id: string, { from, to }: DocumentRange): number {
    const { records } = this.head;
    const first = this.recordBlockOf(from);
    const end = this.recordBlockOf(to - 1) + 1;
    const isBefore = (at: number): boolean => byCodeUnits(records[at]?.id ?? '', id) <= 0;
    const after = lowerBound(first, end, isBefore);
    return after === first ? -1 : after - 1;
  }
}

function findId(block: Uint8Array, id: string): number {
  const reader = new RecordReader(block);
  for (let at = 0; reader.next(); at++) if (reader.readId() === id) return at;
  return -1;
}

/** A segment as one commit has it. */
export interface LiveSegment {
  segment: Segment;
  deletions: Deletions;
  /** The file of the deletions. */
  deletionsFile: string | null;
}

export function liveDocuments({ segment, deletions }: LiveSegment): number {
  return segment.documents - deletions.documents.length;
}

/** Living documents that hold the term. */
export function liveFrequency(
  { deletions }: LiveSegment,
  entry: Pick<TermEntry, 'documents' | 'ordinal'> | null,
): number {
  return entry === null ? 0 : entry.documents - deletedWith(deletions, entry.ordinal);
}

export function isLive({ deletions }: LiveSegment, document: number): boolean {
  return !isDeleted(deletions, document);
}

/**
 * Opens the segment in `file`, which is closed when it cannot be: fault `storage-broken` when it is damaged or of
 * another format.
 */
export async function openSegment(
  store: SegmentStore,
  file: BlockFile,
  entry: CommittedSegment,
): Promise<Result<LiveSegment>> {
  const opened = await readSegment(store, file, entry);
  if (!opened.ok) file.close();
  return opened;
}

async function readSegment(
  store: SegmentStore,
  file: BlockFile,
  { name, deletions: deletionsFile }: CommittedSegment,
): Promise<Result<LiveSegment>> {
  const [head, deleted] = await Promise.all([
    readBlob(store, name),
    deletionsFile === null ? ok(null) : readBlob(store, deletionsFile),
  ]);
  if (!head.ok) return head;
  if (!deleted.ok) return deleted;
  const decoded = decodeHead(head.value);
  if (decoded === null) return fail(fault('storage-broken', { file: name }));
  const deletions = deleted.value === null ? NO_DELETIONS : decodeDeletions(deleted.value);
  return ok({ segment: new Segment(name, decoded, file), deletions, deletionsFile });
}

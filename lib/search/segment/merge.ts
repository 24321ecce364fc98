/**
 * Merges segments into one: first the dictionaries, which gives each term its new ordinal; then the
 * records, which gives each document its new number; then the postings. All are read and written as
 * they stream by, a few blocks at a time.
 */
import { yieldToOthers } from '@/lib/core/async';
import { ok, type Result } from '@/lib/core/result';
import { byCodeUnits } from '@/lib/search/blocks/bytes';
import type { SegmentStore } from '@/lib/search/contract';
import type { DictionaryReader } from '@/lib/search/segment/dictionary';
import { GONE, ListMerger } from '@/lib/search/segment/merge-lists';
import { SegmentWriter } from '@/lib/search/segment/segment-writer';
import { liveDocuments, type LiveSegment } from '@/lib/search/segment/segment';
import { deletedWith } from '@/lib/search/segment/deletions';
import { RecordCursor, TermCursor, type Waiting } from '@/lib/search/segment/source-cursors';

/** A query that waits for the thread waits no longer than this. */
const TURN_MS = 5;

const NONE = new Int32Array();

interface MergeWork {
  store: SegmentStore;
  sources: readonly LiveSegment[];
  writer: SegmentWriter;
  /** New ordinal of each term of each source. */
  ordinals: Int32Array[];
  /** New number of each document of each source. */
  numbers: Int32Array[];
  /** Called often: lets others have the thread when it is time to. */
  breathe: () => Promise<void> | null;
}

/** Writes the living documents of `sources` as the segment `file`; `giveWay` lets others in. */
export async function mergeSegments(
  store: SegmentStore,
  sources: readonly LiveSegment[],
  file: string,
  giveWay: () => Promise<void> = yieldToOthers,
): Promise<Result<void>> {
  const documents = sources.reduce((sum, source) => sum + liveDocuments(source), 0);
  const work: MergeWork = {
    store,
    sources,
    writer: new SegmentWriter(store, file, documents),
    ordinals: sources.map(({ segment }) => new Int32Array(segment.head.terms).fill(GONE)),
    numbers: sources.map(({ segment }) => new Int32Array(segment.documents).fill(GONE)),
    breathe: createBreather(giveWay),
  };
  for (const step of [mapTerms, writeRecords, writePostings]) {
    const done = await step(work);
    if (!done.ok) return done;
  }
  return work.writer.finish();
}

/** Numbers all terms that a living document holds, in the order of their bytes. */
async function mapTerms({ store, sources, ordinals, breathe }: MergeWork): Promise<Result<void>> {
  const cursors = sources.map((live) => new TermCursor(store, live));
  const opened = await advanceAll(cursors);
  if (!opened.ok) return opened;
  const holders = new Int32Array(sources.length);
  for (let next = 0; ;) {
    const count = findFirstTerm(cursors, holders);
    if (count === 0) return ok(undefined);
    let isAlive = false;
    for (let index = 0; index < count; index++) {
      const at = holders[index] ?? 0;
      const cursor = cursors[at];
      const map = ordinals[at];
      if (cursor === undefined || map === undefined || !isTermAlive(cursor)) continue;
      map[cursor.entry.ordinal] = next;
      isAlive = true;
    }
    if (isAlive) next++;
    for (let index = 0; index < count; index++) {
      const waiting = cursors[holders[index] ?? 0]?.advance() ?? null;
      const advanced = waiting === null ? null : await waiting;
      if (advanced?.ok === false) return advanced;
    }
    const turn = breathe();
    if (turn !== null) await turn;
  }
}

/** Which cursors stand at the first term of all, into `holders`; returns how many do. */
function findFirstTerm(cursors: readonly TermCursor[], holders: Int32Array): number {
  let count = 0;
  let first: TermCursor | null = null;
  for (let at = 0; at < cursors.length; at++) {
    const cursor = cursors[at];
    if (cursor === undefined || cursor.isAtEnd) continue;
    const order = first === null ? -1 : compareTerm(cursor.entry, first.entry);
    if (order > 0) continue;
    if (order < 0) count = 0;
    holders[count++] = at;
    first = cursor;
  }
  return count;
}

function compareTerm(a: DictionaryReader, b: DictionaryReader): number {
  const most = Math.min(a.length, b.length);
  for (let at = 0; at < most; at++) {
    const difference = (a.term[at] ?? 0) - (b.term[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function isTermAlive({ entry, live }: TermCursor): boolean {
  return entry.documents > deletedWith(live.deletions, entry.ordinal);
}

async function writeRecords(work: MergeWork): Promise<Result<void>> {
  const { store, sources, writer, breathe } = work;
  const cursors = sources.map((live) => new RecordCursor(store, live));
  const opened = await advanceAll(cursors);
  if (!opened.ok) return opened;
  for (let number = 0; ; number++) {
    const source = firstRecord(cursors);
    const cursor = cursors[source];
    if (cursor === undefined) return ok(undefined);
    copyRecord(work, source, cursor, number);
    const flushed = writer.isFull ? await writer.flush() : null;
    if (flushed?.ok === false) return flushed;
    const waiting = cursor.advance();
    const advanced = waiting === null ? null : await waiting;
    if (advanced?.ok === false) return advanced;
    const turn = breathe();
    if (turn !== null) await turn;
  }
}

function copyRecord(
  { writer, ordinals, numbers }: MergeWork,
  source: number,
  cursor: RecordCursor,
  number: number,
): void {
  const { record, segment, document } = cursor;
  const ordinalOf = ordinals[source];
  const numberOf = numbers[source];
  if (record === null || ordinalOf === undefined || numberOf === undefined) return;
  const { id, original, lengths } = record;
  const { group, time } = cursor;
  const about = record.about.map((at) => segment.head.about[at] ?? '');
  writer.addDocument({ group, id, time, original, about, lengths }, (into) =>
    cursor.copyForward(ordinalOf, into),
  );
  numberOf[document] = number;
}

/** Index of the cursor at the first document of all; -1 when all are at their end. */
function firstRecord(cursors: readonly RecordCursor[]): number {
  let first = -1;
  for (let at = 0; at < cursors.length; at++) {
    const cursor = cursors[at];
    if (cursor === undefined || cursor.record === null) continue;
    const best = cursors[first];
    if (best === undefined || compareRecord(cursor, best) < 0) first = at;
  }
  return first;
}

function compareRecord(a: RecordCursor, b: RecordCursor): number {
  return byCodeUnits(a.group, b.group) || byCodeUnits(a.record?.id ?? '', b.record?.id ?? '');
}

/** The new ordinals say which cursors stand at the same term: no term is compared again. */
async function writePostings(work: MergeWork): Promise<Result<void>> {
  const { store, sources, writer, ordinals, numbers, breathe } = work;
  const cursors = sources.map((live) => new TermCursor(store, live));
  const lists = new ListMerger();
  for (const [source, cursor] of cursors.entries()) {
    const advanced = await advanceToLiving(cursor, ordinals[source] ?? NONE);
    if (advanced?.ok === false) return advanced;
  }
  const holders = new Int32Array(sources.length);
  for (let ordinal = 0; ; ordinal++) {
    lists.clear();
    let count = 0;
    for (let source = 0; source < cursors.length; source++) {
      const cursor = cursors[source];
      if (cursor === undefined || cursor.isAtEnd) continue;
      if (ordinals[source]?.[cursor.entry.ordinal] !== ordinal) continue;
      holders[count++] = source;
      const waiting = lists.add(cursor, numbers[source] ?? NONE);
      const added = waiting === null ? null : await waiting;
      if (added?.ok === false) return added;
    }
    const entry = cursors[holders[0] ?? 0]?.entry;
    if (count === 0 || entry === undefined) return ok(undefined);
    writer.addTerm(entry.term, lists.merged, entry.length);
    for (let index = 0; index < count; index++) {
      const source = holders[index] ?? 0;
      const cursor = cursors[source];
      const waiting = cursor && advanceToLiving(cursor, ordinals[source] ?? NONE);
      const advanced = waiting && (await waiting);
      if (advanced?.ok === false) return advanced;
    }
    const flushed = writer.isFull ? await writer.flush() : null;
    if (flushed?.ok === false) return flushed;
    const turn = breathe();
    if (turn !== null) await turn;
  }
}

/** To the next term that is not gone. */
function advanceToLiving(cursor: TermCursor, ordinals: Int32Array): Waiting {
  for (;;) {
    const waiting = cursor.advance();
    if (waiting !== null) return advanceLater(waiting, cursor, ordinals);
    if (isAtLiving(cursor, ordinals)) return null;
  }
}

async function advanceLater(
  waiting: Promise<Result<void>>,
  cursor: TermCursor,
  ordinals: Int32Array,
): Promise<Result<void>> {
  const advanced = await waiting;
  if (!advanced.ok || isAtLiving(cursor, ordinals)) return advanced;
  return (await advanceToLiving(cursor, ordinals)) ?? ok(undefined);
}

function isAtLiving(cursor: TermCursor, ordinals: Int32Array): boolean {
  return cursor.isAtEnd || ordinals[cursor.entry.ordinal] !== GONE;
}

/** All to their first entry. */
async function advanceAll(cursors: readonly { advance(): Waiting }[]): Promise<Result<void>> {
  for (const cursor of cursors) {
    const advanced = await cursor.advance();
    if (advanced?.ok === false) return advanced;
  }
  return ok(undefined);
}

/** Says when it is time to let others have the thread: then it is a promise to wait for. */
function createBreather(giveWay: () => Promise<void>): MergeWork['breathe'] {
  let until = performance.now() + TURN_MS;
  let calls = 0;
  const pause = async (): Promise<void> => {
    await giveWay();
    until = performance.now() + TURN_MS;
  };
  return () => (++calls % 16 !== 0 || performance.now() < until ? null : pause());
}

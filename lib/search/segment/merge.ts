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
import { createForwardIndex, type ForwardIndex } from '@/lib/search/segment/records';
import { SegmentWriter } from '@/lib/search/segment/segment-writer';
import { liveDocuments, type LiveSegment } from '@/lib/search/segment/segment';
import { deletedWith } from '@/lib/search/segment/deletions';
import { RecordCursor, TermCursor, type Waiting } from '@/lib/search/segment/source-cursors';

/** A query that waits for the thread waits no longer than this. */
const TURN_MS = 8;

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
  const holders: number[] = [];
  for (let next = 0; ;) {
    findFirstTerm(cursors, holders);
    if (holders.length === 0) return ok(undefined);
    let isAlive = false;
    for (const at of holders) {
      const cursor = cursors[at];
      const map = ordinals[at];
      if (cursor === undefined || map === undefined || !isTermAlive(cursor)) continue;
      map[cursor.entry.ordinal] = next;
      isAlive = true;
    }
    if (isAlive) next++;
    for (const at of holders) {
      const waiting = cursors[at]?.advance() ?? null;
      const advanced = waiting === null ? null : await waiting;
      if (advanced?.ok === false) return advanced;
    }
    const turn = breathe();
    if (turn !== null) await turn;
  }
}

/** Which cursors stand at the first term of all, into `holders`. */
function findFirstTerm(cursors: readonly TermCursor[], holders: number[]): void {
  holders.length = 0;
  let first: TermCursor | null = null;
  for (let at = 0; at < cursors.length; at++) {
    const cursor = cursors[at];
    if (cursor === undefined || cursor.isAtEnd) continue;
    const order = first === null ? -1 : compareTerm(cursor.entry, first.entry);
    if (order > 0) continue;
    if (order < 0) holders.length = 0;
    holders.push(at);
    first = cursor;
  }
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
  const forward = createForwardIndex();
  for (let number = 0; ; number++) {
    const source = firstRecord(cursors);
    const cursor = cursors[source];
    if (cursor === undefined) return ok(undefined);
    copyRecord(work, { source, cursor, number }, forward);
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
  { source, cursor, number }: { source: number; cursor: RecordCursor; number: number },
  forward: ForwardIndex,
): void {
  const { record, segment, document } = cursor;
  const ordinalOf = ordinals[source];
  const numberOf = numbers[source];
  if (record === null || ordinalOf === undefined || numberOf === undefined) return;
  cursor.readForward(forward);
  for (let at = 0; at < forward.length; at++) {
    forward.ordinals[at] = ordinalOf[forward.ordinals[at] ?? 0] ?? GONE;
  }
  const about = record.about.map((at) => segment.head.about[at] ?? '');
  writer.addDocument({ ...record, about }, forward);
  numberOf[document] = number;
}

/** Index of the cursor at the first document of all; -1 when all are at their end. */
function firstRecord(cursors: readonly RecordCursor[]): number {
  let first = -1;
  for (let at = 0; at < cursors.length; at++) {
    const record = cursors[at]?.record ?? null;
    if (record === null) continue;
    const best = cursors[first]?.record ?? null;
    const order =
      best === null ? -1 : byCodeUnits(record.group, best.group) || byCodeUnits(record.id, best.id);
    if (order < 0) first = at;
  }
  return first;
}

/** The new ordinals say which cursors stand at the same term: no term is compared again. */
async function writePostings(work: MergeWork): Promise<Result<void>> {
  const { store, sources, writer, ordinals, breathe } = work;
  const cursors = sources.map((live) => new TermCursor(store, live));
  const lists = new ListMerger();
  for (const [source, cursor] of cursors.entries()) {
    const advanced = await advanceToLiving(cursor, ordinals[source] ?? new Int32Array());
    if (!advanced.ok) return advanced;
  }
  for (let ordinal = 0; ; ordinal++) {
    lists.clear();
    let term: Uint8Array | null = null;
    for (let source = 0; source < cursors.length; source++) {
      const cursor = cursors[source];
      if (cursor === undefined || cursor.isAtEnd) continue;
      if (ordinals[source]?.[cursor.entry.ordinal] !== ordinal) continue;
      term ??= cursor.entry.takeTerm();
      const added = await addTermOf(work, source, cursor, lists);
      if (!added.ok) return added;
    }
    if (term === null) return ok(undefined);
    writer.addTerm(term, lists.merged);
    const flushed = writer.isFull ? await writer.flush() : null;
    if (flushed?.ok === false) return flushed;
    const turn = breathe();
    if (turn !== null) await turn;
  }
}

async function addTermOf(
  { ordinals, numbers }: MergeWork,
  source: number,
  cursor: TermCursor,
  lists: ListMerger,
): Promise<Result<void>> {
  const waiting = lists.add(cursor, numbers[source] ?? new Int32Array());
  const added = waiting === null ? ok(undefined) : await waiting;
  return added.ok ? advanceToLiving(cursor, ordinals[source] ?? new Int32Array()) : added;
}

/** To the next term that is not gone. */
async function advanceToLiving(cursor: TermCursor, ordinals: Int32Array): Promise<Result<void>> {
  do {
    const waiting = cursor.advance();
    const advanced = waiting === null ? null : await waiting;
    if (advanced?.ok === false) return advanced;
  } while (!cursor.isAtEnd && ordinals[cursor.entry.ordinal] === GONE);
  return ok(undefined);
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

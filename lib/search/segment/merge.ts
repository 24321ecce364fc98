/**
 * Merges segments into one: first the dictionaries, which gives each term its new ordinal; then the
 * records, which gives each document its new number; then the postings. All are read and written as
 * they stream by, a few blocks at a time.
 */
import { yieldToOthers } from '@/lib/core/async';
import { ok, type Result } from '@/lib/core/result';
import { byCodeUnits, compareBytes } from '@/lib/search/blocks/bytes';
import type { SegmentStore } from '@/lib/search/contract';
import { withRoom, type PostingList } from '@/lib/search/segment/postings';
import { createForwardIndex, type ForwardIndex } from '@/lib/search/segment/records';
import { SegmentWriter } from '@/lib/search/segment/segment-writer';
import { liveDocuments, liveFrequency, type LiveSegment } from '@/lib/search/segment/segment';
import { RecordCursor, TermCursor } from '@/lib/search/segment/source-cursors';

/** What is gone, in the maps from old numbers to new ones. */
const GONE = -1;

/** A query that waits for the thread waits no longer than this. */
const TURN_MS = 8;

/** Writes the living documents of `sources` as the segment `file`. */
export async function mergeSegments(
  store: SegmentStore,
  sources: readonly LiveSegment[],
  file: string,
): Promise<Result<void>> {
  const documents = sources.reduce((sum, source) => sum + liveDocuments(source), 0);
  const writer = new SegmentWriter(store, file, documents);
  const ordinals = sources.map(({ segment }) => new Int32Array(segment.head.terms).fill(GONE));
  const numbers = sources.map(({ segment }) => new Int32Array(segment.documents).fill(GONE));
  const breathe = createBreather();
  const mapped = await mapTerms(store, sources, ordinals, breathe);
  if (!mapped.ok) return mapped;
  const recorded = await writeRecords({ store, sources, writer, breathe }, ordinals, numbers);
  if (!recorded.ok) return recorded;
  const listed = await writePostings({ store, sources, writer, breathe }, numbers);
  return listed.ok ? writer.finish() : listed;
}

interface MergeWork {
  store: SegmentStore;
  sources: readonly LiveSegment[];
  writer: SegmentWriter;
  breathe: () => Promise<void> | null;
}

/** Fills `ordinals` for all terms that a living document holds. */
async function mapTerms(
  store: SegmentStore,
  sources: readonly LiveSegment[],
  ordinals: readonly Int32Array[],
  breathe: MergeWork['breathe'],
): Promise<Result<void>> {
  let next = 0;
  return mergeTerms(store, sources, breathe, (_term, holders) => {
    for (const { source, cursor } of holders) {
      const map = ordinals[source];
      if (map !== undefined && cursor.entry !== null) map[cursor.entry.ordinal] = next;
    }
    next++;
    return null;
  });
}

interface Holder {
  source: number;
  cursor: TermCursor;
}

/** Visits each term that living documents hold, in order, with the sources where they are. */
async function mergeTerms(
  store: SegmentStore,
  sources: readonly LiveSegment[],
  breathe: MergeWork['breathe'],
  visit: (term: Uint8Array, holders: Holder[]) => Promise<Result<void>> | null,
): Promise<Result<void>> {
  const all = sources.map((live, source) => ({ source, cursor: new TermCursor(store, live) }));
  let behind = all;
  for (;;) {
    for (const { cursor } of behind) {
      const advanced = await (cursor.advance() ?? ok(undefined));
      if (!advanced.ok) return advanced;
    }
    behind = holdersOfNext(all);
    const term = behind[0]?.cursor.entry?.term;
    if (term === undefined) return ok(undefined);
    const living = behind.filter(({ cursor }) => liveFrequency(cursor.live, cursor.entry) > 0);
    const visited = living.length === 0 ? null : visit(term, living);
    const done = visited === null ? ok(undefined) : await visited;
    if (!done.ok) return done;
    const turn = breathe();
    if (turn !== null) await turn;
  }
}

/** The cursors that stand at the first term of all. */
function holdersOfNext(all: readonly Holder[]): Holder[] {
  let holders: Holder[] = [];
  let first: Uint8Array | null = null;
  for (const holder of all) {
    const term = holder.cursor.entry?.term;
    if (term === undefined) continue;
    const order = first === null ? -1 : compareBytes(term, first);
    if (order < 0) {
      first = term;
      holders = [holder];
    } else if (order === 0) holders.push(holder);
  }
  return holders;
}

async function writeRecords(
  { store, sources, writer, breathe }: MergeWork,
  ordinals: readonly Int32Array[],
  numbers: readonly Int32Array[],
): Promise<Result<void>> {
  const cursors = sources.map((live) => new RecordCursor(store, live));
  const forward = createForwardIndex();
  for (const cursor of cursors) {
    const advanced = await cursor.advance();
    if (!advanced.ok) return advanced;
  }
  for (let number = 0; ; number++) {
    const source = firstRecord(cursors);
    const cursor = cursors[source];
    const map = numbers[source];
    if (cursor?.record === null || cursor === undefined || map === undefined) return ok(undefined);
    cursor.readForward(forward);
    renumber(forward, ordinals[source] ?? new Int32Array());
    const about = cursor.record.about.map((at) => cursor.segment.head.about[at] ?? '');
    writer.addDocument({ ...cursor.record, about }, forward);
    map[cursor.document] = number;
    const written = await writer.flush();
    if (!written.ok) return written;
    const advanced = await cursor.advance();
    if (!advanced.ok) return advanced;
    const turn = breathe();
    if (turn !== null) await turn;
  }
}

/** Index of the cursor at the first document of all; -1 when all are at their end. */
function firstRecord(cursors: readonly RecordCursor[]): number {
  let first = -1;
  for (const [at, { record }] of cursors.entries()) {
    if (record === null) continue;
    const best = cursors[first]?.record ?? null;
    const order =
      best === null ? -1 : byCodeUnits(record.group, best.group) || byCodeUnits(record.id, best.id);
    if (order < 0) first = at;
  }
  return first;
}

function renumber(forward: ForwardIndex, ordinals: Int32Array): void {
  for (let at = 0; at < forward.length; at++) {
    forward.ordinals[at] = ordinals[forward.ordinals[at] ?? 0] ?? GONE;
  }
}

async function writePostings(
  { store, sources, writer, breathe }: MergeWork,
  numbers: readonly Int32Array[],
): Promise<Result<void>> {
  let read = emptyList();
  let merged = emptyList();
  let spare = emptyList();
  return mergeTerms(store, sources, breathe, async (term, holders) => {
    merged.length = 0;
    for (const { source, cursor } of holders) {
      const list = await cursor.readPostings(read);
      if (!list.ok) return list;
      read = list.value;
      keepLiving(read, numbers[source] ?? new Int32Array());
      [merged, spare] = [mergeLists(merged, read, spare), merged];
    }
    writer.addTerm(term, merged);
    return writer.flush();
  });
}

/** Gives the documents their new numbers and drops those that are gone. The order stays. */
function keepLiving(list: PostingList, numbers: Int32Array): void {
  let kept = 0;
  for (let at = 0; at < list.length; at++) {
    const number = numbers[list.documents[at] ?? 0] ?? GONE;
    if (number === GONE) continue;
    list.documents[kept] = number;
    list.impacts[kept] = list.impacts[at] ?? 0;
    kept++;
  }
  list.length = kept;
}

/** Both in one, in `into` or a larger list. */
function mergeLists(a: PostingList, b: PostingList, into: PostingList): PostingList {
  const merged = withRoom(into, a.length + b.length);
  let [left, right] = [0, 0];
  for (let at = 0; at < a.length + b.length; at++) {
    const fromLeft =
      right >= b.length ||
      (left < a.length && (a.documents[left] ?? 0) < (b.documents[right] ?? 0));
    const list = fromLeft ? a : b;
    const index = fromLeft ? left++ : right++;
    merged.documents[at] = list.documents[index] ?? 0;
    merged.impacts[at] = list.impacts[index] ?? 0;
  }
  merged.length = a.length + b.length;
  return merged;
}

function emptyList(): PostingList {
  return { documents: new Int32Array(), impacts: new Uint8Array(), length: 0 };
}

/** Says when it is time to let others have the thread: then it is a promise to wait for. */
function createBreather(): MergeWork['breathe'] {
  let until = performance.now() + TURN_MS;
  let calls = 0;
  return () => {
    if (++calls % 16 !== 0 || performance.now() < until) return null;
    return yieldToOthers().then(() => {
      until = performance.now() + TURN_MS;
    });
  };
}

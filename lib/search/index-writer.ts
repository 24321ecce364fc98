/** The writing half of the engine: batches, merges, and the commit that makes them count. */
import { fault } from '@/lib/core/fault';
import { createId } from '@/lib/core/ids';
import { fail, ok, type Result } from '@/lib/core/result';
import { writeBlob } from '@/lib/search/blocks/blob';
import { writeThrough, type BlockCache } from '@/lib/search/blocks/block-cache';
import type { IndexBatch, SearchDocument, SegmentStore } from '@/lib/search/contract';
import { buildSegment } from '@/lib/search/segment/build';
import { addDeletions, encodeDeletions } from '@/lib/search/segment/deletions';
import { SECTION } from '@/lib/search/segment/format';
import { mergeSegments } from '@/lib/search/segment/merge';
import { chooseMerge } from '@/lib/search/segment/merge-policy';
import { createForwardIndex } from '@/lib/search/segment/records';
import { toEntry } from '@/lib/search/snapshot';
import { isLive, liveDocuments, openSegment, type LiveSegment } from '@/lib/search/segment/segment';

/** Documents of a segment when it is built: what is gathered in memory at once. */
const BUILD_DOCUMENTS = 4_000;

interface WriterParts {
  store: SegmentStore;
  cache: BlockCache;
  giveWay: () => Promise<void>;
  /** Reads what the segment is soon asked for. */
  warm: (live: LiveSegment) => Promise<void>;
}

/** The segments after the batch. Their files are written; nothing is committed. */
export async function applyBatch(
  parts: WriterParts,
  segments: readonly LiveSegment[],
  { upserts, deletes }: IndexBatch,
): Promise<Result<LiveSegment[]>> {
  const documents = new Map(upserts.map((document) => [document.id, document]));
  const gone = [...new Set([...deletes, ...documents.keys()])];
  const next: LiveSegment[] = [];
  for (const live of segments) {
    const left = await withoutDocuments(parts, live, gone);
    if (!left.ok) return left;
    if (liveDocuments(left.value) > 0) next.push(left.value);
  }
  const added = [...documents.values()];
  for (let at = 0; at < added.length; at += BUILD_DOCUMENTS) {
    const built = await build(parts, added.slice(at, at + BUILD_DOCUMENTS));
    if (!built.ok) return built;
    next.push(built.value);
  }
  return ok(next);
}

async function build(
  parts: WriterParts,
  documents: readonly SearchDocument[],
): Promise<Result<LiveSegment>> {
  return createSegment(parts, documents.length, (store, name) =>
    buildSegment(store, name, documents, parts.giveWay),
  );
}

/** The segment with those of the ids deleted that it holds; itself when it holds none. */
async function withoutDocuments(
  { store }: WriterParts,
  live: LiveSegment,
  ids: readonly string[],
): Promise<Result<LiveSegment>> {
  const found = await live.segment.findDocuments(ids);
  if (!found.ok) return found;
  const documents = found.value.filter((at) => at >= 0 && isLive(live, at)).sort();
  if (documents.length === 0) return ok(live);
  const ordinals = await ordinalsOf(live, documents);
  if (!ordinals.ok) return ordinals;
  const deletions = addDeletions(live.deletions, documents, ordinals.value);
  // Nothing is written for a segment that is dropped whole.
  if (deletions.documents.length === live.segment.documents) return ok({ ...live, deletions });
  const deletionsFile = `deletions-${createId()}`;
  const written = await writeBlob(store, deletionsFile, encodeDeletions(deletions));
  return written.ok ? ok({ ...live, deletions, deletionsFile }) : written;
}

/** The terms of each of the documents. */
async function ordinalsOf(
  { segment }: LiveSegment,
  documents: Int32Array,
): Promise<Result<Int32Array[]>> {
  const blocks = Array.from(documents, (document) => segment.recordBlockOf(document));
  const read = await segment.file.load(blocks.map((block) => SECTION.records + block));
  if (!read.ok) return read;
  const forward = createForwardIndex();
  return ok(
    Array.from(documents, (document, at) => {
      const bytes = read.value[at] ?? new Uint8Array();
      const reader = segment.openRecord(bytes, document, blocks[at] ?? 0);
      reader.read();
      reader.readForward(forward);
      return forward.ordinals.slice(0, forward.length);
    }),
  );
}

/** The segments after the merge that is due; null when none is. Nothing is committed. */
export async function mergeOnce(
  parts: WriterParts,
  segments: readonly LiveSegment[],
  isQuiet: boolean,
): Promise<Result<LiveSegment[] | null>> {
  const due = new Set(chooseMerge(segments.map(toEntry), isQuiet).map(({ name }) => name));
  const sources = segments.filter(({ segment }) => due.has(segment.name));
  if (sources.length === 0) return ok(null);
  const documents = sources.reduce((sum, source) => sum + liveDocuments(source), 0);
  const merged = await createSegment(parts, documents, (store, name) =>
    mergeSegments(store, sources, name, parts.giveWay),
  );
  if (!merged.ok) return merged;
  await parts.warm(merged.value);
  return ok([...segments.filter((live) => !sources.includes(live)), merged.value]);
}

/** A segment in a file of its own, with so many documents, as `write` makes it. */
async function createSegment(
  { store, cache }: WriterParts,
  documents: number,
  write: (store: SegmentStore, name: string) => Promise<Result<void>>,
): Promise<Result<LiveSegment>> {
  const file = cache.open(`segment-${createId()}`);
  const { name } = file;
  const written = await write(writeThrough(store, file), name);
  const entry = { name, documents, deleted: 0, deletions: null };
  const opened = written.ok ? await openSegment(store, file, entry) : written;
  if (opened.ok && opened.value.segment.documents === documents) return opened;
  file.close();
  // What was just written reads otherwise: the store lost some of it.
  return opened.ok ? fail(fault('storage-broken', { file: name })) : opened;
}

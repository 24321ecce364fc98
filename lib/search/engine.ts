/** The engine: answers from committed segments, and commits batches whole or not at all. */
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type {
  Commit,
  IndexBatch,
  SearchAnswer,
  SearchEngine,
  SearchQuery,
  SegmentStore,
} from '@/lib/search/contract';
import { analyse } from '@/lib/search/analyse/analyse';
import { documentFrequency } from '@/lib/search/rank/bm25f';
import { chooseMerge } from '@/lib/search/segment/merge-policy';
import { buildSegment, mergeSegments, type LiveSegment } from '@/lib/search/segment/build';
import { Segment } from '@/lib/search/segment/segment';
import { expandTyped } from '@/lib/search/rank/expand';
import { planTerms } from '@/lib/search/rank/plan';
import { searchSegments } from '@/lib/search/rank/search-segments';

/** A segment as the engine holds it: named, and immutable but for its deletions. */
interface NamedSegment extends LiveSegment {
  name: string;
}

interface Snapshot {
  generation: number;
  segments: NamedSegment[];
}

const EMPTY: Snapshot = { generation: 0, segments: [] };

/** An engine over the segments in `store`. Reads nothing until first asked. */
export function createEngine(store: SegmentStore): SearchEngine {
  let current: Promise<Result<Snapshot>> | null = null;
  let writing: Promise<unknown> = Promise.resolve();

  async function snapshot(): Promise<Result<Snapshot>> {
    current ??= open(store);
    const opened = await current;
    if (!opened.ok) current = null;
    return opened;
  }

  async function answer(work: (snapshot: Snapshot) => SearchAnswer['lists']) {
    const opened = await snapshot();
    if (!opened.ok) return opened;
    return ok({ lists: work(opened.value), documents: countLive(opened.value) });
  }

  async function commit(batch: IndexBatch): Promise<Result<void>> {
    const opened = await snapshot();
    if (!opened.ok) return opened;
    const next = nextSnapshot(opened.value, batch);
    const committed = await store.commit(toCommit(next.snapshot), next.added, next.garbage);
    if (committed.ok) current = Promise.resolve(ok(next.snapshot));
    // Somebody else has committed: what we hold is out of date, and is read anew.
    else if (committed.fault.kind === 'conflict') current = null;
    return committed;
  }

  async function drop(): Promise<Result<void>> {
    const last = await store.readCommit();
    if (!last.ok) return last;
    const generation = (last.value?.generation ?? 0) + 1;
    const garbage = last.value?.segments.map(({ name }) => name) ?? [];
    const dropped = await store.commit({ generation, segments: [] }, [], garbage);
    if (dropped.ok) current = null;
    return dropped;
  }

  return {
    search: (query: SearchQuery) =>
      answer(({ segments }) =>
        searchSegments(segments, planTerms(query.parts), query.lists, new Set(query.exclude)),
      ),
    lookup: (text, locale, limit) =>
      answer(({ segments }) => {
        const parts = segments.map(({ segment }) => segment);
        return searchSegments(segments, expandTyped(text, locale, parts), [{ limit }], new Set());
      }),
    async frequencies(text, locale) {
      const opened = await snapshot();
      if (!opened.ok) return opened;
      const segments = opened.value.segments.map(({ segment }) => segment);
      const terms = [...new Set(analyse(text, locale).map(({ term }) => term))];
      return ok(terms.map((term) => ({ term, documents: documentFrequency(segments, term) })));
    },
    apply(batch) {
      const done = writing.then(() => commit(batch));
      writing = done.catch(() => undefined);
      return done;
    },
    reset() {
      const done = writing.then(() => drop());
      writing = done.catch(() => undefined);
      return done;
    },
    async size() {
      const opened = await snapshot();
      return opened.ok ? ok(countLive(opened.value)) : opened;
    },
  };
}

/** Opens the last commit. A damaged file is a fault: the caller rebuilds from its documents. */
async function open(store: SegmentStore): Promise<Result<Snapshot>> {
  const commit = await store.readCommit();
  if (!commit.ok) return commit;
  if (commit.value === null) return ok(EMPTY);
  const segments: NamedSegment[] = [];
  for (const { name, deleted } of commit.value.segments) {
    const file = await store.readFile(name);
    if (!file.ok) return file;
    const bytes = file.value;
    if (bytes === null) return fail(fault('storage-broken', { file: name }));
    try {
      segments.push({ name, segment: new Segment(bytes), deleted: new Set(deleted) });
    } catch {
      return fail(fault('storage-broken', { file: name }));
    }
  }
  return ok({ generation: commit.value.generation, segments });
}

function nextSnapshot(now: Snapshot, batch: IndexBatch) {
  const generation = now.generation + 1;
  const gone = [...batch.deletes, ...batch.upserts.map(({ id }) => id)];
  let segments = now.segments
    .map((entry) => withDeleted(entry, gone))
    .filter(({ segment, deleted }) => deleted.size < segment.documents);
  const added: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
  const add = (bytes: Uint8Array<ArrayBuffer>): void => {
    const name = `segment-${generation}-${added.length}`;
    added.push({ name, bytes });
    segments.push({ name, segment: new Segment(bytes), deleted: new Set() });
  };
  const upserts = new Map(batch.upserts.map((document) => [document.id, document]));
  if (upserts.size > 0) add(buildSegment([...upserts.values()]));
  for (let merge = chooseMerge(segments); merge.length > 0; merge = chooseMerge(segments)) {
    const merged = mergeSegments(merge);
    segments = segments.filter((entry) => !merge.includes(entry));
    add(merged);
  }
  const live = new Set(segments.map(({ name }) => name));
  return {
    snapshot: { generation, segments },
    added: added.filter(({ name }) => live.has(name)),
    garbage: now.segments.map(({ name }) => name).filter((name) => !live.has(name)),
  };
}

/** The same segment with the documents of these ids marked deleted. */
function withDeleted(entry: NamedSegment, ids: readonly string[]): NamedSegment {
  const found = ids.map((id) => entry.segment.findDocument(id)).filter((at) => at >= 0);
  if (found.length === 0) return entry;
  return { ...entry, deleted: new Set([...entry.deleted, ...found]) };
}

function toCommit({ generation, segments }: Snapshot): Commit {
  return {
    generation,
    segments: segments.map(({ name, segment, deleted }) => ({
      name,
      documents: segment.documents,
      deleted: [...deleted],
    })),
  };
}

function countLive({ segments }: Snapshot): number {
  return segments.reduce((sum, { segment, deleted }) => sum + segment.documents - deleted.size, 0);
}

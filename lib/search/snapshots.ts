/**
 * Which snapshot is read and which is written: searches keep theirs to their end, writers come one
 * after the other, and files go when nobody needs them any more.
 */
import { ok, type Result } from '@/lib/core/result';
import type { BlockCache } from '@/lib/search/blocks/block-cache';
import type { SegmentStore } from '@/lib/search/contract';
import type { LiveSegment } from '@/lib/search/segment/segment';
import { filesOf, openSnapshot, toCommit, type Snapshot } from '@/lib/search/snapshot';

type Reading<T> = (snapshot: Snapshot) => Promise<Result<T>>;
/** The segments that are to be committed; null to leave all as it is. */
type Writing = (snapshot: Snapshot) => Promise<Result<LiveSegment[] | null>>;

export interface Snapshots {
  /** Works on the last commit, which stays readable meanwhile. */
  read<T>(work: Reading<T>): Promise<Result<T>>;
  /** Commits what `work` has written; the answer is the snapshot after it. */
  write(work: Writing): Promise<Result<Snapshot>>;
  /** Commits nothing, in place of everything. */
  reset(): Promise<Result<void>>;
}

export function createSnapshots(store: SegmentStore, cache: BlockCache): Snapshots {
  let current: Promise<Result<Snapshot>> | null = null;
  let writing: Promise<unknown> = Promise.resolve();
  /** Snapshots that were overtaken while searches read from them. */
  let retired: Snapshot[] = [];
  /** Files to remove: leftovers of writes that came to nothing, and what retired snapshots held. */
  let leftovers: string[] = [];
  /** There may be leftovers that we do not know of: from before we started, or of a failed write. */
  let isSwept = false;

  async function open(): Promise<Result<Snapshot>> {
    current ??= openSnapshot(store, cache);
    const opened = await current;
    if (!opened.ok) current = null;
    return opened;
  }

  /** False when somebody else has committed since: then what we hold is out of date. */
  async function isLast({ generation }: Snapshot): Promise<boolean> {
    const commit = await store.readCommit();
    return !commit.ok || (commit.value?.generation ?? 0) === generation;
  }

  async function readOnce<T>(work: Reading<T>): Promise<Result<T> | 'overtaken'> {
    const opened = await open();
    if (!opened.ok) return opened;
    const snapshot = opened.value;
    snapshot.readers++;
    try {
      const done = await work(snapshot);
      if (done.ok || done.fault.kind !== 'storage-broken' || (await isLast(snapshot))) return done;
      current = null;
      return 'overtaken';
    } finally {
      snapshot.readers--;
      retired = retired.filter(({ readers }) => readers > 0);
    }
  }

  async function sweep({ segments }: Snapshot): Promise<Result<void>> {
    if (isSwept) return ok(undefined);
    const files = await store.files();
    if (!files.ok) return files;
    const known = new Set(filesOf(segments));
    leftovers = files.value.filter((file) => !known.has(file));
    isSwept = true;
    return ok(undefined);
  }

  async function commit(last: Snapshot, segments: LiveSegment[]): Promise<Result<Snapshot>> {
    const next = { generation: last.generation + 1, segments, readers: 0 };
    const readable = last.readers > 0 ? [...retired, last] : retired;
    const needed = new Set([
      ...filesOf(segments),
      ...readable.flatMap((old) => filesOf(old.segments)),
    ]);
    const dropped = [...new Set([...leftovers, ...filesOf(last.segments)])].filter(
      (file) => !filesOf(segments).includes(file),
    );
    const committed = await store.commit(
      toCommit(next),
      dropped.filter((file) => !needed.has(file)),
    );
    if (!committed.ok) {
      // Somebody else has committed: what we hold is out of date, and is read anew.
      if (committed.fault.kind === 'conflict') current = null;
      return committed;
    }
    current = Promise.resolve(ok(next));
    retired = readable;
    leftovers = dropped.filter((file) => needed.has(file));
    for (const { segment } of last.segments) {
      if (!segments.some((live) => live.segment === segment)) segment.file.close();
    }
    return ok(next);
  }

  async function writeOnce(work: Writing): Promise<Result<Snapshot>> {
    const opened = await open();
    if (!opened.ok) return opened;
    const swept = await sweep(opened.value);
    if (!swept.ok) return swept;
    // Until it is committed, what is written may be left over.
    isSwept = false;
    const worked = await work(opened.value);
    if (!worked.ok) return worked;
    const done = worked.value === null ? opened : await commit(opened.value, worked.value);
    isSwept = done.ok;
    return done;
  }

  async function drop(): Promise<Result<void>> {
    const last = await store.readCommit();
    if (!last.ok) return last;
    const files = await store.files();
    if (!files.ok) return files;
    const generation = (last.value?.generation ?? 0) + 1;
    const dropped = await store.commit({ generation, segments: [] }, files.value);
    if (dropped.ok) current = null;
    return dropped;
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = writing.then(() => work());
    writing = done.catch(() => undefined);
    return done;
  }

  return {
    async read<T>(work: Reading<T>): Promise<Result<T>> {
      for (;;) {
        const done = await readOnce(work);
        if (done !== 'overtaken') return done;
      }
    },
    write: (work) => inTurn(() => writeOnce(work)),
    reset: () => inTurn(drop),
  };
}

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

export class Snapshots {
  readonly #store: SegmentStore;
  readonly #cache: BlockCache;
  #current: Promise<Result<Snapshot>> | null = null;
  #writing: Promise<unknown> = Promise.resolve();
  /** Snapshots that were overtaken while searches read from them. */
  #retired: Snapshot[] = [];
  /** Files to remove: leftovers of writes that came to nothing, and what retired snapshots held. */
  #leftovers: string[] = [];
  /** False while there may be leftovers that we do not know of: from before we started, or of a failed write. */
  #isSwept = false;

  constructor(store: SegmentStore, cache: BlockCache) {
    this.#store = store;
    this.#cache = cache;
  }

  /** Works on the last commit, which stays readable meanwhile. */
  async read<T>(work: Reading<T>): Promise<Result<T>> {
    for (;;) {
      const done = await this.#readOnce(work);
      if (done !== 'overtaken') return done;
    }
  }

  /** Commits what `work` has written; the answer is the snapshot after it. */
  async write(work: Writing): Promise<Result<Snapshot>> {
    return this.#inTurn(() => this.#writeOnce(work));
  }

  /** Commits nothing, in place of everything. */
  async reset(): Promise<Result<void>> {
    return this.#inTurn(() => this.#drop());
  }

  async #open(): Promise<Result<Snapshot>> {
    this.#current ??= openSnapshot(this.#store, this.#cache);
    const opened = await this.#current;
    if (!opened.ok) this.#current = null;
    return opened;
  }

  async #readOnce<T>(work: Reading<T>): Promise<Result<T> | 'overtaken'> {
    const opened = await this.#open();
    if (!opened.ok) return opened;
    const snapshot = opened.value;
    snapshot.readers++;
    try {
      const done = await work(snapshot);
      const isDamage = !done.ok && done.fault.kind === 'storage-broken';
      if (!isDamage || (await this.#isLast(snapshot))) return done;
      this.#current = null;
      return 'overtaken';
    } finally {
      snapshot.readers--;
      this.#retired = this.#retired.filter(({ readers }) => readers > 0);
    }
  }

  /** False when somebody else has committed since: then what we hold is out of date. */
  async #isLast({ generation }: Snapshot): Promise<boolean> {
    const commit = await this.#store.readCommit();
    return !commit.ok || (commit.value?.generation ?? 0) === generation;
  }

  async #writeOnce(work: Writing): Promise<Result<Snapshot>> {
    const opened = await this.#open();
    if (!opened.ok) return opened;
    const swept = await this.#sweep(opened.value);
    if (!swept.ok) return swept;
    // Until it is committed, what is written may be left over.
    this.#isSwept = false;
    const worked = await work(opened.value);
    if (!worked.ok) return worked;
    const done = worked.value === null ? opened : await this.#commit(opened.value, worked.value);
    this.#isSwept = done.ok;
    return done;
  }

  async #sweep({ segments }: Snapshot): Promise<Result<void>> {
    if (this.#isSwept) return ok(undefined);
    const files = await this.#store.files();
    if (!files.ok) return files;
    const known = new Set(filesOf(segments));
    this.#leftovers = files.value.filter((file) => !known.has(file));
    this.#isSwept = true;
    return ok(undefined);
  }

  async #commit(last: Snapshot, segments: LiveSegment[]): Promise<Result<Snapshot>> {
    const next: Snapshot = { generation: last.generation + 1, segments, readers: 0 };
    const live = new Set(filesOf(segments));
    const dropped = [...new Set([...this.#leftovers, ...filesOf(last.segments)])].filter(
      (file) => !live.has(file),
    );
    const readable = last.readers > 0 ? [...this.#retired, last] : this.#retired;
    const needed = new Set(readable.flatMap((old) => filesOf(old.segments)));
    const garbage = dropped.filter((file) => !needed.has(file));
    const committed = await this.#store.commit(toCommit(next), garbage);
    if (!committed.ok) {
      // Somebody else has committed: what we hold is out of date, and is read anew.
      if (committed.fault.kind === 'conflict') this.#current = null;
      return committed;
    }
    this.#current = Promise.resolve(ok(next));
    this.#retired = readable;
    this.#leftovers = dropped.filter((file) => needed.has(file));
    const kept = new Set(segments.map(({ segment }) => segment));
    for (const { segment } of last.segments) if (!kept.has(segment)) segment.file.close();
    return ok(next);
  }

  async #drop(): Promise<Result<void>> {
    const last = await this.#store.readCommit();
    if (!last.ok) return last;
    const files = await this.#store.files();
    if (!files.ok) return files;
    const generation = (last.value?.generation ?? 0) + 1;
    const dropped = await this.#store.commit({ generation, segments: [] }, files.value);
    if (dropped.ok) this.#current = null;
    return dropped;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#writing.then(() => work());
    this.#writing = done.catch(() => undefined);
    return done;
  }
}

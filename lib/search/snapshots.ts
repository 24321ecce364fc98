/**
 * Which snapshot is read and which is written: searches keep theirs to their end, writers come one
 * after the other, and files go when nobody needs them any more.
 */
import { ok, type Result } from '@/lib/core/result';
import type { BlockCache } from '@/lib/search/blocks/block-cache';
import type { SegmentStore } from '@/lib/search/contract';
import type { LiveSegment } from '@/lib/search/segment/segment';
import { filesOf, namedFiles, openSnapshot, toCommit, type Snapshot } from '@/lib/search/snapshot';

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
  /** Files that a commit has done without, to be removed when nobody reads them. */
  #leftovers: string[] = [];
  /** False while there may be files that no commit ever named: of a write that a kill or a fault ended. */
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

  /** Removes files that no commit names, as a kill leaves them. Opens and commits nothing when there are none. */
  async sweep(): Promise<Result<void>> {
    return this.#inTurn(async () => {
      const strays = await this.#findStrays();
      if (!strays.ok) return strays;
      if (strays.value.length === 0) return ok(await this.#removeLeftovers());
      const committed = await this.#writeOnce(({ segments }) => Promise.resolve(ok(segments)));
      return committed.ok ? ok(undefined) : committed;
    });
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
    const strays = await this.#findStrays();
    if (!strays.ok) return strays;
    this.#isSwept = false;
    const worked = await work(opened.value);
    if (!worked.ok) return worked;
    if (worked.value !== null) return this.#commit(opened.value, worked.value, strays.value);
    this.#isSwept = strays.value.length === 0;
    return opened;
  }

  /** To be removed after the next commit, not before: somebody else may be writing them, who cannot commit then. */
  async #findStrays(): Promise<Result<string[]>> {
    if (this.#isSwept) return ok([]);
    const commit = await this.#store.readCommit();
    if (!commit.ok) return commit;
    const files = await this.#store.files();
    if (!files.ok) return files;
    const known = new Set([...namedFiles(commit.value), ...this.#leftovers]);
    const strays = files.value.filter((file) => !known.has(file));
    this.#isSwept = strays.length === 0;
    return ok(strays);
  }

  async #commit(
    last: Snapshot,
    segments: LiveSegment[],
    strays: readonly string[],
  ): Promise<Result<Snapshot>> {
    const next: Snapshot = { generation: last.generation + 1, segments, readers: 0 };
    const committed = await this.#store.commit(toCommit(next));
    if (!committed.ok) {
      // Somebody else has committed: what we hold is out of date, and is read anew.
      if (committed.fault.kind === 'conflict') this.#current = null;
      return committed;
    }
    this.#current = Promise.resolve(ok(next));
    this.#isSwept = true;
    if (last.readers > 0) this.#retired.push(last);
    const kept = new Set(segments.map(({ segment }) => segment));
    for (const { segment } of last.segments) if (!kept.has(segment)) segment.file.close();
    const live = new Set(filesOf(segments));
    const left = new Set([...this.#leftovers, ...strays, ...filesOf(last.segments)]);
    this.#leftovers = [...left].filter((file) => !live.has(file));
    await this.#removeLeftovers();
    return ok(next);
  }

  /** What cannot be removed now is tried again with the next commit: it is in nobody's way. */
  async #removeLeftovers(): Promise<void> {
    const read = new Set(this.#retired.flatMap(({ segments }) => filesOf(segments)));
    const kept: string[] = [];
    for (const file of this.#leftovers) {
      const isGone = !read.has(file) && (await this.#remove(file));
      if (!isGone) kept.push(file);
    }
    this.#leftovers = kept;
  }

  async #remove(file: string): Promise<boolean> {
    for (;;) {
      const more = await this.#store.removeSome(file);
      if (!more.ok) return false;
      if (!more.value) return true;
    }
  }

  async #drop(): Promise<Result<void>> {
    const last = await this.#store.readCommit();
    if (!last.ok) return last;
    const files = await this.#store.files();
    if (!files.ok) return files;
    const generation = (last.value?.generation ?? 0) + 1;
    const dropped = await this.#store.commit({ generation, segments: [] });
    if (!dropped.ok) return dropped;
    this.#current = null;
    this.#leftovers = files.value;
    await this.#removeLeftovers();
    return ok(undefined);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#writing.then(() => work());
    this.#writing = done.catch(() => undefined);
    return done;
  }
}

/**
 * The block cache: the blocks read last, of all segments together, bounded by their bytes. What a query
 * has in hand stays valid when it is evicted: blocks never change.
 */
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { openBlock, withoutSeal } from '@/lib/search/blocks/seal';
import type { SegmentStore } from '@/lib/search/contract';

/** Enough for the blocks that tickets touch again and again in an index of 100,000 documents. */
export const CACHE_BYTES = 24 * 1024 * 1024;

/** How much of the cache one new file may fill as it is written. */
const WRITTEN_SHARE = 1 / 8;

/** Bookkeeping of a block in the cache, beside its bytes. */
const ENTRY_BYTES = 200;

/** A block in the ring of blocks, which runs from the one used last to the one to evict first. */
interface Entry {
  bytes: Uint8Array;
  number: number;
  file: BlockFile | null;
  newer: Entry;
  older: Entry;
}

/** One file, read through the cache. */
export interface BlockFile {
  readonly name: string;
  /** The block if it is at hand. */
  peek(number: number): Uint8Array | null;
  /** The blocks in the order asked; those not at hand are read in one go. Fault `storage-broken`. */
  load(numbers: readonly number[]): Promise<Result<Uint8Array[]>>;
  /** Takes note of blocks `first`, `first + 1` and so on, as they are stored: the file is being written. */
  keepWritten(first: number, sealed: readonly Uint8Array[]): void;
  /** Forgets its blocks. */
  close(): void;
}

export interface BlockCache {
  open(name: string): BlockFile;
  /** Bytes held. */
  bytes(): number;
}

/** A cache over `store` that holds at most `limit` bytes. */
export function createBlockCache(store: SegmentStore, limit = CACHE_BYTES): BlockCache {
  const ring = createRing();
  let held = 0;

  function drop(entry: Entry, blocks: Map<number, Entry>): void {
    unlink(entry);
    blocks.delete(entry.number);
    held -= entry.bytes.length + ENTRY_BYTES;
  }

  const files = new Map<BlockFile, Map<number, Entry>>();

  function keep(file: BlockFile, number: number, bytes: Uint8Array): void {
    const blocks = files.get(file);
    if (blocks === undefined || blocks.has(number)) return;
    const entry: Entry = { bytes, number, file, newer: ring, older: ring };
    blocks.set(number, entry);
    linkNewest(ring, entry);
    held += bytes.length + ENTRY_BYTES;
    while (held > limit && ring.newer !== ring) {
      const oldest = ring.newer;
      const home = oldest.file === null ? undefined : files.get(oldest.file);
      if (home === undefined) break;
      drop(oldest, home);
    }
  }

  return {
    bytes: () => held,
    open(name) {
      const blocks = new Map<number, Entry>();
      let written = 0;
      const file: BlockFile = {
        name,
        peek(number) {
          const entry = blocks.get(number);
          if (entry === undefined) return null;
          unlink(entry);
          linkNewest(ring, entry);
          return entry.bytes;
        },
        async load(numbers) {
          const found = numbers.map((number) => file.peek(number));
          const missing = [...new Set(numbers.filter((_, at) => found[at] === null))];
          if (missing.length === 0) return ok(found.filter((bytes) => bytes !== null));
          const read = await readSealed(store, name, missing);
          if (!read.ok) return read;
          const fresh = new Map<number, Uint8Array>();
          missing.forEach((number, at) => {
            const bytes = read.value[at] ?? new Uint8Array();
            fresh.set(number, bytes);
            keep(file, number, bytes);
          });
          return ok(
            numbers.map((number, at) => found[at] ?? fresh.get(number) ?? new Uint8Array()),
          );
        },
        keepWritten(first, sealed) {
          for (const [at, bytes] of sealed.entries()) {
            written += bytes.length;
            if (written > limit * WRITTEN_SHARE) return;
            keep(file, first + at, withoutSeal(bytes));
          }
        },
        close() {
          for (const entry of blocks.values()) drop(entry, blocks);
          files.delete(file);
        },
      };
      files.set(file, blocks);
      return file;
    },
  };
}

/** The store; what is written to `file` stays at hand, up to a limit, since it is soon searched. */
export function writeThrough(store: SegmentStore, file: BlockFile): SegmentStore {
  return {
    readCommit: () => store.readCommit(),
    readBlocks: (name, numbers) => store.readBlocks(name, numbers),
    async writeBlocks(name, first, sealed) {
      const written = await store.writeBlocks(name, first, sealed);
      if (written.ok && name === file.name) file.keepWritten(first, sealed);
      return written;
    },
    commit: (next) => store.commit(next),
    removeSome: (name) => store.removeSome(name),
    files: () => store.files(),
  };
}

/** Blocks of a file with their seals checked. Fault `storage-broken` when one is missing or damaged. */
export async function readSealed(
  store: SegmentStore,
  file: string,
  numbers: readonly number[],
): Promise<Result<Uint8Array[]>> {
  const read = await store.readBlocks(file, numbers);
  if (!read.ok) return read;
  const blocks: Uint8Array[] = [];
  for (const [at, number] of numbers.entries()) {
    const sealed = read.value[at];
    const bytes = sealed === undefined ? null : openBlock(file, number, sealed);
    if (bytes === null) return fail(fault('storage-broken', { file, block: number }));
    blocks.push(bytes);
  }
  return ok(blocks);
}

/** The ring's own entry stands between the newest (`older` of it) and the oldest (`newer` of it). */
function createRing(): Entry {
  const ring: Partial<Entry> = { bytes: new Uint8Array(), number: -1, file: null };
  ring.newer = ring as Entry;
  ring.older = ring as Entry;
  return ring as Entry;
}

function unlink(entry: Entry): void {
  entry.newer.older = entry.older;
  entry.older.newer = entry.newer;
}

function linkNewest(ring: Entry, entry: Entry): void {
  entry.older = ring.older;
  entry.newer = ring;
  ring.older.newer = entry;
  ring.older = entry;
}

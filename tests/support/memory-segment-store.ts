/** A segment store in memory, for tests and benchmarks outside the browser. */
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import type { Commit, SegmentStore } from '@/lib/search/contract';

export interface MemorySegmentStore extends SegmentStore {
  /** Bytes of all files. */
  bytes(): number;
  /** The stored blocks by file and number, to be looked at or damaged. */
  blocks: Map<string, Map<number, Uint8Array>>;
}

export function createMemorySegmentStore(): MemorySegmentStore {
  const files = new Map<string, Map<number, Uint8Array>>();
  let last: Commit | null = null;
  return {
    blocks: files,
    readCommit: () => Promise.resolve(ok(structuredClone(last))),
    readBlocks(file, numbers) {
      const blocks: Uint8Array[] = [];
      for (const number of numbers) {
        const block = files.get(file)?.get(number);
        if (block === undefined) return Promise.resolve(fail(fault('storage-broken', { file })));
        blocks.push(block.slice());
      }
      return Promise.resolve(ok(blocks));
    },
    writeBlocks(file, first, blocks) {
      const stored = files.get(file) ?? new Map<number, Uint8Array>();
      for (const [at, block] of blocks.entries()) stored.set(first + at, block.slice());
      files.set(file, stored);
      return Promise.resolve(ok(undefined));
    },
    commit(next) {
      const generation = last?.generation ?? 0;
      if (next.generation !== generation + 1) {
        return Promise.resolve(fail(fault('conflict', { generation })));
      }
      last = structuredClone(next);
      return Promise.resolve(ok(undefined));
    },
    removeSome(file) {
      const blocks = files.get(file);
      const [next] = blocks?.keys() ?? [];
      if (next !== undefined) blocks?.delete(next);
      const isMore = (blocks?.size ?? 0) > 0;
      if (!isMore) files.delete(file);
      return Promise.resolve(ok(isMore));
    },
    files: () => Promise.resolve(ok([...files.keys()])),
    bytes: () =>
      [...files.values()]
        .flatMap((blocks) => [...blocks.values()])
        .reduce((sum, block) => sum + block.byteLength, 0),
  };
}

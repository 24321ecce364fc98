/** A segment store in memory, for tests and benchmarks outside the browser. */
import { ok } from '@/lib/core/result';
import type { Commit, SegmentStore } from '@/lib/search/contract';

export interface MemorySegmentStore extends SegmentStore {
  /** Bytes of all live files. */
  bytes(): number;
}

export function createMemorySegmentStore(): MemorySegmentStore {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let last: Commit | null = null;
  return {
    readCommit: () => Promise.resolve(ok(structuredClone(last))),
    readFile: (name) => Promise.resolve(ok(files.get(name)?.slice() ?? null)),
    commit(next, added, garbage) {
      for (const { name, bytes } of added) files.set(name, bytes.slice());
      for (const name of garbage) files.delete(name);
      last = structuredClone(next);
      return Promise.resolve(ok(undefined));
    },
    bytes: () => [...files.values()].reduce((sum, file) => sum + file.byteLength, 0),
  };
}

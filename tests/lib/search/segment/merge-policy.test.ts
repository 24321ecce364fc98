import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseMerge } from '@/lib/search/segment/merge-policy';

const segmentOf = (documents: number) => ({ documents, deleted: 0 });
const chosen = (sizes: number[], isQuiet = false) =>
  chooseMerge(sizes.map(segmentOf), isQuiet).map(({ documents }) => documents);

/** Merges until nothing is due; returns the sizes left and how many documents were written. */
function settle(sizes: number[], isQuiet: boolean): { left: number[]; written: number } {
  let left = sizes.map(segmentOf);
  let written = 0;
  for (;;) {
    const due = chooseMerge(left, isQuiet);
    if (due.length === 0) return { left: left.map(({ documents }) => documents), written };
    const documents = due.reduce((sum, one) => sum + one.documents, 0);
    written += documents;
    left = [...left.filter((one) => !due.includes(one)), segmentOf(documents)];
  }
}

describe('merging', () => {
  it('joins four of a size', () => {
    expect(chosen([1_000, 1_000, 1_000])).toEqual([]);
    expect(chosen([64_000, 1_000, 1_000, 1_000, 900])).toEqual([1_000, 1_000, 1_000, 900]);
  });

  it('joins what is left over only when nothing more is to come', () => {
    const left = [64_000, 64_000, 16_000, 16_000, 4_000, 1_000];
    expect(chosen(left)).toEqual([]);
    expect(chosen(left, true)).toEqual([1_000, 4_000, 16_000]);
    expect(chosen(left.slice(0, 4), true)).toEqual([]);
  });

  it('rewrites a segment with many deletions on its own', () => {
    const decayed = { documents: 64_000, deleted: 13_000 };
    expect(chooseMerge([segmentOf(1_000), decayed, segmentOf(900)])).toEqual([decayed]);
    expect(chooseMerge([{ documents: 64_000, deleted: 12_000 }])).toEqual([]);
  });

  it('does not rewrite a large segment for a small one', () => {
    expect(chosen([250_000, 240_000, 64_000, 60_000, 100], true)).toEqual([]);
  });

  it('ends with few segments after any first reading, and writes each document few times', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_200 }), (commits) => {
        let segments: number[] = [];
        let written = 0;
        for (let at = 0; at < commits; at++) {
          const settled = settle([...segments, 1_000], false);
          segments = settled.left;
          written += settled.written;
        }
        const quiet = settle(segments, true);
        expect(quiet.left.length).toBeLessThanOrEqual(6);
        expect((written + quiet.written) / (commits * 1_000)).toBeLessThan(6);
      }),
      { numRuns: 30 },
    );
  });
});

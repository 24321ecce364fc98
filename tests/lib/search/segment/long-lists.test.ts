/** Posting lists of every length, the very long ones in chunks: written, read back, merged, added up in parts. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBlockCache } from '@/lib/search/blocks/block-cache';
import { encodeText } from '@/lib/search/blocks/bytes';
import { openingBlock, openPostings, type PostingsReader } from '@/lib/search/rank/postings-reader';
import { mergeSegments } from '@/lib/search/segment/merge';
import type { PostingList } from '@/lib/search/segment/postings';
import { createForwardIndex } from '@/lib/search/segment/records';
import { SegmentWriter } from '@/lib/search/segment/segment-writer';
import { openSegment, type LiveSegment } from '@/lib/search/segment/segment';
import {
  createMemorySegmentStore,
  type MemorySegmentStore,
} from '@/tests/support/memory-segment-store';
import { soak } from '@/tests/support/soak';
import { unwrap } from '@/tests/support/unwrap';

const DOCUMENTS = 30_000;
const FACTOR = 3;
/** How many documents apart the postings of each term are, on average. */
const SPARSITY = [1, 1.2, 3, 10, 100, 250, 3_000, 12_000, DOCUMENTS];

/** A list for each sparsity; `roll` gives numbers from 0 to 1. */
function makeLists(roll: () => number): PostingList[] {
  return SPARSITY.map((sparsity) => {
    const documents: number[] = [];
    for (let at = Math.floor(roll() * sparsity); at < DOCUMENTS;) {
      documents.push(at);
      at += 1 + Math.floor(roll() * 2 * (sparsity - 1));
    }
    const impacts = Uint8Array.from(documents, () => 1 + Math.floor(roll() * 254));
    return { documents: Int32Array.from(documents), impacts, length: documents.length };
  });
}

async function writeLists(
  store: MemorySegmentStore,
  name: string,
  lists: readonly PostingList[],
): Promise<LiveSegment> {
  const writer = new SegmentWriter(store, name, DOCUMENTS);
  const rest = { group: 'article', time: 0, original: null, about: [], lengths: [0, 0, 0, 0] };
  for (let at = 0; at < DOCUMENTS; at++) {
    const id = `${name}${String(at).padStart(6, '0')}`;
    writer.addDocument({ ...rest, id }, NO_TERMS);
  }
  lists.forEach((list, at) => writer.addTerm(encodeText(`term${at}`), list));
  unwrap(await writer.finish());
  const entry = { name, documents: DOCUMENTS, deleted: 0, deletions: null };
  return unwrap(await openSegment(store, createBlockCache(store).open(name), entry));
}

const NO_TERMS = createForwardIndex();

async function openReader({ segment }: LiveSegment, term: string): Promise<PostingsReader> {
  const [entry] = unwrap(await segment.findTerms([{ text: term, bytes: encodeText(term) }]));
  const block = openingBlock(entry!);
  const bytes = block === null ? new Uint8Array() : unwrap(await segment.file.load([block]))[0]!;
  return openPostings(entry!, bytes, FACTOR, segment.documents);
}

/** Sums of all documents, added in stretches of these sizes; every other stretch only of some candidates. */
async function addInParts(live: LiveSegment, term: string, sizes: number[], candidates: number[]) {
  const reader = await openReader(live, term);
  const total = new Int32Array(live.segment.documents);
  const isSure = new Uint8Array(live.segment.documents);
  for (let from = 0, part = 0; from < total.length; part++) {
    const to = Math.min(total.length, from + sizes[part % sizes.length]!);
    const inside = candidates.filter((at) => at >= from && at < to);
    const only =
      part % 2 === 0 ? null : { documents: Int32Array.from(inside), length: inside.length };
    const stretch = { from, to, sums: new Int32Array(to - from) };
    reader.measure(from, to);
    const { bound } = reader;
    const blocks: number[] = [];
    reader.listMissing(stretch, only, blocks);
    for (const block of blocks)
      reader.supply(block, unwrap(await live.segment.file.load([block]))[0]!);
    reader.add(stretch, only);
    expect(Math.max(...stretch.sums, 0)).toBeLessThanOrEqual(bound);
    total.set(stretch.sums, from);
    if (only === null) isSure.fill(1, from, to);
    for (const at of inside) isSure[at] = 1;
    from = to;
  }
  return { total, isSure };
}

function sumsOf({ documents, impacts }: PostingList, size: number): Int32Array {
  const sums = new Int32Array(size);
  documents.forEach((document, at) => (sums[document] = FACTOR * impacts[at]!));
  return sums;
}

const randomNumbers = fc.infiniteStream(fc.double({ min: 0, max: 0.999_999, noNaN: true }));
const numRuns = soak(3, 100);

describe('posting lists', () => {
  it('add up to what was written, in stretches of any size, whole or for candidates', async () => {
    const property = fc.asyncProperty(
      randomNumbers,
      fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 3, maxLength: 6 }),
      fc.uniqueArray(fc.nat({ max: DOCUMENTS - 1 }), { maxLength: 60 }),
      async (numbers, sizes, some) => {
        const lists = makeLists(() => numbers.next().value as number);
        const live = await writeLists(createMemorySegmentStore(), 'a', lists);
        const candidates = some.toSorted((a, b) => a - b);
        for (const [at, list] of lists.entries()) {
          const { total, isSure } = await addInParts(
            live,
            `term${at}`,
            [...sizes, 4_000],
            candidates,
          );
          const expected = sumsOf(list, DOCUMENTS);
          const wrong = expected.findIndex(
            (sum, document) => isSure[document] === 1 && sum !== total[document],
          );
          expect(wrong).toBe(-1);
        }
      },
    );
    expect((await fc.check(property, { numRuns })).counterexample).toBeNull();
  });

  it('survive a merge', async () => {
    const property = fc.asyncProperty(randomNumbers, async (numbers) => {
      const store = createMemorySegmentStore();
      const roll = (): number => numbers.next().value as number;
      const [left, right] = [makeLists(roll), makeLists(roll)];
      const sources = [await writeLists(store, 'b', right), await writeLists(store, 'a', left)];
      unwrap(await mergeSegments(store, sources, 'merged'));
      const entry = { name: 'merged', documents: 2 * DOCUMENTS, deleted: 0, deletions: null };
      const merged = unwrap(
        await openSegment(store, createBlockCache(store).open('merged'), entry),
      );
      for (const [at, list] of left.entries()) {
        const { total } = await addInParts(merged, `term${at}`, [2 * DOCUMENTS], []);
        const expected = sumsOf(list, 2 * DOCUMENTS);
        expected.set(sumsOf(right[at]!, DOCUMENTS), DOCUMENTS);
        expect(total.findIndex((sum, document) => sum !== expected[document])).toBe(-1);
      }
    });
    expect((await fc.check(property, { numRuns })).counterexample).toBeNull();
  });
});

/** Postings of many runs: those that a stretch or its candidates do not need are skipped unread. */
import { CHUNK, RUN } from '@/lib/search/segment/format';
import { readChunk, runSize, type Chunk, type Directory } from '@/lib/search/segment/postings';
import type { Candidates, PostingsReader, Stretch } from '@/lib/search/rank/postings-reader';

interface Shape {
  /** Postings in all. */
  size: number;
  factor: number;
  /** Number of the block that is the first chunk. */
  firstBlock: number;
}

export class ChunkedPostings implements PostingsReader {
  bound = 0;
  cost = 0;
  readonly #directory: Directory;
  readonly #chunks: (Chunk | undefined)[];
  readonly #shape: Shape;
  /** The first chunk, and the first run in it, that reach into the stretch. */
  #chunk = 0;
  #run = 0;
  /** Where reading stopped within a run, so that the next stretch goes on there. */
  #stoppedChunk = -1;
  #stoppedRun = -1;
  #stoppedIndex = 0;
  #stoppedAt = 0;
  #stoppedDocument = 0;

  constructor(directory: Directory, chunks: Chunk[], shape: Shape) {
    this.#directory = directory;
    this.#chunks = chunks;
    this.#shape = shape;
  }

  measure(from: number, to: number): void {
    this.#moveTo(from);
    const { last, maxImpact } = this.#directory;
    let greatest = 0;
    let cost = 0;
    for (let chunk = this.#chunk; chunk < last.length; chunk++) {
      if (this.#baseOf(chunk) >= to - 1) break;
      const read = this.#chunks[chunk];
      if (read === undefined) {
        greatest = Math.max(greatest, maxImpact[chunk] ?? 0);
        cost += this.#sizeOf(chunk) * this.#shareOf(chunk, from, to);
        continue;
      }
      for (let run = chunk === this.#chunk ? this.#run : 0; run < read.runs; run++) {
        const impact = read.maxImpact[run] ?? 0;
        if (impact > greatest) greatest = impact;
        cost += RUN;
        if ((read.last[run] ?? 0) >= to - 1) break;
      }
    }
    this.bound = greatest * this.#shape.factor;
    this.cost = cost;
  }

  listMissing({ to }: Stretch, only: Candidates | null, blocks: number[]): void {
    const { last } = this.#directory;
    let candidate = 0;
    for (let chunk = this.#chunk; chunk < last.length; chunk++) {
      const base = this.#baseOf(chunk);
      if (base >= to - 1) return;
      if (this.#chunks[chunk] !== undefined) continue;
      if (only !== null) {
        while (candidate < only.length && (only.documents[candidate] ?? 0) <= base) candidate++;
        if (candidate === only.length) return;
        if ((only.documents[candidate] ?? 0) > (last[chunk] ?? 0)) continue;
      }
      blocks.push(this.#shape.firstBlock + chunk);
    }
  }

  supply(block: number, bytes: Uint8Array): void {
    const chunk = block - this.#shape.firstBlock;
    if (chunk < 0 || chunk >= this.#directory.last.length) return;
    this.#chunks[chunk] ??= readChunk(bytes, 0, this.#sizeOf(chunk), this.#baseOf(chunk));
  }

  add(stretch: Stretch, only: Candidates | null): void {
    const { last } = this.#directory;
    let candidate = 0;
    for (let chunk = this.#chunk; chunk < last.length; chunk++) {
      if (this.#baseOf(chunk) >= stretch.to - 1) return;
      const read = this.#chunks[chunk];
      if (read === undefined) continue;
      for (let run = chunk === this.#chunk ? this.#run : 0; run < read.runs; run++) {
        const base = run === 0 ? read.base : (read.last[run - 1] ?? 0);
        if (base >= stretch.to - 1) return;
        if (only !== null) {
          while (candidate < only.length && (only.documents[candidate] ?? 0) <= base) candidate++;
          if (candidate === only.length) return;
          if ((only.documents[candidate] ?? 0) > (read.last[run] ?? 0)) continue;
        }
        const isInside = base >= stretch.from - 1 && (read.last[run] ?? 0) < stretch.to;
        if (isInside) this.#addWholeRun(read, run, stretch);
        else this.#addRun(read, chunk, run, stretch);
      }
    }
  }

  /** Skips what ends before document `from`. */
  #moveTo(from: number): void {
    const { last } = this.#directory;
    while (this.#chunk < last.length && (last[this.#chunk] ?? 0) < from) {
      this.#chunk++;
      this.#run = 0;
    }
    const read = this.#chunks[this.#chunk];
    if (read === undefined) return;
    while (this.#run < read.runs && (read.last[this.#run] ?? 0) < from) this.#run++;
  }

  /** The hot loop: most runs of a common term lie within the stretch. */
  #addWholeRun(chunk: Chunk, run: number, { from, sums }: Stretch): void {
    const { bytes } = chunk;
    const { factor } = this.#shape;
    const end = chunk.start[run + 1] ?? 0;
    let slot = (run === 0 ? chunk.base : (chunk.last[run - 1] ?? 0)) - from;
    let at = chunk.start[run] ?? 0;
    for (let impact = end - runSize(chunk, run); impact < end; impact++) {
      let gap = bytes[at++] ?? 0;
      if (gap > 0x7f) {
        gap &= 0x7f;
        for (let shift = 7; ; shift += 7) {
          const byte = bytes[at++] ?? 0;
          gap |= (byte & 0x7f) << shift;
          if (byte < 0x80) break;
        }
      }
      slot += gap + 1;
      sums[slot] = (sums[slot] ?? 0) + factor * (bytes[impact] ?? 0);
    }
  }

  /** The part of a run that lies within the stretch. */
  #addRun(chunk: Chunk, number: number, run: number, { from, to, sums }: Stretch): void {
    const { bytes } = chunk;
    const { factor } = this.#shape;
    const size = runSize(chunk, run);
    const impactsAt = (chunk.start[run + 1] ?? 0) - size;
    let index = 0;
    let at = chunk.start[run] ?? 0;
    let document = run === 0 ? chunk.base : (chunk.last[run - 1] ?? 0);
    if (this.#stoppedChunk === number && this.#stoppedRun === run) {
      index = this.#stoppedIndex;
      at = this.#stoppedAt;
      document = this.#stoppedDocument;
    }
    for (; index < size; index++) {
      let gap = bytes[at] ?? 0;
      let width = 1;
      if (gap > 0x7f) {
        gap &= 0x7f;
        for (let shift = 7; ; shift += 7) {
          const byte = bytes[at + width++] ?? 0;
          gap |= (byte & 0x7f) << shift;
          if (byte < 0x80) break;
        }
      }
      const next = document + gap + 1;
      if (next >= to) break;
      document = next;
      at += width;
      const slot = next - from;
      if (slot >= 0) sums[slot] = (sums[slot] ?? 0) + factor * (bytes[impactsAt + index] ?? 0);
    }
    this.#stoppedChunk = number;
    this.#stoppedRun = run;
    this.#stoppedIndex = index;
    this.#stoppedAt = at;
    this.#stoppedDocument = document;
  }

  #baseOf(chunk: number): number {
    return chunk === 0 ? -1 : (this.#directory.last[chunk - 1] ?? 0);
  }

  #sizeOf(chunk: number): number {
    return Math.min(CHUNK, this.#shape.size - chunk * CHUNK);
  }

  /** The share of a chunk's documents that lie in the stretch, as if they were spread evenly. */
  #shareOf(chunk: number, from: number, to: number): number {
    const base = this.#baseOf(chunk);
    const last = this.#directory.last[chunk] ?? 0;
    return (Math.min(last + 1, to) - Math.max(base + 1, from)) / Math.max(1, last - base);
  }
}

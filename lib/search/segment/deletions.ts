/**
 * Deletions of a segment: which documents are gone, and how many of them held each term, so that document
 * counts, and with them all scores, are those of the living alone.
 */
import { ByteReader, ByteWriter, lowerBound } from '@/lib/search/blocks/bytes';

export interface Deletions {
  /** Numbers of the deleted documents, in order. */
  documents: Int32Array;
  /** Ordinals of their terms, in order, and how many of them held each. */
  ordinals: Int32Array;
  counts: Int32Array;
}

export const NO_DELETIONS: Deletions = {
  documents: new Int32Array(),
  ordinals: new Int32Array(),
  counts: new Int32Array(),
};

/** With these documents gone too: `documents` new ones in order, `ordinals` of all their terms in any order. */
export function addDeletions(
  before: Deletions,
  documents: Int32Array,
  ordinals: readonly Int32Array[],
): Deletions {
  const counts = new Map<number, number>();
  before.ordinals.forEach((ordinal, at) => counts.set(ordinal, before.counts[at] ?? 0));
  for (const of of ordinals) {
    for (const ordinal of of) counts.set(ordinal, (counts.get(ordinal) ?? 0) + 1);
  }
  const all = new Int32Array(before.documents.length + documents.length);
  all.set(before.documents);
  all.set(documents, before.documents.length);
  const sorted = Int32Array.from(counts.keys()).sort();
  return {
    documents: all.sort(),
    ordinals: sorted,
    counts: sorted.map((ordinal) => counts.get(ordinal) ?? 0),
  };
}

export function isDeleted({ documents }: Deletions, document: number): boolean {
  return documents[firstFrom(documents, document)] === document;
}

/** Deleted documents that held the term. */
export function deletedWith({ ordinals, counts }: Deletions, ordinal: number): number {
  const at = firstFrom(ordinals, ordinal);
  return ordinals[at] === ordinal ? (counts[at] ?? 0) : 0;
}

/** The index of the first number in `sorted` that is not below `value`. */
export function firstFrom(sorted: Int32Array, value: number): number {
  return lowerBound(0, sorted.length, (at) => (sorted[at] ?? 0) < value);
}

export function encodeDeletions({ documents, ordinals, counts }: Deletions): Uint8Array {
  const writer = new ByteWriter();
  writeGaps(writer, documents);
  writeGaps(writer, ordinals);
  for (const count of counts) writer.varint(count);
  return writer.take();
}

export function decodeDeletions(bytes: Uint8Array): Deletions {
  const reader = new ByteReader(bytes);
  const documents = readGaps(reader);
  const ordinals = readGaps(reader);
  return { documents, ordinals, counts: ordinals.map(() => reader.varint()) };
}

function writeGaps(writer: ByteWriter, sorted: Int32Array): void {
  writer.varint(sorted.length);
  let previous = -1;
  for (const value of sorted) {
    writer.varint(value - previous - 1);
    previous = value;
  }
}

function readGaps(reader: ByteReader): Int32Array {
  let value = -1;
  return new Int32Array(reader.varint()).map(() => (value += reader.varint() + 1));
}

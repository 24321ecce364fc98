/** Writing a segment: postings per term, gathered in memory, laid out as `format.ts` says. */
import { FIELDS } from '@/lib/search/contract';
import {
  ByteWriter,
  bytesOf,
  HEADER_WORDS,
  MAGIC,
  packStrings,
  SECTIONS,
  WORD,
  type Section,
} from '@/lib/search/segment/format';

/** One document of the segment to be; `lengths` counts tokens per field. */
export interface DocumentEntry {
  id: string;
  group: string;
  lengths: number[];
}

/** One term in one document: occurrences per field. `document` indexes the entries. */
export interface PostingEntry {
  document: number;
  counts: number[];
}

/**
 * Lays out a segment. `documents` are sorted by id; each term's postings are sorted by document.
 * Returns the file's bytes.
 */
export function writeSegment(
  documents: readonly DocumentEntry[],
  postingsOf: ReadonlyMap<string, readonly PostingEntry[]>,
): Uint8Array<ArrayBuffer> {
  const terms = [...postingsOf.keys()].toSorted(byCodeUnits);
  const ids = packStrings(documents.map((entry) => entry.id));
  const groups = [...new Set(documents.map((entry) => entry.group))];
  const packedTerms = packStrings(terms);
  const lists = writePostings(terms, postingsOf);
  const fieldLengths = Uint32Array.from(documents.flatMap((entry) => entry.lengths));
  const totals = FIELDS.map((_, field) =>
    documents.reduce((sum, entry) => sum + (entry.lengths[field] ?? 0), 0),
  );
  return assemble([MAGIC, documents.length, terms.length, ...totals], {
    ids: ids.bytes,
    idOffsets: bytesOf(ids.offsets),
    groupNames: new TextEncoder().encode(JSON.stringify(groups)),
    groupOf: Uint8Array.from(documents, (entry) => groups.indexOf(entry.group)),
    fieldLengths: bytesOf(fieldLengths),
    terms: packedTerms.bytes,
    termOffsets: bytesOf(packedTerms.offsets),
    documentFrequencies: bytesOf(lists.frequencies),
    postingOffsets: bytesOf(lists.offsets),
    postings: lists.bytes,
  });
}

/** The order of terms in a segment: plain code units, the same in every engine and locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function writePostings(
  terms: readonly string[],
  postingsOf: ReadonlyMap<string, readonly PostingEntry[]>,
) {
  const writer = new ByteWriter();
  const offsets = new Uint32Array(terms.length + 1);
  const frequencies = new Uint32Array(terms.length);
  terms.forEach((term, index) => {
    const postings = postingsOf.get(term) ?? [];
    offsets[index] = writer.length;
    frequencies[index] = postings.length;
    let previous = -1;
    for (const posting of postings) {
      writePosting(writer, posting, previous);
      previous = posting.document;
    }
  });
  offsets[terms.length] = writer.length;
  return { bytes: writer.finish(), offsets, frequencies };
}

function writePosting(writer: ByteWriter, posting: PostingEntry, previous: number): void {
  let mask = 0;
  posting.counts.forEach((count, field) => {
    if (count > 0) mask |= 1 << field;
  });
  writer.varint(((posting.document - previous - 1) << FIELDS.length) | mask);
  for (const count of posting.counts) {
    if (count > 0) writer.varint(count);
  }
}

/** Header, section table (offset and length of each), then the sections at word boundaries. */
function assemble(
  header: number[],
  sections: Record<Section, Uint8Array>,
): Uint8Array<ArrayBuffer> {
  const words = [...header];
  let offset = (HEADER_WORDS + FIELDS.length + SECTIONS.length * 2) * WORD;
  for (const name of SECTIONS) {
    words.push(offset, sections[name].length);
    offset = Math.ceil((offset + sections[name].length) / WORD) * WORD;
  }
  const file = new Uint8Array(offset);
  file.set(bytesOf(Uint32Array.from(words)), 0);
  SECTIONS.forEach((name, index) => {
    file.set(sections[name], words[HEADER_WORDS + FIELDS.length + index * 2]);
  });
  return file;
}

/** Building a segment from documents, and one from several older segments. */
import { analyse } from '@/lib/search/analyse/analyse';
import { FIELDS, type SearchDocument } from '@/lib/search/contract';
import type { Segment } from '@/lib/search/segment/segment';
import {
  byCodeUnits,
  writeSegment,
  type DocumentEntry,
  type PostingEntry,
} from '@/lib/search/segment/write';

/** Longest text taken from one field; the rest of a giant document is not searched. */
const MAX_FIELD_CHARACTERS = 100_000;

/** Analyses and lays out `documents` (ids unique). */
export function buildSegment(documents: readonly SearchDocument[]): Uint8Array<ArrayBuffer> {
  const sorted = documents.toSorted((a, b) => byCodeUnits(a.id, b.id));
  const postings = new Map<string, PostingEntry[]>();
  const entries = sorted.map((document, index) => addDocument(document, index, postings));
  return writeSegment(entries, postings);
}

function addDocument(
  document: SearchDocument,
  index: number,
  postings: Map<string, PostingEntry[]>,
): DocumentEntry {
  const lengths = FIELDS.map((field, fieldIndex) => {
    const tokens = analyse(document.fields[field].slice(0, MAX_FIELD_CHARACTERS), document.locale);
    for (const token of tokens) countTerm(postings, token.term, index, fieldIndex);
    return tokens.length;
  });
  return { id: document.id, group: document.group, lengths };
}

function countTerm(
  postings: Map<string, PostingEntry[]>,
  term: string,
  document: number,
  field: number,
): void {
  let list = postings.get(term);
  if (list === undefined) {
    list = [];
    postings.set(term, list);
  }
  let last = list.at(-1);
  if (last?.document !== document) {
    last = { document, counts: FIELDS.map(() => 0) };
    list.push(last);
  }
  last.counts[field] = (last.counts[field] ?? 0) + 1;
}

/** A segment and which of its documents are deleted. */
export interface LiveSegment {
  segment: Segment;
  deleted: ReadonlySet<number>;
}

/** Writes the live documents of `sources` as one new segment. */
export function mergeSegments(sources: readonly LiveSegment[]): Uint8Array<ArrayBuffer> {
  const origins = sources.flatMap(({ segment, deleted }, source) =>
    Array.from({ length: segment.documents }, (_, document) => ({ source, document }))
      .filter((origin) => !deleted.has(origin.document))
      .map((origin) => ({ ...origin, entry: entryOf(segment, origin.document) })),
  );
  origins.sort((a, b) => byCodeUnits(a.entry.id, b.entry.id));
  const renumbered = sources.map(({ segment }) => new Int32Array(segment.documents).fill(-1));
  origins.forEach(({ source, document }, index) => {
    const numbers = renumbered[source];
    if (numbers !== undefined) numbers[document] = index;
  });
  const postings = new Map<string, PostingEntry[]>();
  sources.forEach(({ segment }, source) => {
    collectPostings(segment, renumbered[source] ?? new Int32Array(), postings);
  });
  for (const list of postings.values()) list.sort((a, b) => a.document - b.document);
  return writeSegment(
    origins.map(({ entry }) => entry),
    postings,
  );
}

function entryOf(segment: Segment, document: number): DocumentEntry {
  return {
    id: segment.idAt(document),
    group: segment.groupAt(document),
    lengths: FIELDS.map((_, field) => segment.fieldLength(document, field)),
  };
}

function collectPostings(
  segment: Segment,
  numbers: Int32Array,
  into: Map<string, PostingEntry[]>,
): void {
  for (let index = 0; index < segment.terms; index++) {
    const { documents, counts } = segment.postings(index);
    const term = segment.termAt(index);
    const list = into.get(term) ?? [];
    documents.forEach((old, at) => {
      const document = numbers[old] ?? -1;
      if (document < 0) return;
      const from = at * FIELDS.length;
      list.push({ document, counts: [...counts.subarray(from, from + FIELDS.length)] });
    });
    if (list.length > 0) into.set(term, list);
  }
}

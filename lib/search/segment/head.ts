/** The head of a segment: all that stays in memory of it while it is open. */
import { ByteReader, ByteWriter } from '@/lib/search/blocks/bytes';
import { FIELDS } from '@/lib/search/contract';
import { FORMAT } from '@/lib/search/segment/format';

/** One group's documents: from `first` up to the next range's. */
export interface GroupRange {
  group: string;
  first: number;
}

export interface SegmentHead {
  documents: number;
  /** Different terms. */
  terms: number;
  /** Blocks of postings. */
  postings: number;
  groups: GroupRange[];
  /** The facts that records point to. */
  about: string[];
  /** The first term of each dictionary block, and its ordinal. */
  dictionary: { term: string; ordinal: number }[];
  /** The first document of each record block, and its id. */
  records: { document: number; id: string }[];
  /** Time of each document in milliseconds since 1970, 0 where unknown. */
  times: Float64Array;
}

export function encodeHead(head: SegmentHead): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.varint(FORMAT);
  writer.varint(FIELDS.length);
  writer.varint(head.documents);
  writer.varint(head.terms);
  writer.varint(head.postings);
  writer.varint(head.groups.length);
  for (const { group, first } of head.groups) {
    writer.text(group);
    writer.varint(first);
  }
  writer.varint(head.about.length);
  for (const value of head.about) writer.text(value);
  writer.varint(head.dictionary.length);
  for (const { term, ordinal } of head.dictionary) {
    writer.text(term);
    writer.varint(ordinal);
  }
  writer.varint(head.records.length);
  for (const { document, id } of head.records) {
    writer.varint(document);
    writer.text(id);
  }
  for (const time of head.times) writer.uint48(time);
  return writer.take();
}

/** Null when the bytes are of another format. */
export function decodeHead(bytes: Uint8Array): SegmentHead | null {
  const reader = new ByteReader(bytes);
  if (reader.varint() !== FORMAT || reader.varint() !== FIELDS.length) return null;
  const documents = reader.varint();
  const terms = reader.varint();
  const postings = reader.varint();
  const list = <T>(read: () => T): T[] => Array.from({ length: reader.varint() }, () => read());
  const groups = list(() => ({ group: reader.text(), first: reader.varint() }));
  const about = list(() => reader.text());
  const dictionary = list(() => ({ term: reader.text(), ordinal: reader.varint() }));
  const records = list(() => ({ document: reader.varint(), id: reader.text() }));
  const times = new Float64Array(documents);
  for (let at = 0; at < documents; at++) times[at] = reader.uint48();
  return { documents, terms, postings, groups, about, dictionary, records, times };
}

const MAX_TIME = 2 ** 48 - 1;

/** A time as the head can keep it: whole milliseconds from 1970 on, 0 for anything else. */
export function storableTime(time: number): number {
  return time > 0 && time <= MAX_TIME ? Math.floor(time) : 0;
}

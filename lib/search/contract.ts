/** The search engine's face: documents in, hits with evidence out. Knows no browser, ticket or database. */
import type { Result } from '@/lib/core/result';

/** The parts of a document that are weighted apart; at most eight. */
export const FIELDS = ['title', 'headings', 'labels', 'body'] as const;
export type Field = (typeof FIELDS)[number];

export interface SearchDocument {
  id: string;
  /** What a query may be limited to, e.g. the item kind. */
  group: string;
  /** BCP 47; picks the stemmer. */
  locale: string;
  /** Milliseconds since 1970, for `WantedList.since`; 0 where it is unknown. */
  time: number;
  /** Values it may agree on with a ticket, e.g. `product:Till`. Handed back with a hit, not searched. */
  about: string[];
  /** Id of the document that this one repeats. */
  original: string | null;
  fields: Record<Field, string>;
}

/** A piece of the question, e.g. the subject with weight 6 and the body with weight 1. */
export interface QueryPart {
  text: string;
  weight: number;
  locale: string;
}

/** One ranked list wanted from a query: the best `limit` documents of `groups` (all when absent). */
export interface WantedList {
  groups?: string[];
  limit: number;
  /** Only documents of that time or later, in milliseconds since 1970. */
  since?: number;
  /** Return only the `best` of them, and of the others the `newest`: far fewer records are read then. */
  keep?: { best: number; newest: number };
}

export interface SearchQuery {
  parts: QueryPart[];
  /** All lists are filled in one pass over the postings. */
  lists: WantedList[];
}

/** A term of the query that took part in the ranking. */
export interface QueryTerm {
  /** The index term: a stem or an identifier. */
  term: string;
  /** As the query wrote it first. */
  surface: string;
  /** The same for all terms that stand for one word of the query: its stems and translations. */
  concept: string;
  identifier: boolean;
  /** Documents that hold the term. */
  documents: number;
  idf: number;
  /** What the query asks it with: the weights of its occurrences added up, damped. */
  weight: number;
  /** The undamped sum in each of the query's parts. */
  parts: number[];
}

/** A query term found in a document. */
export interface TermEvidence extends QueryTerm {
  fields: Field[];
  /** Its share of the hit's score. */
  score: number;
}

export interface TermFrequency {
  term: string;
  documents: number;
}

export interface Hit {
  id: string;
  group: string;
  time: number;
  about: string[];
  original: string | null;
  score: number;
  /** Tokens of each field, in the order of `FIELDS`. */
  lengths: number[];
  /** The query's terms it holds: index into the answer's `terms`, then the count in each field; and so on. */
  matches: Uint16Array;
  /** Share of the query's whole term weight (idf times query weight) that the document holds, 0 to 1. */
  queryCoverage: number;
  /** Share of the title's terms (by number) that the query has, 0 to 1. */
  titleCoverage: number;
}

export interface SearchAnswer {
  /** One list of hits, best first, for each of the query's `lists`. */
  lists: Hit[][];
  /** What the hits' `matches` point into. */
  terms: QueryTerm[];
  /** Documents searched. */
  documents: number;
}

export interface IndexBatch {
  upserts: SearchDocument[];
  deletes: string[];
}

/**
 * The engine. `apply` and `merge` commit whole or not at all; a kill at any moment leaves the last
 * commit. `search` reads one commit from beginning to end, whatever is committed meanwhile.
 */
export interface SearchEngine {
  search(query: SearchQuery): Promise<Result<SearchAnswer>>;
  /** Candidates for a typed word or two: prefixes and near spellings of index terms; of `groups` alone. */
  lookup(
    text: string,
    locale: string,
    limit: number,
    groups?: string[],
  ): Promise<Result<SearchAnswer>>;
  /**
   * Of each text: how many documents hold each of its distinct terms, the words that no document holds
   * included.
   */
  frequencies(
    texts: readonly { text: string; locale: string }[],
  ): Promise<Result<TermFrequency[][]>>;
  /** Never merges, so that it takes as long as the batch is large and no longer. */
  apply(batch: IndexBatch): Promise<Result<void>>;
  /**
   * Does one merge if one is due; true when more is due. `isQuiet`: nothing more is to come soon, so that no more
   * small segments are left than need be, nor files that a kill left behind. Opens nothing when nothing is due.
   */
  merge(isQuiet?: boolean): Promise<Result<boolean>>;
  /** Drops every segment: the way out of a damaged index. The caller applies all documents again. */
  reset(): Promise<Result<void>>;
  /** Live documents in the last commit. */
  size(): Promise<Result<number>>;
}

/** One commit's directory: the live segments, the oldest first. */
export interface Commit {
  generation: number;
  segments: CommittedSegment[];
}

export interface CommittedSegment {
  /** Its file. */
  name: string;
  documents: number;
  /** How many of them are deleted, and the file that says which; null when none is. */
  deleted: number;
  deletions: string | null;
}

/**
 * Where segments live: files of numbered blocks, written once and never changed. Block numbers have
 * gaps. What was written counts only after a `commit` that names the file, which is the one word that
 * changes.
 */
export interface SegmentStore {
  /** Null before the first commit. */
  readCommit(): Promise<Result<Commit | null>>;
  /** The blocks in the order asked. Fault `storage-broken` with the `file` when one is missing. */
  readBlocks(file: string, numbers: readonly number[]): Promise<Result<Uint8Array[]>>;
  /** Stores blocks `first`, `first + 1` and so on; may be called many times for a file. */
  writeBlocks(file: string, first: number, blocks: readonly Uint8Array[]): Promise<Result<void>>;
  /** Makes `next` the directory, in one step. Fault `conflict` when another commit came in between. */
  commit(next: Commit): Promise<Result<void>>;
  /** Removes some blocks of a file that the directory does not name; true while there are more. */
  removeSome(file: string): Promise<Result<boolean>>;
  /** All files, those of writes that were never committed too. */
  files(): Promise<Result<string[]>>;
}

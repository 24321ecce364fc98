/** The search engine's face: documents in, hits with evidence out. Knows no browser, ticket or database. */
import type { Result } from '@/lib/core/result';

/** The parts of a document that are weighted apart. */
export const FIELDS = ['title', 'headings', 'labels', 'body'] as const;
export type Field = (typeof FIELDS)[number];

export interface SearchDocument {
  id: string;
  /** What a query may be limited to, e.g. the item kind. */
  group: string;
  /** BCP 47; picks the stemmer. */
  locale: string;
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
}

export interface SearchQuery {
  parts: QueryPart[];
  /** All lists are filled in one pass over the postings. */
  lists: WantedList[];
  /** Document ids never to return. */
  exclude?: string[];
}

/** A query term found in a document. */
export interface TermEvidence {
  /** The index term: a stem or an identifier. */
  term: string;
  /** As the query wrote it first. */
  surface: string;
  fields: Field[];
  /** Its share of the hit's score. */
  score: number;
  identifier: boolean;
  /** Documents that hold the term. */
  documents: number;
}

export interface TermFrequency {
  term: string;
  documents: number;
}

export interface Hit {
  id: string;
  group: string;
  score: number;
  /** Strongest first. */
  terms: TermEvidence[];
  /** Share of the title's terms (by weight) that the query has, 0 to 1. */
  titleCoverage: number;
  /** Share of the query's whole term weight (idf times query weight) that the document holds, 0 to 1. */
  queryCoverage: number;
}

export interface SearchAnswer {
  /** One list of hits, best first, for each of the query's `lists`. */
  lists: Hit[][];
  /** Documents searched. */
  documents: number;
}

export interface IndexBatch {
  upserts: SearchDocument[];
  deletes: string[];
}

/**
 * The engine. `apply` commits a batch whole or not at all; a kill at any moment leaves the last commit.
 * `search` reads only committed data.
 */
export interface SearchEngine {
  search(query: SearchQuery): Promise<Result<SearchAnswer>>;
  /** Candidates for a typed word or two: prefixes and near spellings of index terms. */
  lookup(text: string, locale: string, limit: number): Promise<Result<SearchAnswer>>;
  /** How many documents hold each distinct term of `text`, the words that no document holds included. */
  frequencies(text: string, locale: string): Promise<Result<TermFrequency[]>>;
  apply(batch: IndexBatch): Promise<Result<void>>;
  /** Drops every segment: the way out of a damaged index. The caller applies all documents again. */
  reset(): Promise<Result<void>>;
  /** Live documents in the last commit. */
  size(): Promise<Result<number>>;
}

/** One commit's directory: which segment files are live, and which of their documents are deleted. */
export interface Commit {
  generation: number;
  segments: { name: string; documents: number; deleted: number[] }[];
}

/**
 * Where segments live. Files are written once and never changed; `commit` is the only mutable word and
 * must be atomic: it stores the new files, the directory, and removes `garbage` in one step. The
 * fault `conflict` says that another commit came in between.
 */
export interface SegmentStore {
  /** Null before the first commit. */
  readCommit(): Promise<Result<Commit | null>>;
  /** Null when there is no such file. */
  readFile(name: string): Promise<Result<Uint8Array<ArrayBuffer> | null>>;
  commit(
    next: Commit,
    added: { name: string; bytes: Uint8Array<ArrayBuffer> }[],
    garbage: string[],
  ): Promise<Result<void>>;
}

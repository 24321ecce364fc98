/** An index term of a chunk of text, and how a plain word becomes one. */
import type { Lexicon } from '@/lib/search/analyse/lexicon';

export interface ChunkTerm {
  /** Never empty. */
  term: string;
  /** `[start, end)` in UTF-16 units of the chunk. */
  start: number;
  end: number;
  /** The whole form of an identifier. */
  identifier: boolean;
}

/**
 * A term of a chunk that is remembered, and met again and again: whoever numbers terms notes the number on it,
 * and need not look it up the next time.
 */
export class KnownTerm implements ChunkTerm {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly identifier: boolean;
  /** What it was numbered, and by whom. */
  number = 0;
  numberedBy = 0;

  constructor({ term, start, end, identifier }: ChunkTerm) {
    this.term = term;
    this.start = start;
    this.end = end;
    this.identifier = identifier;
  }
}

/** The term of `word`, which stands at `start`, if it carries a topic. */
export function pushWord(word: string, start: number, lexicon: Lexicon, terms: ChunkTerm[]): void {
  const term = lexicon.termOf(word);
  if (term !== '') terms.push({ term, start, end: start + word.length, identifier: false });
}

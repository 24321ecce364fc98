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

/** The term of `word`, which stands at `start`, if it carries a topic. */
export function pushWord(word: string, start: number, lexicon: Lexicon, terms: ChunkTerm[]): void {
  const term = lexicon.termOf(word);
  if (term !== '') terms.push({ term, start, end: start + word.length, identifier: false });
}

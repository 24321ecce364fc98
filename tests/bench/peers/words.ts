/** Words, stems and stop words as the libraries' own guides advise them; the same for all that need some. */
import lunr from 'lunr';
import { stemmer } from 'stemmer';

const WORD = /[\p{L}\p{N}_]+/gu;

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** True for English words without a topic, by the list that ships with Lunr. */
export function isStopped(word: string): boolean {
  return lunr.stopWordFilter(new lunr.Token(word, {})) === undefined;
}

const stems = new Map<string, string>();
const REMEMBERED = 100_000;

/** The word's Porter stem. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemmer(word);
  if (stems.size < REMEMBERED) stems.set(word, stem);
  return stem;
}

/** A word as an index term: null for a stop word. */
export function termOf(word: string): string | null {
  const lower = word.toLowerCase();
  return isStopped(lower) ? null : stemOf(lower);
}

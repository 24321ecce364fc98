/** A language's words → index terms, remembered: a text uses few words many times. */
import { stem } from '@/lib/search/analyse/stemmers';
import { isStopWord } from '@/lib/search/analyse/stop-words';

export interface Lexicon {
  /** Two letters. */
  language: string;
  /** The term of a word in any case; empty for stop words, lone letters and pasted data. */
  termOf(word: string): string;
}

/** No word of any language; whoever writes so pastes data. */
const MAX_WORD = 64;
/** Words of two generations are kept; what a whole generation did not use is forgotten. */
const GENERATION = 16_000;

const lexicons = new Map<string, Lexicon>();

/** The lexicon of `language` (two letters); the same each time. */
export function lexiconOf(language: string): Lexicon {
  let lexicon = lexicons.get(language);
  if (lexicon === undefined) {
    lexicon = createLexicon(language);
    lexicons.set(language, lexicon);
  }
  return lexicon;
}

function createLexicon(language: string): Lexicon {
  let young = new Map<string, string>();
  let old = new Map<string, string>();
  const learn = (word: string): string => {
    const term = old.get(word) ?? createTerm(word, language);
    if (young.size >= GENERATION) {
      old = young;
      young = new Map();
    }
    // A slice would keep the whole text it was cut from in memory.
    young.set(` ${word}`.slice(1), term);
    return term;
  };
  return { language, termOf: (word) => young.get(word) ?? learn(word) };
}

function createTerm(word: string, language: string): string {
  if (word.length < 2 || word.length > MAX_WORD) return '';
  const lower = word.toLowerCase();
  return isStopWord(lower, language) ? '' : stem(lower, language);
}

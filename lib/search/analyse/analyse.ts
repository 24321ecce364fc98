/**
 * Analysis: text → index terms with their places. Words are lower-cased and stemmed; identifiers (error
 * codes, versions, class names, paths) are kept whole and also give their parts.
 */
import { announcedCode } from '@/lib/search/analyse/announced-number';
import { classAt, HANGUL, UNSPACED } from '@/lib/search/analyse/characters';
import { emitTerms, type KnownTermSink } from '@/lib/search/analyse/chunk-cache';
import { KnownTerm } from '@/lib/search/analyse/chunk-term';
import { lexiconOf, type Lexicon } from '@/lib/search/analyse/lexicon';
import { eachLetterRun, endOfAddress, endOfChunk, nextChunk } from '@/lib/search/analyse/scan';
import { languageOf } from '@/lib/search/analyse/stemmers';

export interface Token {
  /** Never empty. */
  term: string;
  /** `[start, end)` in UTF-16 units of the analysed text, never empty: what the term came from. */
  start: number;
  end: number;
  /** The whole form of an identifier. */
  identifier: boolean;
}

/** Takes one token: its index term, its place `[start, end)` in the text, whether it is an identifier. */
export type TokenSink = (term: string, start: number, end: number, identifier: boolean) => void;

/** Longer chunks are encoded data, unless they are of a script without spaces. */
const MAX_CHUNK = 200;
/** Longer numbers count nothing and name nothing. */
const MAX_NUMBER = 8;
const ZERO = 48;
const NINE = 57;

/**
 * All tokens of `text`, by where they start; a name and its parts overlap. `locale` (BCP 47) picks stemmer
 * and stop words. Stop words, lone letters, e-mail addresses, times, hashes and the like give no token.
 */
export function analyse(text: string, locale: string): Token[] {
  const tokens: Token[] = [];
  analyseInto(text, locale, (term, start, end, identifier) => {
    tokens.push({ term, start, end, identifier });
  });
  return tokens;
}

/** The tokens of {@link analyse} in the same order, each handed to `sink`: for large texts. */
export function analyseInto(text: string, locale: string, sink: TokenSink): void {
  eachTerm(text, locale, ({ term, start, end, identifier }, from) => {
    sink(term, from + start, from + end, identifier);
  });
}

/** As {@link analyseInto}, for those who number terms: they are handed in the form they are remembered in. */
export function eachTerm(text: string, locale: string, sink: KnownTermSink): void {
  const lexicon = lexiconOf(languageOf(locale));
  let start = nextChunk(text, 0);
  while (start < text.length) {
    let end = endOfAddress(text, start);
    if (end >= 0) {
      if (end - start <= MAX_CHUNK) emitAddress(text, start, end, lexicon, sink);
    } else {
      end = endOfChunk(text, start);
      emitChunk(text, start, end, lexicon, sink);
    }
    start = nextChunk(text, end);
  }
}

function emitChunk(
  text: string,
  start: number,
  end: number,
  lexicon: Lexicon,
  sink: KnownTermSink,
): void {
  if (end - start > MAX_CHUNK) emitUnspaced(text, start, end, lexicon, sink);
  else if (end - start <= MAX_NUMBER && isNumber(text, start, end)) {
    const code = announcedCode(text, start, end);
    const place = { start: 0, end: end - start };
    if (code !== null) sink(new KnownTerm({ term: code, ...place, identifier: true }), start);
    if (place.end > 1) {
      const number = text.slice(start, end);
      sink(new KnownTerm({ term: number, ...place, identifier: false }), start);
    }
  } else emitTerms(text, start, end, lexicon, sink);
}

function isNumber(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < ZERO || unit > NINE) return false;
  }
  return true;
}

/** Of a web address only the words of its path tell what it is about. */
function emitAddress(
  text: string,
  from: number,
  to: number,
  lexicon: Lexicon,
  sink: KnownTermSink,
): void {
  const colon = text.indexOf(':', from);
  const path = text.indexOf('/', text.startsWith('//', colon + 1) ? colon + 3 : colon);
  if (path < 0 || path >= to) return;
  eachLetterRun(text, path, to, (start, end) => {
    const word = text.slice(start, end).toLowerCase();
    emitTerms(word, 0, word.length, lexicon, (term, at) => sink(term, start + at));
  });
}

/** Of an endless chunk the stretches in scripts that need no spaces. */
function emitUnspaced(
  text: string,
  from: number,
  to: number,
  lexicon: Lexicon,
  sink: KnownTermSink,
): void {
  for (let start = from; start < to; start += MAX_CHUNK) {
    const end = Math.min(to, start + MAX_CHUNK);
    if (hasUnspaced(text, start, end)) emitTerms(text, start, end, lexicon, sink);
  }
}

function hasUnspaced(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const found = classAt(text, at);
    if (found === UNSPACED || found === HANGUL) return true;
  }
  return false;
}

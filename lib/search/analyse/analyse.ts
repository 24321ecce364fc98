/**
 * Analysis: text → index terms with their places. Words are lower-cased and stemmed; identifiers (error
 * codes, versions, class names, paths) are kept whole and also give their parts.
 */
import { findTerms } from '@/lib/search/analyse/chunk-cache';
import { eachLetterRun, endOfAddress, endOfChunk, nextChunk } from '@/lib/search/analyse/scan';
import { languageOf } from '@/lib/search/analyse/stemmers';

export interface Token {
  term: string;
  /** `[start, end)` in UTF-16 units of the analysed text. */
  start: number;
  end: number;
  /** The whole form of an identifier. */
  identifier: boolean;
}

/** Takes one token: its index term, its place `[start, end)` in the text, whether it is an identifier. */
export type TokenSink = (term: string, start: number, end: number, identifier: boolean) => void;

/** Longer chunks are encoded data. */
const MAX_CHUNK = 200;

/** All tokens of `text`, in order. Stop words and lone letters are left out; e-mail addresses too. */
export function analyse(text: string, locale: string): Token[] {
  const tokens: Token[] = [];
  analyseInto(text, locale, (term, start, end, identifier) => {
    tokens.push({ term, start, end, identifier });
  });
  return tokens;
}

/** The tokens of {@link analyse} in the same order, each handed to `sink`: for large texts. */
export function analyseInto(text: string, locale: string, sink: TokenSink): void {
  const language = languageOf(locale);
  let start = nextChunk(text, 0);
  while (start < text.length) {
    let end = endOfAddress(text, start);
    if (end < 0) {
      end = endOfChunk(text, start);
      if (end - start <= MAX_CHUNK) emitTerms(text, start, end, language, sink);
    } else if (end - start <= MAX_CHUNK) {
      emitAddress(text, start, end, language, sink);
    }
    start = nextChunk(text, end);
  }
}

/** Of a web address only the words of its path tell what it is about. */
function emitAddress(
  text: string,
  from: number,
  to: number,
  language: string,
  sink: TokenSink,
): void {
  const colon = text.indexOf(':', from);
  const path = text.indexOf('/', text.startsWith('//', colon + 1) ? colon + 3 : colon);
  if (path < 0 || path >= to) return;
  eachLetterRun(text, path, to, (start, end) => {
    const word = text.slice(start, end).toLowerCase();
    for (const found of findTerms(word, 0, word.length, language)) {
      sink(found.term, start + found.start, start + found.end, false);
    }
  });
}

function emitTerms(
  text: string,
  from: number,
  to: number,
  language: string,
  sink: TokenSink,
): void {
  for (const { term, start, end, identifier } of findTerms(text, from, to, language)) {
    sink(term, from + start, from + end, identifier);
  }
}

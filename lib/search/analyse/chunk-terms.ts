/** One chunk of text → its index terms, with their places in the chunk. */
import { isIdentifier, isDateOrTime, isVersion } from '@/lib/search/analyse/identifiers';
import { stem } from '@/lib/search/analyse/stemmers';
import { isStopWord } from '@/lib/search/analyse/stop-words';

export interface ChunkTerm {
  term: string;
  /** `[start, end)` in UTF-16 units of the chunk. */
  start: number;
  end: number;
  /** The whole form of an identifier. */
  identifier: boolean;
}

const PLAIN_WORD = /^\p{Ll}[\p{Ll}\p{M}]*$|^\p{Lu}[\p{Ll}\p{M}]*$/u;
const WORD_WITH_APOSTROPHE = /^[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)+$/u;
const SEGMENTED_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Inside a chunk: runs of digits, of capitals, and capitalised or lower-case words. */
const PIECE = /\p{N}+|\p{Lu}+(?![\p{Ll}\p{M}])|\p{Lu}?[\p{Ll}\p{M}]+|[\p{Lo}\p{M}]+/gu;
const CAMEL = /\p{Ll}\p{Lu}|\p{Lu}{2,}\p{Ll}/u;
/** A camel-case name such as `iPad`, whose parts mean nothing. */
const LONE_LETTER = /^\p{L}\p{Lu}|\p{Ll}\p{Lu}$/u;
const LINE_NUMBER = /:\d+$/;

const segmenters = new Map<string, Intl.Segmenter>();

/** The terms of `chunk` (words joined by marks) in `language` (two letters), in order. */
export function termsOfChunk(chunk: string, language: string): ChunkTerm[] {
  const terms: ChunkTerm[] = [];
  if (PLAIN_WORD.test(chunk)) {
    pushWord(chunk, 0, language, terms);
  } else if (SEGMENTED_SCRIPT.test(chunk)) {
    pushSegments(chunk, language, terms);
  } else if (WORD_WITH_APOSTROPHE.test(chunk)) {
    pushApostrophe(chunk, language, terms);
  } else if (!chunk.includes('@')) {
    pushCompound(chunk, language, terms);
  }
  return terms;
}

function pushWord(word: string, start: number, language: string, terms: ChunkTerm[]): void {
  if (word.length < 2) return;
  const lower = word.toLowerCase();
  if (isStopWord(lower, language)) return;
  terms.push({ term: stem(lower, language), start, end: start + word.length, identifier: false });
}

/** `printer's` counts as `printer`, `l'imprimante` as `imprimante`. */
function pushApostrophe(chunk: string, language: string, terms: ChunkTerm[]): void {
  if (isStopWord(chunk.toLowerCase().replaceAll('’', "'"), language)) return;
  const cut = chunk.search(/['’]/);
  const head = chunk.slice(0, cut);
  const tail = chunk.slice(cut + 1);
  if (head.length > 2) pushWord(head, 0, language, terms);
  if (tail.length > 2) pushWord(tail, cut + 1, language, terms);
}

/** Chinese, Japanese and Thai write no spaces: the platform's word breaker finds the words. */
function pushSegments(chunk: string, language: string, terms: ChunkTerm[]): void {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  for (const { segment, index, isWordLike } of segmenter.segment(chunk)) {
    if (isWordLike !== true) continue;
    const end = index + segment.length;
    terms.push({ term: segment.toLowerCase(), start: index, end, identifier: false });
  }
}

/** Everything with digits, joiners or mixed case: the whole, then its parts. */
function pushCompound(chunk: string, language: string, terms: ChunkTerm[]): void {
  if (isDateOrTime(chunk)) return;
  if (isVersion(chunk)) {
    pushVersion(chunk, terms);
    return;
  }
  const whole = chunk.replace(LINE_NUMBER, '');
  const identifier = isIdentifier(whole);
  if (identifier || CAMEL.test(whole)) {
    terms.push({ term: whole.toLowerCase(), start: 0, end: whole.length, identifier });
    if (!identifier && LONE_LETTER.test(whole)) return;
  }
  for (const piece of chunk.matchAll(PIECE)) {
    const word = piece[0];
    const start = piece.index;
    if (!/^\p{N}/u.test(word)) {
      pushWord(word, start, language, terms);
    } else if (word.length > 1 && word.length < 9) {
      terms.push({ term: word, start, end: start + word.length, identifier: false });
    }
  }
}

/** `6.3.2` is also found by those who wrote `6.3`. */
function pushVersion(version: string, terms: ChunkTerm[]): void {
  const end = version.length;
  const parts = version.toLowerCase().replace(/^v/, '').split('.');
  terms.push({ term: parts.join('.'), start: 0, end, identifier: true });
  if (parts.length < 3) return;
  terms.push({ term: parts.slice(0, 2).join('.'), start: 0, end, identifier: false });
}

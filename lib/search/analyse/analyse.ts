/**
 * Analysis: text → index terms with their places. Words are lower-cased and stemmed; identifiers (error
 * codes, versions, class names, paths) are kept whole and also give their parts.
 */
import { languageOf, stem } from '@/lib/search/analyse/stemmers';
import { isStopWord } from '@/lib/search/analyse/stop-words';

export interface Token {
  term: string;
  /** `[start, end)` in UTF-16 units of the analysed text. */
  start: number;
  end: number;
  /** The whole form of an identifier. */
  identifier: boolean;
}

/**
 * Web addresses; else letters and digits, joined by single marks that stand inside identifiers, versions,
 * paths and names.
 */
const CHUNK =
  /https?:\/\/[^\s<>"'()[\]{}]+|[\p{L}\p{N}\p{M}_]+(?:(?:[-.:/\\'’@#+&]|::)[\p{L}\p{N}\p{M}_]+)*/gu;
const PLAIN_WORD = /^\p{Ll}[\p{Ll}\p{M}]*$|^\p{Lu}[\p{Ll}\p{M}]*$/u;
const WORD_WITH_APOSTROPHE = /^[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)+$/u;
const SEGMENTED_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Inside a chunk: runs of digits, of capitals, and capitalised or lower-case words. */
const PIECE = /\p{N}+|\p{Lu}+(?![\p{Ll}\p{M}])|\p{Lu}?[\p{Ll}\p{M}]+|[\p{Lo}\p{M}]+/gu;
const VERSION = /^v?\d+(?:\.\d+)+$/i;
const CODE = /^(?=.*\d)(?=.*\p{L})[\p{L}\p{N}_]+(?:[-_.][\p{L}\p{N}_]+)*$/u;
/** `a.b`, `A::b`, `dir\\file`; a slash joins words (`and/or`) unless there are two. */
const DOTTED_NAME =
  /^[\p{L}_][\p{L}\p{N}_]*(?:(?:(?:\.|::|\\)[\p{L}\p{N}_]+)+|(?:\/[\p{L}\p{N}_.]+){2,})$/u;
const HOST = /^(?:\p{L}+\.)+(?:com|org|net|io|example|de|co|uk)(?:\/|$)/iu;
const CAMEL = /\p{Ll}\p{Lu}|\p{Lu}{2,}\p{Ll}/u;
const DATE_OR_TIME =
  /^\d{1,4}[-/:]\d{1,2}[-/:]\d{1,4}(?:[T.:,].*)?$|^\d{1,2}\.\d{1,2}\.\d{4}$|^\d{1,2}:\d{2}$/;
/** A camel-case name such as `iPad`, whose parts mean nothing. */
const LONE_LETTER = /^\p{L}\p{Lu}|\p{Ll}\p{Lu}$/u;
const LINE_NUMBER = /:\d+$/;
const MAX_CHUNK = 200;

const segmenters = new Map<string, Intl.Segmenter>();

/** All tokens of `text`, in order. Stop words and lone letters are left out; e-mail addresses too. */
export function analyse(text: string, locale: string): Token[] {
  const language = languageOf(locale);
  const tokens: Token[] = [];
  for (const match of text.matchAll(CHUNK)) {
    const chunk = match[0];
    if (chunk.length > MAX_CHUNK) continue;
    if (/^https?:/.test(chunk)) pushAddress(chunk, match.index, language, tokens);
    else analyseChunk(chunk, match.index, language, tokens);
  }
  return tokens;
}

function analyseChunk(chunk: string, start: number, language: string, tokens: Token[]): void {
  if (PLAIN_WORD.test(chunk)) {
    pushWord(chunk, start, language, tokens);
  } else if (SEGMENTED_SCRIPT.test(chunk)) {
    pushSegments(chunk, start, language, tokens);
  } else if (WORD_WITH_APOSTROPHE.test(chunk)) {
    pushApostrophe(chunk, start, language, tokens);
  } else if (!chunk.includes('@')) {
    pushCompound(chunk, start, language, tokens);
  }
}

/** Of a web address only the words of its path tell what it is about. */
function pushAddress(address: string, start: number, language: string, tokens: Token[]): void {
  const path = address.indexOf('/', address.indexOf('://') + 3);
  if (path < 0) return;
  for (const match of address.slice(path).matchAll(/\p{L}{3,}/gu)) {
    pushWord(match[0], start + path + match.index, language, tokens);
  }
}

function pushWord(word: string, start: number, language: string, tokens: Token[]): void {
  if (word.length < 2) return;
  const lower = word.toLowerCase();
  if (isStopWord(lower, language)) return;
  tokens.push({ term: stem(lower, language), start, end: start + word.length, identifier: false });
}

/** `printer's` counts as `printer`, `l'imprimante` as `imprimante`. */
function pushApostrophe(chunk: string, start: number, language: string, tokens: Token[]): void {
  if (isStopWord(chunk.toLowerCase().replaceAll('’', "'"), language)) return;
  const cut = chunk.search(/['’]/);
  const head = chunk.slice(0, cut);
  const tail = chunk.slice(cut + 1);
  if (head.length > 2) pushWord(head, start, language, tokens);
  if (tail.length > 2) pushWord(tail, start + cut + 1, language, tokens);
}

/** Chinese, Japanese and Thai write no spaces: the platform's word breaker finds the words. */
function pushSegments(chunk: string, start: number, language: string, tokens: Token[]): void {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  for (const { segment, index, isWordLike } of segmenter.segment(chunk)) {
    if (isWordLike !== true) continue;
    const end = start + index + segment.length;
    tokens.push({ term: segment.toLowerCase(), start: start + index, end, identifier: false });
  }
}

/** Everything with digits, joiners or mixed case: the whole, then its parts. */
function pushCompound(chunk: string, start: number, language: string, tokens: Token[]): void {
  if (DATE_OR_TIME.test(chunk)) return;
  const end = start + chunk.length;
  if (VERSION.test(chunk)) {
    pushVersion(chunk, start, tokens);
    return;
  }
  const whole = chunk.replace(LINE_NUMBER, '');
  const identifier = isIdentifier(whole);
  if (identifier || CAMEL.test(whole)) {
    tokens.push({ term: whole.toLowerCase(), start, end: start + whole.length, identifier });
    if (!identifier && LONE_LETTER.test(whole)) return;
  }
  for (const piece of chunk.matchAll(PIECE)) {
    const word = piece[0];
    const at = start + piece.index;
    if (!/^\p{N}/u.test(word)) {
      pushWord(word, at, language, tokens);
    } else if (word.length > 1 && word.length < 9 && at + word.length <= end) {
      tokens.push({ term: word, start: at, end: at + word.length, identifier: false });
    }
  }
}

/** `6.3.2` is also found by those who wrote `6.3`. */
function pushVersion(version: string, start: number, tokens: Token[]): void {
  const end = start + version.length;
  const parts = version.toLowerCase().replace(/^v/, '').split('.');
  tokens.push({ term: parts.join('.'), start, end, identifier: true });
  if (parts.length < 3) return;
  tokens.push({ term: parts.slice(0, 2).join('.'), start, end, identifier: false });
}

/** Error codes, versions, class names and paths: what people search letter by letter. */
export function isIdentifier(chunk: string): boolean {
  if (VERSION.test(chunk)) return true;
  if (CODE.test(chunk)) return chunk.length > 2;
  if (chunk.includes('_')) return chunk.length > 3;
  if (/\p{Ll}(?:Error|Exception)$/u.test(chunk)) return true;
  return DOTTED_NAME.test(chunk) && chunk.length > 5 && !HOST.test(chunk);
}

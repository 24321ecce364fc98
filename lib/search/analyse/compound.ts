/** Chunks with digits, joiners or mixed case → the whole, the names and versions in it, their words. */
import { CODE_NAME, CODE_PREFIX } from '@/lib/search/analyse/announced-number';
import { pushWord, type ChunkTerm } from '@/lib/search/analyse/chunk-term';
import { isHexCode, isIdentifier, isNoise, isVersion } from '@/lib/search/analyse/identifiers';
import type { Lexicon } from '@/lib/search/analyse/lexicon';
import { eachPiece, eachSegment } from '@/lib/search/analyse/pieces';
import {
  CAMEL,
  DIGITS,
  has,
  isLetters,
  JOINERS,
  shapeOf,
  type Shape,
} from '@/lib/search/analyse/shape';
import { stem } from '@/lib/search/analyse/stemmers';

/** `URLs`, `PDFs`. */
const PLURAL_CAPITALS = /^\p{Lu}{2,}s$/u;
/** A name such as `iPad`, whose parts mean nothing. */
const LONE_LETTER = /^\p{Ll}\p{Lu}[\p{Ll}\p{M}]*$|^\p{Lu}?\p{Ll}+\p{Lu}$/u;
/** After a file or a class: line and column, or the address of an object in memory. */
const PLACE = /(?<=[./\\].*)(?:(?::\d+){1,2}|@[\da-f]{5,})$/is;
const E_MAIL = /.@[^@]+\.\p{L}{2}/u;
const INNER_VERSION = /(?<![\d.])\d+(?:\.\d+)+/;
/** One name for `SYNC-4031`, `SYNC_4031` and `SYNC4031`. */
const LETTERS_AND_NUMBER = /^(\p{L}{2,})[-_]?(\d+)$/u;
/** `e-mail`, `Wi-Fi`: also written in one. */
const SHORT_PREFIX = /^\p{L}{1,2}-\p{L}+$/u;
/** Failures of Windows, HRESULT and NTSTATUS: often written without the `0x`. */
const FAILURE_CODE = /^0x[8c][0-9a-f]{7}$/;
const MAX_NUMBER = 8;
/** Longer wholes are paths on one person's disk. */
const MAX_WHOLE = 48;
const ZERO = 48;
const NINE = 57;

/** The terms of `chunk`, whose shape is `shape`; not always in order. */
export function pushCompound(
  chunk: string,
  shape: Shape,
  lexicon: Lexicon,
  terms: ChunkTerm[],
): void {
  const hasDigits = has(shape, DIGITS);
  const isJoined = has(shape, JOINERS);
  if ((hasDigits && isNoise(chunk)) || (isJoined && isEMail(chunk))) return;
  const whole = isJoined && hasDigits ? withoutPlace(chunk) : chunk;
  if (hasDigits && isVersion(whole)) pushVersion(whole, 0, terms);
  else if (hasDigits && isHexCode(whole)) pushHexCode(whole.toLowerCase(), terms);
  else if (isLetters(shape) && PLURAL_CAPITALS.test(whole)) {
    pushWord(whole.slice(0, -1), 0, lexicon, terms);
  } else {
    pushName(whole, 0, shape, lexicon, terms);
    if (isJoined && hasDigits) pushInnerVersion(whole, terms);
    if (isJoined) pushSegments(whole, lexicon, terms);
    else pushPieces(whole, 0, shape, lexicon, terms);
  }
}

/** Few chunks have the mark that the pattern asks for, which is told sooner than that they do not match it. */
function isEMail(chunk: string): boolean {
  return chunk.includes('@') && E_MAIL.test(chunk);
}

function withoutPlace(chunk: string): string {
  return chunk.includes(':') || chunk.includes('@') ? chunk.replace(PLACE, '') : chunk;
}

function pushSegments(whole: string, lexicon: Lexicon, terms: ChunkTerm[]): void {
  eachSegment(whole, (segment, start) => {
    const shape = shapeOf(segment);
    if (has(shape, CAMEL) && segment.length < whole.length) {
      pushName(segment, start, shape, lexicon, terms);
    }
    if (isLetters(shape) && !has(shape, CAMEL)) pushWord(segment, start, lexicon, terms);
    else pushPieces(segment, start, shape, lexicon, terms);
  });
}

/** The whole of an identifier or a name in mixed case, letter by letter unless it is letters only. */
function pushName(
  name: string,
  start: number,
  shape: Shape,
  lexicon: Lexicon,
  terms: ChunkTerm[],
): void {
  if (name.length > MAX_WHOLE) return;
  const identifier = isIdentifier(name, shape);
  const lower = name.toLowerCase();
  const end = start + name.length;
  if (isLetters(shape)) {
    if (has(shape, CAMEL))
      terms.push({ term: stem(lower, lexicon.language), start, end, identifier });
  } else if (identifier || name.length === 2) {
    const term = isDigit(lower, lower.length - 1) ? nameOfCode(lower) : lower;
    terms.push({ term, start, end, identifier });
  } else if (SHORT_PREFIX.test(name)) {
    terms.push({ term: stem(lower.replace('-', ''), lexicon.language), start, end, identifier });
  }
}

/** `err503` → `error-503`, for what ends in a number. */
function nameOfCode(name: string): string {
  return name.replace(LETTERS_AND_NUMBER, '$1-$2').replace(CODE_NAME, CODE_PREFIX);
}

function pushPieces(
  name: string,
  from: number,
  shape: Shape,
  lexicon: Lexicon,
  terms: ChunkTerm[],
): void {
  if (has(shape, CAMEL) && LONE_LETTER.test(name)) return;
  eachPiece(name, (piece, at) => {
    const start = from + at;
    // Pieces are of one kind: the first digit tells.
    if (!isDigit(piece, 0)) pushWord(piece, start, lexicon, terms);
    else if (piece.length > 1 && piece.length <= MAX_NUMBER) {
      terms.push({ term: piece, start, end: start + piece.length, identifier: false });
    }
  });
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= ZERO && unit <= NINE;
}

function pushHexCode(code: string, terms: ChunkTerm[]): void {
  const end = code.length;
  terms.push({ term: code, start: 0, end, identifier: true });
  if (FAILURE_CODE.test(code))
    terms.push({ term: code.slice(2), start: 2, end, identifier: false });
}

/** `driver-6.3.2.zip`, `3.0.2.GA`. */
function pushInnerVersion(whole: string, terms: ChunkTerm[]): void {
  const found = whole.includes('.') ? INNER_VERSION.exec(whole) : null;
  if (found !== null) pushVersion(found[0], found.index, terms);
}

/** `6.3.2` is also found by those who wrote `6.3`. */
function pushVersion(version: string, start: number, terms: ChunkTerm[]): void {
  const end = start + version.length;
  const parts = version.toLowerCase().replace(/^v/, '').split('.');
  terms.push({ term: parts.join('.'), start, end, identifier: true });
  if (parts.length < 3) return;
  terms.push({ term: parts.slice(0, 2).join('.'), start, end, identifier: false });
}

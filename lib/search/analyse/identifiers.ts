/** Tells error codes, versions, class names and paths from words, dates, noise and web addresses. */
import {
  CAMEL,
  DIGITS,
  has,
  isLetters,
  JOINERS,
  shapeOf,
  UNDERSCORES,
} from '@/lib/search/analyse/shape';

const VERSION = /^v?\d+(?:\.\d+)+$/i;
const CODE = /^(?=.*\p{L})[\p{L}\p{N}_]+(?:[-_.][\p{L}\p{N}_]+)*$/u;
/** `10px`, `2nd`, `500ms` measure and count. */
const QUANTITY =
  /^\d+(?:st|nd|rd|th|px|em|rem|pt|[kmgt]i?b|ms|s|sec|mins?|h|hrs?|am|pm|x|k|m|d|fps|[kmg]?hz|dpi|bits?)$/i;
/** `a.b`, `A::b`, `dir\\file`; a slash joins words (`and/or`) unless there are two. */
const DOTTED_NAME =
  /^[\p{L}_][\p{L}\p{N}_]*(?:(?:(?:\.|::|\\)[\p{L}\p{N}_]+)+|(?:\/[\p{L}\p{N}_.]+){2,})$/u;
const HOST = /^(?:\p{L}+\.)+(?:com|org|net|io|example|de|co|uk)(?:\/|$)/iu;
const FAULT_ENDINGS = ['Error', 'Exception', 'Fault'];
const HEX_CODE = /^0x[0-9a-f]{1,8}$/i;

const NOISE = [
  /^\d{1,4}[-/:]\d{1,2}[-/:]\d{1,4}(?:[T.:,].*)?$|^\d{1,2}\.\d{1,2}\.\d{4}$|^\d{1,2}:\d{2}$/,
  /^\d{1,2}[-/](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/]\d{2,4}(?:[T:].*)?$/i,
  // Written without marks, `20261122T091402Z`.
  /^(?:19|20)\d{6}[T-]?\d{4,}Z?$/i,
  // UUID; then hashes, keys and memory addresses of 64 bits.
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  /^(?:0x[0-9a-f]{9,}|(?=.*[a-f])[0-9a-f]{16,})$/i,
];
const FIRST_OF_NOISE = /^[\da-f]/i;

export function isVersion(chunk: string): boolean {
  return VERSION.test(chunk);
}

/** `0x80070005`: a code of up to 32 bits. */
export function isHexCode(chunk: string): boolean {
  return HEX_CODE.test(chunk);
}

/**
 * Dates, times, hashes, memory addresses, among chunks with digits: never the same twice, so nobody finds
 * anything by them.
 */
export function isNoise(chunk: string): boolean {
  return FIRST_OF_NOISE.test(chunk) && NOISE.some((pattern) => pattern.test(chunk));
}

/** Error codes, versions, class names and paths: what people search letter by letter. */
export function isIdentifier(chunk: string, shape = shapeOf(chunk)): boolean {
  if (isLetters(shape)) return has(shape, CAMEL) && isFaultName(chunk);
  if (has(shape, DIGITS)) {
    if (VERSION.test(chunk)) return true;
    if (CODE.test(chunk)) return chunk.length > 2 && !QUANTITY.test(chunk);
  }
  if (has(shape, UNDERSCORES)) return chunk.length > 3 && has(shape, ~UNDERSCORES);
  if (!has(shape, JOINERS)) return false;
  if (has(shape, CAMEL) && isFaultName(chunk)) return true;
  return chunk.length > 5 && DOTTED_NAME.test(chunk) && !HOST.test(chunk);
}

function isFaultName(name: string): boolean {
  return FAULT_ENDINGS.some((ending) => name.length > ending.length && name.endsWith(ending));
}

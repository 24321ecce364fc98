/** Tells error codes, versions, class names and paths from words, dates and web addresses. */

const VERSION = /^v?\d+(?:\.\d+)+$/i;
const CODE = /^(?=.*\d)(?=.*\p{L})[\p{L}\p{N}_]+(?:[-_.][\p{L}\p{N}_]+)*$/u;
/** `a.b`, `A::b`, `dir\\file`; a slash joins words (`and/or`) unless there are two. */
const DOTTED_NAME =
  /^[\p{L}_][\p{L}\p{N}_]*(?:(?:(?:\.|::|\\)[\p{L}\p{N}_]+)+|(?:\/[\p{L}\p{N}_.]+){2,})$/u;
const HOST = /^(?:\p{L}+\.)+(?:com|org|net|io|example|de|co|uk)(?:\/|$)/iu;
const DATE_OR_TIME =
  /^\d{1,4}[-/:]\d{1,2}[-/:]\d{1,4}(?:[T.:,].*)?$|^\d{1,2}\.\d{1,2}\.\d{4}$|^\d{1,2}:\d{2}$/;

export function isVersion(chunk: string): boolean {
  return VERSION.test(chunk);
}

export function isDateOrTime(chunk: string): boolean {
  return DATE_OR_TIME.test(chunk);
}

/** Error codes, versions, class names and paths: what people search letter by letter. */
export function isIdentifier(chunk: string): boolean {
  if (VERSION.test(chunk)) return true;
  if (CODE.test(chunk)) return chunk.length > 2;
  if (chunk.includes('_')) return chunk.length > 3;
  if (/\p{Ll}(?:Error|Exception)$/u.test(chunk)) return true;
  return DOTTED_NAME.test(chunk) && chunk.length > 5 && !HOST.test(chunk);
}

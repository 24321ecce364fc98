/** What a character is to the scanner: a table over UTF-16 units, filled as text is met. */

/** Not part of any word. */
export const OTHER = 1;
export const SPACE = 2;
/** A single mark that may stand inside identifiers, versions, paths and names. */
export const JOINER = 3;
export const UNDERSCORE = 4;
export const DIGIT = 5;
export const MARK = 6;
/** Half of a character beyond the basic plane. */
export const SURROGATE = 7;
export const LOWER = 8;
export const UPPER = 9;
/** Letters without case, and title-case digraphs. */
export const LETTER = 10;

const UNKNOWN = 0;
const classes = new Uint8Array(0x10000);

/** The class of the UTF-16 unit `unit` (not NaN). */
export function classOf(unit: number): number {
  const known = classes[unit];
  return known === undefined || known === UNKNOWN ? learn(unit) : known;
}

function learn(unit: number): number {
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
  const found = isSurrogate ? SURROGATE : classify(String.fromCharCode(unit));
  classes[unit] = found;
  return found;
}

/** The class of the character that begins at `at`: that of its code point, never `SURROGATE`. */
export function classAt(text: string, at: number): number {
  const found = classOf(text.charCodeAt(at));
  return found === SURROGATE ? classify(String.fromCodePoint(text.codePointAt(at) ?? 0)) : found;
}

/** UTF-16 units of the character that begins at `at`. */
export function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

export function isWordClass(found: number): boolean {
  return found >= UNDERSCORE && found !== SURROGATE;
}

export function isLetterClass(found: number): boolean {
  return found >= LOWER;
}

function classify(character: string): number {
  if (/\p{Ll}/u.test(character)) return LOWER;
  if (/\p{Lu}/u.test(character)) return UPPER;
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\p{N}/u.test(character)) return DIGIT;
  if (/\p{M}/u.test(character)) return MARK;
  if (character === '_') return UNDERSCORE;
  if ("-.:/\\'’@#+&".includes(character)) return JOINER;
  return /\s/u.test(character) ? SPACE : OTHER;
}

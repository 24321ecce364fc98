/** What a character is to the scanner: a table over UTF-16 units, filled as text is met. */

/** Not part of any word. */
const OTHER = 1;
export const SPACE = 2;
/** A single mark that may stand inside identifiers, versions, paths and names. */
export const JOINER = 3;
/** Half of a character beyond the basic plane. */
export const SURROGATE = 4;
/** Seen by nobody: soft hyphens, joiners, direction marks. They end no word. */
export const IGNORED = 5;
/** Continues a word but begins none. */
export const MARK = 6;
export const UNDERSCORE = 7;
export const DIGIT = 8;
export const LOWER = 9;
export const UPPER = 10;
/** Letters without case, and title-case digraphs. */
export const LETTER = 11;
/** Scripts written without spaces between words. */
export const UNSPACED = 12;
export const HANGUL = 13;

const classes = new Uint8Array(0x10000);

const UNSPACED_SCRIPT =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const JOINERS = "-.:/\\'’@#+&‐‑–‘ʼ´";
const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_SHIFT = 0xfee0;

/** The class of the UTF-16 unit `unit` (not NaN). */
export function classOf(unit: number): number {
  const known = classes[unit];
  return known === undefined || known === 0 ? learn(unit) : known;
}

function learn(unit: number): number {
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
  const found = isSurrogate ? SURROGATE : classify(unit);
  classes[unit] = found;
  return found;
}

/** The class of the character that begins at `at`: that of its code point, never `SURROGATE`. */
export function classAt(text: string, at: number): number {
  const found = classOf(text.charCodeAt(at));
  return found === SURROGATE ? classify(text.codePointAt(at) ?? 0) : found;
}

/** UTF-16 units of the character that begins at `at`. */
export function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

export function isWordClass(found: number): boolean {
  return found >= MARK;
}

export function isLetterClass(found: number): boolean {
  return found >= LOWER;
}

function classify(point: number): number {
  const character = String.fromCodePoint(point);
  if (/\p{Default_Ignorable_Code_Point}/u.test(character)) return IGNORED;
  if (/\p{L}/u.test(character)) return classifyLetter(character);
  if (/\p{N}/u.test(character)) return DIGIT;
  if (/\p{M}/u.test(character)) return MARK;
  if (character === '_') return UNDERSCORE;
  if (JOINERS.includes(character)) return JOINER;
  if (/\s/u.test(character)) return SPACE;
  const isFullWidth = point >= FULL_WIDTH_FIRST && point <= FULL_WIDTH_LAST;
  return isFullWidth ? classify(point - FULL_WIDTH_SHIFT) : OTHER;
}

function classifyLetter(letter: string): number {
  if (JOINERS.includes(letter)) return JOINER;
  if (/\p{Ll}/u.test(letter)) return LOWER;
  if (/\p{Lu}/u.test(letter)) return UPPER;
  if (/\p{Script=Hangul}/u.test(letter)) return HANGUL;
  return UNSPACED_SCRIPT.test(letter) ? UNSPACED : LETTER;
}

/** What kinds of characters a chunk is made of, told in one pass: most chunks then need no pattern at all. */
import {
  classAt,
  classOf,
  DIGIT,
  HANGUL,
  JOINER,
  LETTER,
  LOWER,
  MARK,
  UNDERSCORE,
  UNSPACED,
  UPPER,
  widthAt,
} from '@/lib/search/analyse/characters';

/** A set of the kinds below. */
export type Shape = number;

const bitOf = (found: number): Shape => 1 << found;

export const DIGITS = bitOf(DIGIT);
export const JOINERS = bitOf(JOINER);
export const MARKS = bitOf(MARK);
export const UNDERSCORES = bitOf(UNDERSCORE);
/** Scripts with rules of their own. */
export const SCRIPTS = bitOf(UNSPACED) | bitOf(HANGUL);
export const LETTERS = bitOf(LOWER) | bitOf(UPPER) | bitOf(LETTER) | bitOf(MARK);
/** Mixed case within a word: `openDoor`, `PDFs`. */
export const CAMEL: Shape = 1 << 20;
export const NON_ASCII: Shape = 1 << 21;

const LAST_ASCII = 0x7e;

/** The shape of `text`. */
export function shapeOf(text: string): Shape {
  let shape = 0;
  let before = 0;
  let last = 0;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    const isPlain = unit <= LAST_ASCII;
    const found = isPlain ? classOf(unit) : classAt(text, at);
    at += isPlain ? 1 : widthAt(text, at);
    shape |= bitOf(found);
    if (!isPlain) shape |= NON_ASCII;
    const isHump = last === LOWER && found === UPPER;
    const endsCapitals = before === UPPER && last === UPPER && found === LOWER;
    if (isHump || endsCapitals) shape |= CAMEL;
    before = last;
    last = found;
  }
  return shape;
}

/** Whether `shape` has any of `kinds`. */
export function has(shape: Shape, kinds: Shape): boolean {
  return (shape & kinds) !== 0;
}

/** Whether `shape` has letters and nothing else. */
export function isLetters(shape: Shape): boolean {
  return (shape & ~(LETTERS | CAMEL | NON_ASCII)) === 0;
}

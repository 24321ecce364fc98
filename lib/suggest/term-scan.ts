/** Tells in one pass over a text which of a few terms may stand in it: far quicker than analysing it. */
import { languageOf } from '@/lib/search/analyse/stemmers';

/** Weight of each index term that the ticket and the item share. */
export type TermWeights = ReadonlyMap<string, number>;

const PLAIN_WORD = /^[a-z]+$/;
/**
 * Letters at the end of a stem that its words may lack or write otherwise: `possibl`, `happi`; `appliqu` of
 * "application". Of the other languages words are written in ways that a stem does not tell: German `daemon`.
 */
const LOOSE_END: Readonly<Record<string, number>> = {
  en: 1,
  es: 2,
  fr: 2,
  it: 2,
  nl: 2,
  pt: 2,
  sv: 2,
};
/** Roots are looked up by their first two letters. */
const SHORTEST = 2;
const A = 97;
const LETTERS = 26;
const TO_LOWER = 32;
const ASCII_END = 128;
const NO_ROOT = -1;

/** What all words of a term begin with, as numbers 0 to 25. */
interface Root {
  letters: Uint8Array;
  weight: number;
}

export class TermScan {
  readonly #roots: Root[] = [];
  /** For each pair of letters the first root that begins so, and for each root the next one. */
  readonly #first = new Int16Array(LETTERS * LETTERS).fill(NO_ROOT);
  readonly #next: number[] = [];
  /** Weight of the terms that no letters tell of: names, codes, other scripts. */
  #unseen = 0;
  #whole = 0;
  #letters = new Uint8Array(1024);
  /** The letters that a word or a part of a name may begin with: where they stand among `#letters`. */
  #starts = new Uint32Array(256);
  #startCount = 0;

  /** `locale` (BCP 47) is that of the texts. */
  constructor(weights: TermWeights, locale: string) {
    const loose = LOOSE_END[languageOf(locale)] ?? Infinity;
    for (const [term, weight] of weights) {
      this.#whole += weight;
      const letters = PLAIN_WORD.test(term) ? term.slice(0, Math.max(0, term.length - loose)) : '';
      if (letters.length < SHORTEST) this.#unseen += weight;
      else this.#add({ letters: Uint8Array.from(letters, (one) => one.charCodeAt(0) - A), weight });
    }
  }

  /** The weight of the terms that may stand in `text`: no less than of those that analysis finds. */
  boundOf(text: string): number {
    const length = this.#readLetters(text);
    if (length < 0) return this.#whole;
    const letters = this.#letters;
    const found = new Uint8Array(this.#roots.length);
    let bound = this.#unseen;
    for (let start = 0; start < this.#startCount; start++) {
      const at = this.#starts[start] ?? 0;
      if (at + 1 >= length) break;
      let root = this.#first[(letters[at] ?? 0) * LETTERS + (letters[at + 1] ?? 0)] ?? NO_ROOT;
      for (; root !== NO_ROOT; root = this.#next[root] ?? NO_ROOT) {
        if (found[root] === 1 || !this.#standsAt(root, at, length)) continue;
        found[root] = 1;
        bound += this.#roots[root]?.weight ?? 0;
      }
    }
    return bound;
  }

  #add(root: Root): void {
    const pair = (root.letters[0] ?? 0) * LETTERS + (root.letters[1] ?? 0);
    this.#next.push(this.#first[pair] ?? NO_ROOT);
    this.#first[pair] = this.#roots.push(root) - 1;
  }

  #standsAt(root: number, at: number, length: number): boolean {
    const wanted = this.#roots[root]?.letters ?? this.#letters;
    if (at + wanted.length > length) return false;
    for (let index = SHORTEST; index < wanted.length; index++) {
      if (this.#letters[at + index] !== wanted[index]) return false;
    }
    return true;
  }

  /**
   * The text's letters alone, as words run through hyphens and cases; their number. -1 for a text with others
   * than those of ASCII, because letters with marks are written in several ways.
   */
  #readLetters(text: string): number {
    if (text.length > this.#letters.length) this.#letters = new Uint8Array(text.length * 2);
    if (text.length > this.#starts.length) this.#starts = new Uint32Array(text.length * 2);
    const letters = this.#letters;
    const starts = this.#starts;
    let length = 0;
    let count = 0;
    let isInside = false;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const letter = (unit | TO_LOWER) - A;
      if (letter >= 0 && letter < LETTERS) {
        if (!isInside || unit < A) starts[count++] = length;
        letters[length++] = letter;
        isInside = true;
      } else {
        if (unit >= ASCII_END && !isMark(unit)) return -1;
        isInside = false;
      }
    }
    this.#startCount = count;
    return length;
  }
}

/** Hard spaces, dashes, quotation marks and dots. */
function isMark(unit: number): boolean {
  return unit === 0xa0 || (unit >= 0x2010 && unit <= 0x2026);
}

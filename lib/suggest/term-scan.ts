/** Tells in one pass over a text which of a few terms may stand in it: far quicker than analysing it. */

/** Weight of each index term that the ticket and the item share. */
export type TermWeights = ReadonlyMap<string, number>;

const PLAIN_WORD = /^[a-z]+$/;
/** Letters at the end of a stem that its words may lack or write otherwise: `possibl`, `happi`, `die`. */
const LOOSE_END = 2;
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

  constructor(weights: TermWeights) {
    for (const [term, weight] of weights) {
      this.#whole += weight;
      const letters = PLAIN_WORD.test(term) ? term.slice(0, -LOOSE_END) : '';
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
    for (let at = 0; at + 1 < length; at++) {
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
    const letters = this.#letters;
    let length = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const letter = (unit | TO_LOWER) - A;
      if (letter >= 0 && letter < LETTERS) letters[length++] = letter;
      else if (unit >= ASCII_END && !isMark(unit)) return -1;
    }
    return length;
  }
}

/** Hard spaces, dashes, quotation marks and dots. */
function isMark(unit: number): boolean {
  return unit === 0xa0 || (unit >= 0x2010 && unit <= 0x2026);
}

/** Where names split: at their separators, at changes between digits, capitals and small letters. */
import {
  classOf,
  DIGIT,
  LETTER,
  LOWER,
  MARK,
  SURROGATE,
  UPPER,
} from '@/lib/search/analyse/characters';

/** By UTF-16 unit: 1 for `./\:#+&@`. */
const SEPARATORS = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  './\\:#+&@'.includes(String.fromCharCode(unit)) ? 1 : 0,
);
/** Underscores, hyphens, apostrophes. */
const GAP = 0;

/** Visits the names between the separators of `whole`. */
export function eachSegment(whole: string, visit: (segment: string, start: number) => void): void {
  let start = 0;
  for (let at = 0; at <= whole.length; at++) {
    if (at < whole.length && SEPARATORS[whole.charCodeAt(at)] !== 1) continue;
    if (at > start) visit(whole.slice(start, at), start);
    start = at + 1;
  }
}

/**
 * Visits the runs of digits, of capitals, and capitalised or small words of `name`: `HTTPServer2` → `HTTP`,
 * `Server`, `2`. A lone small letter belongs to the word after it: `iPhoneCase` → `iPhone`, `Case`.
 */
export function eachPiece(name: string, visit: (piece: string, start: number) => void): void {
  let start = 0;
  while (start < name.length) {
    const kind = kindAt(name, start);
    let end = endOfRun(name, start, kind);
    if (kind === UPPER && kindAt(name, end) === LOWER) {
      // The last capital begins the word of small letters.
      end = end - start > 1 ? end - 1 : endOfRun(name, end, LOWER);
    } else if (isLoneSmall(name, start, end)) {
      end = endOfRun(name, end + 1, LOWER);
    }
    if (kind !== GAP) visit(name.slice(start, end), start);
    start = end;
  }
}

function isLoneSmall(name: string, start: number, end: number): boolean {
  return (
    end === start + 1 &&
    kindAt(name, start) === LOWER &&
    kindAt(name, start - 1) < LOWER &&
    kindAt(name, end) === UPPER &&
    kindAt(name, end + 1) === LOWER
  );
}

function endOfRun(name: string, start: number, kind: number): number {
  let end = start + 1;
  while (end < name.length && kindAt(name, end) === kind) end++;
  return end;
}

/** A gap before the start and past the end, too. */
function kindAt(name: string, at: number): number {
  if (at < 0 || at >= name.length) return GAP;
  const found = classOf(name.charCodeAt(at));
  if (found === MARK) return LOWER;
  if (found === SURROGATE || found > LETTER) return LETTER;
  return found >= DIGIT ? found : GAP;
}

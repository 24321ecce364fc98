/** Finds the chunks of a text, unit by unit: words, identifiers, web addresses. Looks at each once. */
import {
  classAt,
  classOf,
  IGNORED,
  isLetterClass,
  isWordClass,
  JOINER,
  MARK,
  SPACE,
  SURROGATE,
  widthAt,
} from '@/lib/search/analyse/characters';

const COLON = 58;
const LOWER_H = 104;
const NOT_IN_ADDRESS = '<>"\'()[]{}';
const SHORTEST_RUN = 3;

/** The start of the first word at or after `at`; the length of `text` when there is none. */
export function nextChunk(text: string, at: number): number {
  let next = at;
  while (next < text.length) {
    const found = classOf(text.charCodeAt(next));
    if (found > MARK) return next;
    if (found !== SURROGATE) next++;
    else if (classAt(text, next) > MARK) return next;
    else next += widthAt(text, next);
  }
  return next;
}

/** The end of the chunk that begins at `start`: words joined by single marks, or by `::`. */
export function endOfChunk(text: string, start: number): number {
  let end = endOfWord(text, start);
  while (end < text.length) {
    const joiner = pastIgnored(text, end);
    if (joiner >= text.length || classOf(text.charCodeAt(joiner)) !== JOINER) return end;
    let next = endOfWord(text, joiner + 1);
    if (next === joiner + 1) {
      const isDouble = text.charCodeAt(joiner) === COLON && text.charCodeAt(joiner + 1) === COLON;
      next = isDouble ? endOfWord(text, joiner + 2) : end;
      if (next <= joiner + 2) return end;
    }
    end = next;
  }
  return end;
}

function pastIgnored(text: string, start: number): number {
  let at = start;
  while (at < text.length && classOf(text.charCodeAt(at)) === IGNORED) at++;
  return at;
}

/** Past the last character of the word at `start`; what nobody sees belongs to it only when more follows. */
function endOfWord(text: string, start: number): number {
  let end = start;
  let at = start;
  while (at < text.length) {
    const found = classOf(text.charCodeAt(at));
    if (found >= MARK) {
      at++;
      end = at;
    } else if (found === IGNORED) {
      at++;
    } else if (found === SURROGATE && isWordClass(classAt(text, at))) {
      at += widthAt(text, at);
      end = at;
    } else break;
  }
  return end;
}

/** The end of the web address that begins at `start`, slashes forgotten or not; -1 when none does. */
export function endOfAddress(text: string, start: number): number {
  if (text.charCodeAt(start) !== LOWER_H || !text.startsWith('ttp', start + 1)) return -1;
  const scheme = text.charCodeAt(start + 4) === 115 ? start + 5 : start + 4;
  if (text.charCodeAt(scheme) !== COLON) return -1;
  if (!text.startsWith('//', scheme + 1)) {
    return endOfWord(text, scheme + 1) > scheme + 1 ? endOfChunk(text, start) : -1;
  }
  const host = scheme + 3;
  let end = host;
  while (end < text.length && isInAddress(text, end)) end++;
  return end === host ? -1 : end;
}

function isInAddress(text: string, at: number): boolean {
  return classOf(text.charCodeAt(at)) !== SPACE && !NOT_IN_ADDRESS.includes(text.charAt(at));
}

/** Visits the runs of at least three letters in `[from, to)`. */
export function eachLetterRun(
  text: string,
  from: number,
  to: number,
  visit: (start: number, end: number) => void,
): void {
  let at = from;
  while (at < to) {
    const start = at;
    let letters = 0;
    while (at < to && isLetterClass(classAt(text, at))) {
      at += widthAt(text, at);
      letters++;
    }
    if (letters >= SHORTEST_RUN) visit(start, at);
    if (letters === 0) at += widthAt(text, at);
  }
}

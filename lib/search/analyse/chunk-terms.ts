/** One chunk of text → its index terms, in order, with their places in the chunk. */
import { announcedCode } from '@/lib/search/analyse/announced-number';
import { classAt, HANGUL, MARK, UNSPACED, widthAt } from '@/lib/search/analyse/characters';
import { pushWord, type ChunkTerm } from '@/lib/search/analyse/chunk-term';
import { pushCompound } from '@/lib/search/analyse/compound';
import { pushHangul } from '@/lib/search/analyse/korean';
import type { Lexicon } from '@/lib/search/analyse/lexicon';
import { normalise } from '@/lib/search/analyse/normalise';
import { endOfChunk, nextChunk } from '@/lib/search/analyse/scan';
import {
  CAMEL,
  has,
  isLetters,
  JOINERS,
  MARKS,
  NON_ASCII,
  SCRIPTS,
  shapeOf,
  type Shape,
  UNDERSCORES,
} from '@/lib/search/analyse/shape';
import { isStopWord } from '@/lib/search/analyse/stop-words';
import { pushUnspaced } from '@/lib/search/analyse/unspaced';

const WITH_APOSTROPHE = /^[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)+$/u;
const SHORTEST_ELIDED = 3;
const SPEAKS = /[\p{L}\p{N}]/u;

/** The terms of `chunk`, words joined by marks, of at most some hundred characters. */
export function termsOfChunk(chunk: string, lexicon: Lexicon): ChunkTerm[] {
  const shape = shapeOf(chunk);
  const normalised = has(shape, NON_ASCII) ? normalise(chunk) : null;
  if (normalised === null) return termsOfPlain(chunk, shape, lexicon);
  // What was one chunk may be several once it is spelt plainly.
  return termsWithin(normalised.text, 0, normalised.text.length, lexicon).map((found) => ({
    ...found,
    start: normalised.starts[found.start] ?? 0,
    end: normalised.ends[found.end - 1] ?? 0,
  }));
}

function termsOfPlain(chunk: string, shape: Shape, lexicon: Lexicon): ChunkTerm[] {
  const terms: ChunkTerm[] = [];
  if (has(shape, SCRIPTS)) pushScripts(chunk, lexicon, terms);
  else if (isLetters(shape) && !has(shape, CAMEL)) pushWord(chunk, 0, lexicon, terms);
  else if (has(shape, JOINERS) && WITH_APOSTROPHE.test(chunk)) {
    pushApostrophe(chunk, lexicon, terms);
  } else pushCompound(chunk, shape, lexicon, terms);
  // Both also stand alone, without anything to say.
  const found = has(shape, MARKS | UNDERSCORES)
    ? terms.filter(({ term }) => SPEAKS.test(term))
    : terms;
  return isInOrder(found) ? found : found.sort((a, b) => a.start - b.start);
}

/** As most are. */
function isInOrder(terms: readonly ChunkTerm[]): boolean {
  let last = 0;
  for (const { start } of terms) {
    if (start < last) return false;
    last = start;
  }
  return true;
}

/** The terms of the chunks in `[from, to)` of `text`. */
function termsWithin(text: string, from: number, to: number, lexicon: Lexicon): ChunkTerm[] {
  const terms: ChunkTerm[] = [];
  const within = text.slice(from, to);
  for (let at = nextChunk(within, 0); at < within.length;) {
    const end = endOfChunk(within, at);
    const chunk = within.slice(at, end);
    const start = from + at;
    const code = announcedCode(text, start, from + end);
    if (code !== null) terms.push({ term: code, start, end: from + end, identifier: true });
    for (const found of termsOfPlain(chunk, shapeOf(chunk), lexicon)) {
      terms.push({ ...found, start: start + found.start, end: start + found.end });
    }
    at = nextChunk(within, end);
  }
  return terms;
}

/** `ログイン時にSYNC-4031が` → each script by its own rules. */
function pushScripts(chunk: string, lexicon: Lexicon, terms: ChunkTerm[]): void {
  let start = 0;
  while (start < chunk.length) {
    const kind = scriptAt(chunk, start);
    let end = start + widthAt(chunk, start);
    while (end < chunk.length && continues(chunk, end, kind)) end += widthAt(chunk, end);
    if (kind === UNSPACED) pushUnspaced(chunk.slice(start, end), start, terms);
    else if (kind === HANGUL) pushHangul(chunk.slice(start, end), start, terms);
    else terms.push(...termsWithin(chunk, start, end, lexicon));
    start = end;
  }
}

function scriptAt(chunk: string, at: number): number {
  const found = classAt(chunk, at);
  return found === UNSPACED || found === HANGUL ? found : 0;
}

function continues(chunk: string, at: number, kind: number): boolean {
  return classAt(chunk, at) === MARK || scriptAt(chunk, at) === kind;
}

/** `printer's` counts as `printer`, `l'imprimante` as `imprimante`. */
function pushApostrophe(chunk: string, lexicon: Lexicon, terms: ChunkTerm[]): void {
  if (isStopWord(chunk.toLowerCase(), lexicon.language)) return;
  const cut = chunk.indexOf("'");
  const head = chunk.slice(0, cut);
  const tail = chunk.slice(cut + 1);
  if (head.length >= SHORTEST_ELIDED) pushWord(head, 0, lexicon, terms);
  if (tail.length >= SHORTEST_ELIDED) pushWord(tail, cut + 1, lexicon, terms);
}

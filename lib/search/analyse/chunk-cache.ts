/**
 * Remembers the terms of chunks met lately: words repeat, most of all in logs. A fixed two-way table, like a
 * processor's: it never grows, needs no clearing, and is asked with a place in the text, not a copy of it.
 * What tells one chunk from another stands in flat arrays, which the processor reads all at once; of an object it
 * must have the one to find the next. Most chunks are words with one term, which is reached without a list.
 */
import { KnownTerm } from '@/lib/search/analyse/chunk-term';
import { termsOfChunk } from '@/lib/search/analyse/chunk-terms';
import type { Lexicon } from '@/lib/search/analyse/lexicon';

/** Takes one token: its term, and where the chunk begins that the term's place counts from. */
export type KnownTermSink = (term: KnownTerm, from: number) => void;

const SETS = 16_384;
/** Longer chunks seldom come twice. */
const MAX_LENGTH = 48;
/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const NONE: readonly KnownTerm[] = [];

const slots = <T>(value: T): T[] => Array.from({ length: 2 * SETS }, () => value);
const hashes = new Int32Array(2 * SETS);
/** The UTF-16 units of each chunk: the first so many of its `MAX_LENGTH`. */
const units = new Uint16Array(2 * SETS * MAX_LENGTH);
const lengths = new Uint8Array(2 * SETS);
const lexicons = slots<Lexicon | null>(null);
/** The term of a chunk that has just one; null for all others, whose terms are in `lists`. */
const lone = slots<KnownTerm | null>(null);
const lists = slots(NONE);
/** Of each set, the slot used last: the other one is replaced. */
const recent = new Uint8Array(SETS);

/** Hands `sink` the terms of the chunk `text.slice(start, end)` (never empty), in order. */
export function emitTerms(
  text: string,
  start: number,
  end: number,
  lexicon: Lexicon,
  sink: KnownTermSink,
): void {
  if (end - start > MAX_LENGTH) {
    for (const term of termsOfChunk(text.slice(start, end), lexicon)) {
      sink(new KnownTerm(term), start);
    }
    return;
  }
  const slot = slotOf(text, start, end, lexicon);
  const term = lone[slot] ?? null;
  if (term !== null) sink(term, start);
  else for (const one of lists[slot] ?? NONE) sink(one, start);
}

/** The slot that holds the chunk, now if not before. */
function slotOf(text: string, start: number, end: number, lexicon: Lexicon): number {
  let hash = FNV_OFFSET;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  const set = (hash ^ (hash >>> 15)) & (SETS - 1);
  const last = recent[set] ?? 0;
  const slot = 2 * set + last;
  if (hashes[slot] === hash && holds(slot, text, start, end, lexicon)) return slot;
  const other = slot ^ 1;
  recent[set] = 1 - last;
  if (hashes[other] === hash && holds(other, text, start, end, lexicon)) return other;
  fill(other, text, start, end, lexicon);
  hashes[other] = hash;
  return other;
}

function holds(slot: number, text: string, start: number, end: number, lexicon: Lexicon): boolean {
  const length = end - start;
  if (lengths[slot] !== length || lexicons[slot] !== lexicon) return false;
  const first = slot * MAX_LENGTH;
  for (let at = 0; at < length; at++) {
    if (units[first + at] !== text.charCodeAt(start + at)) return false;
  }
  return true;
}

function fill(slot: number, text: string, start: number, end: number, lexicon: Lexicon): void {
  // A slice would keep the whole text it was cut from in memory.
  const terms = termsOfChunk(` ${text.slice(start, end)}`.slice(1), lexicon);
  const [term] = terms;
  const isLone = term !== undefined && terms.length === 1;
  lone[slot] = isLone ? new KnownTerm(term) : null;
  lists[slot] = isLone || term === undefined ? NONE : terms.map((one) => new KnownTerm(one));
  lexicons[slot] = lexicon;
  lengths[slot] = end - start;
  const first = slot * MAX_LENGTH;
  for (let at = start; at < end; at++) units[first + at - start] = text.charCodeAt(at);
}

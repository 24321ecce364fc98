/**
 * Remembers the terms of chunks met lately: words repeat, most of all in logs. A fixed two-way table, like a
 * processor's: it never grows, needs no clearing, and is asked with a place in the text, not a copy of it.
 * Most chunks are words with one term, which is reached without touching anything else.
 */
import type { TokenSink } from '@/lib/search/analyse/analyse';
import type { ChunkTerm } from '@/lib/search/analyse/chunk-term';
import { termsOfChunk } from '@/lib/search/analyse/chunk-terms';
import type { Lexicon } from '@/lib/search/analyse/lexicon';

const SETS = 16_384;
/** Longer chunks seldom come twice. */
const MAX_LENGTH = 48;
/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const NONE: readonly ChunkTerm[] = [];

const slots = <T>(value: T): T[] => Array.from({ length: 2 * SETS }, () => value);
const hashes = new Int32Array(2 * SETS);
const chunks = slots('');
const lexicons = slots<Lexicon | null>(null);
/** The term of a chunk that is one word; empty for all others, whose terms are in `lists`. */
const words = slots('');
const lists = slots(NONE);
/** Of each set, the slot used last: the other one is replaced. */
const recent = new Uint8Array(SETS);

/** Hands `sink` the terms of the chunk `text.slice(start, end)` (never empty), in order. */
export function emitTerms(
  text: string,
  start: number,
  end: number,
  lexicon: Lexicon,
  sink: TokenSink,
): void {
  if (end - start > MAX_LENGTH) {
    emitList(termsOfChunk(text.slice(start, end), lexicon), start, sink);
    return;
  }
  const slot = slotOf(text, start, end, lexicon);
  const word = words[slot] ?? '';
  if (word === '') emitList(lists[slot] ?? NONE, start, sink);
  else sink(word, start, end, false);
}

function emitList(terms: readonly ChunkTerm[], from: number, sink: TokenSink): void {
  for (const { term, start, end, identifier } of terms) {
    sink(term, from + start, from + end, identifier);
  }
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
  fill(other, hash, text.slice(start, end), lexicon);
  return other;
}

function holds(slot: number, text: string, start: number, end: number, lexicon: Lexicon): boolean {
  const chunk = chunks[slot] ?? '';
  if (chunk.length !== end - start || lexicons[slot] !== lexicon) return false;
  for (let at = 0; at < chunk.length; at++) {
    if (chunk.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}

function fill(slot: number, hash: number, slice: string, lexicon: Lexicon): void {
  // A slice would keep the whole text it was cut from in memory.
  const chunk = ` ${slice}`.slice(1);
  const terms = termsOfChunk(chunk, lexicon);
  const [first] = terms;
  const isWord =
    terms.length === 1 && first?.start === 0 && first.end === chunk.length && !first.identifier;
  hashes[slot] = hash;
  chunks[slot] = chunk;
  lexicons[slot] = lexicon;
  words[slot] = isWord ? first.term : '';
  lists[slot] = isWord ? NONE : terms;
}

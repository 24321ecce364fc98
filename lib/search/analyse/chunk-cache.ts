/**
 * Remembers the terms of chunks met lately: words repeat, most of all in logs. A fixed two-way table, like a
 * processor's: it never grows, needs no clearing, and is asked with a place in the text, not a copy of it.
 */
import { termsOfChunk, type ChunkTerm } from '@/lib/search/analyse/chunk-terms';

interface Entry {
  chunk: string;
  language: string;
  terms: readonly ChunkTerm[];
}

const SETS = 16_384;
/** Longer chunks seldom come twice. */
const MAX_LENGTH = 48;
/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

const NOTHING: Entry = { chunk: '', language: '', terms: [] };
const recent: Entry[] = Array.from({ length: SETS }, () => NOTHING);
const older: Entry[] = Array.from({ length: SETS }, () => NOTHING);

/** The terms of the chunk `text.slice(start, end)` (never empty) in `language` (two letters). */
export function findTerms(
  text: string,
  start: number,
  end: number,
  language: string,
): readonly ChunkTerm[] {
  if (end - start > MAX_LENGTH) return termsOfChunk(text.slice(start, end), language);
  const set = setOf(text, start, end);
  const last = recent[set];
  if (last !== undefined && isOf(last, text, start, end, language)) return last.terms;
  const before = older[set];
  const found =
    before !== undefined && isOf(before, text, start, end, language)
      ? before
      : createEntry(text.slice(start, end), language);
  older[set] = last ?? NOTHING;
  recent[set] = found;
  return found.terms;
}

function setOf(text: string, start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return (hash ^ (hash >>> 15)) & (SETS - 1);
}

function isOf(entry: Entry, text: string, start: number, end: number, language: string): boolean {
  const { chunk } = entry;
  if (chunk.length !== end - start || entry.language !== language) return false;
  for (let at = 0; at < chunk.length; at++) {
    if (chunk.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}

function createEntry(slice: string, language: string): Entry {
  // A slice would keep the whole text it was cut from in memory.
  const chunk = ` ${slice}`.slice(1);
  return { chunk, language, terms: termsOfChunk(chunk, language) };
}

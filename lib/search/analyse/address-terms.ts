/** A web address → its index terms: the words of its path and the issues it names, not its host. */
import { pushWord, type ChunkTerm } from '@/lib/search/analyse/chunk-term';
import type { Lexicon } from '@/lib/search/analyse/lexicon';

const WORD = /\p{L}{3,}/gu;
/** As trackers name issues: `browse/SYNC-4031`. */
const ISSUE_KEY = /(?<![\p{L}\d])\p{Lu}[\p{Lu}\d]{1,9}-\d{1,6}(?![\p{L}\d])/gu;
const SLASHES = '//';

/** The terms of `address` (with its scheme, its slashes forgotten or not), in order. */
export function termsOfAddress(address: string, lexicon: Lexicon): ChunkTerm[] {
  const host = address.indexOf(':') + 1;
  const path = address.indexOf(
    '/',
    address.startsWith(SLASHES, host) ? host + SLASHES.length : host,
  );
  if (path < 0) return [];
  const terms: ChunkTerm[] = [];
  for (const { 0: key, index } of address.matchAll(ISSUE_KEY)) {
    const term = key.toLowerCase();
    if (index > path) terms.push({ term, start: index, end: index + key.length, identifier: true });
  }
  for (const { 0: word, index } of address.slice(path).matchAll(WORD)) {
    pushWord(word, path + index, lexicon, terms);
  }
  return terms.sort((a, b) => a.start - b.start);
}

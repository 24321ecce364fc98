/** Typed words → index terms: exact, by prefix, and by near spelling. */
import { languageOf, stem } from '@/lib/search/analyse/stemmers';
import type { PlannedTerm } from '@/lib/search/rank/plan';
import type { Segment } from '@/lib/search/segment/segment';

const PREFIX_WEIGHT = 0.7;
const NEAR_WEIGHT = 0.45;
const MAX_EXPANSIONS = 24;

/** Terms for what was typed so far; the last word may be unfinished. */
export function expandTyped(
  text: string,
  locale: string,
  segments: readonly Segment[],
): PlannedTerm[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+(?:[-._/][\p{L}\p{N}\p{M}]+)*/gu) ?? [];
  const planned = new Map<string, PlannedTerm>();
  for (const word of words.slice(0, 12)) {
    for (const [term, weight] of expandWord(word, languageOf(locale), segments)) {
      const known = planned.get(term);
      if (known === undefined || known.weight < weight) {
        const identifier = /[-._/]/.test(term);
        planned.set(term, { term, surface: word, concept: word, weight, identifier });
      }
    }
  }
  return [...planned.values()];
}

function expandWord(
  word: string,
  language: string,
  segments: readonly Segment[],
): Map<string, number> {
  const found = new Map<string, number>([
    [word, 1],
    [stem(word, language), 1],
    [stem(word, 'en'), 1],
  ]);
  const known = (term: string): boolean => segments.some((segment) => segment.findTerm(term) >= 0);
  const exact = [...found.keys()].some(known);
  for (const segment of segments) {
    for (const term of termsWithPrefix(segment, word)) {
      if (!found.has(term)) found.set(term, PREFIX_WEIGHT);
    }
    if (exact || word.length < 4) continue;
    for (const term of nearTerms(segment, stem(word, language))) {
      if (!found.has(term)) found.set(term, NEAR_WEIGHT);
    }
  }
  return found;
}

function termsWithPrefix(segment: Segment, prefix: string): string[] {
  const terms: string[] = [];
  for (let at = segment.firstTermFrom(prefix); at < segment.terms; at++) {
    const term = segment.termAt(at);
    if (!term.startsWith(prefix) || terms.length >= MAX_EXPANSIONS) break;
    terms.push(term);
  }
  return terms;
}

/** Terms that share the first letter and are one edit away (two for long words). */
function nearTerms(segment: Segment, word: string): string[] {
  const allowed = word.length >= 8 ? 2 : 1;
  const first = word.slice(0, 1);
  const terms: string[] = [];
  for (let at = segment.firstTermFrom(first); at < segment.terms; at++) {
    const term = segment.termAt(at);
    if (!term.startsWith(first) || terms.length >= MAX_EXPANSIONS) break;
    if (Math.abs(term.length - word.length) > allowed) continue;
    if (isWithinEdits(term, word, allowed)) terms.push(term);
  }
  return terms;
}

/** Optimal string alignment distance (an edit, or two neighbours swapped) of at most `allowed`. */
export function isWithinEdits(a: string, b: string, allowed: number): boolean {
  let previous: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (previous[j - 2] ?? 0) + 1);
      next.push(best);
    }
    if (Math.min(...next) > allowed) return false;
    previous = row;
    row = next;
  }
  return (row[b.length] ?? Infinity) <= allowed;
}

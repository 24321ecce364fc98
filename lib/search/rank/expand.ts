/** Typed words → index terms: exact, by prefix, and by near spelling. */
import { ok, type Result } from '@/lib/core/result';
import { languageOf, stem } from '@/lib/search/analyse/stemmers';
import { compareBytes, decodeText, encodeText, sharedPrefix } from '@/lib/search/blocks/bytes';
import type { PlannedTerm } from '@/lib/search/rank/plan';
import { findEverywhere } from '@/lib/search/rank/weigh';
import { compareTerms, DictionaryReader } from '@/lib/search/segment/dictionary';
import { SECTION } from '@/lib/search/segment/format';
import { liveFrequency, type LiveSegment } from '@/lib/search/segment/segment';

const PREFIX_WEIGHT = 0.7;
const NEAR_WEIGHT = 0.45;
const MAX_EXPANSIONS = 24;
const MAX_WORDS = 12;

/** Terms for what was typed so far; the last word may be unfinished. */
export async function expandTyped(
  text: string,
  locale: string,
  segments: readonly LiveSegment[],
): Promise<Result<PlannedTerm[]>> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+(?:[-._/][\p{L}\p{N}\p{M}]+)*/gu) ?? [];
  const planned = new Map<string, PlannedTerm>();
  for (const word of words.slice(0, MAX_WORDS)) {
    const expanded = await expandWord(word, languageOf(locale), segments);
    if (!expanded.ok) return expanded;
    for (const [term, weight] of expanded.value) {
      const known = planned.get(term);
      if (known !== undefined && known.weight >= weight) continue;
      const identifier = /[-._/]/.test(term);
      planned.set(term, {
        term,
        surface: word,
        concept: word,
        weight,
        parts: [weight],
        identifier,
      });
    }
  }
  return ok([...planned.values()]);
}

async function expandWord(
  word: string,
  language: string,
  segments: readonly LiveSegment[],
): Promise<Result<Map<string, number>>> {
  const forms = [...new Set([word, stem(word, language), stem(word, 'en')])];
  const weights = new Map(forms.map((form) => [form, 1]));
  const exact = await findEverywhere(segments, forms);
  if (!exact.ok) return exact;
  const isKnown = exact.value.some((entries, at) => {
    const live = segments[at];
    return live !== undefined && entries.some((entry) => liveFrequency(live, entry) > 0);
  });
  const prefixed = await firstTerms(segments, word, () => true);
  if (!prefixed.ok) return prefixed;
  for (const term of prefixed.value) if (!weights.has(term)) weights.set(term, PREFIX_WEIGHT);
  if (isKnown || word.length < 4) return ok(weights);
  const wanted = stem(word, language);
  const allowed = wanted.length >= 8 ? 2 : 1;
  // Nobody mistypes the first letter (nearly); so only its part of the dictionary is read.
  const near = await firstTerms(segments, wanted.slice(0, 1), (term) =>
    isWithinEdits(term, wanted, allowed),
  );
  if (!near.ok) return near;
  for (const term of near.value) if (!weights.has(term)) weights.set(term, NEAR_WEIGHT);
  return ok(weights);
}

/** The first few terms, of all segments together, that begin with `prefix`, are wanted, and are alive. */
async function firstTerms(
  segments: readonly LiveSegment[],
  prefix: string,
  isWanted: (term: string) => boolean,
): Promise<Result<string[]>> {
  const found = new Set<string>();
  for (const live of segments) {
    const terms = await firstTermsIn(live, prefix, isWanted);
    if (!terms.ok) return terms;
    for (const term of terms.value) found.add(term);
  }
  return ok([...found].sort(compareTerms).slice(0, MAX_EXPANSIONS));
}

async function firstTermsIn(
  live: LiveSegment,
  prefix: string,
  isWanted: (term: string) => boolean,
): Promise<Result<string[]>> {
  const { segment } = live;
  const wanted = encodeText(prefix);
  const reader = new DictionaryReader();
  const terms: string[] = [];
  const first = Math.max(0, segment.dictionaryBlockOf(prefix));
  for (let block = first; block < segment.head.dictionary.length; block++) {
    const read = await segment.file.load([SECTION.dictionary + block]);
    if (!read.ok) return read;
    const ordinal = segment.head.dictionary[block]?.ordinal ?? 0;
    reader.open(read.value[0] ?? new Uint8Array(), ordinal);
    while (reader.next()) {
      const bytes = reader.term.subarray(0, reader.length);
      if (sharedPrefix(bytes, wanted) < wanted.length) {
        if (compareBytes(bytes, wanted) > 0) return ok(terms);
        continue;
      }
      const term = decodeText(bytes);
      if (!isWanted(term) || liveFrequency(live, reader) === 0) continue;
      terms.push(term);
      if (terms.length === MAX_EXPANSIONS) return ok(terms);
    }
  }
  return ok(terms);
}

/** Optimal string alignment distance (an edit, or two neighbours swapped) of at most `allowed`. */
export function isWithinEdits(a: string, b: string, allowed: number): boolean {
  if (Math.abs(a.length - b.length) > allowed) return false;
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

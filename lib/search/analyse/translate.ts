/**
 * Words of other languages → English search words, so that a ticket in German finds English articles.
 * A glossary of support vocabulary per language, found by the word, then by its stem; German and Dutch
 * compounds are taken apart when every part is known (`kartenzahlung` → card, payment).
 */
import { GERMAN } from '@/lib/search/analyse/glossary/de';
import { stem } from '@/lib/search/analyse/stemmers';
import { isStopWord } from '@/lib/search/analyse/stop-words';

interface Glossary {
  language: string;
  /** Headword, with its marks folded, → English words, most usual first. */
  words: ReadonlyMap<string, readonly string[]>;
  /** First letters → headwords; a word is compared by stem only with those that begin like it. */
  beginnings: ReadonlyMap<string, readonly string[]>;
  /** Beginning → stem → headwords that share it; stemming all at once would cost a frame. */
  stems: Map<string, Map<string, string[]>>;
  /** What may stand before another word in a compound → its headword; null where none are written. */
  modifiers: Map<string, string> | null;
  cache: Map<string, string[]>;
}

const SOURCES: Record<string, string> = { de: GERMAN };
const COMPOUNDING = new Set(['de', 'nl']);
const PLAIN = /^[a-z]+$/;
/** `auszahlungs-` where the glossary has only `auszahlen`. */
const NOUN_WITH_LINK = /^.{3,}(?:ung|ion|heit|keit|ing)s$/;
const LINKS = ['', 's', 'es', 'n', 'en', 'er', 'e'];
const MIN_PART = 3;
/** A part found only by its stem must be long: short stems fit by chance. */
const MIN_STEMMED_PART = 5;
const MAX_PARTS = 3;
/** Longer "words" are not compounds but garbage; the bound keeps the search for parts small. */
const MAX_WORD = 48;
const WORDS_PER_PART = 2;
const CACHE_LIMIT = 20_000;
const NONE: string[] = [];

const glossaries = new Map<string, Glossary>();

/**
 * English words for `word` (lower case, as written) of `language` (two letters), most usual first;
 * empty when the glossary does not know it.
 */
export function translateWord(word: string, language: string): string[] {
  const glossary = glossaryOf(language);
  if (glossary === null || word.length < 2 || word.length > MAX_WORD) return NONE;
  let translations = glossary.cache.get(word);
  if (translations === undefined) {
    translations = findTranslations(word, glossary);
    if (glossary.cache.size >= CACHE_LIMIT) glossary.cache.clear();
    glossary.cache.set(word, translations);
  }
  return translations;
}

/**
 * Headwords with their English words. The data is `head head: english, english; …`; heads without a
 * colon are written the same in English, heads with nothing after it (`wegen:`) mean nothing to search for though their
 * stem would say so, and `# …;` names a section.
 */
export function parseGlossary(source: string): [head: string, translations: string[]][] {
  const entries: [string, string[]][] = [];
  for (const entry of source.replaceAll('\n', ' ').split(';')) {
    const text = entry.trim();
    if (text === '' || text.startsWith('#')) continue;
    const [heads = '', english] = text.split(':');
    const translations = english?.match(/[^\s,]+/g) ?? [];
    for (const head of heads.split(' ')) {
      entries.push([head, english === undefined ? [head] : [...translations]]);
    }
  }
  return entries;
}

function glossaryOf(language: string): Glossary | null {
  const known = glossaries.get(language);
  if (known !== undefined) return known;
  if (!Object.hasOwn(SOURCES, language)) return null;
  const words = new Map<string, string[]>();
  for (const [head, translations] of parseGlossary(SOURCES[language] ?? '')) {
    words.set(fold(head, language), translations);
  }
  const modifiers = COMPOUNDING.has(language) ? modifiersOf(words) : null;
  const glossary: Glossary = {
    language,
    words,
    beginnings: groupBy([...words.keys()], beginningOf),
    stems: new Map(),
    modifiers,
    cache: new Map(),
  };
  glossaries.set(language, glossary);
  return glossary;
}

/** Many customers write `loeschen` or `numero`: both sides of a look-up lose their marks the same way. */
function fold(word: string, language: string): string {
  if (PLAIN.test(word)) return word;
  const spelled = language === 'de' ? spellUmlauts(word) : word;
  if (PLAIN.test(spelled)) return spelled;
  return spelled.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'");
}

function spellUmlauts(word: string): string {
  const plain = word.normalize('NFC').replaceAll('ß', 'ss').replaceAll('ä', 'ae');
  return plain.replaceAll('ö', 'oe').replaceAll('ü', 'ue');
}

/** The plural `abschluesse` → `abschlusse`: the vowel of its singular. */
function dropUmlauts(word: string): string {
  return word.replaceAll(/([aou])e/g, '$1');
}

function findTranslations(word: string, glossary: Glossary): string[] {
  if (isStopWord(word, glossary.language)) return NONE;
  const folded = fold(word, glossary.language);
  const exact = glossary.words.get(folded);
  if (exact !== undefined) return [...exact];
  const stemmed = findByStem(folded, glossary);
  if (stemmed !== null) return [...stemmed];
  const parts = folded.includes('-')
    ? folded.split('-').map((part) => translateWord(part, glossary.language))
    : splitCompound(folded, glossary);
  return parts === null ? NONE : interleave(parts);
}

/** Of the headwords with the word's stem, the one that begins most like it. */
function findByStem(word: string, glossary: Glossary): readonly string[] | null {
  const stems = stemsLike(word, glossary);
  const key = stem(word, glossary.language);
  const heads = stems.get(key) ?? (glossary.language === 'de' ? stems.get(dropUmlauts(key)) : null);
  if (heads === undefined || heads === null) return null;
  let best = '';
  let longest = -1;
  for (const head of heads) {
    const shared = sharedPrefix(head, word);
    if (shared > longest) {
      longest = shared;
      best = head;
    }
  }
  return glossary.words.get(best) ?? null;
}

/** The stems of all headwords that begin like `word`. */
function stemsLike(word: string, glossary: Glossary): Map<string, string[]> {
  const beginning = beginningOf(word);
  let stems = glossary.stems.get(beginning);
  if (stems === undefined) {
    const heads = glossary.beginnings.get(beginning) ?? [];
    stems = groupBy(heads, (head) => stem(head, glossary.language));
    glossary.stems.set(beginning, stems);
  }
  return stems;
}

function beginningOf(word: string): string {
  return dropUmlauts(word.slice(0, 3)).slice(0, 2);
}

function groupBy(words: readonly string[], keyOf: (word: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const key = keyOf(word);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [word]);
    else group.push(word);
  }
  return groups;
}

function sharedPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** `anmelden` stands in compounds as `anmelde-`, `suchen` as `such-`, `adresse` as `adress-`. */
function modifiersOf(words: ReadonlyMap<string, readonly string[]>): Map<string, string> {
  const heads = [...words.keys()].filter((head) => head.length >= MIN_PART);
  const modifiers = new Map(heads.map((head) => [head, head]));
  for (const ending of ['n', 'en', 'e']) {
    for (const head of heads) {
      const short = head.slice(0, -ending.length);
      if (short.length <= MIN_PART || !head.endsWith(ending) || modifiers.has(short)) continue;
      modifiers.set(short, head);
    }
  }
  return modifiers;
}

/** The parts' translations, first part first; the fewest parts win, then the longest first part. */
function splitCompound(word: string, glossary: Glossary): (readonly string[])[] | null {
  if (glossary.modifiers === null) return null;
  for (let parts = 2; parts <= MAX_PARTS; parts++) {
    const split = splitInto(parts, word, glossary, glossary.modifiers);
    if (split !== null) return split;
  }
  return null;
}

function splitInto(
  parts: number,
  word: string,
  glossary: Glossary,
  modifiers: ReadonlyMap<string, string>,
): (readonly string[])[] | null {
  if (parts === 1) {
    const last = lastPart(word, glossary);
    return last === null ? null : [last];
  }
  for (let cut = word.length - MIN_PART; cut >= MIN_PART; cut--) {
    const first = modifierAt(word.slice(0, cut), glossary, modifiers);
    if (first === null) continue;
    const rest = splitInto(parts - 1, word.slice(cut), glossary, modifiers);
    if (rest !== null) return [first, ...rest];
  }
  return null;
}

function modifierAt(
  text: string,
  glossary: Glossary,
  modifiers: ReadonlyMap<string, string>,
): readonly string[] | null {
  for (const link of LINKS) {
    if (!text.endsWith(link)) continue;
    const head = modifiers.get(text.slice(0, text.length - link.length));
    if (head !== undefined) return known(glossary.words.get(head));
  }
  return NOUN_WITH_LINK.test(text) ? known(findByStem(text.slice(0, -1), glossary)) : null;
}

function lastPart(word: string, glossary: Glossary): readonly string[] | null {
  const exact = glossary.words.get(word);
  if (exact !== undefined) return known(exact);
  return word.length < MIN_STEMMED_PART ? null : known(findByStem(word, glossary));
}

/** A headword without a translation is there to keep a word apart from others, not to build with. */
function known(translations: readonly string[] | null | undefined): readonly string[] | null {
  return translations === undefined || translations?.length === 0 ? null : translations;
}

/** Each part's most usual word before any part's second. */
function interleave(parts: readonly (readonly string[])[]): string[] {
  const words = new Set<string>();
  for (let rank = 0; rank < WORDS_PER_PART; rank++) {
    for (const part of parts) {
      const word = part[rank];
      if (word !== undefined) words.add(word);
    }
  }
  return [...words];
}

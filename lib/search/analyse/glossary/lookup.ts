/** A language's glossary as the look-up needs it: headwords by spelling and by stem. */
import { stem } from '@/lib/search/analyse/stemmers';

export interface Glossary {
  language: string;
  /** Headword, as normalised and without its marks, → English words, most usual first. */
  words: ReadonlyMap<string, readonly string[]>;
  /** First letters → headwords; a word is compared by stem only with those that begin like it. */
  beginnings: ReadonlyMap<string, readonly string[]>;
  /** Beginning → stem → headwords that share it; stemming all at once would cost a frame. */
  stems: Map<string, Map<string, string[]>>;
}

const PLAIN = /^[a-z]+$/;

/**
 * Headwords with their English words. The data is `head head: english, english; …`; heads without a
 * colon are written the same in English; heads with nothing after it (`wegen:`) mean nothing to search
 * for, though their stem would say so; `# …;` names a section.
 */
export function parseGlossary(source: string): [head: string, translations: string[]][] {
  const entries: [string, string[]][] = [];
  for (const entry of source.replaceAll('\n', ' ').split(';')) {
    const text = entry.trim();
    if (text === '' || text.startsWith('#')) continue;
    const colon = text.indexOf(':');
    const english = colon === -1 ? null : text.slice(colon + 2).split(', ');
    const known = english?.[0] === '' ? [] : english;
    const heads = colon === -1 ? text : text.slice(0, colon);
    for (const head of heads.split(' ')) entries.push([head, known ?? [head]]);
  }
  return entries;
}

/** The glossary written in `source`. */
export function createGlossary(source: string, language: string): Glossary {
  const words = new Map<string, readonly string[]>();
  const beginnings = new Map<string, string[]>();
  for (const [written, translations] of parseGlossary(source)) {
    const head = normalise(written, language);
    words.set(head, translations);
    pushTo(beginnings, beginningOf(head), head);
  }
  for (const [head, translations] of words) {
    const plain = stripMarks(head);
    if (!words.has(plain)) words.set(plain, translations);
  }
  return { language, words, beginnings, stems: new Map() };
}

/** The translations of `word`, normalised, as written. */
export function findByWord(word: string, glossary: Glossary): readonly string[] | null {
  return glossary.words.get(word) ?? glossary.words.get(stripMarks(word)) ?? null;
}

/** German also writes its umlauts as `ae`, `oe`, `ue`: here always, so that both spellings agree. */
export function normalise(word: string, language: string): string {
  if (PLAIN.test(word)) return word;
  const composed = word.normalize('NFC').replaceAll('’', "'");
  if (language !== 'de') return composed;
  const plain = composed.replaceAll('ß', 'ss').replaceAll('ä', 'ae');
  return plain.replaceAll('ö', 'oe').replaceAll('ü', 'ue');
}

/** Many customers write `numero` for `número`. */
export function stripMarks(word: string): string {
  return PLAIN.test(word) ? word : word.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** The plural `abschluesse` → `abschlusse`: the vowel of its singular. */
function dropUmlauts(word: string): string {
  return word.replaceAll(/([aou])e/g, '$1');
}

/** Of the headwords with the word's stem, the one that begins most like it. */
export function findByStem(word: string, glossary: Glossary): readonly string[] | null {
  const heads = headsLike(word, glossary);
  if (heads === undefined) return null;
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

function headsLike(word: string, glossary: Glossary): readonly string[] | undefined {
  const stems = stemsLike(word, glossary);
  const [key = '', plainKey = key] = stemKeys(word, glossary.language);
  const heads = stems.get(key) ?? stems.get(plainKey);
  return heads ?? (glossary.language === 'de' ? stems.get(dropUmlauts(key)) : undefined);
}

/** The stems of all headwords that begin like `word`. */
function stemsLike(word: string, glossary: Glossary): Map<string, string[]> {
  const beginning = beginningOf(word);
  let stems = glossary.stems.get(beginning);
  if (stems === undefined) {
    stems = new Map<string, string[]>();
    for (const head of glossary.beginnings.get(beginning) ?? []) {
      for (const key of stemKeys(head, glossary.language)) pushTo(stems, key, head);
    }
    glossary.stems.set(beginning, stems);
  }
  return stems;
}

/** French needs its accents to stem (`annulée` → `annul`); those who leave them out get what is left. */
function stemKeys(word: string, language: string): string[] {
  const key = stripMarks(stem(word, language));
  const plain = stripMarks(word);
  return plain === word ? [key] : [key, stem(plain, language)];
}

/** The first two letters, without umlauts: `läden` begins like `laden`. */
function beginningOf(word: string): string {
  const start = stripMarks(word.slice(0, 3));
  const umlaut = start.charAt(1) === 'e' && 'aou'.includes(start.charAt(0));
  return umlaut ? start.charAt(0) + start.charAt(2) : start.slice(0, 2);
}

function pushTo(groups: Map<string, string[]>, key: string, word: string): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [word]);
  else group.push(word);
}

function sharedPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

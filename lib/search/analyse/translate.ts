/**
 * Words of other languages → English search words, so that a ticket in German finds English articles.
 * A glossary of support vocabulary per language, found by the word, then by its stem; German and Dutch
 * compounds are taken apart when every part is known (`kartenzahlung` → card, payment).
 */
import { modifiersOf, splitCompound } from '@/lib/search/analyse/glossary/compounds';
import {
  createGlossary,
  findByStem,
  findByWord,
  normalise,
  stripMarks,
  type Glossary,
} from '@/lib/search/analyse/glossary/lookup';
import { GLOSSARIES } from '@/lib/search/analyse/glossary/sources';
import { isStopWord } from '@/lib/search/analyse/stop-words';

interface Translator {
  glossary: Glossary;
  /** For compounds; null for a language that writes none. */
  modifiers: ReadonlyMap<string, string> | null;
  cache: Map<string, string[]>;
}

const COMPOUNDING = new Set(['de', 'nl']);
/** Longer "words" are not compounds but garbage; the bound keeps the search for parts small. */
const MAX_WORD = 48;
const WORDS_PER_PART = 2;
const CACHE_LIMIT = 20_000;
const NONE: string[] = [];

const translators = new Map<string, Translator>();

/**
 * English words for `word` (lower case, as written) of `language` (two letters), most usual first;
 * empty when the glossary does not know it.
 */
export function translateWord(word: string, language: string): string[] {
  const translator = translatorOf(language);
  if (translator === null || word.length < 2 || word.length > MAX_WORD) return NONE;
  let translations = translator.cache.get(word);
  if (translations === undefined) {
    translations = findTranslations(word, translator);
    if (translator.cache.size >= CACHE_LIMIT) translator.cache.clear();
    translator.cache.set(word, translations);
  }
  return translations;
}

function translatorOf(language: string): Translator | null {
  const ready = translators.get(language);
  if (ready !== undefined) return ready;
  const source = Object.hasOwn(GLOSSARIES, language) ? GLOSSARIES[language] : undefined;
  if (source === undefined) return null;
  const glossary = createGlossary(source, language);
  const modifiers = COMPOUNDING.has(language) ? modifiersOf(glossary.words) : null;
  const translator = { glossary, modifiers, cache: new Map<string, string[]>() };
  translators.set(language, translator);
  return translator;
}

function findTranslations(written: string, { glossary, modifiers }: Translator): string[] {
  const { language } = glossary;
  if (isStopWord(written, language)) return NONE;
  const word = normalise(written, language);
  const whole = findByWord(word, glossary) ?? findByStem(word, glossary);
  if (whole !== null) return [...whole];
  if (word.includes('-'))
    return interleave(word.split('-').map((part) => translateWord(part, language)));
  const parts = modifiers === null ? null : splitCompound(stripMarks(word), glossary, modifiers);
  return parts === null ? NONE : interleave(parts);
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

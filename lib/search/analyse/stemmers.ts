/** Stemmers by language: words that differ only in their ending become one index term. */
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as english } from 'stemmer';

type Stem = (word: string) => string;

const STEMMERS: Record<string, Stem> = {
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  nl: dutch,
  pt: portuguese,
  ru: russian,
  sv: swedish,
};

/** Enough for the words of a large index; past that the cache starts anew. */
const CACHE_LIMIT = 50_000;

const caches = new Map<string, Map<string, string>>();

/** `de-AT` → `de`. */
export function languageOf(locale: string): string {
  return locale.slice(0, 2).toLowerCase();
}

/** The stem of a lower-case word; the word itself where we have no stemmer for the language. */
export function stem(word: string, language: string): string {
  const stemmer = STEMMERS[language];
  if (stemmer === undefined || word.length < 3) return word;
  let cache = caches.get(language);
  if (cache === undefined || cache.size > CACHE_LIMIT) {
    cache = new Map();
    caches.set(language, cache);
  }
  let stemmed = cache.get(word);
  if (stemmed === undefined) {
    stemmed = stemmer(word);
    cache.set(word, stemmed);
  }
  return stemmed;
}

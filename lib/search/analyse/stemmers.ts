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
import { withoutMarks, withUmlauts } from '@/lib/search/analyse/fold';

type Stem = (word: string) => string;

const STEMMERS: Record<string, Stem> = {
  de: (word) => german(withUmlauts(word)),
  en: (word) => english(withoutMarks(word)),
  es: spanish,
  fr: french,
  it: italian,
  nl: dutch,
  // The plural of `conexão` changes its vowel.
  pt: (word) => portuguese(word.replace(/[õãoa]es$/, 'ão')),
  ru: russian,
  sv: swedish,
};

/** Languages whose own words hold none of these letters: such words are English there. */
const OTHER_SCRIPTS = new Set('ar bg el fa he hi ja ka km ko lo my ru sr th uk zh'.split(' '));
const ASCII_WORD = /^[a-z]+$/;

/** `de-AT` → `de`. */
export function languageOf(locale: string): string {
  return locale.slice(0, 2).toLowerCase();
}

/** The language that the lower-case `word` in a text of `language` is of: `printers` in Japanese is English. */
export function languageOfWord(word: string, language: string): string {
  return OTHER_SCRIPTS.has(language) && ASCII_WORD.test(word) ? 'en' : language;
}

/**
 * The stem of a lower-case word, without accents and umlauts; the word itself where no stemmer for the
 * language is known. Words of a script that the language does not write are stemmed as English.
 */
export function stem(word: string, language: string): string {
  if (word.length < 3) return word;
  const stemmer = STEMMERS[languageOfWord(word, language)];
  const stemmed = stemmer === undefined ? word : stemmer(word);
  return withoutMarks(stemmed === '' ? word : stemmed);
}

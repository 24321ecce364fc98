/** Which languages a word is of: the small words of all, and the support vocabulary of some. */
import { parseGlossary } from '@/lib/search/analyse/glossary/lookup';
import { GLOSSARIES } from '@/lib/search/analyse/glossary/sources';
import { plainSpelling } from '@/lib/search/analyse/fold';
import { languagesOfStopWord } from '@/lib/search/analyse/stop-words';

const NONE: readonly string[] = [];
/** Words of two languages that begin with as many of the same letters are likely one. */
const ALIKE = 5;
const ENGLISH_WORD = /^[a-z]{3,}$/;

let topical: ReadonlyMap<string, readonly string[]> | null = null;

/** The languages (two letters) that know `word`, in lower case with straight apostrophes. */
export function languagesOfWord(word: string): readonly string[] {
  const small = languagesOfStopWord(word);
  if (small.length > 0) return small;
  topical ??= readGlossaries();
  return topical.get(word) ?? NONE;
}

function readGlossaries(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (word: string, language: string): void => {
    const languages = found.get(word);
    if (languages === undefined) found.set(word, [language]);
    else if (!languages.includes(language)) languages.push(language);
  };
  for (const [language, source] of Object.entries(GLOSSARIES)) {
    for (const [head, translations] of parseGlossary(source)) {
      add(head, language);
      // Without its accents, much of French is English.
      if (language !== 'fr') add(plainSpelling(head, language), language);
      for (const word of translations.flatMap((translation) => translation.split(' '))) {
        if (ENGLISH_WORD.test(word)) add(word, 'en');
        // `modifications` says nothing against English.
        if (ENGLISH_WORD.test(head) && head.slice(0, ALIKE) === word.slice(0, ALIKE)) {
          add(head, 'en');
        }
      }
    }
  }
  return found;
}

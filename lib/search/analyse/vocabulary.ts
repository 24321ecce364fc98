/** Which languages a word is of: the small words of all, and the support vocabulary of some. */
import { parseGlossary } from '@/lib/search/analyse/glossary/lookup';
import { GLOSSARIES } from '@/lib/search/analyse/glossary/sources';
import { plainSpelling } from '@/lib/search/analyse/fold';
import { languagesOfStopWord } from '@/lib/search/analyse/stop-words';

const NONE: readonly string[] = [];
/** Words of two languages that begin with as many of the same letters are likely one. */
const ALIKE = 5;
const SHORTEST = 3;

let topical: ReadonlyMap<string, readonly string[]> | null = null;

/** The languages (two letters) that know `word`, in lower case with straight apostrophes. */
export function languagesOfWord(word: string): readonly string[] {
  const small = languagesOfStopWord(word);
  if (small.length > 0) return small;
  topical ??= readGlossaries();
  return topical.get(word) ?? NONE;
}

function isAlike(a: string, b: string): boolean {
  return a.slice(0, ALIKE) === b.slice(0, ALIKE);
}

/** Three small letters or more. Looked at for thousands of words when the first ticket comes: no pattern. */
function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    if (unit < 0x61 || unit > 0x7a) return false;
  }
  return word.length >= SHORTEST;
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
      const words = translations.some((one) => one.includes(' '))
        ? translations.flatMap((one) => one.split(' '))
        : translations;
      for (const word of words) if (isPlain(word)) add(word, 'en');
      // `modifications` says nothing against English.
      if (isPlain(head) && words.some((word) => isAlike(word, head))) add(head, 'en');
    }
  }
  return found;
}

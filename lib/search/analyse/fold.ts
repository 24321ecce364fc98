/** Letters without their marks: on foreign keyboards people write `mas`, `reseau`, `fuer`. */

const ASCII = /^[ -~]*$/;
const LATIN = /\p{Script=Latin}/u;
const SPELT_OUT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const UMLAUTS: Record<string, string> = { ae: 'ä', oe: 'ö', ue: 'ü' };

/** A Latin word without marks; other scripts are left alone, whose marks are part of the letter. */
export function withoutMarks(word: string): string {
  if (ASCII.test(word) || !LATIN.test(word)) return word;
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC');
}

/** How the lower-case `word` of `language` is written by those whose keyboard lacks its marks. */
export function plainSpelling(word: string, language: string): string {
  if (language !== 'de') return withoutMarks(word);
  return word.replaceAll(/[äöüß]/g, (letter) => SPELT_OUT[letter] ?? letter);
}

/** `fuer` → `für`, but not the `ue` of `neue` and `Queue`: https://snowballstem.org/algorithms/german2/stemmer.html */
export function withUmlauts(word: string): string {
  return word.replaceAll(/ae|oe|(?<![aeq])ue/g, (letters) => UMLAUTS[letters] ?? letters);
}

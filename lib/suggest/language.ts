/**
 * Which language a ticket or an item is written in: by its script where that tells, else by its small words
 * and by letters that few languages write. Where neither tells, it is the language that was expected.
 */
import { languageOf } from '@/lib/search/analyse/stemmers';
import { languagesOfWord } from '@/lib/search/analyse/vocabulary';

/** Enough text to tell; more would only cost time. */
const SAMPLE_CHARACTERS = 1_200;

/** Nearly one small word of one language alone; those that several share count in part. */
const LEAST_EVIDENCE = 0.8;
/** Texts of a language that is not known here share a word now and then. */
const LEAST_SHARE = 0.1;
/** What speaks for the best must exceed what speaks for the expected one by this. */
const LEAST_LEAD = 0.4;

/** Letters and endings that few languages write. */
const LETTERS: readonly [RegExp, readonly string[]][] = [
  [/ß/g, ['de']],
  [/[¿¡ñ]|ción\b/g, ['es']],
  [/[ãõ]|ário\b/g, ['pt']],
  [/å/g, ['sv', 'da', 'no']],
  [/[æø]/g, ['da', 'no']],
  [/[äö]/g, ['de', 'sv']],
  [/ü/g, ['de']],
  [/[êœû]|ées?\b/g, ['fr']],
  [/ç/g, ['fr', 'pt']],
  [/[èàù]/g, ['fr', 'it']],
  [/[ìò]|tà\b/g, ['it']],
  [/[íóú]/g, ['es', 'pt']],
];
const ENDINGS: readonly [RegExp, readonly string[]][] = [
  [/(?:ally|ness|[a-z]{4}ed)\b/g, ['en']],
  [/[a-z]{4}ing\b/g, ['en', 'nl', 'sv']],
  [/(?:ungen|keit|heit|iert|ieren|lich)\b/g, ['de']],
  [/(?:ciones|idad)\b/g, ['es']],
  [/dade\b/g, ['pt']],
  [/(?:zione|zioni|mento)\b|\b(?:dell|all|sull)['’]/g, ['it']],
  [/eux\b|\b(?:[ldn]|qu)['’](?=\p{L}{2})/gu, ['fr']],
  [/(?:heid|eert|eerd)\b|ij/g, ['nl']],
  [/(?:ningen|ningar|arna|orna|ades)\b/g, ['sv']],
];
const MARK_WEIGHT = 0.6;
/** A name with such a letter may come again and again. */
const MOST_MARKS = 3;

const SCRIPTS: readonly [RegExp, string][] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Devanagari}/gu, 'hi'],
];
const HIRAGANA = /\p{Script=Hiragana}/gu;
const KATAKANA = /\p{Script=Katakana}/gu;
const HAN = /\p{Script=Han}/gu;
/** Written in Cyrillic letters, but not in Russian. */
const UKRAINIAN = /[іїєґ]/;
/** Japanese sentences hold more than this; a Chinese one may name a Japanese thing, in Katakana. */
const HIRAGANA_SHARE = 0.08;
const KATAKANA_SHARE = 0.4;
/** As many letters of another script say as much as one small word: logs and names are Latin everywhere. */
const LETTERS_PER_WORD = 3;
const FEWEST_LETTERS = 2;
/** Codes, addresses, paths and names out of programs are of no language. */
const NO_WORDS = /[^\s\u3000-\uffff]*[\d_/\\@={}<>][^\s\u3000-\uffff]*/g;
const BEYOND_ASCII = /[\u0080-\uffff]/;
const BEYOND_LATIN = /[\u0370-\u{10ffff}]/u;

/**
 * The language (two letters) of `text`; that of `fallback` (BCP 47) when the text is too short to tell or of
 * no language that is known here.
 */
export function detectLanguage(text: string, fallback: string): string {
  const expected = languageOf(fallback);
  const sample = text
    .slice(0, SAMPLE_CHARACTERS)
    .replace(NO_WORDS, ' ')
    .normalize('NFC')
    .toLowerCase();
  const words = new Set(sample.match(/[\p{L}\p{M}]+(?:['’]\p{L}+)?/gu));
  const scores = scoreLanguages(sample, words);
  const [best, evidence] = highest(scores);
  const script = languageOfScript(sample, evidence, expected);
  if (script !== null) return script;
  const least = Math.max(LEAST_EVIDENCE, words.size * LEAST_SHARE);
  if (evidence < least || evidence < (scores.get(expected) ?? 0) + LEAST_LEAD) return expected;
  return best;
}

function scoreLanguages(sample: string, words: ReadonlySet<string>): Map<string, number> {
  const scores = new Map<string, number>();
  const add = (languages: readonly string[], weight: number): void => {
    for (const language of languages) {
      scores.set(language, (scores.get(language) ?? 0) + weight / languages.length);
    }
  };
  for (const word of words) add(languagesOfWord(word.replace('’', "'")), 1);
  const marks = BEYOND_ASCII.test(sample) ? [...ENDINGS, ...LETTERS] : ENDINGS;
  for (const [pattern, languages] of marks) {
    add(languages, MARK_WEIGHT * Math.min(MOST_MARKS, count(sample, pattern)));
  }
  return scores;
}

function highest(scores: ReadonlyMap<string, number>): [string, number] {
  let best: [string, number] = ['', 0];
  for (const entry of scores) if (entry[1] > best[1]) best = entry;
  return best;
}

/** The language of the letters that are not Latin, if they say more than `evidence` small Latin words. */
function languageOfScript(sample: string, evidence: number, expected: string): string | null {
  if (!BEYOND_LATIN.test(sample)) return null;
  const hiragana = count(sample, HIRAGANA);
  const katakana = count(sample, KATAKANA);
  let letters = hiragana + katakana + count(sample, HAN);
  const isJapanese =
    hiragana > letters * HIRAGANA_SHARE || katakana > letters * KATAKANA_SHARE || expected === 'ja';
  let language = isJapanese ? 'ja' : 'zh';
  for (const [pattern, candidate] of SCRIPTS) {
    const found = count(sample, pattern);
    if (found <= letters) continue;
    letters = found;
    language = candidate;
  }
  if (letters < FEWEST_LETTERS || letters / LETTERS_PER_WORD < evidence) return null;
  return language === 'ru' && UKRAINIAN.test(sample) ? 'uk' : language;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

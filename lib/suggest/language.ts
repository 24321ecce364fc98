/** Which language a ticket is written in, told by its small words. */
import { isStopWord, LANGUAGES } from '@/lib/search/analyse/stop-words';
import { languageOf } from '@/lib/search/analyse/stemmers';

/** Enough text to tell; more would only cost time. */
const SAMPLE_CHARACTERS = 2_000;

/** A guess from a few shared small words is no guess. */
const FEWEST_HITS = 2;

/**
 * The language (two letters) whose stop words the text uses most; `fallback` when the text is too short to
 * tell. Scripts of their own decide at once.
 */
export function detectLanguage(text: string, fallback: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const script = languageOfScript(sample);
  if (script !== null) return script;
  const words = sample.toLowerCase().match(/[\p{L}'’]+/gu) ?? [];
  const hits = LANGUAGES.map((language) => ({
    language,
    count: words.filter((word) => isStopWord(word.replaceAll('’', "'"), language)).length,
  })).sort((a, b) => b.count - a.count);
  const [best, second] = hits;
  if (best === undefined || best.count < FEWEST_HITS || best.count === second?.count) {
    return languageOf(fallback);
  }
  return best.language;
}

function languageOfScript(text: string): string | null {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/\p{Script=Thai}/u.test(text)) return 'th';
  if (/\p{Script=Han}{4}/u.test(text)) return 'zh';
  return null;
}

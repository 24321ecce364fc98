/**
 * Words of scripts without spaces: Chinese, Japanese, Thai, Lao, Khmer, Burmese. The platform's word breaker
 * finds them; where it is unsure (single characters) or coarse (long words), pairs of Chinese characters are
 * terms too, so that two texts match that it breaks differently. Pairs alone find about as much as words do:
 * Nie et al., "On the use of words and n-grams for Chinese information retrieval", IRAL 2000.
 */
import type { ChunkTerm } from '@/lib/search/analyse/chunk-term';
import { isStopWord } from '@/lib/search/analyse/stop-words';

const HAN = /^[\p{Script=Han}々]+$/u;
const HIRAGANA = /^[\p{Script=Hiragana}ー]+$/u;
const THAI = /^\p{Script=Thai}+$/u;
/** Chinese characters with Japanese prefixes and endings: `お支払い`, `申し込み`. */
const HAN_AND_HIRAGANA = /^[おご]?\p{Script=Han}[\p{Script=Han}々\p{Script=Hiragana}]*$/u;
const LONG_KATAKANA = /^[\p{Script=Katakana}ー]{3,}ー$/u;
const SURROGATE = /[\ud800-\udfff]/;
/** Shorter ones are endings and particles. */
const SHORTEST_HIRAGANA = 3;
const BREAKER = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The terms of `run`, a stretch of such scripts that begins at `from`; not always in order. The run has at most
 * some hundred characters: the word breaker's time grows with their square.
 */
export function pushUnspaced(run: string, from: number, terms: ChunkTerm[]): void {
  const push = (term: string, start: number, length: number): void => {
    const begin = from + start;
    terms.push({ term, start: begin, end: begin + length, identifier: false });
  };
  const pushPair = (start: number): void => {
    const pair = run.slice(start, start + 2);
    if (!SURROGATE.test(pair)) push(pair, start, 2);
  };
  let previous = '';
  for (const { segment, index } of BREAKER.segment(run)) {
    if (!HAN.test(segment)) {
      const term = termOf(segment);
      if (term !== '') push(term, index, segment.length);
    } else if (segment.length > 1) {
      push(segment, index, segment.length);
      for (let at = 0; at < segment.length - 1 && segment.length > 2; at++) pushPair(index + at);
    } else if (!isStopWord(segment, 'zh')) {
      const joinsBefore = HAN.test(previous);
      const joinsAfter = HAN.test(run.charAt(index + 1));
      // Two single ones in a row are one pair.
      if (joinsBefore && previous.length > 1) pushPair(index - 1);
      if (joinsAfter) pushPair(index);
      if (!joinsBefore && !joinsAfter) push(segment, index, 1);
    }
    previous = segment;
  }
}

/** A word's spelling apart from how it is inflected or spelt out; empty for those that carry no topic. */
function termOf(word: string): string {
  // `申し込み` is also written `申込み` and `申込`.
  if (HAN_AND_HIRAGANA.test(word)) return word.replaceAll(/\p{Script=Hiragana}/gu, '');
  if (HIRAGANA.test(word)) {
    return word.length < SHORTEST_HIRAGANA || isStopWord(word, 'ja') ? '' : word;
  }
  // `サーバー` is also written `サーバ`.
  if (LONG_KATAKANA.test(word)) return word.slice(0, -1);
  if (THAI.test(word) && isStopWord(word, 'th')) return '';
  return word.length > 1 ? word : '';
}

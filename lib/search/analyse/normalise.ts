/** One spelling for what looks the same: composed letters, plain widths, straight quotes, nothing unseen. */
import { classAt, IGNORED, MARK, widthAt } from '@/lib/search/analyse/characters';

export interface Normalised {
  text: string;
  /** Of each UTF-16 unit of `text`: where the characters that it came from begin and end. */
  starts: number[];
  ends: number[];
}

const QUOTES = /[’‘ʼ´]/g;
const HYPHENS = /[‐‑–]/g;
/**
 * Letters that combine with the one before: vowels and final consonants of Hangul that was taken apart, as
 * file names from a Mac are, and the voicing marks of half-width Katakana.
 */
const COMBINING_LETTER = /[\u1160-\u11ff\ud7b0-\ud7ff\uff9e\uff9f]/;

const ASCII = /^[\u0020-\u007e]*$/;
const UNUSUAL = /[’‘ʼ´‐‑–\p{Default_Ignorable_Code_Point}]/u;

/** NFKC with straight quotes and hyphens and without what nobody sees; null when `text` is already so. */
export function normalise(text: string): Normalised | null {
  if (ASCII.test(text) || (!UNUSUAL.test(text) && text.normalize('NFKC') === text)) return null;
  const result: Normalised = { text: '', starts: [], ends: [] };
  let start = 0;
  while (start < text.length) {
    const end = endOfCluster(text, start);
    const plain = normaliseCluster(text.slice(start, end));
    for (let unit = 0; unit < plain.length; unit++) {
      result.starts.push(start);
      result.ends.push(end);
    }
    result.text += plain;
    start = end;
  }
  return result;
}

/** A character with all that combines with it. */
function endOfCluster(text: string, start: number): number {
  let end = start + widthAt(text, start);
  while (end < text.length) {
    const found = classAt(text, end);
    if (found !== MARK && found !== IGNORED && !COMBINING_LETTER.test(text.charAt(end))) break;
    end += widthAt(text, end);
  }
  return end;
}

function normaliseCluster(cluster: string): string {
  const seen = cluster.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '');
  return withPlainMarks(withPlainMarks(seen).normalize('NFKC'));
}

function withPlainMarks(text: string): string {
  return text.replaceAll(QUOTES, "'").replaceAll(HYPHENS, '-');
}

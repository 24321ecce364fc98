/** Numbers that the words around them make a code: `HTTP 503`, `Fehler 1603`, `errno=13`, `404 not found`. */
import { classOf, LOWER, UPPER } from '@/lib/search/analyse/characters';

const ANNOUNCING = new Set(
  `http https status code statuscode errorcode err error errno hresult exit
  fehler fehlercode erreur errore erro fout foutcode fel felkod ошибка ошибки ошибку код
  错误 代码 錯誤 代碼 エラー コード 오류 에러 코드`.split(/\s+/),
);
/** Scripts without spaces: the announcing word ends a longer run. */
const LONGEST_ENDING = 3;
const LONGEST_WORD = 12;
const SEPARATORS = ' \t:=#("\'№.-';
const MOST_SEPARATORS = 3;
const AFTER =
  /^\s(?:not found|internal server|bad (?:gateway|request)|service (?:temporarily )?unavailable|unauthori[sz]ed|forbidden|gateway time|too many requests)/i;
const LONGEST_AFTER = 32;
const HTTP_FAILURE = /^[45]\d\d$/;
const NUMBER = /^\d{1,6}$/;
const PROTOCOL = /http\/\d(?:\.\d)?$/i;

/** One term for a code, whatever it was called: `HTTP-503`, `error 503`, `ERR503`. */
export const CODE_PREFIX = 'error-';
export const CODE_NAME = /^(?:https?|status|code|err|error|fehler)-(?=\d+$)/;

/** The term of the code that stands at `[start, end)` of `text`; null when it is any number, or none. */
export function announcedCode(text: string, start: number, end: number): string | null {
  const number = text.slice(start, end);
  if (!NUMBER.test(number)) return null;
  const isCode =
    isAnnounced(text, start) ||
    (HTTP_FAILURE.test(number) && AFTER.test(text.slice(end, end + LONGEST_AFTER)));
  return isCode ? CODE_PREFIX + number : null;
}

function isAnnounced(text: string, start: number): boolean {
  let end = start;
  while (start - end < MOST_SEPARATORS && end > 0 && SEPARATORS.includes(text.charAt(end - 1)))
    end--;
  let from = end;
  while (from > 0 && end - from < LONGEST_WORD && classOf(text.charCodeAt(from - 1)) >= LOWER) {
    from--;
    const isHump = from > 0 && classOf(text.charCodeAt(from - 1)) === LOWER;
    if (isHump && classOf(text.charCodeAt(from)) === UPPER) break;
  }
  if (from === end) return PROTOCOL.test(text.slice(Math.max(0, end - LONGEST_WORD), end));
  if (end < start && ANNOUNCING.has(text.slice(from, end).toLowerCase())) return true;
  return classOf(text.charCodeAt(end - 1)) > UPPER && hasAnnouncingEnd(text.slice(from, end));
}

function hasAnnouncingEnd(word: string): boolean {
  return ANNOUNCING.has(word.slice(-LONGEST_ENDING)) || ANNOUNCING.has(word.slice(-2));
}

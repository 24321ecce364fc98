/** Takes personal data out of a customer's text before it is remembered. */

const MAIL = /(?<![^\s<>()",;:])[^\s<>()",;:@]+@[^\s<>()",;:]+/g;
/** IPv4 and IPv6; a version of four short numbers looks the same, and goes, too. */
const NETWORK =
  /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?!\w|\.\d)|(?<![\w:])(?:[\da-f]{1,4}:){3,7}[\da-f]{1,4}(?!\w)/gi;
/** Account numbers as banks write them. */
const ACCOUNT = /(?<!\w)[A-Z]{2}\d{2} ?[\dA-Z]{4}(?: ?\d{4}){2,7}(?: ?\d{1,3})?(?!\w)/g;
/** Telephone and card numbers: seven digits or more, in groups or not. Dots alone make a version. */
const GROUPED_DIGITS = /(?<![\w.])[+(]?\d(?:[ \u00A0()/-]{0,3}\d){6,}(?!\w)/g;
const DOTTED_TELEPHONE = /(?<![\w.])(?:0\d(?:\.\d\d){4}|\d{3}\.\d{3}\.\d{4})(?!\w|\.\d)/g;
/** Six digits in a row are somebody's number; error codes in hexadecimal are not. */
const NUMBERED_WORD = /(?<!\w)(?!0x[\da-f]+(?!\w))\w*\d{6,}\w*/gi;

const PERSONAL = [MAIL, NETWORK, ACCOUNT, GROUPED_DIGITS, DOTTED_TELEPHONE, NUMBERED_WORD];

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
/** Shorter parts of a name (`J.`, `de`) are left: they tell nobody and are words of their own. */
const SHORTEST_NAME = 3;

/**
 * The text without e-mail and network addresses, telephone, account and other long numbers, and the words
 * of the requester's name.
 */
export function withoutPersonal(text: string, requester: string): string {
  const names = requester.match(WORD) ?? [];
  const parts = new Set(
    names.filter((name) => name.length >= SHORTEST_NAME).map((name) => name.toLowerCase()),
  );
  return PERSONAL.reduce((left, pattern) => left.replace(pattern, ' '), text).replace(
    WORD,
    (word) => (parts.has(word.toLowerCase()) ? ' ' : word),
  );
}

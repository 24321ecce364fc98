/**
 * Names of things as people write them in tickets and titles: `createTableView`, `Ti.UI.TableView` and
 * "TableView" all name the same thing, and `scroll()` is a method where "scroll" is an event.
 */

/** One occurrence of a name. */
export interface Name {
  /** Lower case; of a dotted name each part by itself. */
  text: string;
  /** Where it stands, in UTF-16 units. */
  at: number;
  /** True when it is called: an opening bracket follows. */
  called: boolean;
}

const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/gu;
const CAMEL_PIECE = /^\p{Ll}+(?=\p{Lu})/u;
const SEPARATOR = /\s+[—–|]\s+|\s-\s|:\s/;
const SHORTEST = 2;
const SHORTEST_REST = 3;

/** All names in a text, in order. Of `createTableView` the rest after its first word is one too. */
export function namesIn(text: string): Name[] {
  const names: Name[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0].replace(/^[_$]+|[_$]+$/g, '');
    if (word.length < SHORTEST) continue;
    const at = match.index;
    const called = text.charAt(at + match[0].length) === '(';
    names.push({ text: word.toLowerCase(), at, called });
    const verb = CAMEL_PIECE.exec(word)?.[0];
    const rest = verb === undefined ? '' : word.slice(verb.length);
    if (rest.length >= SHORTEST_REST) names.push({ text: rest.toLowerCase(), at, called: false });
  }
  return names;
}

/** What a title names, before the words that describe it: `Printer – set it up` → `Printer`. */
export function headOf(title: string): string {
  const [head = ''] = title.split(SEPARATOR, 1);
  return head.trim() || title;
}

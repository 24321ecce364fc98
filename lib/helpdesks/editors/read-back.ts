/** Proof that an insert held: the editor's data afterwards is the draft plus exactly what was inserted. */
import { webAddress } from '@/lib/core/url';
import type { CleanContent } from '@/lib/helpdesks/editors/sanitise';
import { compact, hrefsIn, parseInert } from '@/lib/helpdesks/editors/sanitise';

/** Names what is wrong with `after`, or null when the insert held. */
export function findLoss(
  document: Document,
  before: string,
  after: string,
  content: Pick<CleanContent, 'text' | 'hrefs'>,
): 'text' | 'address' | null {
  const old = parseInert(document, before);
  const held = parseInert(document, after);
  if (
    !isInsertedOnce(compact(old.body.textContent), compact(held.body.textContent), content.text)
  ) {
    return 'text';
  }
  // A link of the draft that took the insert in, or was cut by it, is no longer what the agent wrote.
  const links = linksIn(held);
  if (!linksIn(old).every((link) => take(links, link))) return 'address';
  return hasAddresses(held, [...hrefsIn(old), ...content.hrefs]) ? null : 'address';
}

function hasAddresses(root: Document, hrefs: readonly string[]): boolean {
  const found = countAddresses(hrefsIn(root));
  return [...countAddresses(hrefs)].every(([href, count]) => (found.get(href) ?? 0) >= count);
}

/**
 * True when an insert is whole and there once more than before, although the agent has typed at the
 * same time: nothing of the draft is missing, there is only more of it.
 */
export function isHeldAmidTyping(
  document: Document,
  before: string,
  after: string,
  { text, hrefs }: Pick<CleanContent, 'text' | 'hrefs'>,
): boolean {
  const old = parseInert(document, before);
  const now = parseInert(document, after);
  const drafted = compact(old.body.textContent);
  const shown = compact(now.body.textContent);
  for (let at = shown.indexOf(text); at >= 0; at = shown.indexOf(text, at + 1)) {
    const rest = shown.slice(0, at) + shown.slice(at + text.length);
    if (text !== '' && hasInOrder(rest, drafted)) {
      return hasAddresses(now, [...hrefsIn(old), ...hrefs]);
    }
  }
  return false;
}

/** True when taking characters away from `whole` gives `part`. */
function hasInOrder(whole: string, part: string): boolean {
  let found = 0;
  for (let at = 0; at < whole.length && found < part.length; at++) {
    if (whole[at] === part[found]) found += 1;
  }
  return found === part.length;
}

/** True when both data are the same but for the random ids CKEditor gives to list items. */
export function isSameData(a: string, b: string): boolean {
  return withoutListIds(a) === withoutListIds(b);
}

/** True when taking one `inserted` out of `after` gives `before`. */
function isInsertedOnce(before: string, after: string, inserted: string): boolean {
  if (after.length !== before.length + inserted.length) return false;
  let first = after.indexOf(inserted);
  while (first >= 0) {
    if (after.slice(0, first) + after.slice(first + inserted.length) === before) return true;
    first = after.indexOf(inserted, first + 1);
  }
  return false;
}

/** Each link's address and text. */
function linksIn(root: Document): string[] {
  return [...root.querySelectorAll('a[href]')].map(
    (link) => `${link.getAttribute('href') ?? ''} ${withoutFillers(compact(link.textContent))}`,
  );
}

function take(from: string[], value: string): boolean {
  const at = from.indexOf(value);
  if (at >= 0) from.splice(at, 1);
  return at >= 0;
}

function countAddresses(hrefs: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const href of hrefs) {
    const key = webAddress(href) ?? href;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** True when both markups show the same text in the same blocks and links, whatever the editor adds to them. */
export function isSameShown(document: Document, a: string, b: string): boolean {
  return a === b || shownIn(document, a) === shownIn(document, b);
}

/** Fillers, carets, keys and classes come and go with a selection; tags, text and addresses do not. */
function shownIn(document: Document, html: string): string {
  const { body } = parseInert(document, html);
  for (const element of body.querySelectorAll('span,br'))
    element.replaceWith(...element.childNodes);
  for (const element of body.querySelectorAll('*')) {
    for (const { name } of Array.from(element.attributes)) {
      if (name !== 'href') element.removeAttribute(name);
    }
  }
  return withoutFillers(body.innerHTML).replace(/&nbsp;|\s/g, ' ');
}

/** CKEditor keeps the caret in place with seven word joiners, others with characters of no width. */
function withoutFillers(text: string): string {
  return text.replace(/[\u200B\uFEFF]|\u2060{7}/g, '');
}

function withoutListIds(data: string): string {
  return data.replace(/ data-list-item-id="[^"]*"/g, '');
}

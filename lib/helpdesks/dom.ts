/** What every adapter needs of the DOM: selectors as data, visibility, text without quoted mail. */

import { cut } from '@/lib/core/text';

/** Characters kept of one message: enough for any question, and a bound for pasted logs. */
export const MESSAGE_LIMIT = 20_000;

/** A place on the page: the ways to find it, best first, and where and when each was seen. */
export interface Selector {
  /** Named in `page-changed` faults, and by whoever adds forms to it. */
  readonly name: string;
  /** Page and date of the last sighting of the first form. */
  readonly seen: string;
  /** Tried in order; the first that matches anything counts. */
  readonly css: readonly string[];
  /** Decides whose ticket or whose reply box it is: added forms fill a gap, and never come first. */
  readonly isGuard?: boolean;
  /** What `{id}` stood for. */
  readonly id?: string;
}

/** Forms that settings add for each page. Every page has a document of its own. */
const added = new WeakMap<Node, Readonly<Record<string, readonly string[]>>>();
/** Found by an added form: inside of them only what is shown counts, as they may be too wide. */
const doubtful = new WeakSet<Node>();

/** The selector with `{id}` replaced; `id` must be digits, letters, `-` or `_`. */
export function withId(selector: Selector, id: string): Selector {
  if (!/^[\w-]+$/.test(id)) throw new Error('Not an id');
  return { ...selector, id, css: selector.css.map((css) => css.replaceAll('{id}', id)) };
}

/** True for a selector that this browser understands, `{id}` taken for an id. */
export function isCss(document: Document, css: unknown): css is string {
  try {
    document.createDocumentFragment().querySelector(String(css).replaceAll('{id}', '1'));
    return typeof css === 'string';
  } catch {
    return false;
  }
}

/** Replaces what was added to the selectors of this page: names, each with forms. Odd ones are left out. */
export function addForms(document: Document, forms: unknown): void {
  const each = Object.entries(Object(forms) as Record<string, unknown>);
  const usable = each.map(([name, css]) => [
    name,
    [css].flat().filter((one) => isCss(document, one)),
  ]);
  added.set(document, Object.fromEntries(usable) as Record<string, string[]>);
}

/** What was added for this selector. A form without the ticket's number could find any ticket. */
export function addedForms(node: Node, { name, id }: Selector): string[] {
  const forms = added.get(node.ownerDocument ?? node)?.[name] ?? [];
  return forms
    .filter((css) => css.includes('{id}') === (id !== undefined))
    .map((css) => css.replaceAll('{id}', id ?? ''));
}

function find(scope: ParentNode, selector: Selector, isShownOnly = false): Element[] {
  const { css: known, id, isGuard } = selector;
  const more = addedForms(scope, selector);
  for (const css of isGuard ? [...known, ...more] : [...more, ...known]) {
    const isAdded = !known.includes(css);
    const isStrict = isShownOnly || isAdded || doubtful.has(scope);
    const found = [...scope.querySelectorAll(css)].filter(
      (element) =>
        (!isStrict || isShown(element)) && (!isAdded || id === undefined || hasId(element, id)),
    );
    if (found.length === 0) continue;
    if (isAdded) found.forEach((element) => doubtful.add(element));
    return found;
  }
  return [];
}

/** `:not(…{id}…)` names the number, too, but what it finds does not have it. */
function hasId(element: Element, id: string): boolean {
  return [...element.attributes].some(({ value }) => value.split(/\D+/).includes(id));
}

/** All elements inside `scope` that the best matching form finds. */
export function queryAll(scope: ParentNode, selector: Selector): Element[] {
  return find(scope, selector);
}

/** The first element inside `scope` that the best matching form finds. */
export function queryFirst(scope: ParentNode, selector: Selector): Element | null {
  return find(scope, selector)[0] ?? null;
}

/** The visible elements: a form that finds only hidden ones gives way to the next. */
export function queryShown(scope: ParentNode, selector: Selector): Element[] {
  return find(scope, selector, true);
}

/** The element or the nearest one around it that any form finds. */
export function closestTo(element: Element, selector: Selector): Element | null {
  const known = element.closest(selector.css.join(','));
  const [more = ''] = known ? [] : [addedForms(element, selector).join(',')];
  if (!more) return known;
  const found = element.closest(more);
  if (found) doubtful.add(found);
  return found;
}

/** True when any form matches the element itself. */
export function matchesAny(element: Element, selector: Selector): boolean {
  return [...selector.css, ...addedForms(element, selector)].some((css) => element.matches(css));
}

/** True when a built-in form finds the element: an added one is good to read by, not to tell a note from a reply. */
export function isBuiltIn(element: Element, { css }: Selector): boolean {
  return element.matches(css.join(','));
}

/**
 * How many elements each form finds, added forms last. Of the whole page only what is shown counts:
 * hidden tickets have the same parts.
 */
export function countForms(scope: ParentNode, selector: Selector): number[] {
  const isPage = scope.nodeType === scope.DOCUMENT_NODE;
  return [...selector.css, ...addedForms(scope, selector)].map((css) => {
    const found = [...scope.querySelectorAll(css)];
    return (isPage ? found.filter(isShown) : found).length;
  });
}

/** True when neither the element nor anything around it is hidden. Scrolled out of view is shown. */
export function isShown(element: Element): boolean {
  if (!element.isConnected) return false;
  if (typeof element.checkVisibility === 'function') {
    return element.checkVisibility({
      opacityProperty: true,
      visibilityProperty: true,
      contentVisibilityAuto: true,
    });
  }
  return isStyledVisible(element);
}

/** Chrome before 105, Firefox before 106 and jsdom have no `checkVisibility`. */
function isStyledVisible(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  if (!view) return false;
  if (view.getComputedStyle(element).visibility !== 'visible') return false;
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = view.getComputedStyle(at);
    if (style.display === 'none' || style.opacity === '0') return false;
  }
  return true;
}

/** An attribute of an element that may not be there. */
export function attribute(element: Element | null, name: string): string | null {
  return element?.getAttribute(name) ?? null;
}

/** The value of an input, the title of a label, or the text: what a person reads there. */
export function shownValue(element: Element | null): string {
  if (!element) return '';
  if ('value' in element && typeof element.value === 'string') return tidy(element.value);
  return tidy(element.getAttribute('title') ?? element.textContent);
}

const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN ' +
    'OL P PRE SECTION TABLE TR UL'
  ).split(' '),
);
const UNREAD = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'SVG', 'BUTTON']);

/**
 * The text below `root` with a line per block, at most `limit` UTF-16 units. Elements that match
 * `skip` (quoted mail, signatures) are left out. Reads only; the page stays as it is.
 */
export function readText(root: Node, skip: Selector, limit: number): string {
  const skipped = [...skip.css, ...addedForms(root, skip)].join(',');
  let text = '';
  const visit = (node: Node): void => {
    if (text.length >= limit) return;
    if (node.nodeType === node.TEXT_NODE) {
      text += (node.nodeValue ?? '').slice(0, limit).replace(/\s+/g, ' ');
      return;
    }
    const name = node.nodeName.toUpperCase();
    if (name === 'BR') text += '\n';
    if (UNREAD.has(name)) return;
    if (node !== root && 'matches' in node && (node as Element).matches(skipped)) return;
    const isBlock = BLOCKS.has(name);
    if (isBlock) text += '\n';
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child);
    if (isBlock) text += '\n';
  };
  visit(root);
  return cut(tidy(text), limit);
}

/** Text as people see it: no runs of blanks, no blank lines at the ends, at most one between. */
export function tidy(text: string): string {
  return text
    .replace(/&nbsp;/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** What the agent has marked on the page with the mouse, at most `limit` UTF-16 units. */
export function selectedText(document: Document, limit: number): string {
  return tidy((document.getSelection()?.toString() ?? '').slice(0, limit));
}

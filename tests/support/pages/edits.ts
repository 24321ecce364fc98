/** Makes a page's variants from its template: a few edits each, which must find what they change. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Changes a page in one respect. */
export type Edit = (page: Document) => void;

const FIXTURES = join(import.meta.dirname, '../../fixtures');

/** The HTML of a template below tests/fixtures after the edits, in this order. Needs jsdom. */
export function makePage(template: string, edits: readonly Edit[]): string {
  const page = new DOMParser().parseFromString(
    readFileSync(join(FIXTURES, template), 'utf8'),
    'text/html',
  );
  for (const edit of edits) edit(page);
  return `<!doctype html>\n${page.documentElement.outerHTML}`;
}

export const all = (page: ParentNode, css: string): Element[] => {
  const found = [...page.querySelectorAll(css)];
  if (found.length === 0) throw new Error(`The page has no ${css}`);
  return found;
};

export const one = (page: ParentNode, css: string): Element => all(page, css)[0]!;

/** Sets attributes of all that `css` finds; null takes an attribute away. */
export const set =
  (css: string, attributes: Readonly<Record<string, string | null>>): Edit =>
  (page) => {
    for (const element of all(page, css)) {
      for (const [name, value] of Object.entries(attributes)) {
        if (value === null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      }
    }
  };

export const remove =
  (...css: string[]): Edit =>
  (page) => {
    for (const each of css) for (const element of all(page, each)) element.remove();
  };

/** The same element under another tag, as a new version of a page may have it. */
export const rename =
  (css: string, tag: string): Edit =>
  (page) => {
    for (const element of all(page, css)) {
      const renamed = page.createElement(tag);
      for (const { name, value } of Array.from(element.attributes))
        renamed.setAttribute(name, value);
      renamed.append(...element.childNodes);
      element.replaceWith(renamed);
    }
  };

/** Elements from HTML of the test's own. */
export function parts(page: Document, html: string): Node[] {
  const template = page.createElement('template');
  template.innerHTML = html;
  return [...template.content.childNodes];
}

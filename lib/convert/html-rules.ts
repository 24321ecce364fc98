/** What elements mean to a reader of an article: dropped, a callout, hidden, a paragraph, a mark. */

export type Attributes = Record<string, string>;

const words = (text: string): Set<string> => new Set(text.split(' '));

/** Elements whose content no reader of an article wants. */
const DROPPED = words(
  'script style noscript template head title nav iframe object embed applet svg math canvas audio video map select datalist textarea button',
);

/** What surrounds the text of a page; in a body from an API the same elements are part of it. */
const PAGE_FRAME = words('footer aside form dialog');

/** Classes of permanent links, contents lists and texts for machines, as documentation tools name them. */
const DROPPED_CLASSES = words(
  'hash-link header-anchor headerlink anchor-link anchorjs-link mw-editsection mw-jump-link noprint toc table-of-contents navbox sr-only visually-hidden screen-reader-text breadcrumb breadcrumbs theme-doc-breadcrumbs pagination-nav line-numbers-wrapper',
);

/** Classes of boxes that say "note" or "warning", as documentation tools name them. */
const CALLOUT_CLASSES = words(
  'admonition theme-admonition callout custom-block starlight-aside markdown-alert confluence-information-macro hint notice infobox-note',
);

/** Elements that start and end a paragraph and mean nothing else to us. */
export const PARAGRAPHS = words(
  'p div section article main header footer aside address figure figcaption form fieldset legend details hr dl dd center',
);

const CALLOUT_ELEMENTS = words('div aside section p');

export const MARKS: Record<string, 'strong' | 'em' | 'code' | undefined> = {
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  cite: 'em',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  var: 'code',
};

/** Classes are looked at up to here: a text of a megabyte is no list of classes. */
const MOST_CLASS = 500;

function hasClass(attributes: Attributes, classes: ReadonlySet<string>): boolean {
  const text = attributes['class'];
  if (text === undefined || text === '') return false;
  return text
    .slice(0, MOST_CLASS)
    .split(/\s+/)
    .some((name) => classes.has(name));
}

export function isCallout(name: string, attributes: Attributes): boolean {
  return CALLOUT_ELEMENTS.has(name) && hasClass(attributes, CALLOUT_CLASSES);
}

/** `inPage`: the element stands in a page as the web serves it, not in a body from an API. */
export function isDropped(name: string, attributes: Attributes, inPage: boolean): boolean {
  if (DROPPED.has(name) || 'hidden' in attributes) return true;
  if (inPage && PAGE_FRAME.has(name) && !isCallout(name, attributes)) return true;
  if (attributes['aria-hidden'] === 'true' || attributes['role'] === 'navigation') return true;
  if (hasClass(attributes, DROPPED_CLASSES) || isCodeLabel(name, attributes)) return true;
  return /display\s*:\s*none/i.test((attributes['style'] ?? '').slice(0, MOST_CLASS));
}

/** VitePress writes a code block's language in front of it. */
function isCodeLabel(name: string, attributes: Attributes): boolean {
  return name === 'span' && attributes['class'] === 'lang';
}

/** Links to pages that nobody has written yet lead to an editor (MediaWiki). */
export function isLinkToNothing(attributes: Attributes): boolean {
  return (attributes['href'] ?? '').includes('redlink=1');
}

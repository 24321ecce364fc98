/** Rebuilds HTML from an allow-list and makes sure that no helpdesk expands it as a template. */

import { webAddress } from '@/lib/core/url';
import { plainLine, plainText } from '@/lib/helpdesks/editors/plain-text';

/** What is really inserted. */
export interface CleanContent {
  /** Blocks: paragraphs, lists, code, quotes. */
  html: string;
  /** The same in one line: marks and links only. */
  inlineHtml: string;
  /** The blocks without formatting, addresses written out; and the same in one line. */
  plain: string;
  inlinePlain: string;
  /** Its text without white space, to find it again. */
  text: string;
  /** Addresses of its links, in order. */
  hrefs: string[];
}

const RENAMED: Readonly<Record<string, string>> = { B: 'strong', I: 'em' };
const INLINE = new Set(['STRONG', 'EM', 'CODE', 'A']);
const BLOCK = new Set(['P', 'UL', 'OL', 'LI', 'PRE', 'BLOCKQUOTE']);
const HEADING = /^H[1-6]$/;
/** Blocks we do not keep: their text becomes a paragraph, so that words do not run together. */
const FLATTENED =
  'ADDRESS,ARTICLE,ASIDE,DD,DETAILS,DIV,DL,DT,FIGCAPTION,FIGURE,FOOTER,HEADER,MAIN,NAV,SECTION,' +
  'SUMMARY,TABLE,TBODY,TFOOT,THEAD,TR';
const FLATTENED_NAMES = new Set(FLATTENED.split(','));
const ANY_BLOCK = `${FLATTENED},P,UL,OL,LI,PRE,BLOCKQUOTE,H1,H2,H3,H4,H5,H6`;
const DROPPED = new Set(
  (
    'APPLET,AUDIO,BASE,BUTTON,CANVAS,EMBED,FORM,FRAME,FRAMESET,HEAD,IFRAME,INPUT,LINK,MATH,META,' +
    'NOEMBED,NOSCRIPT,OBJECT,OPTION,SCRIPT,SELECT,STYLE,SVG,TEMPLATE,TEXTAREA,TITLE,VIDEO,XMP'
  ).split(','),
);

/**
 * Cleans `html`. Elements outside the allow-list lose their tag or, where they are not text, go
 * with all they hold; no attribute stays but an absolute http, https or mailto `href`.
 */
export function sanitise(document: Document, html: string): CleanContent {
  const inert = parseInert(document, html);
  const blocks = inert.createElement('div');
  copyChildren(inert.body, blocks, false);
  neutraliseTemplates(blocks);
  const line = inert.createElement('div');
  copyChildren(blocks, line, true);
  neutraliseTemplates(line);
  return {
    html: blocks.innerHTML,
    inlineHtml: line.innerHTML.replace(/\s+/g, ' ').trim(),
    plain: plainText(blocks),
    inlinePlain: plainLine(line),
    text: compact(blocks.textContent),
    hrefs: hrefsIn(blocks),
  };
}

/** Parses without running or loading anything. */
export function parseInert(document: Document, html: string): Document {
  const Parser = document.defaultView?.DOMParser ?? DOMParser;
  return new Parser().parseFromString(html, 'text/html');
}

/** Text as editors keep it through their white-space rules: without any. */
export function compact(text: string): string {
  return text.replace(/\s+/g, '');
}

export function hrefsIn(root: ParentNode): string[] {
  return [...root.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
}

function copyChildren(from: Node, to: Element, isInline: boolean): void {
  for (const child of from.childNodes) copy(child, to, isInline);
}

function copy(node: Node, to: Element, isInline: boolean): void {
  const document = to.ownerDocument;
  if (node.nodeType === Node.TEXT_NODE) to.append(node.nodeValue ?? '');
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const element = node as Element;
  const name = element.nodeName.toUpperCase();
  if (DROPPED.has(name)) return;
  if (name === 'BR') {
    to.append(isInline ? ' ' : document.createElement('br'));
    return;
  }
  const isBlock = BLOCK.has(name) || HEADING.test(name) || FLATTENED_NAMES.has(name);
  if (isInline && isBlock) {
    to.append(' ');
    copyChildren(element, to, isInline);
    to.append(' ');
    return;
  }
  copyChildren(element, containerFor(element, name, to), isInline);
  // Table cells stand side by side.
  if (name === 'TD' || name === 'TH') to.append(' ');
}

/** Where an element's children go: a clean copy of it, or straight into `to`. */
function containerFor(element: Element, name: string, to: Element): Element {
  const document = to.ownerDocument;
  const append = (tag: string): Element => {
    const copied = document.createElement(tag);
    to.append(copied);
    return copied;
  };
  if (name === 'A') {
    const href = webAddress(element.getAttribute('href') ?? '');
    if (href === undefined) return to;
    const link = append('a');
    link.setAttribute('href', href);
    return link;
  }
  if (HEADING.test(name)) {
    const strong = document.createElement('strong');
    append('p').append(strong);
    return strong;
  }
  if (FLATTENED_NAMES.has(name)) return element.querySelector(ANY_BLOCK) ? to : append('p');
  const tag = RENAMED[name] ?? name.toLowerCase();
  const isKept = INLINE.has(tag.toUpperCase()) || BLOCK.has(name);
  return isKept ? append(tag) : to;
}

/**
 * Zendesk expands `{{…}}` and `{%…%}` when the comment is saved, also with markup between the
 * braces gone. U+2060 WORD JOINER after such a brace keeps the two apart: it has no width, allows
 * no line break and does not join letters, so the text reads and wraps as before.
 */
function neutraliseTemplates(root: Element): void {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  let next = '';
  for (const text of texts.reverse()) {
    const data = text.nodeValue ?? '';
    const apart = (data + next).replace(/\{(?=[{%])/g, '{\u2060');
    const safe = next ? apart.slice(0, -1) : apart;
    if (safe !== data) text.nodeValue = safe;
    next = data[0] ?? next;
  }
}

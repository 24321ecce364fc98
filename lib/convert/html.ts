/** HTML to blocks: what a reader would see of an article, within fixed bounds of time and memory. */
import { Parser, type Handler } from 'htmlparser2';
import { cut } from '@/lib/core/text';
import { webAddress } from '@/lib/core/url';
import { BlockBuilder } from '@/lib/convert/block-builder';
import {
  isCallout,
  isDropped,
  isLinkToNothing,
  MARKS,
  PARAGRAPHS,
  type Attributes,
} from '@/lib/convert/html-rules';
import { MAX_SOURCE } from '@/lib/convert/limits';
import type { Block } from '@/lib/model/block';

/** The parser's cost grows with its open elements; no article comes near this many. */
export const MAX_OPEN = 1000;
/** Between two pieces of this many characters bounds are looked at. */
export const CHUNK = 4096;

export interface HtmlOptions {
  /** Relative addresses are resolved against it. */
  baseUrl?: string;
  /** The text is part of a web page: footers, asides and forms are dropped, too. */
  inPage?: boolean;
}

/**
 * Reads HTML into blocks. Scripts, styles, navigation and hidden parts are dropped; only http(s)
 * and mailto addresses are kept, relative ones resolved against `baseUrl`.
 */
export function htmlToBlocks(html: string, options: HtmlOptions = {}): Block[] {
  const source = cut(html, MAX_SOURCE);
  const builder = new BlockBuilder();
  const handler = createHandler(builder, options);
  const parser = new Parser(handler.events);
  for (let at = 0; at < source.length && !builder.isFull; at += CHUNK) {
    parser.write(source.slice(at, at + CHUNK));
    if (handler.openElements() <= MAX_OPEN) continue;
    handler.unwind();
    parser.reset();
  }
  if (!builder.isFull) parser.end();
  return builder.finish();
}

function createHandler(builder: BlockBuilder, { baseUrl, inPage = false }: HtmlOptions) {
  /** The open elements, innermost last: whether each opened a callout. */
  let open: boolean[] = [];
  /** How many of the open elements are a dropped one or inside it. */
  let dropped = 0;
  const events: Partial<Handler> = {
    onopentag(name, attributes) {
      const isBox = isCallout(name, attributes);
      open.push(isBox);
      if (dropped > 0 || isDropped(name, attributes, inPage)) dropped += 1;
      else if (isBox) builder.openContainer('quote');
      else openElement(builder, name, attributes, baseUrl);
    },
    onclosetag(name) {
      const isBox = open.pop() ?? false;
      if (dropped > 0) dropped -= 1;
      else if (isBox) builder.closeContainer('quote');
      else closeElement(builder, name);
    },
    ontext(text) {
      if (dropped === 0) builder.text(text);
    },
  };
  return {
    events,
    openElements: () => open.length,
    unwind() {
      open = [];
      dropped = 0;
      builder.unwind();
    },
  };
}

function addressOf(attributes: Attributes, baseUrl: string | undefined): string | undefined {
  const href = attributes['href'] ?? '';
  return href === '' || isLinkToNothing(attributes) ? undefined : webAddress(href, baseUrl);
}

function openElement(
  builder: BlockBuilder,
  name: string,
  attributes: Attributes,
  baseUrl: string | undefined,
): void {
  const mark = MARKS[name];
  if (mark !== undefined) builder.openMark(mark);
  else if (PARAGRAPHS.has(name)) builder.breakParagraph();
  else if (/^h[1-6]$/.test(name)) builder.openHeading(Number(name[1]));
  else if (name === 'a') builder.openLink(addressOf(attributes, baseUrl));
  else openStructure(builder, name, attributes);
}

function openStructure(builder: BlockBuilder, name: string, attributes: Attributes): void {
  switch (name) {
    case 'br':
      return builder.lineBreak();
    case 'img':
      return builder.image(attributes['alt'] ?? '');
    case 'ul':
    case 'ol':
      return builder.openContainer('list', name === 'ol');
    case 'li':
      return builder.openContainer('item');
    case 'blockquote':
      return builder.openContainer('quote');
    case 'pre':
      return builder.openCode();
    case 'table':
      return builder.openTable();
    case 'tr':
      return builder.openRow();
    case 'td':
    case 'th':
      return builder.openCell(name === 'th');
    case 'dt':
    case 'summary':
    case 'caption':
      builder.breakParagraph();
      return builder.openMark('strong');
    default:
      return undefined;
  }
}

function closeElement(builder: BlockBuilder, name: string): void {
  const mark = MARKS[name];
  if (mark !== undefined) builder.closeMark(mark);
  else if (PARAGRAPHS.has(name)) builder.breakParagraph();
  else if (/^h[1-6]$/.test(name)) builder.closeHeading();
  else closeStructure(builder, name);
}

function closeStructure(builder: BlockBuilder, name: string): void {
  switch (name) {
    case 'a':
      return builder.closeLink();
    case 'ul':
    case 'ol':
      return builder.closeContainer('list');
    case 'li':
      return builder.closeContainer('item');
    case 'blockquote':
      return builder.closeContainer('quote');
    case 'pre':
      return builder.closeCode();
    case 'table':
      return builder.closeTable();
    case 'dt':
    case 'summary':
    case 'caption':
      builder.closeMark('strong');
      return builder.breakParagraph();
    default:
      return undefined;
  }
}

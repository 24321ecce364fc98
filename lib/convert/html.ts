/** HTML to blocks: what a reader would see of an article, within fixed bounds of time and memory. */
import { Parser, type Handler } from 'htmlparser2';
import { cut } from '@/lib/core/text';
import { webAddress } from '@/lib/core/url';
import { BlockBuilder } from '@/lib/convert/block-builder';
import { MAX_SOURCE } from '@/lib/convert/limits';
import type { Block } from '@/lib/model/block';

/** Elements whose content no reader of an article wants. */
const DROPPED = new Set(
  'script style noscript template head title nav iframe object embed applet svg math canvas audio video map select datalist textarea button'.split(
    ' ',
  ),
);

/** Elements that start and end a paragraph and mean nothing else to us. */
const PARAGRAPHS = new Set(
  'p div section article main header footer aside address figure figcaption form fieldset legend details hr dl dd center'.split(
    ' ',
  ),
);

const MARKS: Record<string, 'strong' | 'em' | 'code'> = {
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

/** The parser's cost grows with its open elements; no article comes near this many. */
const MAX_OPEN = 1000;
const CHUNK = 4096;

type Attributes = Record<string, string>;

/**
 * Reads HTML into blocks. Scripts, styles, navigation and hidden parts are dropped; only http(s)
 * and mailto addresses are kept, relative ones resolved against `baseUrl`.
 */
export function htmlToBlocks(html: string, options: { baseUrl?: string } = {}): Block[] {
  const source = cut(html, MAX_SOURCE);
  const builder = new BlockBuilder();
  const handler = createHandler(builder, options.baseUrl);
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

function createHandler(builder: BlockBuilder, baseUrl: string | undefined) {
  let open = 0;
  /** How many of the open elements are a dropped one or inside it. */
  let dropped = 0;
  const events: Partial<Handler> = {
    onopentag(name, attributes) {
      open += 1;
      if (dropped > 0 || isDropped(name, attributes)) dropped += 1;
      else openElement(builder, name, attributes, baseUrl);
    },
    onclosetag(name) {
      open -= 1;
      if (dropped > 0) dropped -= 1;
      else closeElement(builder, name);
    },
    ontext(text) {
      if (dropped === 0) builder.text(text);
    },
  };
  return {
    events,
    openElements: () => open,
    unwind() {
      open = 0;
      dropped = 0;
      builder.unwind();
    },
  };
}

function addressOf(attributes: Attributes, baseUrl: string | undefined): string | undefined {
  const href = attributes['href'] ?? '';
  return href === '' ? undefined : webAddress(href, baseUrl);
}

function isDropped(name: string, attributes: Attributes): boolean {
  if (DROPPED.has(name) || 'hidden' in attributes) return true;
  return /display\s*:\s*none/i.test(attributes['style'] ?? '');
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

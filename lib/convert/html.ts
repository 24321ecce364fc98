/** HTML to blocks: what a reader would see of an article, within fixed bounds of time and memory. */
import { Parser, type Handler } from 'htmlparser2';
import { cut } from '@/lib/core/text';
import { BlockBuilder } from '@/lib/convert/block-builder';
import { closeElement, openElement } from '@/lib/convert/html-elements';
import { isCallout, isDropped } from '@/lib/convert/html-rules';
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

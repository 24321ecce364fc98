/** Markdown (GitHub's flavour) to blocks, within fixed bounds of time and memory. */
import { Lexer, type Token, type Tokens, type TokensList } from 'marked';
import { cut } from '@/lib/core/text';
import { webAddress } from '@/lib/core/url';
import { BlockBuilder } from '@/lib/convert/block-builder';
import { decodeEntities } from '@/lib/convert/entities';
import { htmlToBlocks } from '@/lib/convert/html';
import { MAX_DEPTH } from '@/lib/convert/limits';
import { quoteBoxes } from '@/lib/convert/markdown-boxes';
import type { Block } from '@/lib/model/block';

/** marked takes quadratic time for some texts (a list without end), so less is read than of HTML. */
const MAX_MARKDOWN = 100_000;

/**
 * What inline parsing may cost in one document: marked's time grows with a paragraph's length
 * times the delimiters in it. This many are about 0.2 s on this size of machine; a long article
 * needs a thousandth of it.
 */
const INLINE_BUDGET = 6_000_000;

export interface MarkdownOptions {
  /** Relative addresses are resolved against it. */
  baseUrl?: string;
}

/** Reads Markdown into blocks; HTML in it is read as HTML. */
export function markdownToBlocks(markdown: string, options: MarkdownOptions = {}): Block[] {
  const builder = new BlockBuilder();
  const writer = new TokenWriter(builder, options);
  writer.blocks(new BoundedLexer({ gfm: true }).lex(quoteBoxes(cut(markdown, MAX_MARKDOWN))));
  return builder.finish();
}

/** marked's lexer, with nesting and the cost of inline parsing bounded: beyond that, text is text. */
class BoundedLexer extends Lexer {
  #depth = 0;
  #budget = INLINE_BUDGET;

  override blockTokens(source: string, tokens?: Token[], clipped?: boolean): Token[];
  override blockTokens(source: string, tokens?: TokensList, clipped?: boolean): TokensList;
  override blockTokens(source: string, tokens: Token[] = [], clipped = false): Token[] {
    if (this.#depth > MAX_DEPTH) {
      tokens.push({ type: 'text', raw: source, text: source });
      return tokens;
    }
    this.#depth += 1;
    const done = super.blockTokens(source, tokens, clipped);
    this.#depth -= 1;
    return done;
  }

  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    this.#budget -= source.length * (source.match(/[*_~[!`<\\]/g)?.length ?? 0);
    if (this.#budget > 0) return super.inlineTokens(source, tokens);
    tokens.push({ type: 'text', raw: source, text: source });
    return tokens;
  }
}

class TokenWriter {
  readonly #builder: BlockBuilder;
  readonly #options: MarkdownOptions;

  constructor(builder: BlockBuilder, options: MarkdownOptions) {
    this.#builder = builder;
    this.#options = options;
  }

  blocks(tokens: readonly Token[]): void {
    for (const token of tokens) if (!this.#builder.isFull) this.#block(token);
  }

  #block(token: Tokens.Generic): void {
    const builder = this.#builder;
    switch (token.type) {
      case 'heading':
        builder.openHeading((token as Tokens.Heading).depth);
        this.#inline(token);
        return builder.closeHeading();
      case 'paragraph':
        builder.breakParagraph();
        this.#inline(token);
        return builder.breakParagraph();
      case 'text':
        return this.#inline(token);
      case 'code':
        builder.openCode();
        builder.text((token as Tokens.Code).text);
        return builder.closeCode();
      case 'blockquote':
        builder.openContainer('quote');
        this.blocks(token.tokens ?? []);
        return builder.closeContainer('quote');
      case 'list':
        return this.#list(token as Tokens.List);
      case 'table':
        return this.#table(token as Tokens.Table);
      case 'html':
        builder.breakParagraph();
        for (const block of this.#html(token.raw)) builder.add(block);
        return undefined;
      case 'checkbox':
        return builder.text((token as Tokens.Checkbox).checked ? '☑ ' : '☐ ');
      default:
        return builder.breakParagraph();
    }
  }

  #html(html: string): Block[] {
    const { baseUrl } = this.#options;
    return htmlToBlocks(html, baseUrl === undefined ? {} : { baseUrl });
  }

  #list(list: Tokens.List): void {
    this.#builder.openContainer('list', list.ordered);
    for (const item of list.items) {
      this.#builder.openContainer('item');
      this.blocks(item.tokens);
      this.#builder.closeContainer('item');
    }
    this.#builder.closeContainer('list');
  }

  #table(table: Tokens.Table): void {
    this.#builder.openTable();
    const hasHeader = table.header.some((cell) => cell.text.trim() !== '');
    for (const row of hasHeader ? [table.header, ...table.rows] : table.rows) {
      this.#builder.openRow();
      for (const cell of row) {
        this.#builder.openCell(row === table.header);
        this.#inlines(cell.tokens);
      }
    }
    this.#builder.closeTable();
  }

  /** A block's inline content, or its plain text where it was too costly to parse. */
  #inline(token: Tokens.Generic): void {
    if (token.tokens === undefined) this.#text(String(token['text'] ?? ''));
    else this.#inlines(token.tokens);
  }

  #inlines(tokens: readonly Token[]): void {
    for (const token of tokens) this.#inlineToken(token);
  }

  #inlineToken(token: Tokens.Generic): void {
    const builder = this.#builder;
    switch (token.type) {
      case 'strong':
      case 'em':
        builder.openMark(token.type);
        this.#inline(token);
        return builder.closeMark(token.type);
      case 'codespan':
        builder.openMark('code');
        builder.text((token as Tokens.Codespan).text);
        return builder.closeMark('code');
      case 'link':
        builder.openLink(this.#address((token as Tokens.Link).href));
        this.#inline(token);
        return builder.closeLink();
      case 'image':
        return builder.image((token as Tokens.Image).text);
      case 'br':
        return builder.lineBreak();
      case 'escape':
        return builder.text((token as Tokens.Escape).text);
      case 'html':
        return /^<br\b/i.test(token.raw) ? builder.lineBreak() : undefined;
      case 'checkbox':
        return builder.text((token as Tokens.Checkbox).checked ? '☑ ' : '☐ ');
      default:
        return this.#inline(token);
    }
  }

  #text(text: string): void {
    this.#builder.text(decodeEntities(text));
  }

  #address(href: string): string | undefined {
    return webAddress(href, this.#options.baseUrl);
  }
}

/** Blocks written out as the page of a website and as the text of a wiki, headings and tables kept. */
import { inlineText } from '@/lib/convert/block-text';
import { escapeHtml } from '@/lib/core/text';
import type { Block, Inline } from '@/lib/model/block';

/** What a website's main part holds. */
export function toPageHtml(blocks: readonly Block[]): string {
  return blocks.map((block) => blockText(block, escapeHtml)).join('\n');
}

/**
 * MediaWiki takes these HTML tags as they are, links and images excepted. Every character that could be its
 * own markup is an entity.
 */
export function toWikiText(blocks: readonly Block[]): string {
  const escape = (text: string): string =>
    text.replace(/[!-+:-@[-`{-~/-]/g, (character) => `&#${character.charCodeAt(0)};`);
  return blocks.map((block) => blockText(block, escape)).join('\n');
}

/**
 * The title as a wiki takes it. What it forbids is written in full width, which it keeps and search reads as
 * the plain character: https://www.mediawiki.org/wiki/Manual:Page_title
 */
export function toWikiTitle(title: string): string {
  const wide = (character: string): string => String.fromCharCode(character.charCodeAt(0) + 0xfee0);
  return title
    .replace(/[#<>[\]{}|_~%:&+/]/g, wide)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

type Escape = (text: string) => string;

function blockText(block: Block, escape: Escape): string {
  const inner = (blocks: readonly Block[]): string =>
    blocks.map((one) => blockText(one, escape)).join('');
  switch (block.type) {
    case 'heading': {
      const level = Math.max(2, block.level);
      return `<h${level}>${line(block.text, escape)}</h${level}>`;
    }
    case 'paragraph':
      return `<p>${line(block.text, escape)}</p>`;
    case 'code':
      return `<pre>${escape(block.text)}</pre>`;
    case 'quote':
      return `<blockquote>${inner(block.blocks)}</blockquote>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${inner(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table': {
      const cells = (row: Inline[][], tag: string): string =>
        row.map((cell) => `<${tag}>${line(cell, escape)}</${tag}>`).join('');
      const rows = block.rows.map((row, at) => cells(row, block.header && at === 0 ? 'th' : 'td'));
      return `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
    }
    case 'image':
      return `<p>${escape(block.alt)}</p>`;
  }
}

/** Inline text is in one line: a wiki takes a line that begins with a blank for code. */
function line(text: readonly Inline[], escape: Escape): string {
  return escape(inlineText(text)).replaceAll('\n', '<br>');
}

/** Blocks for a helpdesk's composer: a small set of tags, all else escaped, no live placeholders. */
import { escapeHtml } from '@/lib/core/text';
import { blocksText, inlineText } from '@/lib/convert/block-text';
import type { Block, Inline } from '@/lib/model/block';

/**
 * Takes the magic out of `{{…}}` and `{%…%}`, which helpdesks replace when a reply is sent: an
 * article that documents a placeholder must not read out the ticket's data.
 */
export function defusePlaceholders(text: string): string {
  return text.replace(/\{(?=[{%])/g, '{ ');
}

/**
 * The blocks as HTML of `p br strong em a ul ol li code pre blockquote`. Headings become bold
 * paragraphs, table rows lines; images are left out.
 */
export function blocksHtml(blocks: readonly Block[]): string {
  return blocks.map(blockHtml).join('');
}

/** The blocks as plain text for a composer without formatting. */
export function composerText(blocks: readonly Block[]): string {
  return defusePlaceholders(blocksText(blocks));
}

/** Every address that the blocks' HTML links to, once each. */
export function linkedAddresses(blocks: readonly Block[]): string[] {
  return [...new Set(blocks.flatMap(inlinesOf).flatMap(({ href }) => href ?? []))];
}

/** A link with escaped text and address. */
export function linkHtml(href: string, text: string): string {
  return `<a href="${escapeHtml(href)}">${textHtml(text)}</a>`;
}

function textHtml(text: string): string {
  return escapeHtml(defusePlaceholders(text));
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `<p><strong>${textHtml(inlineText(block.text)).replaceAll('\n', '<br>')}</strong></p>`;
    case 'paragraph':
      return `<p>${inlinesHtml(block.text)}</p>`;
    case 'code':
      return `<pre><code>${textHtml(block.text)}</code></pre>`;
    case 'quote':
      return `<blockquote>${blocksHtml(block.blocks)}</blockquote>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${itemHtml(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table':
      return `<p>${block.rows.map((row, at) => rowHtml(row, block.header && at === 0)).join('<br>')}</p>`;
    case 'image':
      return '';
  }
}

/** An item's paragraphs stand directly in it, as composers write their own lists. */
function itemHtml(blocks: readonly Block[]): string {
  return blocks
    .map((block, at) =>
      block.type === 'paragraph'
        ? (at > 0 ? '<br>' : '') + inlinesHtml(block.text)
        : blockHtml(block),
    )
    .join('');
}

function rowHtml(row: readonly Inline[][], isHeader: boolean): string {
  const line = row.map(inlinesHtml).join(' | ').replaceAll('<br>', ' ');
  return isHeader ? `<strong>${line.replace(/<\/?strong>/g, '')}</strong>` : line;
}

/** Placeholders are looked for across runs too: `{` and `{` may differ in their marks. */
function inlinesHtml(inlines: readonly Inline[]): string {
  return inlines
    .map((inline, at) => {
      const next = inlines[at + 1]?.text ?? '';
      const open = inline.text.endsWith('{') && /^[{%]/.test(next);
      return inlineHtml(open ? { ...inline, text: `${inline.text} ` } : inline);
    })
    .join('');
}

function inlineHtml(inline: Inline): string {
  let html = textHtml(inline.text).replaceAll('\n', '<br>');
  if (inline.code) html = `<code>${html}</code>`;
  if (inline.em) html = `<em>${html}</em>`;
  if (inline.strong) html = `<strong>${html}</strong>`;
  return inline.href === undefined ? html : `<a href="${escapeHtml(inline.href)}">${html}</a>`;
}

function inlinesOf(block: Block): Inline[] {
  switch (block.type) {
    case 'paragraph':
      return block.text;
    case 'quote':
      return block.blocks.flatMap(inlinesOf);
    case 'list':
      return block.items.flat().flatMap(inlinesOf);
    case 'table':
      return block.rows.flat(2);
    case 'heading':
    case 'code':
    case 'image':
      return [];
  }
}

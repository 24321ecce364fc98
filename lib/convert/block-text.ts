/** Blocks as plain text: for the index, for passages, for composers without formatting. */
import type { Block, Inline } from '@/lib/model/block';

/** The text of inline runs without their marks. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(({ text }) => text).join('');
}

/** Reader's text: paragraphs apart by an empty line, list marks, table cells by ` | `. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n\n');
}

/** Reader's text of one block. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return inlineText(block.text);
    case 'code':
      return block.text;
    case 'quote':
      return blocksText(block.blocks);
    case 'image':
      return block.alt;
    case 'table':
      return block.rows.map(rowText).join('\n');
    case 'list':
      return block.items
        .map((item, at) => itemText(item, block.ordered ? `${at + 1}. ` : '- '))
        .join('\n');
  }
}

/** The headings in reading order, those in lists and quotes included. */
export function headingTexts(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'heading') return [inlineText(block.text)];
    if (block.type === 'quote') return headingTexts(block.blocks);
    return block.type === 'list' ? block.items.flatMap(headingTexts) : [];
  });
}

function rowText(row: readonly Inline[][]): string {
  return row.map((cell) => inlineText(cell).replaceAll('\n', ' ')).join(' | ');
}

function itemText(item: readonly Block[], mark: string): string {
  const indent = ' '.repeat(mark.length);
  const text = item.map(blockText).join('\n');
  return mark + text.replaceAll('\n', `\n${indent}`);
}

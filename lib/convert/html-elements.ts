/** What opening and closing an HTML element does to the blocks being built. */
import type { BlockBuilder } from '@/lib/convert/block-builder';
import { isLinkToNothing, MARKS, PARAGRAPHS, type Attributes } from '@/lib/convert/html-rules';
import { webAddress } from '@/lib/core/url';

function addressOf(attributes: Attributes, baseUrl: string | undefined): string | undefined {
  const href = attributes['href'] ?? '';
  return href === '' || isLinkToNothing(attributes) ? undefined : webAddress(href, baseUrl);
}

export function openElement(
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

export function closeElement(builder: BlockBuilder, name: string): void {
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

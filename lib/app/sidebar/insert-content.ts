/** What an item looks like in a reply: its link, or its best passage with the link below. */
import {
  blocksHtml,
  composerText,
  defusePlaceholders,
  linkedAddresses,
  linkHtml,
} from '@/lib/convert/block-html';
import { blockText } from '@/lib/convert/block-text';
import { escapeHtml } from '@/lib/core/text';
import { webAddress } from '@/lib/core/url';
import type { Block } from '@/lib/model/block';
import { isPublic, type ItemHead } from '@/lib/model/item';

export interface InsertContent {
  html: string;
  text: string;
  /** Addresses that must be found again in the reply. */
  hrefs: string[];
}

/** A passage made from the start of an item is read at a glance, like a suggestion's. */
const OPENING_CHARACTERS = 420;

/** The title as a link, or the title alone where the item has no address. */
export function linkContent(item: ItemHead): InsertContent {
  const href = webAddress(item.url);
  const title = item.title.trim() || (item.key ?? href ?? '');
  const plain = defusePlaceholders(title);
  if (href === undefined) return { html: `<p>${escapeHtml(plain)}</p>`, text: plain, hrefs: [] };
  return { html: `<p>${linkHtml(href, title)}</p>`, text: `${plain}: ${href}`, hrefs: [href] };
}

/** The blocks, and below them the link if customers can follow it. */
export function passageContent(item: ItemHead, blocks: readonly Block[]): InsertContent {
  return joined(blocks, isPublic(item) || isEmpty(blocks) ? linkContent(item) : null);
}

/** Blocks that are all there is to say. */
export function blocksContent(blocks: readonly Block[]): InsertContent {
  return joined(blocks, null);
}

/** For the clipboard, where no one knows who will read it: passage and link. */
export function copyContent(item: ItemHead, blocks: readonly Block[]): InsertContent {
  return joined(blocks, linkContent(item));
}

/** The start of an item up to its next heading, about as long as a suggestion's passage. */
export function openingBlocks(blocks: readonly Block[]): Block[] {
  const start = blocks.findIndex(({ type }) => type !== 'heading');
  const opening: Block[] = [];
  let length = 0;
  for (const block of start === -1 ? [] : blocks.slice(start)) {
    if (block.type === 'heading' || length >= OPENING_CHARACTERS) break;
    opening.push(block);
    length += blockText(block).length;
  }
  return opening;
}

function isEmpty(blocks: readonly Block[]): boolean {
  return composerText(blocks).trim() === '' || blocksHtml(blocks) === '';
}

function joined(blocks: readonly Block[], link: InsertContent | null): InsertContent {
  const parts = isEmpty(blocks) ? [] : [ofBlocks(blocks)];
  if (link !== null) parts.push(link);
  return {
    html: parts.map(({ html }) => html).join(''),
    text: parts.map(({ text }) => text).join('\n\n'),
    hrefs: [...new Set(parts.flatMap(({ hrefs }) => hrefs))],
  };
}

function ofBlocks(blocks: readonly Block[]): InsertContent {
  return {
    html: blocksHtml(blocks),
    text: composerText(blocks),
    hrefs: linkedAddresses(blocks),
  };
}

/** The first parts of a long text, so that a card never pushes its neighbours off the screen. */
import { cut } from '@/lib/core/text';
import type { Block, Inline } from '@/lib/model/block';

/** Paragraphs and list items shown while folded. */
const PARTS = 5;
/** Characters shown while folded. */
const CHARACTERS = 700;

function runsLength(runs: Inline[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

/** Characters of a block, counted deeply enough to tell short from long. */
function blockLength(block: Block): number {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return runsLength(block.text);
    case 'code':
      return block.text.length;
    case 'image':
      return block.alt.length;
    case 'quote':
      return blocksLength(block.blocks);
    case 'list':
      return block.items.reduce((sum, item) => sum + blocksLength(item), 0);
    case 'table':
      return block.rows.flat().reduce((sum, cell) => sum + runsLength(cell), 0);
  }
}

function blocksLength(blocks: Block[]): number {
  return blocks.reduce((sum, block) => sum + blockLength(block), 0);
}

/** Shortens a single block that is too long by itself. */
function cutBlock(block: Block): Block[] {
  if (block.type === 'code') return [{ ...block, text: `${cut(block.text, CHARACTERS)} …` }];
  if (block.type !== 'paragraph') return [];
  const text = block.text.map((run) => run.text).join('');
  return [{ type: 'paragraph', text: [{ text: `${cut(text, CHARACTERS)} …` }] }];
}

/** Each list item counts as a part of its own. */
function parts(blocks: Block[]): Block[] {
  return blocks.flatMap((block): Block | Block[] =>
    block.type === 'list' ? block.items.map((item) => ({ ...block, items: [item] })) : [block],
  );
}

/** Puts neighbouring items of one list together again. */
function joined(kept: Block[]): Block[] {
  const blocks: Block[] = [];
  for (const block of kept) {
    const last = blocks.at(-1);
    if (last?.type === 'list' && block.type === 'list' && last.ordered === block.ordered) {
      blocks[blocks.length - 1] = { ...last, items: [...last.items, ...block.items] };
    } else {
      blocks.push(block);
    }
  }
  return blocks;
}

/** The part of `blocks` to show at first; null when they are short enough to show whole. */
export function foldBlocks(blocks: Block[]): Block[] | null {
  const all = parts(blocks);
  const kept: Block[] = [];
  let characters = 0;
  for (const part of all) {
    characters += blockLength(part);
    if (kept.length === PARTS || characters > CHARACTERS) break;
    kept.push(part);
  }
  if (kept.length === all.length) return null;
  const first = all[0];
  return kept.length === 0 && first !== undefined ? cutBlock(first) : joined(kept);
}

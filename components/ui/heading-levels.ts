/** Gives headings of foreign documents levels that never skip one, as readers of outlines expect. */
import type { Block } from '@/lib/model/block';

/**
 * The level (`base`…6) to render for each top-level heading of `blocks`, by its index there. Depth
 * follows the document's own nesting: a heading is one deeper than the nearest one above of lower level.
 */
export function headingLevels(blocks: Block[], base: number): Map<number, number> {
  const open: number[] = [];
  const levels = new Map<number, number>();
  blocks.forEach((block, place) => {
    if (block.type !== 'heading') return;
    while (open.length > 0 && (open.at(-1) ?? 0) >= block.level) open.pop();
    levels.set(place, Math.min(6, base + open.length));
    open.push(block.level);
  });
  return levels;
}

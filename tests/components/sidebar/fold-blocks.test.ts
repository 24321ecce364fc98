import { describe, expect, it } from 'vitest';
import { foldBlocks } from '@/components/sidebar/fold-blocks';
import { markdownToBlocks } from '@/lib/convert/markdown';
import { blocksText } from '@/lib/convert/block-text';

const fold = (markdown: string) => foldBlocks(markdownToBlocks(markdown));

describe('foldBlocks', () => {
  it('leaves what is short whole', () => {
    expect(fold('First.\n\n1. One\n2. Two\n\nLast.')).toBeNull();
  });

  it('counts list items one by one and keeps the list together', () => {
    const folded = fold('First.\n\n1. One\n2. Two\n3. Three\n4. Four\n5. Five\n\nLast.');
    expect(folded?.map(({ type }) => type)).toEqual(['paragraph', 'list']);
    expect(blocksText(folded ?? [])).toContain('Four');
    expect(blocksText(folded ?? [])).not.toContain('Five');
  });

  it('stops before what is too long', () => {
    const folded = fold(`Short.\n\n${'word '.repeat(300)}`);
    expect(blocksText(folded ?? [])).toBe('Short.');
  });

  it('cuts a single endless block', () => {
    const folded = foldBlocks([{ type: 'code', text: 'x'.repeat(50_000) }]);
    expect(blocksText(folded ?? []).length).toBeLessThan(800);
  });
});

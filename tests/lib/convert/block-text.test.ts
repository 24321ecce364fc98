import { describe, expect, it } from 'vitest';
import { blocksText, headingTexts } from '@/lib/convert/block-text';
import { markdownToBlocks } from '@/lib/convert/markdown';

describe('blocksText', () => {
  it('reads like the article', () => {
    const markdown =
      '# A\n\ntext [link](https://x.example)\n\n1. one\n\n   more\n2. two\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n> q';
    expect(blocksText(markdownToBlocks(markdown))).toBe(
      'A\n\ntext link\n\n1. one\n   more\n2. two\n\na | b\n1 | 2\n\nq',
    );
  });
});

describe('headingTexts', () => {
  it('finds headings wherever they stand', () => {
    const markdown = '# A\n\n> ## B\n\n- ### C\n\ntext';
    expect(headingTexts(markdownToBlocks(markdown))).toEqual(['A', 'B', 'C']);
  });
});

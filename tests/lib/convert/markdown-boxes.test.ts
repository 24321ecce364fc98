import { describe, expect, it } from 'vitest';
import { blocksText } from '@/lib/convert/block-text';
import { markdownToBlocks } from '@/lib/convert/markdown';
import { quoteBoxes } from '@/lib/convert/markdown-boxes';

const quote = (title: string, ...texts: string[]) => ({
  type: 'quote',
  blocks: [
    { type: 'paragraph', text: [{ text: title, strong: true }] },
    ...texts.map((text) => ({ type: 'paragraph', text: [{ text }] })),
  ],
});
const plain = (text: string) => ({ type: 'paragraph', text: [{ text }] });

describe('notes and warnings in Markdown', () => {
  it.each([
    ['VitePress', 'a\n\n::: warning\nMind.\n\nTwice.\n:::\n\nb', 'Warning'],
    ['Docusaurus', 'a\n\n:::warning[Take care]\n\nMind.\n\nTwice.\n\n:::\n\nb', 'Take care'],
    ['MkDocs', 'a\n\n!!! warning "Take care"\n    Mind.\n\n    Twice.\n\nb', 'Take care'],
    ['GitBook', 'a\n\n{% hint style="warning" %}\nMind.\n\nTwice.\n{% endhint %}\n\nb', 'Warning'],
    ['GitHub', 'a\n\n> [!WARNING]\n> Mind.\n>\n> Twice.\n\nb', 'Warning'],
  ])('as %s writes them', (_, markdown, title) => {
    const expected = [plain('a'), quote(title, 'Mind.', 'Twice.'), plain('b')];
    expect(markdownToBlocks(markdown)).toEqual(expected);
    expect(markdownToBlocks(markdown.replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  it('keeps what only arranges, without its marks', () => {
    const tabs =
      '{% tabs %}\n{% tab title="Till" %}\nPress it.\n{% endtab %}\n{% endtabs %}\n\n::: code-group\n\n```sh\na\n```\n\n:::';
    expect(blocksText(markdownToBlocks(tabs))).toBe('Till\n\nPress it.\n\na');
  });

  it('changes nothing in code, and nothing without such marks', () => {
    const code = '```md\n::: tip\n> [!NOTE]\n{% hint %}\n```\n\n~~~\n!!! note\n~~~';
    expect(quoteBoxes(code)).toBe(code);
    expect(blocksText(markdownToBlocks('Wow!!! [!sic] a ::: b'))).toBe('Wow!!! [!sic] a ::: b');
  });

  it('nests them, and bears ones that never end', () => {
    expect(blocksText(markdownToBlocks('::: tip\n:::: note\nDeep.\n::::\nLess.\n:::\nOut.'))).toBe(
      'Tip\n\nNote\n\nDeep.\n\nLess.\n\nOut.',
    );
    expect(blocksText(markdownToBlocks('::: tip\nOpen'))).toBe('Tip\n\nOpen');
    expect(blocksText(markdownToBlocks(':::\n{% endhint %}\nOut'))).toContain('Out');
  });
});

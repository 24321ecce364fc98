import { describe, expect, it } from 'vitest';
import { blocksHtml, composerText, linkedAddresses, linkHtml } from '@/lib/convert/block-html';
import { markdownToBlocks } from '@/lib/convert/markdown';

const html = (markdown: string) => blocksHtml(markdownToBlocks(markdown));

describe('blocksHtml', () => {
  it('writes only the tags that composers keep', () => {
    expect(html('## Steps\n\n1. **Tap** `OK`\n   - *now*\n\n> quote\n\n```\na < b\n```')).toBe(
      '<p><strong>Steps</strong></p>' +
        '<ol><li><strong>Tap</strong> <code>OK</code><ul><li><em>now</em></li></ul></li></ol>' +
        '<blockquote><p>quote</p></blockquote>' +
        '<pre><code>a &lt; b</code></pre>',
    );
  });

  it('turns tables into lines and leaves images out', () => {
    expect(html('| a | b |\n|---|---|\n| 1 | **2** |\n\n![x](y.png)')).toBe(
      '<p><strong>a | b</strong><br>1 | <strong>2</strong></p>',
    );
  });

  it('escapes text and addresses', () => {
    expect(linkHtml('https://x.example/?a="b&c', '<b>"T"</b>')).toBe(
      '<a href="https://x.example/?a=&quot;b&amp;c">&lt;b&gt;&quot;T&quot;&lt;/b&gt;</a>',
    );
  });

  it('takes the magic out of placeholders, also across marks', () => {
    expect(html('Use {{ticket.id}} and {% if %}')).toBe('<p>Use { {ticket.id}} and { % if %}</p>');
    expect(html('`{{{x}}}`')).toBe('<p><code>{ { {x}}}</code></p>');
    expect(html('{*{ticket.id}*}')).toBe('<p>{ <em>{ticket.id}</em>}</p>');
    expect(composerText(markdownToBlocks('{{x}} {*{y}*}'))).toBe('{ {x}} { {y}}');
  });

  it('names every address once', () => {
    const blocks = markdownToBlocks(
      '- [a](https://x.example/1)\n- [b](https://x.example/1) https://y.example',
    );
    expect(linkedAddresses(blocks)).toEqual(['https://x.example/1', 'https://y.example/']);
  });
});

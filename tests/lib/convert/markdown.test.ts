import { describe, expect, it } from 'vitest';
import { blocksText } from '@/lib/convert/block-text';
import { markdownToBlocks } from '@/lib/convert/markdown';

const plain = (text: string) => ({ type: 'paragraph', text: [{ text }] });

describe('markdownToBlocks', () => {
  it('reads headings, paragraphs and marks', () => {
    expect(markdownToBlocks('## Get *back* online\n\nOpen **Menu → Status**, tap `Test`.')).toEqual(
      [
        {
          type: 'heading',
          level: 2,
          text: [{ text: 'Get ' }, { text: 'back', em: true }, { text: ' online' }],
        },
        {
          type: 'paragraph',
          text: [
            { text: 'Open ' },
            { text: 'Menu → Status', strong: true },
            { text: ', tap ' },
            { text: 'Test', code: true },
            { text: '.' },
          ],
        },
      ],
    );
  });

  it('joins soft line breaks and keeps hard ones', () => {
    expect(markdownToBlocks('one\ntwo  \nthree')).toEqual([plain('one two\nthree')]);
  });

  it('reads nested lists', () => {
    expect(markdownToBlocks('1. Turn it off.\n2. Wait:\n   - 10 s\n   - 20 s\n')).toEqual([
      {
        type: 'list',
        ordered: true,
        items: [
          [plain('Turn it off.')],
          [
            plain('Wait:'),
            { type: 'list', ordered: false, items: [[plain('10 s')], [plain('20 s')]] },
          ],
        ],
      },
    ]);
  });

  it('reads code, quotes and tables', () => {
    const markdown = [
      '```log',
      '2026-11-18 ERROR  SYNC-4031 <spooler>',
      '```',
      '',
      '> **Note:** keep the app open.',
      '',
      '| Works | Does not |',
      '|---|---|',
      '| Cash | `Cards` |',
    ].join('\n');
    expect(markdownToBlocks(markdown)).toEqual([
      { type: 'code', text: '2026-11-18 ERROR  SYNC-4031 <spooler>' },
      {
        type: 'quote',
        blocks: [
          {
            type: 'paragraph',
            text: [{ text: 'Note:', strong: true }, { text: ' keep the app open.' }],
          },
        ],
      },
      {
        type: 'table',
        header: true,
        rows: [
          [[{ text: 'Works' }], [{ text: 'Does not' }]],
          [[{ text: 'Cash' }], [{ text: 'Cards', code: true }]],
        ],
      },
    ]);
  });

  it('keeps only addresses a browser may open, relative ones resolved', () => {
    const options = { baseUrl: 'https://help.fernway.example/hc/en-us/' };
    const markdown =
      '[a](articles/pos-shifts) [b](javascript:alert(1)) [c](mailto:x@y.example) [d](data:text/html,x)';
    expect(markdownToBlocks(markdown, options)).toEqual([
      {
        type: 'paragraph',
        text: [
          { text: 'a', href: 'https://help.fernway.example/hc/en-us/articles/pos-shifts' },
          { text: ' b ' },
          { text: 'c', href: 'mailto:x@y.example' },
          { text: ' d' },
        ],
      },
    ]);
  });

  it('decodes character references in text, not in code', () => {
    expect(markdownToBlocks('A &amp; B &#8364; &nosuch; `&amp;` \\*x\\* a < b')).toEqual([
      {
        type: 'paragraph',
        text: [
          { text: 'A & B € &nosuch; ' },
          { text: '&amp;', code: true },
          { text: ' *x* a < b' },
        ],
      },
    ]);
  });

  it('reads HTML in Markdown as HTML, without its scripts', () => {
    const markdown =
      '<details><summary>More</summary><script>x()</script>\n<p>inside</p></details>\n\na<br>b';
    expect(blocksText(markdownToBlocks(markdown))).toBe('More\n\ninside\n\na\nb');
  });

  it('keeps task lists readable', () => {
    expect(blocksText(markdownToBlocks('- [x] done\n- [ ] open'))).toBe('- ☑ done\n- ☐ open');
  });

  it('shows an image as its text', () => {
    expect(markdownToBlocks('![The till](https://x.example/a.png)')).toEqual([
      { type: 'image', alt: 'The till' },
    ]);
    expect(blocksText(markdownToBlocks('Tap ![gear](g.png) now'))).toBe('Tap gear now');
  });
});

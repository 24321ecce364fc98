import { describe, expect, it } from 'vitest';
import { blocksText } from '@/lib/convert/block-text';
import { looksLikeTextile, textileToBlocks } from '@/lib/convert/textile';

const types = (textile: string) => textileToBlocks(textile).map(({ type }) => type);
const text = (textile: string) => blocksText(textileToBlocks(textile));

describe('Textile', () => {
  it('keeps headings, paragraphs, quotes and rules', () => {
    const textile =
      'h2. Cause\n\nFirst line\nsecond line\n\np(note). With a class\n\nbq. Said\n\n---\n\n> mailed';
    expect(textileToBlocks(textile)).toEqual([
      { type: 'heading', level: 2, text: [{ text: 'Cause' }] },
      {
        type: 'paragraph',
        text: [{ text: 'First line\nsecond line' }],
      },
      { type: 'paragraph', text: [{ text: 'With a class' }] },
      { type: 'quote', blocks: [{ type: 'paragraph', text: [{ text: 'Said' }] }] },
      { type: 'quote', blocks: [{ type: 'paragraph', text: [{ text: 'mailed' }] }] },
    ]);
  });

  it('keeps marks and links', () => {
    const textile =
      'Use *bold*, _slanted_, @code *x*@, "the guide":https://help.fernway.example/a. See https://x.example/b, [[Start|the wiki]], #12 and snake_case_name, 2*3*4.';
    const [block] = textileToBlocks(textile);
    expect(block).toEqual({
      type: 'paragraph',
      text: [
        { text: 'Use ' },
        { text: 'bold', strong: true },
        { text: ', ' },
        { text: 'slanted', em: true },
        { text: ', ' },
        { text: 'code *x*', code: true },
        { text: ', ' },
        { text: 'the guide', href: 'https://help.fernway.example/a' },
        { text: '. See ' },
        { text: 'https://x.example/b', href: 'https://x.example/b' },
        { text: ', the wiki, #12 and snake_case_name, 2*3*4.' },
      ],
    });
  });

  it('keeps lists in lists', () => {
    expect(text('Do:\n* one\n** in\n* two\n\n# first\n# second\nstill second')).toBe(
      'Do:\n\n- one\n  - in\n- two\n\n1. first\n2. second\n   still second',
    );
  });

  it('keeps tables with their header', () => {
    expect(textileToBlocks('|_. Version |_. Fixed |\n| 4.2 |=. *yes* |')).toEqual([
      {
        type: 'table',
        header: true,
        rows: [
          [[{ text: 'Version' }], [{ text: 'Fixed' }]],
          [[{ text: '4.2' }], [{ text: 'yes', strong: true }]],
        ],
      },
    ]);
  });

  it('keeps code as it is, and what stands around it', () => {
    expect(
      textileToBlocks('See:\n<pre><code class="ruby">\nh1. no\n  a &lt; b\n</code></pre>\nAfter'),
    ).toEqual([
      { type: 'paragraph', text: [{ text: 'See:' }] },
      { type: 'code', text: 'h1. no\n  a < b' },
      { type: 'paragraph', text: [{ text: 'After' }] },
    ]);
    expect(types('<pre>never closed')).toEqual(['code']);
  });

  it('leaves out macros and pictures without words', () => {
    expect(
      text('{{toc}}\n\n{{collapse(More)\nInside\n}}\n\n!screen.png! !a.png(The screen)!'),
    ).toBe('Inside\n\nThe screen');
  });

  it('drops addresses that are no web address', () => {
    expect(
      JSON.stringify(textileToBlocks('"x":javascript:alert(1) !javascript:alert(1)!')),
    ).not.toContain('href');
    expect(textileToBlocks('"x":/issues/3', { baseUrl: 'https://r.example/projects/a' })).toEqual([
      { type: 'paragraph', text: [{ text: 'x', href: 'https://r.example/issues/3' }] },
    ]);
  });

  it.each([
    'h2. Steps\n\nx',
    'See "a":https://x.example',
    '# one\n# two',
    '** in',
    '|_. A |',
    'Run @make@',
    '<pre>x</pre>',
  ])('is known by %j', (textile) => {
    expect(looksLikeTextile(textile)).toBe(true);
  });

  it.each([
    '## Steps\n\nx',
    '[a](https://x.example)',
    '# Title\n\nText',
    '```\nx\n```',
    '**bold**',
    'Plain text.',
    'ada@fernway.example and bob@fernway.example',
  ])('is not %j', (markdown) => {
    expect(looksLikeTextile(markdown)).toBe(false);
  });

  it.each([
    ['stars', '*a'.repeat(500_000)],
    ['spaced stars', '* a '.repeat(300_000)],
    ['quotes', '"a'.repeat(500_000)],
    ['brackets', '[[a'.repeat(400_000)],
    ['exclamations', '!a('.repeat(400_000)],
    ['bars', `|${'a|'.repeat(500_000)}`],
    [
      'nested lists',
      Array.from({ length: 50_000 }, (_, at) => `${'*'.repeat(at % 12 || 1)} x`).join('\n'),
    ],
    ['code tags', '<pre>'.repeat(200_000)],
    ['macros', '{{'.repeat(500_000)],
    ['spaces', ' '.repeat(1_000_000)],
  ])('bears %s without end', (_name, hostile) => {
    const started = performance.now();
    looksLikeTextile(hostile);
    textileToBlocks(hostile);
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});

/** Input made to hurt: whatever comes, the answer is valid blocks, soon, and safe to insert. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { blocksHtml } from '@/lib/convert/block-html';
import { blocksText } from '@/lib/convert/block-text';
import { htmlToBlocks } from '@/lib/convert/html';
import { MAX_TEXT } from '@/lib/convert/limits';
import { markdownToBlocks } from '@/lib/convert/markdown';
import { storageToBlocks } from '@/lib/convert/storage';
import { readWebPage } from '@/lib/convert/web-page';
import { blockSchema, type Block } from '@/lib/model/block';

const MEGABYTE = 1_000_000;
/** Far above what each takes alone, far below what an unbounded parser would take. */
const LIMIT_MS = 5_000;

const PIECES = [
  'word ', '>', '> a\n', '[', '[a](', '![[', '*a ', '*a_ ', '**a *b ', '`a', '! ', '<', '<a ', '<!--',
  '- ', '- a\n', '  - a\n', '1. ', '|', '|a|b|\n|-|-|\n', '~~a ', 'http://a.b ', 'a@', '[a]: b\n',
  '#', '_', '_a', '__a', ' ', '\n', '\t', '```\n', '&', '&amp', '&#x', '\\', 'a\n===\n', '😀*', '(',
  '<div>', '<ul><li>', '<table><tr><td>', '<b>', '<blockquote>', '</p>', '<a href="x', '<pre>',
  '<main>', '<article>', '<ac:structured-macro ac:name="info">', '<ac:link>', '<div class="callout">',
  '::: tip\n', ':::\n', '!!! note\n', '> [!NOTE]\n', '{% hint %}\n', '    !!! a\n',
  '<svg>', '<p a="', '<script>', '<li>', '<![CDATA[', '{{x}}', '\u0000', '\ud800',
]; // prettier-ignore

function mustBeFine(blocks: Block[]): void {
  expect(z.safeParse(z.array(blockSchema), blocks).success).toBe(true);
  expect(blocksText(blocks).length).toBeLessThan(MAX_TEXT * 3);
  const tags = blocksHtml(blocks).matchAll(/<[^>]*>/g);
  for (const [tag] of tags) {
    expect(tag).toMatch(
      /^<(?:\/?(?:p|strong|em|a|ul|ol|li|code|pre|blockquote)|br|a href="(?:https?|mailto):[^"<]*")>$/,
    );
  }
}

function timed<T>(work: () => T): { value: T; ms: number } {
  const start = performance.now();
  return { value: work(), ms: performance.now() - start };
}

describe.each([
  ['markdown', (text: string) => markdownToBlocks(text)],
  ['html', (text: string) => htmlToBlocks(text)],
  ['storage format', (text: string) => storageToBlocks(text)],
  ['a web page', (text: string) => readWebPage(text, 'https://docs.fernway.example/a').blocks],
])('%s', (_, convert) => {
  it.each(PIECES)('reads a megabyte of %j in time', (piece) => {
    const { value, ms } = timed(() => convert(piece.repeat(MEGABYTE / piece.length)));
    mustBeFine(value);
    expect(ms).toBeLessThan(LIMIT_MS);
  });

  it('reads ten megabytes of an article', () => {
    const article = '<h2>Title</h2>\n\n<p>Some **words** of <b>an</b> article.</p>\n\n- a\n- b\n\n';
    const { value, ms } = timed(() => convert(article.repeat((10 * MEGABYTE) / article.length)));
    mustBeFine(value);
    expect(ms).toBeLessThan(LIMIT_MS);
  });

  it('reads any mixture', () => {
    const mixture = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 200 });
    fc.assert(
      fc.property(mixture, (pieces) => {
        const blocks = convert(pieces.join(''));
        expect(blocksText(blocks).length).toBeLessThan(MAX_TEXT * 3);
        mustBeFine(blocks);
      }),
      { numRuns: 300 },
    );
  });
});

describe('html', () => {
  it.each(['div', 'b', 'ul', 'table', 'blockquote', 'span', 'a'])(
    'reads a hundred thousand open <%s>',
    (name) => {
      const { value, ms } = timed(() => htmlToBlocks(`<${name}>`.repeat(100_000) + 'end'));
      expect(blocksText(value)).toContain('end');
      expect(ms).toBeLessThan(LIMIT_MS);
    },
  );

  it('never loses plain words, whatever the tags around them', () => {
    const tags = fc.constantFrom('<p>', '</p>', '<b>', '<li>', '</ul>', '<td>', '<table>', '</table>', '<h2>', '<pre>', '</pre>', '<blockquote>'); // prettier-ignore
    fc.assert(
      fc.property(fc.array(tags, { maxLength: 60 }), (list) => {
        const html = list.map((tag, at) => `${tag}w${at}x `).join('');
        const text = blocksText(htmlToBlocks(html));
        for (const at of list.keys()) expect(text).toContain(`w${at}x`);
      }),
      { numRuns: 300 },
    );
  });
});

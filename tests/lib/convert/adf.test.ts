import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adfToBlocks } from '@/lib/convert/adf';
import { blocksText } from '@/lib/convert/block-text';
import { blockSchema } from '@/lib/model/block';

const text = (words: string, ...marks: object[]) => ({ type: 'text', text: words, marks });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content });
const node = (type: string, ...content: object[]) => ({ type, content });

describe('ADF', () => {
  it('keeps headings, marks and links', () => {
    const heading = { type: 'heading', attrs: { level: 2 }, content: [text('Cause')] };
    const link = { type: 'link', attrs: { href: 'https://help.fernway.example/a' } };
    const document = doc(
      heading,
      paragraph(
        text('Use '),
        text('KB', link),
        text(' now', { type: 'strong' }),
        { type: 'hardBreak' },
        text('x', { type: 'code' }),
      ),
    );
    expect(adfToBlocks(document)).toEqual([
      { type: 'heading', level: 2, text: [{ text: 'Cause' }] },
      {
        type: 'paragraph',
        text: [
          { text: 'Use ' },
          { text: 'KB', href: 'https://help.fernway.example/a' },
          { text: ' now', strong: true },
          { text: '\n' },
          { text: 'x', code: true },
        ],
      },
    ]);
  });

  it('keeps lists, tasks, code, quotes and panels', () => {
    const document = doc(
      node(
        'orderedList',
        node(
          'listItem',
          paragraph(text('One')),
          node('bulletList', node('listItem', paragraph(text('In')))),
        ),
      ),
      node(
        'taskList',
        { type: 'taskItem', attrs: { state: 'DONE' }, content: [text('Did')] },
        { type: 'taskItem', attrs: { state: 'TODO' }, content: [text('Do')] },
      ),
      { type: 'codeBlock', attrs: { language: 'js' }, content: [text('a\n  b')] },
      node('panel', paragraph(text('Mind'))),
      { type: 'expand', attrs: { title: 'More' }, content: [paragraph(text('Inside'))] },
    );
    const blocks = adfToBlocks(document);
    expect(blocks.map(({ type }) => type)).toEqual([
      'list',
      'list',
      'code',
      'quote',
      'paragraph',
      'paragraph',
    ]);
    expect(blocksText(blocks)).toBe(
      '1. One\n   - In\n\n- ☑ Did\n- ☐ Do\n\na\n  b\n\nMind\n\nMore\n\nInside',
    );
  });

  it('keeps tables with their header', () => {
    const row = (type: string, ...cells: string[]) =>
      node('tableRow', ...cells.map((cell) => node(type, paragraph(text(cell)))));
    const document = doc(
      node('table', row('tableHeader', 'Version', 'Fixed'), row('tableCell', '4.2', 'yes')),
    );
    expect(adfToBlocks(document)).toEqual([
      {
        type: 'table',
        header: true,
        rows: [
          [[{ text: 'Version' }], [{ text: 'Fixed' }]],
          [[{ text: '4.2' }], [{ text: 'yes' }]],
        ],
      },
    ]);
  });

  it('reads cards, dates, states, emoji and pictures, and leaves out people', () => {
    const document = doc(
      paragraph(
        text('See '),
        { type: 'inlineCard', attrs: { url: 'https://a.atlassian.net/browse/X-1' } },
        text(' since '),
        { type: 'date', attrs: { timestamp: '1764000000000' } },
        { type: 'status', attrs: { text: ' BLOCKED', color: 'red' } },
        { type: 'emoji', attrs: { shortName: ':warning:', text: '⚠' } },
        { type: 'mention', attrs: { id: '5b10', text: '@Ana Agent' } },
      ),
      node('mediaSingle', { type: 'media', attrs: { id: '1', type: 'file', alt: 'The screen' } }),
      { type: 'rule' },
      { type: 'bodiedExtension', attrs: {}, content: [paragraph(text('In a macro'))] },
    );
    const read = blocksText(adfToBlocks(document));
    expect(read).toBe(
      'See https://a.atlassian.net/browse/X-1 since 2025-11-24 BLOCKED⚠\n\nThe screen\n\nIn a macro',
    );
  });

  it('drops addresses that are no web address', () => {
    const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } };
    const card = { type: 'blockCard', attrs: { url: 'data:text/html,x' } };
    expect(adfToBlocks(doc(paragraph(text('A', link)), card))).toEqual([
      { type: 'paragraph', text: [{ text: 'A' }] },
    ]);
  });

  it.each([null, undefined, 7, 'text', [], {}, { type: 5, content: 'x' }, doc(null, 7, [])])(
    'gives nothing for %j',
    (odd) => {
      expect(adfToBlocks(odd)).toEqual([]);
    },
  );

  it('bears documents without end', () => {
    const started = performance.now();
    let deep: object = paragraph(text('deep'));
    for (let level = 0; level < 100_000; level += 1)
      deep = node('bulletList', node('listItem', deep));
    expect(adfToBlocks(doc(deep, paragraph(text('after'))))).not.toBe(null);
    const many = (one: object) => ({
      type: 'doc',
      content: Array.from({ length: 300_000 }, () => one),
    });
    const wide = many(paragraph(text('x')));
    expect(adfToBlocks(wide).length).toBeLessThanOrEqual(20_000);
    const marks = Array.from({ length: 300_000 }, () => ({ type: 'strong' }));
    const hollow = many({ type: 'paragraph' });
    expect(adfToBlocks(hollow)).toEqual([]);
    expect(adfToBlocks(doc(paragraph({ ...text('m'), marks })))).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('gives blocks of our schema for any tree', () => {
    const types = [
      'doc',
      'paragraph',
      'heading',
      'text',
      'bulletList',
      'listItem',
      'table',
      'tableRow',
      'tableCell',
      'codeBlock',
      'panel',
      'expand',
      'media',
      'taskItem',
      'nonsense',
    ];
    const { tree } = fc.letrec((tie) => ({
      tree: fc.record({
        type: fc.constantFrom(...types),
        text: fc.option(fc.string()),
        attrs: fc.option(
          fc.dictionary(fc.constantFrom('level', 'alt', 'title', 'url'), fc.anything()),
        ),
        content: fc.oneof(
          { depthSize: 'small' },
          fc.constant(null),
          fc.array(tie('tree'), { maxLength: 4 }),
        ),
      }),
    }));
    fc.assert(
      fc.property(tree, (document) => {
        for (const block of adfToBlocks(document)) {
          expect(blockSchema.safeParse(block).success).toBe(true);
        }
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import {
  copyContent,
  linkContent,
  openingBlocks,
  passageContent,
} from '@/lib/app/sidebar/insert-content';
import type { Block } from '@/lib/model/block';
import { headOf } from '@/tests/lib/app/sidebar/fake-sidebar';
import { paragraph } from '@/tests/support/items';

const URL = 'https://help.fernway.example/1';
const head = headOf('Pair a printer', { url: URL });
const LINK = `<p><a href="${URL}">Pair a printer</a></p>`;

describe('link', () => {
  test('title and address, as HTML and as text', () => {
    expect(linkContent(head)).toEqual({
      html: LINK,
      text: `Pair a printer: ${URL}`,
      hrefs: [URL],
    });
  });

  test('the title is text and the address is an address', () => {
    const hostile = headOf('<img src=x onerror="alert(1)"> & {{ticket.requester.email}}', {
      url: 'https://help.fernway.example/?q="><script>{{x}}',
    });
    const { html, text, hrefs } = linkContent(hostile);
    expect(html).not.toMatch(/<img|<script|\{\{/);
    expect(text).not.toContain('{{');
    expect(hrefs).toEqual(['https://help.fernway.example/?q=%22%3E%3Cscript%3E%7B%7Bx%7D%7D']);
  });

  test.each(['', 'javascript:alert(1)', 'trivet-import:1', 'http://a:b@c.example/'])(
    'without a web address (%s) the title stands alone',
    (url) => {
      expect(linkContent(headOf('Pair & print', { url }))).toEqual({
        html: '<p>Pair &amp; print</p>',
        text: 'Pair & print',
        hrefs: [],
      });
    },
  );

  test('an item without a title is called by its key', () => {
    expect(linkContent(headOf(' ', { url: '', key: 'FERN-1' })).text).toBe('FERN-1');
  });
});

describe('passage', () => {
  const steps: Block[] = [
    {
      type: 'paragraph',
      text: [{ text: 'See ' }, { text: 'this', href: 'https://a.example/' }, { text: '.' }],
    },
  ];

  test('a public item brings its link along', () => {
    expect(passageContent(head, steps)).toEqual({
      html: `<p>See <a href="https://a.example/">this</a>.</p>${LINK}`,
      text: `See this.\n\nPair a printer: ${URL}`,
      hrefs: ['https://a.example/', URL],
    });
  });

  test('an internal item does not: its reader could not open it', () => {
    const content = passageContent({ ...head, visibility: 'internal' }, steps);
    expect(content.html).not.toContain(URL);
    expect(content.hrefs).toEqual(['https://a.example/']);
  });

  test('nothing to say leaves the link', () => {
    const picture: Block = { type: 'image', alt: 'A photo' };
    expect(passageContent({ ...head, visibility: 'internal' }, [picture]).html).toBe(LINK);
  });

  test('the clipboard gets both', () => {
    expect(copyContent({ ...head, visibility: 'internal' }, [paragraph('Do it.')]).text).toBe(
      `Do it.\n\nPair a printer: ${URL}`,
    );
  });
});

describe('opening', () => {
  const heading: Block = { type: 'heading', level: 2, text: [{ text: 'H' }] };
  test('skips headings on top and ends at the next', () => {
    expect(openingBlocks([heading, heading, paragraph('a'), heading, paragraph('b')])).toEqual([
      paragraph('a'),
    ]);
  });
  test('ends when it is long enough', () => {
    const long = paragraph('x'.repeat(500));
    expect(openingBlocks([paragraph('a'), long, paragraph('b')])).toEqual([paragraph('a'), long]);
  });
  test('of nothing is nothing', () => {
    expect(openingBlocks([])).toEqual([]);
    expect(openingBlocks([heading])).toEqual([]);
  });
});

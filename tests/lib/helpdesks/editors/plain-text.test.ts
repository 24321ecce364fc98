// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { sanitise } from '@/lib/helpdesks/editors/sanitise';

const plain = (html: string) => sanitise(document, html).plain;
const line = (html: string) => sanitise(document, html).inlinePlain;
const LINK = '<a href="https://x.example/a">Fix it</a>';

describe('blocks as plain text', () => {
  it.each([
    ['<p>One</p><p>Two<br>lines</p>', 'One\n\nTwo\nlines'],
    ['<ol><li>Open</li><li>Press <code>OK</code></li></ol>', '1. Open\n2. Press OK'],
    ['<ul><li>A<ul><li>B</li></ul></li><li>C</li></ul>', '- A\n  - B\n- C'],
    ['<pre><code>a\n  b</code></pre><p>c</p>', 'a\n  b\n\nc'],
    ['<blockquote><p>x</p><p>y</p></blockquote>', 'x\n\ny'],
    ['<p>  many   <strong> blanks</strong>\n here </p>', 'many blanks here'],
  ])('%s', (html, expected) => {
    expect(plain(html)).toBe(expected);
  });

  it.each([
    ['alone on its line', `<p>${LINK}</p>`, 'Fix it: https://x.example/a'],
    ['in a sentence', `<p>See ${LINK}.</p>`, 'See Fix it (https://x.example/a).'],
    [
      'that is its own text',
      '<p>See <a href="https://x.example/a">https://x.example/a</a></p>',
      'See https://x.example/a',
    ],
    ['in an item', `<ul><li>${LINK}</li></ul>`, '- Fix it: https://x.example/a'],
  ])('writes out a link %s', (_, html, expected) => {
    expect(plain(html)).toBe(expected);
  });

  it('keeps placeholders apart', () => {
    expect(plain('<p>{{ticket.id}}</p>')).toBe('{\u2060{ticket.id}}');
  });
});

it('in one line there is no line break', () => {
  expect(line(`<p>Read</p><ul><li>${LINK}</li></ul>`)).toBe('Read Fix it (https://x.example/a)');
  expect(line(LINK)).toBe('Fix it: https://x.example/a');
});

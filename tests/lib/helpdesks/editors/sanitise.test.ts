// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitise } from '@/lib/helpdesks/editors/sanitise';

const html = (dirty: string) => sanitise(document, dirty).html;
const line = (dirty: string) => sanitise(document, dirty).inlineHtml;

describe('blocks', () => {
  it.each([
    ['<p>a <b>b</b> <i>c</i></p>', '<p>a <strong>b</strong> <em>c</em></p>'],
    ['<p class="x" onclick="y()" style="color:red">a</p>', '<p>a</p>'],
    ['<ol><li>a<br>b</li></ol>', '<ol><li>a<br>b</li></ol>'],
    ['<pre><code>x &lt; 1</code></pre>', '<pre><code>x &lt; 1</code></pre>'],
    ['<blockquote><p>q</p></blockquote>', '<blockquote><p>q</p></blockquote>'],
    [
      '<h2>Cause</h2><div>a</div><div><p>b</p></div>',
      '<p><strong>Cause</strong></p><p>a</p><p>b</p>',
    ],
    ['<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>', '<p>a b </p>'],
    ['<p>a<script>x()</script><style>y</style><svg><text>z</text></svg></p>', '<p>a</p>'],
    ['<iframe src="https://x.example/">a</iframe><object>b</object><textarea>c</textarea>', ''],
    ['<p><img src=x onerror=alert(1)><video>v</video>a</p>', '<p>a</p>'],
    ['<p><span><u>a</u></span><!-- c --></p>', '<p>a</p>'],
    ['<math><mtext><script>x</script></mtext></math>a', 'a'],
  ])('%s', (dirty, clean) => {
    expect(html(dirty)).toBe(clean);
  });
});

describe('addresses', () => {
  it.each([
    ['<a href="https://x.example/a?b=1&amp;c">t</a>', 'https://x.example/a?b=1&c'],
    ['<a href="mailto:help@x.example">t</a>', 'mailto:help@x.example'],
    ['<a href="https://x.example/{{ticket.id}}">t</a>', 'https://x.example/%7B%7Bticket.id%7D%7D'],
  ])('%s stays', (dirty, href) => {
    expect(sanitise(document, dirty).hrefs).toEqual([href]);
  });
  it.each([
    'javascript:alert(1)',
    ' java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '/relative',
    '//x.example/',
    'https://user:pass@x.example/',
    '',
  ])('%j goes, its text stays', (href) => {
    const link = document.createElement('a');
    link.setAttribute('href', href);
    link.textContent = 't';
    expect(html(`<p>${link.outerHTML}</p>`)).toBe('<p>t</p>');
  });
});

it('a line has marks and links only', () => {
  expect(line('<p>See <a href="https://x.example/">this <b>page</b></a></p><p>and  that</p>')).toBe(
    'See <a href="https://x.example/">this <strong>page</strong></a> and that',
  );
  expect(line('<ul><li>a</li><li>b</li></ul>')).toBe('a b');
});

describe('templates', () => {
  const text = (dirty: string) => {
    const box = document.createElement('div');
    box.innerHTML = html(dirty);
    return box.textContent;
  };
  it.each([
    '{{ticket.id}}',
    '{%if x%}',
    '{<b>{ticket.id}}</b>',
    '{<u></u>{ticket.id}}',
    '{<!-- -->{x}}',
    '&#123;&#123;x}}',
    '{<script>x</script>{x}}',
    '{{{{x',
    '<p>{</p><p>{x}}</p>',
  ])('%s', (dirty) => {
    const clean = text(dirty);
    expect(clean).not.toMatch(/\{\{|\{%/);
    expect(html(dirty).replace(/<[^>]*>/g, '')).not.toMatch(/\{\{|\{%/);
    expect(line(dirty).replace(/<[^>]*>/g, '')).not.toMatch(/\{\{|\{%/);
    // Nothing a reader can see is different.
    expect(clean.replaceAll('\u2060', '')).toMatch(/\{.?[{%]/);
  });
});

it('whatever comes in, only the allow-list comes out', () => {
  const pieces = fc.constantFrom(
    '<p>',
    '</p>',
    '<a href="javascript:x">',
    '</a>',
    '<script>',
    '</script>',
    '<div onclick=x>',
    '{',
    '{%',
    '<b>',
    '</b>',
    '<li>',
    '<table><td>',
    '<svg><a href=x>',
    '<style>',
    '</style>',
    'text',
    '&lt;',
    '<!--',
    '-->',
    '<h3>',
    '<template>',
    '<math><mi>',
    '"',
    "'",
    '<img src=x onerror=y>',
    '<a href="https://x.example/">',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      const box = document.createElement('div');
      box.innerHTML = html(parts.join(''));
      for (const element of box.querySelectorAll('*')) {
        expect('P BR STRONG EM A UL OL LI CODE PRE BLOCKQUOTE').toContain(element.nodeName);
        const names = [...element.attributes].map(({ name }) => name);
        expect(names).toEqual(element.nodeName === 'A' ? ['href'] : []);
      }
      expect(box.textContent).not.toMatch(/\{\{|\{%/);
      // Clean input stays as it is.
      expect(html(box.innerHTML).trim()).toBe(box.innerHTML.trim());
    }),
    { numRuns: 300 },
  );
});

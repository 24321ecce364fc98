import { describe, expect, it } from 'vitest';
import { blocksText } from '@/lib/convert/block-text';
import { htmlToBlocks } from '@/lib/convert/html';

const plain = (text: string) => ({ type: 'paragraph', text: [{ text }] });

describe('htmlToBlocks', () => {
  it('reads an article as a help centre writes it', () => {
    const html = `
      <h2 id="limits">Limits</h2>
      <p>A tablet sells <b>offline</b> for <em>72&nbsp;hours</em>.<br>Then it stops.</p>
      <ol><li>Turn Wi-Fi off.</li><li><p>Wait.</p><ul><li>3 min</li></ul></li></ol>
      <pre><code>ERROR  SYNC-4031
  at x</code></pre>
      <blockquote><p>Note</p></blockquote>`;
    expect(htmlToBlocks(html)).toEqual([
      { type: 'heading', level: 2, text: [{ text: 'Limits' }] },
      {
        type: 'paragraph',
        text: [
          { text: 'A tablet sells ' },
          { text: 'offline', strong: true },
          { text: ' for ' },
          { text: '72 hours', em: true },
          { text: '.\nThen it stops.' },
        ],
      },
      {
        type: 'list',
        ordered: true,
        items: [
          [plain('Turn Wi-Fi off.')],
          [plain('Wait.'), { type: 'list', ordered: false, items: [[plain('3 min')]] }],
        ],
      },
      { type: 'code', text: 'ERROR  SYNC-4031\n  at x' },
      { type: 'quote', blocks: [plain('Note')] },
    ]);
  });

  it('drops what is not the article', () => {
    const html =
      '<nav>Home</nav><style>p{}</style><script>alert(1)</script><p hidden>a</p><p style="display:none">b</p><div>kept<iframe>x</iframe></div>';
    expect(htmlToBlocks(html)).toEqual([plain('kept')]);
  });

  it('keeps only addresses a browser may open, relative ones resolved', () => {
    const html =
      '<p><a href="/hc/x">1</a><a href="javascript:alert(1)">2</a><a href=" java\nscript:x">3</a><a href="https://u:p@x.example">4</a><a>5</a></p>';
    expect(htmlToBlocks(html, { baseUrl: 'https://h.example/a/b' })).toEqual([
      {
        type: 'paragraph',
        text: [{ text: '1', href: 'https://h.example/hc/x' }, { text: '2345' }],
      },
    ]);
    expect(htmlToBlocks('<a href="/hc/x">1</a>')).toEqual([plain('1')]);
  });

  it('reads data tables, and treats a table in a cell as text', () => {
    const html =
      '<table><tr><th>Code</th><th>Meaning</th></tr><tr><td>POS-1103</td><td><p>offline</p><ul><li>a</li></ul></td></tr></table>';
    expect(htmlToBlocks(html)).toEqual([
      {
        type: 'table',
        header: true,
        rows: [
          [[{ text: 'Code' }], [{ text: 'Meaning' }]],
          [[{ text: 'POS-1103' }], [{ text: 'offline\na' }]],
        ],
      },
    ]);
    const nested = '<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td></tr></table>';
    expect(htmlToBlocks(nested)).toEqual([
      { type: 'table', header: false, rows: [[[{ text: 'a\nb\nc' }]]] },
    ]);
  });

  it('reads unclosed and misplaced elements as a browser shows them', () => {
    expect(blocksText(htmlToBlocks('<p>a<p>b<ul><li>c<li>d</ul>e'))).toBe(
      'a\n\nb\n\n- c\n- d\n\ne',
    );
    expect(htmlToBlocks('<li>a</li><li>b</li><p>c</p>')).toEqual([
      { type: 'list', ordered: false, items: [[plain('a')], [plain('b')]] },
      plain('c'),
    ]);
    expect(blocksText(htmlToBlocks('</div></ul>a</table></p>'))).toBe('a');
  });

  it('removes marks that would split words', () => {
    expect(htmlToBlocks('<p>Kassen&shy;bon Spei\u200bcher</p>')).toEqual([
      plain('Kassenbon Speicher'),
    ]);
  });

  it('flattens what is nested deeper than anyone reads', () => {
    const deep = '<ul><li>'.repeat(40) + 'end' + '</li></ul>'.repeat(40);
    expect(blocksText(htmlToBlocks(deep))).toContain('end');
    expect(JSON.stringify(htmlToBlocks(deep)).match(/"list"/g)?.length).toBeLessThanOrEqual(13);
  });

  it('drops what documentation tools write for machines and for clicking', () => {
    const html =
      '<h2>Limits<a class="hash-link x" href="#limits">#</a></h2><div class="toc">Contents</div><span aria-hidden="true">⚠</span><div role="navigation">Next</div><p>Text.</p><div class="language-sh"><button>Copy</button><span class="lang">sh</span><pre>a</pre></div>';
    expect(htmlToBlocks(html)).toEqual([
      { type: 'heading', level: 2, text: [{ text: 'Limits' }] },
      plain('Text.'),
      { type: 'code', text: 'a' },
    ]);
  });

  it('reads notes and warnings as quotes, and links to pages nobody wrote as text', () => {
    const html =
      '<div class="admonition warning"><p>Mind <a class="new" href="/w/index.php?title=X&redlink=1">X</a>.</p></div><p>After.</p>';
    expect(htmlToBlocks(html, { baseUrl: 'https://w.example/' })).toEqual([
      { type: 'quote', blocks: [plain('Mind X.')] },
      plain('After.'),
    ]);
  });

  it('keeps footers and asides of bodies, and drops those of pages', () => {
    const html = '<p>a</p><footer>b</footer>';
    expect(blocksText(htmlToBlocks(html))).toBe('a\n\nb');
    expect(blocksText(htmlToBlocks(html, { inPage: true }))).toBe('a');
  });
});

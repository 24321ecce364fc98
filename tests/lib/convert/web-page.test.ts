import { describe, expect, it } from 'vitest';
import { blocksText } from '@/lib/convert/block-text';
import { readWebPage } from '@/lib/convert/web-page';

const URL = 'https://docs.fernway.example/guide/offline';
const read = (html: string) => readWebPage(html, URL);
const textOf = (html: string): string => blocksText(read(html).blocks);

describe('readWebPage', () => {
  it('reads a page as Docusaurus builds it', () => {
    const page = read(`<!doctype html>
<html lang="de" dir="ltr"><head><title data-rh="true">Offline | Fernway</title>
<meta data-rh="true" name="docusaurus_version" content="2.4">
<link data-rh="true" rel="canonical" href="https://docs.fernway.example/guide/offline"></head>
<body><nav class="navbar">Fernway</nav><div id="__docusaurus_skipToContent_fallback">
<aside class="theme-doc-sidebar-container">Menu</aside>
<main><div class="row"><div class="col"><nav class="theme-doc-breadcrumbs">Home</nav>
<article><div class="theme-doc-markdown markdown"><header><h1>Offline mode</h1></header>
<p>Works <strong>offline</strong>.</p>
<h2 class="anchor" id="limits">Limits<a href="#limits" class="hash-link" aria-label="Direct link">​</a></h2>
<div class="theme-admonition theme-admonition-note alert alert--secondary"><div class="admonitionHeading"><span><svg></svg></span>note</div><div><p>72 hours.</p></div></div>
<div class="language-sh codeBlockContainer"><div><pre><code>npm i</code></pre><div class="buttonGroup"><button>Copy</button></div></div></div>
</div><footer>Edit this page</footer></article></div><div class="table-of-contents">Limits</div></div></main></div>
<footer>© 2026</footer></body></html>`);
    expect(page).toEqual({
      title: 'Offline mode',
      locale: 'de',
      version: '2.4',
      canonical: URL,
      isHidden: false,
      asksForPassword: false,
      isWhole: true,
      blocks: [
        {
          type: 'paragraph',
          text: [{ text: 'Works ' }, { text: 'offline', strong: true }, { text: '.' }],
        },
        { type: 'heading', level: 2, text: [{ text: 'Limits' }] },
        {
          type: 'quote',
          blocks: [
            { type: 'paragraph', text: [{ text: 'note' }] },
            { type: 'paragraph', text: [{ text: '72 hours.' }] },
          ],
        },
        { type: 'code', text: 'npm i' },
      ],
    });
  });

  it('finds the text wherever pages keep it', () => {
    const frame = '<header>Brand</header><div class="sidebar"><a>Menu</a></div>';
    expect(textOf(`${frame}<div role="main"><p>Text.</p></div>`)).toBe('Text.');
    expect(textOf(`${frame}<article><p>Text.</p></article>`)).toBe('Text.');
    expect(textOf(`<main>Side<article><p>Text.</p></article></main>`)).toBe('Text.');
    expect(textOf('<main><article>a</article><article>b</article></main>')).toBe('a\n\nb');
    expect(textOf('<main><article>a<article>b</article></article>x</main>')).toBe('a\n\nb');
    expect(textOf('<p>Only this.')).toBe('Only this.');
    expect(textOf('<main><p>Never closed')).toBe('Never closed');
  });

  it('keeps notes that stand in an aside, and drops other asides', () => {
    const html =
      '<main><aside>Menu</aside><aside class="starlight-aside">Note</aside><form>Search</form></main>';
    expect(textOf(html)).toBe('Note');
  });

  it('takes the title from the text, else from the head without the site’s name', () => {
    expect(read('<title>A - B | Docs</title><main><h1>Real</h1>x</main>').title).toBe('Real');
    expect(read('<title>A - B | Docs</title><main>x</main>').title).toBe('A - B');
    expect(read('<meta property="og:title" content="Og"><title>T</title>x').title).toBe('Og');
    expect(read('<svg><title>Icon</title></svg><main>x</main>').title).toBe('Icon');
    expect(read('<main>x</main>').title).toBe('');
  });

  it('says what the page asks for', () => {
    expect(read('<meta name="robots" content="NOINDEX, follow">').isHidden).toBe(true);
    expect(read('<meta name="robots" content="index">').isHidden).toBe(false);
    expect(read('<form><input type="password"></form>').asksForPassword).toBe(true);
    expect(read('<html><main>a').isWhole).toBe(false);
    expect(read('<html><main>a</main></html><!-- built -->\n').isWhole).toBe(true);
    expect(read('<html lang="x y">').locale).toBe('');
    expect(read('<link rel="canonical" href="javascript:x">').canonical).toBeUndefined();
  });
});

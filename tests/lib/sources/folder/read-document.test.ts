import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '@/lib/sources/folder/front-matter';
import { isDocument, readDocument } from '@/lib/sources/folder/read-document';

describe('readFrontMatter', () => {
  it('reads texts, lists and quotes, and leaves the rest', () => {
    const text = `---\r\ntitle: "Offline: what \\"works\\""\r\ntags: [a, 'b c', ]\r\nlabels:\r\n  - x\r\n  - 'y' # two\r\nnested:\r\n  deep: 1\r\nlang: de # German\r\n---\r\n\r\nBody\r\n`;
    expect(readFrontMatter(text)).toEqual({
      fields: {
        title: 'Offline: what "works"',
        tags: ['a', 'b c'],
        labels: ['x', 'y'],
        nested: [],
        lang: 'de',
      },
      body: 'Body\r\n',
    });
  });

  it('takes a file without a head as it is', () => {
    for (const text of ['', '# A\n---\nb', '---\nnever closed', ' ---\na: b\n---\n']) {
      expect(readFrontMatter(text)).toEqual({ fields: {}, body: text });
    }
  });

  it('reads anything, also names that mean something to the language', () => {
    const { fields } = readFrontMatter('---\n__proto__: x\nconstructor: y\n---\n');
    expect(Object.keys(fields)).toEqual(['__proto__', 'constructor']);
    fc.assert(fc.property(fc.string(), (head) => void readFrontMatter(`---\n${head}\n---\nb`)));
    const start = performance.now();
    readFrontMatter(`---\n${"a: ' ".repeat(1_000_000)}`);
    readFrontMatter(`---\n${'a: "x\n'.repeat(3_000)}---\n`);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('readDocument', () => {
  it('tells Markdown and HTML from other files', () => {
    expect(['a.md', 'x/b.HTML', 'c.mdx', 'd.txt'].every(isDocument)).toBe(true);
    expect(['a.png', '.hidden.md', '__MACOSX/._a.md', 'md', 'x.md/y'].some(isDocument)).toBe(false);
  });

  it('reads Markdown with a head, its folders and its language', () => {
    const text =
      '---\ntags: [offline]\npermalink: https://h.example/o\nlastmod: 2026-03-01\nvisibility: internal\nid: intro\n---\n# Offline mode\n\nWorks.';
    expect(readDocument('docs/de/selling/02-offline.md', text)).toEqual({
      record: {
        id: 'docs/de/selling/02-offline.md',
        title: 'Offline mode',
        url: 'https://h.example/o',
        updated: '2026-03-01',
        visibility: 'internal',
        locale: 'de',
        labels: ['docs', 'selling', 'offline'],
      },
      blocks: [{ type: 'paragraph', text: [{ text: 'Works.' }] }],
    });
  });

  it('names a document by its file where nothing else does', () => {
    expect(readDocument('02-offline_mode.md', 'Works.').record['title']).toBe('offline mode');
    expect(readDocument('a/10.md', '').record['title']).toBe('10');
    expect(readDocument('x.mdx', "import A from 'a'\n\nText").blocks).toHaveLength(1);
  });

  it('reads a saved page', () => {
    const html =
      '<html lang="fr"><title>Hors ligne | Aide</title><nav>Menu</nav><main><p>Texte <a href="/x">lien</a></p></main></html>';
    expect(readDocument('aide/hors-ligne.html', html)).toEqual({
      record: {
        id: 'aide/hors-ligne.html',
        title: 'Hors ligne',
        locale: 'fr',
        labels: ['aide'],
      },
      blocks: [{ type: 'paragraph', text: [{ text: 'Texte lien' }] }],
    });
  });
});

/** The connector against a real documentation site: after each change there, our copy equals its truth. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteKind } from '@/lib/sources/site/connector';
import { DirectHttp } from '@/tests/support/servers/direct-http';
import { LocalCopy } from '@/tests/support/servers/local-copy';
import { startHere } from '@/tests/support/servers/start-here';
import { startDocsSite } from '@/tests/support/servers/vitepress';

const docs = await startHere('VitePress site', startDocsSite, { anywhere: true });

const page = (title: string): string => `# ${title}\n\nAll about ${title}.\n`;

/** A build takes seconds alone, and half a minute beside other work. */
const BUILD_MS = 240_000;

describe.skipIf(docs === null)('a real VitePress site', { timeout: BUILD_MS }, () => {
  const origin = docs?.site.origin ?? '';
  const http = new DirectHttp();
  const copy = new LocalCopy(() =>
    siteKind.create(
      { id: 's', settings: { startUrl: `${origin}/`, sections: [] }, secrets: {} },
      {
        http,
        now: () => Date.now(),
        readOwnFile: () => Promise.reject(new Error('none')),
        languageOf: () => 'xx',
        giveWay: () => Promise.resolve(),
      },
    ),
  );
  const truth = new Map<string, string>();

  /** Commits, builds and serves; null takes a page away. */
  async function change(pages: Record<string, string | null>, at: string): Promise<void> {
    await docs?.commit(pages, at);
    await docs?.publish();
    for (const [path, text] of Object.entries(pages)) {
      const title = /^# (.*)$/m.exec(text ?? '')?.[1];
      if (title === undefined || text?.includes('noindex')) truth.delete(path);
      else truth.set(path, title);
    }
  }

  async function mustFollow(): Promise<void> {
    await copy.pull();
    expect(copy.titles()).toEqual([...truth.values()].toSorted());
  }

  /** Pages asked for since the last look. */
  function asked(): string[] {
    const lines = docs?.site.log.splice(0) ?? [];
    return lines.filter((line) => /\.html$|\/$/.test(line)).toSorted();
  }

  beforeAll(async () => {
    const numbered = Array.from({ length: 12 }, (_, at) => [`guide/p${at}.md`, page(`Page ${at}`)]);
    await change(
      { 'index.md': page('Home'), ...Object.fromEntries(numbered) },
      '2026-03-01T08:00:00Z',
    );
    const rich = [
      '# Offline mode {#top}',
      '',
      'Sells [for a while](./p1.md).',
      '',
      '## Limits',
      '',
      '::: warning',
      'Only 72 hours.',
      ':::',
      '',
      '```sh',
      'sync --now',
      '```',
      '',
      '| Code | Meaning |',
      '| --- | --- |',
      '| EX-4012 | no menu |',
      '',
      '![The menu](https://cdn.fernway.example/menu.png)',
    ];
    await change({ 'guide/offline.md': rich.join('\n') }, '2026-04-01T08:00:00Z');
    truth.set('guide/offline.md', 'Offline mode');
  }, BUILD_MS);

  afterAll(() => docs?.stop());

  test('is read whole, by the times in its git history', async () => {
    await mustFollow();
    expect(copy.items.size).toBe(14);
    const rich = [...copy.items.values()].find(({ title }) => title === 'Offline mode');
    expect(rich).toMatchObject({
      url: `${origin}/guide/offline.html`,
      locale: 'en-GB',
      labels: ['guide'],
      updatedAt: '2026-04-01T08:00:00.000Z',
    });
    expect(rich?.blocks).toEqual([
      {
        type: 'paragraph',
        text: [
          { text: 'Sells ' },
          { text: 'for a while', href: `${origin}/guide/p1.html` },
          { text: '.' },
        ],
      },
      { type: 'heading', level: 2, text: [{ text: 'Limits' }] },
      {
        type: 'quote',
        blocks: [
          { type: 'paragraph', text: [{ text: 'WARNING' }] },
          { type: 'paragraph', text: [{ text: 'Only 72 hours.' }] },
        ],
      },
      { type: 'code', text: 'sync --now' },
      {
        type: 'table',
        header: true,
        rows: [
          [[{ text: 'Code' }], [{ text: 'Meaning' }]],
          [[{ text: 'EX-4012' }], [{ text: 'no menu' }]],
        ],
      },
      { type: 'image', alt: 'The menu' },
    ]);
  });

  test('an edit: one page is asked for, though the build touched all', async () => {
    asked();
    await change({ 'guide/p3.md': page('Page three') }, '2026-05-01T08:00:00Z');
    await mustFollow();
    expect(asked()).toEqual(['200 /guide/p3.html']);
    await mustFollow();
    expect(asked()).toEqual([]);
  });

  test('a new page and a renamed one', async () => {
    await change(
      { 'guide/new.md': page('New page'), 'guide/p4.md': null, 'guide/four.md': page('Page 4') },
      '2026-05-02T08:00:00Z',
    );
    await copy.pull();
    await mustFollow();
    expect(copy.titles()).toContain('New page');
  });

  test('a page that is taken away, and one that hides', async () => {
    const hidden = `---\nhead:\n  - - meta\n    - name: robots\n      content: noindex\n---\n${page('Page 5')}`;
    await change({ 'guide/p6.md': null, 'guide/p5.md': hidden }, '2026-05-03T08:00:00Z');
    await copy.pull();
    await mustFollow();
    await copy.sweep();
    await copy.sweep();
    expect(copy.titles()).toEqual([...truth.values()].toSorted());
  });
});

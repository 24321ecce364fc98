/** How a site is read, over a real web server: what is asked for, and what it does to our copy. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { siteKind } from '@/lib/sources/site/connector';
import type { SiteSettings } from '@/lib/sources/site/settings';
import { DirectHttp } from '@/tests/support/servers/direct-http';
import { LocalCopy } from '@/tests/support/servers/local-copy';
import { startStaticSite, type StaticSite } from '@/tests/support/servers/static-site';
import { sitePage } from '@/tests/support/sources/site';
import { unwrap } from '@/tests/support/unwrap';

const LONG_AGO = '2026-03-01T08:00:00Z';
const signal = new AbortController().signal;

let site: StaticSite;
let copy: LocalCopy;
let http: DirectHttp;
let settings: SiteSettings;
let now: number;

const connect = () =>
  siteKind.create(
    { id: 's', settings, secrets: {} },
    {
      http,
      now: () => now,
      giveWay: () => Promise.resolve(),
      readOwnFile: () => Promise.reject(new Error('none')),
      languageOf: () => 'xx',
    },
  );

/** Pages by path, with the sitemap's time for each; '' for none. */
function publish(pages: Record<string, string>): void {
  const entries = Object.entries(pages).map(
    ([path, time]) =>
      `<url><loc>${site.origin}${path}</loc>${time && `<lastmod>${time}</lastmod>`}</url>`,
  );
  const body = `<urlset>${entries.join('')}</urlset>`;
  site.files.set('/sitemap.xml', { body, type: 'application/xml' });
  for (const path of Object.keys(pages)) {
    if (!site.files.has(path)) site.files.set(path, { body: sitePage(`Page ${path}`) });
  }
}

/** What was asked for since the last look, but for robots.txt and the sitemap. */
function asked(): string[] {
  const lines = site.log.splice(0).filter((line) => !/robots|sitemap|\.md$/.test(line));
  return lines.toSorted();
}

beforeEach(async () => {
  site = await startStaticSite();
  http = new DirectHttp();
  now = Date.parse('2026-11-22T08:00:00Z');
  settings = { startUrl: `${site.origin}/`, sections: [] };
  copy = new LocalCopy(connect);
  site.files.set('/', { body: sitePage('Fernway Docs') });
});
afterEach(() => site.stop());

describe('a site with times of change', () => {
  it('is asked only for what is new or changed', async () => {
    publish({ '/a': LONG_AGO, '/b': '2026-03-02', '/c': '' });
    await copy.pull();
    expect(copy.titles()).toEqual(['Page /a', 'Page /b', 'Page /c']);
    asked();
    site.files.set('/a', { body: sitePage('New a') });
    publish({ '/a': '2026-04-01', '/b': '2026-03-02', '/c': '', '/d': LONG_AGO });
    await copy.pull();
    // The one that never says it changed is asked in turn.
    expect(asked()).toEqual(['200 /a', '200 /d', '304 /c']);
    expect(copy.titles()).toEqual(['New a', 'Page /b', 'Page /c', 'Page /d']);
    await copy.pull();
    expect(asked()).toEqual(['304 /c']);
  });

  it('maps a page', async () => {
    const body = sitePage('Offline').replace('<head>', '<head><meta name="docusaurus_version" content="2.1">'); // prettier-ignore
    site.files.set('/guide/offline', { body });
    publish({ '/guide/offline': '2026-03-01' });
    await copy.pull();
    expect([...copy.items.values()]).toEqual([
      {
        id: expect.stringMatching(/^s:article:[0-9a-f]{12}$/),
        sourceId: 's',
        kind: 'article',
        title: 'Offline',
        url: `${site.origin}/guide/offline`,
        locale: 'en-GB',
        products: [],
        labels: ['guide', '2.1'],
        visibility: 'public',
        updatedAt: '2026-03-01T00:00:00.000Z',
        syncedAt: '2026-11-22T08:00:00.000Z',
        contentHash: expect.stringMatching(/^[0-9a-f]{32}$/),
        blocks: [
          {
            type: 'paragraph',
            text: [{ text: 'All about ' }, { text: 'Offline', strong: true }, { text: '.' }],
          },
        ],
      },
    ]);
  });
});

describe('a site whose times say nothing', () => {
  it('is asked in turn, some pages with each reading', async () => {
    const paths = Array.from({ length: 130 }, (_, at) => `/p${at}`);
    const sameDay = (day: string) => Object.fromEntries(paths.map((path) => [path, day]));
    publish(sameDay('2026-11-20'));
    await copy.pull();
    expect(copy.items.size).toBe(130);
    asked();
    for (const path of paths) site.files.set(path, { body: sitePage(`New ${path}`) });
    publish(sameDay('2026-11-21'));
    const seen: number[] = [];
    for (let at = 0; at < 3; at += 1) {
      await copy.pull();
      seen.push(asked().length);
    }
    expect(seen).toEqual([60, 60, 60]);
    expect(copy.titles().every((title) => title.startsWith('New'))).toBe(true);
  });
});

describe('what is left out', () => {
  it('by robots.txt, outside the start, files that are no pages, sections not chosen', async () => {
    site.files.set('/robots.txt', {
      body: 'User-agent: *\nDisallow: /docs/secret',
      type: 'text/plain',
    });
    settings = { startUrl: `${site.origin}/docs/`, sections: ['guide'] };
    const wanted = '/docs/guide/a';
    publish({ [wanted]: '', '/docs/secret/b': '', '/blog/c': '', '/docs/guide/d.pdf': '', '/docs/api/e': '' }); // prettier-ignore
    await copy.pull();
    expect(copy.titles()).toEqual([`Page ${wanted}`]);
    expect(unwrap(await connect().listChoices!(signal))).toEqual([
      { setting: 'sections', id: 'api', name: 'api' },
      { setting: 'sections', id: 'guide', name: 'guide' },
    ]);
  });

  it('pages that moved to the front page or to another address, copies, pages that hide', async () => {
    const canonical = `<head><link rel="canonical" href="${site.origin}/a">`;
    site.files.set('/copy', { body: sitePage('Copy').replace('<head>', canonical) });
    site.files.set('/old', { body: '', redirect: '/' });
    site.files.set('/moved', { body: '', redirect: '/a' });
    site.files.set('/hidden', { body: sitePage('H'), headers: { 'x-robots-tag': 'noindex' } });
    publish({ '/a': '', '/copy': '', '/old': '', '/moved': '', '/hidden': '' });
    await copy.pull();
    expect(copy.titles()).toEqual(['Page /a']);
  });

  it('a page that is closed, while the site is open; nothing while the site is closed', async () => {
    publish({ '/a': LONG_AGO, '/b': LONG_AGO });
    await copy.pull();
    const closed = { body: 'No', status: 403 };
    for (const path of ['/', '/a']) site.files.set(path, closed);
    publish({ '/a': '2026-04-01', '/b': LONG_AGO });
    const refused = await connect().pull(copy.cursor, signal);
    expect(refused).toMatchObject({ ok: false, fault: { kind: 'forbidden' } });
    site.files.set('/', { body: sitePage('Open') });
    await copy.pull();
    expect(copy.titles()).toEqual(['Page /b']);
  });

  it('a page that always fails, while all others are read', async () => {
    publish({ '/a': LONG_AGO, '/b': LONG_AGO, '/c': '2026-03-02' });
    site.files.set('/b', { body: 'No', status: 500 });
    const steps = await copy.pull();
    expect(steps.flatMap(({ skipped }) => skipped)).toEqual([
      { where: '/b', why: 'failed', detail: 'server-error' },
    ]);
    expect(copy.titles()).toEqual(['Page /a', 'Page /c']);
    site.files.set('/b', { body: sitePage('B at last') });
    await copy.pull();
    expect(copy.titles()).toEqual(['B at last', 'Page /a', 'Page /c']);
    await copy.pull();
    site.log.length = 0;
    await copy.pull();
    expect(asked()).toEqual([]);
  });

  it('a page without text keeps its last one until it says so twice', async () => {
    publish({ '/a': LONG_AGO, '/b': LONG_AGO });
    await copy.pull();
    site.files.set('/a', { body: '<html><body><div id="app"></div></body></html>' });
    publish({ '/a': '2026-04-01', '/b': LONG_AGO });
    const [first] = await copy.pull();
    expect(first?.skipped).toEqual([{ where: '/a', why: 'no-text' }]);
    expect(copy.titles()).toEqual(['Page /a', 'Page /b']);
    await copy.pull();
    expect(copy.titles()).toEqual(['Page /b']);
  });
});

describe('what goes', () => {
  it('a page that two sitemaps do not name, and comes back with its old time', async () => {
    const all = { '/a': LONG_AGO, '/b': LONG_AGO };
    publish(all);
    await copy.pull();
    publish({ '/b': LONG_AGO });
    await copy.pull();
    expect(copy.items.size).toBe(2);
    await copy.pull();
    expect(copy.titles()).toEqual(['Page /b']);
    publish(all);
    await copy.pull();
    expect(copy.titles()).toEqual(['Page /a', 'Page /b']);
  });

  it('not half of a big site because its sitemap was cut short', async () => {
    const paths = Array.from({ length: 30 }, (_, at) => `/p${at}`);
    publish(Object.fromEntries(paths.map((path) => [path, LONG_AGO])));
    await copy.pull();
    publish({ '/p1': LONG_AGO });
    await copy.pull();
    await copy.pull();
    expect(copy.items.size).toBe(30);
  });
});

describe('a site that serves Markdown beside its pages', () => {
  it('is read as Markdown, and as HTML where a page has none', async () => {
    publish({ '/a': LONG_AGO, '/b': LONG_AGO, '/folder/': LONG_AGO });
    const markdown = { body: '---\nx: 1\n---\n# Title a\n\nText **a**.', type: 'text/markdown' };
    site.files.set('/a.md', markdown);
    await copy.pull();
    expect(copy.titles()).toEqual(['Page /b', 'Page /folder/', 'Title a']);
    site.log.length = 0;
    publish({ '/a': '2026-04-01', '/b': LONG_AGO, '/folder/': LONG_AGO });
    await copy.pull();
    expect(site.log.filter((line) => line.includes('/a'))).toEqual(['304 /a.md']);
  });

  it('is told from one that answers everything with its front page', async () => {
    publish({ '/a': LONG_AGO });
    site.files.set('/a.md', { body: sitePage('Front'), type: 'text/html' });
    await copy.pull();
    expect(copy.titles()).toEqual(['Page /a']);
  });
});

describe('finding a site', () => {
  it('from any page of it', async () => {
    publish({ '/docs/a': '', '/docs/b': '' });
    const probe = (path: string) => siteKind.probe!(new URL(path, site.origin), http, signal);
    expect(unwrap(await probe('/docs/a'))?.startUrl).toBe(`${site.origin}/docs/`);
    expect(unwrap(await probe('/other/x'))?.startUrl).toBe(`${site.origin}/`);
    expect(unwrap(await connect().check(signal))).toEqual({ name: 'Fernway Docs' });
    site.files.delete('/sitemap.xml');
    expect(unwrap(await probe('/docs/a'))).toBeNull();
    expect(await connect().check(signal)).toMatchObject({ fault: { kind: 'not-found' } });
  });
});

/** A site through the real way out: how fast it is asked, and what a page that leads away costs. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSourceHttp } from '@/lib/sources/http';
import { siteKind } from '@/lib/sources/site/connector';
import { LocalCopy } from '@/tests/support/servers/local-copy';
import { startStaticSite, type StaticSite } from '@/tests/support/servers/static-site';
import { sitePage } from '@/tests/support/sources/site';

const SECOND = 1_000;

let site: StaticSite;
let other: StaticSite;
let copy: LocalCopy;
/** Time as the way out sees it: it passes only while it waits. */
let now: number;
let starts: number[];

beforeEach(async () => {
  site = await startStaticSite();
  other = await startStaticSite();
  now = Date.parse('2026-11-22T08:00:00Z');
  starts = [];
  const http = createSourceHttp({
    fetch: (url, init) => {
      starts.push(now);
      return fetch(url, init);
    },
    now: () => now,
    sleep: (milliseconds) => {
      now += milliseconds;
      return Promise.resolve();
    },
    exclusively: (_name, _signal, work) => work(),
    random: () => 0.5,
    isOnline: () => true,
    log: () => undefined,
  })({ sourceId: 's', origins: [site.origin] });
  copy = new LocalCopy(() =>
    siteKind.create(
      { id: 's', settings: { startUrl: `${site.origin}/`, sections: [] }, secrets: {} },
      {
        http,
        now: () => now,
        giveWay: () => Promise.resolve(),
        readOwnFile: () => Promise.reject(new Error('none')),
        languageOf: () => 'en',
      },
    ),
  );
  site.files.set('/', { body: sitePage('Home') });
});

afterEach(async () => {
  await site.stop();
  await other.stop();
});

function publish(paths: readonly string[]): void {
  const entries = paths.map(
    (path, at) =>
      `<url><loc>${site.origin}${path}</loc><lastmod>2026-03-${10 + at}</lastmod></url>`,
  );
  site.files.set('/sitemap.xml', { body: `<urlset>${entries.join('')}</urlset>` });
  for (const path of paths) {
    if (!site.files.has(path)) site.files.set(path, { body: sitePage(`Page ${path}`) });
  }
}

describe('a site through the real way out', () => {
  it('is asked for one page a second at most, slower where it says so', async () => {
    publish(['/a', '/b', '/c']);
    await copy.pull();
    const gaps = (): number[] => starts.slice(1).map((start, at) => start - (starts[at] ?? 0));
    expect(gaps().every((gap) => gap >= SECOND)).toBe(true);
    expect(copy.items.size).toBe(3);
    site.files.set('/robots.txt', { body: 'User-agent: *\nCrawl-delay: 5', type: 'text/plain' });
    publish(['/a', '/b', '/c', '/d', '/e']);
    starts.length = 0;
    await copy.pull();
    expect(gaps().every((gap) => gap >= 5 * SECOND)).toBe(true);
    expect(copy.items.size).toBe(5);
  });

  it('loses only the pages that lead to another host, are too big or are no text', async () => {
    other.files.set('/x', { body: sitePage('Elsewhere') });
    site.files.set('/away', { body: '', redirect: `${other.origin}/x` });
    site.files.set('/circle', { body: '', redirect: '/circle' });
    site.files.set('/big', { body: sitePage('x'.repeat(11_000_000)) });
    site.files.set('/pdf', { body: '%PDF', type: 'application/pdf' });
    site.files.set('/there', { body: '', redirect: '/moved' });
    site.files.set('/moved', { body: sitePage('Moved') });
    publish(['/a', '/away', '/big', '/circle', '/pdf', '/there', '/z']);
    const [step] = await copy.pull();
    expect(copy.titles()).toEqual(['Moved', 'Page /a', 'Page /z']);
    expect(other.log).toEqual([]);
    expect(step?.skipped.map(({ where }) => where).toSorted()).toEqual([
      '/away',
      '/big',
      '/circle',
      '/pdf',
    ]);
    const moved = [...copy.items.values()].find(({ title }) => title === 'Moved');
    expect(moved?.url).toBe(`${site.origin}/moved`);
  });

  it('waits between tries while a page is broken', async () => {
    publish(['/a']);
    site.files.set('/a', { body: 'slow down', status: 503 });
    const before = now;
    const [step] = await copy.pull();
    expect(step?.skipped).toEqual([]);
    expect(now - before).toBeGreaterThan(2 * SECOND);
    expect(copy.items.size).toBe(0);
  });
});

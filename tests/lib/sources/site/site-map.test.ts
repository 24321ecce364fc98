import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { createSourceHttp } from '@/lib/sources/http';
import { listPages } from '@/lib/sources/site/site-map';
import { STILL_PORTS } from '@/tests/support/sources/still-ports';
import { unwrap } from '@/tests/support/unwrap';

const SITE = 'https://docs.example';

const urlset = (paths: string[]) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths
    .map((path) => `<url><loc>${SITE}${path}</loc></url>`)
    .join('')}</urlset>`;

/** A site whose files are these; servers give packed ones as they are. */
function list(files: Record<string, string | Uint8Array>) {
  const wayOut = createSourceHttp({
    ...STILL_PORTS,
    fetch: (url) => {
      const body = files[new URL(url).pathname];
      const type = url.endsWith('.gz') ? 'application/x-gzip' : 'text/plain';
      const answer =
        body === undefined
          ? new Response('', { status: 404 })
          : new Response(body as BodyInit, { headers: { 'content-type': type } });
      return Promise.resolve(answer);
    },
    log: () => undefined,
  });
  const http = wayOut({ sourceId: 's1', origins: [SITE] });
  const settings = { startUrl: `${SITE}/`, sections: [] };
  return listPages(http, settings, new AbortController().signal);
}

it('reads packed sitemaps, named by robots.txt or by an index that is packed itself', async () => {
  const index = `<sitemapindex><sitemap><loc>${SITE}/b.xml.gz</loc></sitemap><sitemap><loc>${SITE}/c.xml</loc></sitemap></sitemapindex>`;
  const found = await list({
    '/robots.txt': `Sitemap: ${SITE}/a.xml.gz\nSitemap: ${SITE}/index.xml.gz`,
    '/a.xml.gz': gzipSync(urlset(['/one'])),
    '/index.xml.gz': gzipSync(index),
    '/b.xml.gz': gzipSync(urlset(['/two'])),
    '/c.xml': urlset(['/three']),
  });
  const paths = unwrap(found).pages.map(({ url }) => new URL(url).pathname);
  expect(paths.toSorted()).toEqual(['/one', '/three', '/two']);
});

it('takes a broken or exploding one for a fault of the site', async () => {
  const robots = { '/robots.txt': `Sitemap: ${SITE}/a.xml.gz` };
  const packed = gzipSync(urlset(['/one']));
  const cut = await list({ ...robots, '/a.xml.gz': packed.subarray(0, packed.length - 12) });
  expect(cut).toMatchObject({ ok: false, fault: { kind: 'bad-response' } });
  const bomb = await list({ ...robots, '/a.xml.gz': gzipSync(Buffer.alloc(100_000_000)) });
  expect(bomb).toMatchObject({ fault: { kind: 'bad-response', detail: { why: 'too large' } } });
});

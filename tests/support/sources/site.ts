/** A documentation site on a static server: robots.txt, an index of sitemaps, pages with an ETag. */
import { createHash } from 'node:crypto';
import {
  Shelf,
  type Place,
  type PlaceAnswer,
  type PlaceClock,
  type PlaceRequest,
  type Row,
} from '@/tests/support/sources/place';

export const SITE_ORIGIN = 'https://docs.fernway.example';
const ROWS_PER_SITEMAP = 3;

const urlOf = ({ id }: Pick<Row, 'id'>): string => `${SITE_ORIGIN}/guide/page-${id}`;

/** Every page in the one language, with the frame around it that such sites have. */
export function sitePage(title: string, robots = ''): string {
  return `<!doctype html><html lang="en-GB"><head><title>${title} | Fernway Docs</title>${robots}</head>
<body><nav><a href="/">Home</a></nav><aside>Contents</aside><main><article><h1>${title}</h1>
<p>All about <b>${title}</b>.</p></article></main><footer>© Fernway</footer></body></html>`;
}

export function createSite(clock: PlaceClock): Place {
  const shelf = new Shelf(clock);
  const listed = () => shelf.listed().filter((row) => !row.deleted);

  function answer({ method, url, headers }: PlaceRequest): PlaceAnswer {
    if (method !== 'GET') return text('No', 405);
    const { pathname } = url;
    if (pathname === '/') return html(sitePage('Fernway Docs'));
    if (pathname === '/robots.txt') {
      return text(`User-agent: *\nDisallow: /admin\n\nSitemap: ${SITE_ORIGIN}/sitemap.xml\n`);
    }
    if (pathname === '/sitemap.xml') return xml(sitemapIndex(listed().length));
    const part = /^\/sitemap-(\d+)\.xml$/.exec(pathname)?.[1];
    if (part !== undefined) {
      const from = Number(part) * ROWS_PER_SITEMAP;
      return xml(urlset(listed().slice(from, from + ROWS_PER_SITEMAP)));
    }
    const row = rowAt(pathname);
    return row === undefined || row.deleted ? text('Not found', 404) : pageAnswer(row, headers);
  }

  function rowAt(pathname: string): Row | undefined {
    return shelf.get(Number(/^\/guide\/page-(\d+)$/.exec(pathname)?.[1] ?? 0));
  }

  function urlset(rows: readonly Row[]): string {
    const entries = rows.map(
      (row) => `<url><loc>${urlOf(row)}</loc><lastmod>${clock.iso(row.updatedAt)}</lastmod></url>`,
    );
    return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>`;
  }

  return {
    shelf,
    answer,
    itemIds: (row) => [
      `src1:article:${createHash('sha256').update(urlOf(row)).digest('hex').slice(0, 12)}`,
    ],
    rowAskedFor({ url }) {
      // A site without robots.txt, or without Markdown beside a page, is in order: no row is asked for.
      if (url.pathname === '/robots.txt' || url.pathname.endsWith('.md')) return -1;
      return rowAt(url.pathname)?.id ?? null;
    },
  };
}

function sitemapIndex(rows: number): string {
  const parts = Array.from({ length: Math.ceil(rows / ROWS_PER_SITEMAP) }, (_, at) => at);
  const entries = parts.map(
    (at) => `<sitemap><loc>${SITE_ORIGIN}/sitemap-${at}.xml</loc></sitemap>`,
  );
  return `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</sitemapindex>`;
}

function pageAnswer(row: Row, asked: Headers): PlaceAnswer {
  const body = sitePage(row.title, row.hidden ? '<meta name="robots" content="noindex">' : '');
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 20)}"`;
  if (asked.get('if-none-match') === etag) return { status: 304, headers: { etag }, body: '' };
  const modified = new Date(row.updatedAt).toUTCString();
  const headers = { 'content-type': 'text/html; charset=utf-8', etag, 'last-modified': modified };
  return { ...html(body), headers };
}

function html(body: string): PlaceAnswer {
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

function xml(body: string): PlaceAnswer {
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
}

function text(body: string, status = 200): PlaceAnswer {
  return { status, headers: { 'content-type': 'text/plain' }, body };
}

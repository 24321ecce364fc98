/** Sitemaps: the addresses a site wants found (https://www.sitemaps.org/protocol.html). */
import { Parser } from 'htmlparser2';

export interface SitemapEntry {
  url: string;
  /** As written: a date, a time, or ''. */
  lastmod: string;
}

export interface Sitemap {
  pages: SitemapEntry[];
  /** Other sitemaps, where this is an index of them. */
  sitemaps: SitemapEntry[];
}

/** The protocol's own bound. */
const MOST_ENTRIES = 50_000;
const MOST_TEXT = 2_048;
const CHUNK = 65_536;
/** A sitemap has three levels. */
const MOST_OPEN = 50;

/**
 * Reads a sitemap or an index of sitemaps, or null when it is neither. Entities that a document
 * defines itself stay unread.
 */
export function readSitemap(xml: string): Sitemap | null {
  const sitemap: Sitemap = { pages: [], sitemaps: [] };
  let isSitemap = false;
  const at = { depth: 0 };
  let field: 'loc' | 'lastmod' | null = null;
  let entry: SitemapEntry = { url: '', lastmod: '' };
  const parser = new Parser(
    {
      onopentag(name) {
        at.depth += 1;
        const local = localName(name);
        if (local === 'urlset' || local === 'sitemapindex') isSitemap = true;
        if (local === 'url' || local === 'sitemap') entry = { url: '', lastmod: '' };
        field = at.depth === 3 && (local === 'loc' || local === 'lastmod') ? local : null;
      },
      ontext(text) {
        if (field === 'loc' && entry.url.length < MOST_TEXT) entry.url += text;
        if (field === 'lastmod' && entry.lastmod.length < MOST_TEXT) entry.lastmod += text;
      },
      onclosetag(name) {
        at.depth -= 1;
        field = null;
        const local = localName(name);
        if (at.depth !== 1 || (local !== 'url' && local !== 'sitemap')) return;
        const list = local === 'url' ? sitemap.pages : sitemap.sitemaps;
        const read = { url: entry.url.trim(), lastmod: entry.lastmod.trim() };
        if (read.url !== '' && list.length < MOST_ENTRIES) list.push(read);
      },
    },
    { xmlMode: true },
  );
  for (let from = 0; from < xml.length && at.depth <= MOST_OPEN; from += CHUNK) {
    parser.write(xml.slice(from, from + CHUNK));
  }
  if (at.depth <= MOST_OPEN) parser.end();
  return isSitemap && /<\/(?:\w+:)?(?:urlset|sitemapindex)\s*>\s*$/.test(xml.slice(-200)) ? sitemap : null; // prettier-ignore
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

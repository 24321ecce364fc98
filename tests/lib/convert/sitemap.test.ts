import { describe, expect, it } from 'vitest';
import { readSitemap } from '@/lib/convert/sitemap';

describe('readSitemap', () => {
  it('reads pages, with other namespaces beside', () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="i" xmlns:xhtml="x">
<url><loc> https://a.example/?a=1&amp;b=2 </loc><lastmod>2026-11-20</lastmod>
<xhtml:link rel="alternate" hreflang="de" href="https://a.example/de"/>
<image:image><image:loc>https://a.example/i.png</image:loc></image:image></url>
<url><loc><![CDATA[https://a.example/b]]></loc></url><url><lastmod>2026</lastmod></url></urlset>
`;
    expect(readSitemap(xml)).toEqual({
      pages: [
        { url: 'https://a.example/?a=1&b=2', lastmod: '2026-11-20' },
        { url: 'https://a.example/b', lastmod: '' },
      ],
      sitemaps: [],
    });
  });

  it('reads an index', () => {
    const xml =
      '<sitemapindex><sitemap><loc>https://a.example/1.xml</loc></sitemap></sitemapindex>';
    expect(readSitemap(xml)?.sitemaps).toEqual([{ url: 'https://a.example/1.xml', lastmod: '' }]);
  });

  it('refuses what is none, or is cut off', () => {
    for (const text of ['', 'x', '<html></html>', '{"a":1}', '<urlset><url><loc>https://a.exam']) {
      expect(readSitemap(text)).toBeNull();
    }
  });

  it('bears hostile ones', () => {
    const start = performance.now();
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${'&a;'.repeat(1_000)}">]>
<urlset><url><loc>https://a.example/${'&b;'.repeat(1_000)}</loc></url></urlset>`;
    expect(readSitemap(bomb)?.pages[0]?.url.length).toBeLessThan(5_000);
    expect(readSitemap(`<urlset>${'<url>'.repeat(200_000)}</urlset>`)).not.toBeUndefined();
    const many = `<urlset>${'<url><loc>https://a.example/</loc></url>'.repeat(120_000)}</urlset>`;
    expect(readSitemap(many)?.pages).toHaveLength(50_000);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

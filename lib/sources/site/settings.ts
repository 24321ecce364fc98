/** What is set for a documentation site, and how a pasted address becomes it. */
import * as z from 'zod/mini';

export const siteSettingsSchema = z.object({
  /** Where the site begins: only pages below it are read. Ends with `/`. */
  startUrl: z.url({ protocol: /^https?$/ }),
  /** Where its sitemap is, if not where `robots.txt` says or at `/sitemap.xml`. */
  sitemapUrl: z.optional(z.url({ protocol: /^https?$/ })),
  /** Parts of the site to read, as paths below the start, e.g. `guide`; none means all. */
  sections: z.array(z.string()),
});
export type SiteSettings = z.infer<typeof siteSettingsSchema>;

/** The folder that an address stands in: `/docs/install` and `/docs/install.html` in `/docs/`. */
export function settingsFor(url: URL): SiteSettings {
  const folder = url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1);
  return { startUrl: url.origin + folder, sections: [] };
}

/** An address that names a sitemap is a site; any other is asked. */
export function detectSite(url: URL): SiteSettings | null {
  if (!/\/sitemap[\w.-]*\.xml(?:\.gz)?$/.test(url.pathname)) return null;
  return { ...settingsFor(url), sitemapUrl: url.origin + url.pathname };
}

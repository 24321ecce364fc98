/** What is set for a MediaWiki source, and how a pasted address becomes it. */
import * as z from 'zod/mini';

export const mediaWikiSettingsSchema = z.object({
  /** Address of the wiki's `api.php`. */
  apiUrl: z.url({ protocol: /^https?$/ }),
  /** Numbers of the namespaces to read; '0' holds a wiki's articles. */
  namespaces: z.array(z.string().check(z.regex(/^\d{1,6}$/))).check(z.minLength(1)),
});
export type MediaWikiSettings = z.infer<typeof mediaWikiSettingsSchema>;

/** Farms whose wikis all have their API at the same path. */
const FARMS: { host: RegExp; path: string }[] = [
  {
    host: /(?:^|\.)(?:wikipedia|wiktionary|wikibooks|wikimedia|wikidata|mediawiki)\.org$/,
    path: '/w/api.php',
  },
  { host: /\.(?:fandom\.com|wiki\.gg)$/, path: '/api.php' },
];

export function settingsFor(apiUrl: string): MediaWikiSettings {
  return { apiUrl, namespaces: ['0'] };
}

/** Settings where the address alone tells: `api.php`, `index.php?title=`, a known farm. */
export function detectMediaWiki(url: URL): MediaWikiSettings | null {
  if (url.pathname.endsWith('/api.php')) return settingsFor(url.origin + url.pathname);
  if (url.pathname.endsWith('/index.php') && url.searchParams.has('title')) {
    return settingsFor(url.origin + url.pathname.replace(/index\.php$/, 'api.php'));
  }
  const farm = FARMS.find(({ host }) => host.test(url.hostname));
  return farm === undefined ? null : settingsFor(url.origin + farm.path);
}

/**
 * The API's address as each page of a wiki names it in `<link rel="EditURI">`, or null. Only one of
 * the page's own origin counts: that is the one the agent pasted.
 */
export function findApiUrl(html: string, pageUrl: string): string | null {
  const link = /<link\b[^>]{0,500}\brel="EditURI"[^>]{0,500}>/i.exec(html)?.[0] ?? '';
  const href = /\bhref="([^"]{1,500})"/i.exec(link)?.[1];
  if (href === undefined || !URL.canParse(href, pageUrl)) return null;
  const url = new URL(href, pageUrl);
  const isOurs = url.origin === new URL(pageUrl).origin && url.pathname.endsWith('/api.php');
  return isOurs ? url.origin + url.pathname : null;
}

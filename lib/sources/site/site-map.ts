/** Reads which pages a site has: robots.txt, the sitemaps it names, sitemaps those name. */
import { readSitemap, type SitemapEntry } from '@/lib/convert/sitemap';
import { fault } from '@/lib/core/fault';
import { hashText } from '@/lib/core/ids';
import { fail, ok, type Result } from '@/lib/core/result';
import type { SourceHttp } from '@/lib/sources/contract';
import { readRobots, type Robots } from '@/lib/sources/site/robots';
import type { SiteSettings } from '@/lib/sources/site/settings';

/** A page that the site wants found. */
export interface ListedPage {
  /** Short name of its address; part of its item's id. */
  key: string;
  url: string;
  /** As the sitemap says it; '' where it says nothing, or the same for all. */
  lastmod: string;
}

export interface PageListing {
  pages: ListedPage[];
  /** Pages beyond the bound that were left out. */
  left: number;
  /** Least time between two requests, in milliseconds. */
  gapMs: number;
  /** ISO 8601, by the site's clock. */
  servedAt: string;
}

/** More pages than this are another kind of site than a support team's. */
const MOST_PAGES = 10_000;
const MOST_SITEMAPS = 50;
/** Sitemaps may be packed, as `sitemap.xml.gz`; more than this is no list of 10,000 pages. */
const UNPACKED_BYTES = 20_000_000;
/** Sites publish no limits: one page a second is what a patient reader takes. */
const LEAST_GAP_MS = 1_000;
/** One date on that many pages is the day of a build, and says nothing. */
const SAME_ON_ALL = 3;

/** `not-found` where there is no sitemap, or no page of ours in it. */
export async function listPages(
  http: SourceHttp,
  settings: SiteSettings,
  signal: AbortSignal,
): Promise<Result<PageListing>> {
  const { origin } = new URL(settings.startUrl);
  const asked = { url: `${origin}/robots.txt`, why: 'what may be read', maxBytes: 1_000_000 };
  const robotsText = await http.send({ ...asked, expect: [404, 410] }, signal);
  if (!robotsText.ok) return robotsText;
  const { status, text, servedAt } = robotsText.value;
  const robots = readRobots(status >= 400 || /^\s*</.test(text) ? '' : text);
  const gapMs = Math.max(LEAST_GAP_MS, robots.crawlDelay * 1_000);
  const entries = await readSitemaps(http, firstSitemaps(settings, robots), gapMs, signal);
  if (!entries.ok) return entries;
  const wanted = entries.value.filter(({ url }) => isWanted(url, settings, robots));
  const pages = await nameThem(wanted.slice(0, MOST_PAGES));
  return ok({ pages, left: Math.max(0, wanted.length - MOST_PAGES), gapMs, servedAt });
}

function firstSitemaps({ sitemapUrl, startUrl }: SiteSettings, robots: Robots): string[] {
  if (sitemapUrl !== undefined) return [sitemapUrl];
  const { origin } = new URL(startUrl);
  const named = robots.sitemaps.flatMap((address) =>
    URL.canParse(address, origin) ? new URL(address, origin).href : [],
  );
  // The permission is for this site alone.
  const ours = named.filter((address) => new URL(address).origin === origin);
  return ours.length > 0 ? ours : [`${origin}/sitemap.xml`];
}

/** Sitemaps one after the other; what one names is read like the first. */
async function readSitemaps(
  http: SourceHttp,
  first: readonly string[],
  minGapMs: number,
  signal: AbortSignal,
): Promise<Result<SitemapEntry[]>> {
  const entries: SitemapEntry[] = [];
  const queue = [...first];
  const seen = new Set<string>();
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    if (seen.has(url) || seen.size >= MOST_SITEMAPS) continue;
    seen.add(url);
    const asked = { url, why: 'list of pages', minGapMs, maxUnpackedBytes: UNPACKED_BYTES };
    const answer = await http.send(asked, signal);
    if (!answer.ok) return answer;
    const sitemap = readSitemap(answer.value.text);
    if (sitemap === null) return fail(fault('bad-response', { why: 'no sitemap' }));
    entries.push(...sitemap.pages);
    const { origin } = new URL(url);
    queue.push(...sitemap.sitemaps.flatMap((entry) => sameOrigin(entry.url, origin)));
  }
  return ok(entries);
}

function sameOrigin(url: string, origin: string): string[] {
  return URL.canParse(url) && new URL(url).origin === origin ? [url] : [];
}

const NO_PAGES = /\.(?:pdf|zip|gz|png|jpe?g|gif|svg|webp|mp4|webm|mp3|css|js|json|xml|txt)$/i;

function isWanted(address: string, settings: SiteSettings, robots: Robots): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const start = new URL(settings.startUrl);
  if (url.origin !== start.origin || !url.pathname.startsWith(start.pathname)) return false;
  if (NO_PAGES.test(url.pathname) || !robots.allows(url)) return false;
  const { sections } = settings;
  return sections.length === 0 || sections.includes(sectionOf(url.href, settings));
}

/** First folder below the start; '' for pages that stand in none. */
export function sectionOf(address: string, { startUrl }: SiteSettings): string {
  const path = new URL(address).pathname.slice(new URL(startUrl).pathname.length);
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}

async function nameThem(entries: readonly SitemapEntry[]): Promise<ListedPage[]> {
  const dates = new Set(entries.map(({ lastmod }) => lastmod));
  const isWorthless = dates.size === 1 && entries.length >= SAME_ON_ALL;
  const pages = new Map<string, ListedPage>();
  for (const { url: address, lastmod } of entries) {
    const url = new URL(address);
    url.hash = '';
    const isTime = !isWorthless && !Number.isNaN(Date.parse(lastmod));
    pages.set(url.href, {
      key: await pageKey(url.href),
      url: url.href,
      lastmod: isTime ? lastmod : '',
    });
  }
  return [...pages.values()];
}

/** 48 bits: among 10,000 addresses two share theirs in one site of five million. */
export async function pageKey(url: string): Promise<string> {
  return (await hashText(url)).slice(0, 12);
}

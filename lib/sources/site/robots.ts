/** What a site's robots.txt lets us read (RFC 9309). */

export interface Robots {
  /** Whether the address's path and query may be read. */
  allows(url: URL): boolean;
  /** Addresses of sitemaps, as written. */
  sitemaps: string[];
  /** Seconds between two requests, where the site asks for that. */
  crawlDelay: number;
}

const OUR_NAME = 'trivet';
const MOST_TEXT = 512_000;
const MOST_RULES = 2_000;
const MOST_DELAY = 30;

interface Rule {
  allow: boolean;
  path: string;
}

/** Reads the file; '' lets everything be read. */
export function readRobots(text: string): Robots {
  const groups = new Map<string, { rules: Rule[]; delay: number }>();
  const sitemaps: string[] = [];
  let names: string[] = [];
  let isNaming = false;
  for (const line of text.slice(0, MOST_TEXT).split(/\r\n?|\n/)) {
    const [, field = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? [];
    const key = field.toLowerCase();
    if (key === 'sitemap') sitemaps.push(value.trim());
    if (key === 'user-agent') {
      names = isNaming ? [...names, value.trim().toLowerCase()] : [value.trim().toLowerCase()];
      isNaming = true;
    } else if (key === 'allow' || key === 'disallow' || key === 'crawl-delay') {
      isNaming = false;
      for (const name of names) add(groups, name, key, value.trim());
    }
  }
  const { rules, delay } = groups.get(OUR_NAME) ?? groups.get('*') ?? { rules: [], delay: 0 };
  return { allows: (url) => isAllowed(rules, url), sitemaps, crawlDelay: delay };
}

function add(
  groups: Map<string, { rules: Rule[]; delay: number }>,
  name: string,
  key: 'allow' | 'disallow' | 'crawl-delay',
  value: string,
): void {
  const group = groups.get(name) ?? { rules: [], delay: 0 };
  groups.set(name, group);
  if (key === 'crawl-delay') group.delay = Math.min(MOST_DELAY, Math.max(0, Number(value) || 0));
  else if (value !== '' && group.rules.length < MOST_RULES) {
    group.rules.push({ allow: key === 'allow', path: value });
  }
}

/** The longest rule that matches decides; of equals, the one that allows. */
function isAllowed(rules: readonly Rule[], url: URL): boolean {
  const path = url.pathname + url.search;
  let best: Rule | null = null;
  for (const rule of rules) {
    const isLonger = best === null || rule.path.length > best.path.length;
    const isKinder = best?.path.length === rule.path.length && rule.allow;
    if ((isLonger || isKinder) && matches(path, rule.path)) best = rule;
  }
  return best?.allow ?? true;
}

/** `*` stands for anything, `$` at the end for the end. Linear in the path for each part. */
function matches(path: string, pattern: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const [first = '', ...parts] = (isAnchored ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  if (!isAnchored) return true;
  return parts.length === 0 ? at === path.length : path.endsWith(parts.at(-1) ?? '');
}

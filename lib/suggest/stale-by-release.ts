/**
 * Staleness by release, not by calendar: an article is stale when the thing it describes changed
 * after it was written. An issue's fix says when and in which version; either the article mentions
 * that issue, or it speaks of older versions of the product that the ticket's known issue is about.
 * Every fact must be there: with no version, no day or no release, nothing is claimed.
 */
import { linkedAddresses } from '@/lib/convert/block-html';
import { blocksText } from '@/lib/convert/block-text';
import type { Item } from '@/lib/model/item';
import type { Notice } from '@/lib/model/suggestion';
import { compareVersions } from '@/lib/suggest/known-issue';

type Fix = NonNullable<Extract<Notice, { kind: 'stale' }>['fix']>;

/** What an article may be older than. */
export interface Releases {
  /** The known issue that is shown for the ticket, if one is. */
  known: Item | null;
  /** Issues that the article may mention. */
  mentioned: readonly Item[];
}

/** Keys of trackers: `FERN-1042`, `pos#12`. `#5` and `Bug 7` could be anybody's. */
const KEY = /^(?=\S*\p{L})\S*\d$/u;
const KEYS_IN_TEXT = /(?<![\p{L}\p{N}_/-])[A-Z][A-Z0-9_]{1,11}-\d{1,7}(?![\p{L}\p{N}_-])/gu;
const MOST_KEYS = 5;

/** `9.3` and `6.3.2`, but no IP address, no day of the calendar, no `04.05`. */
const NUMBER = String.raw`(?:0|[1-9]\d{0,3})`;
const DOTTED = String.raw`(?!\d{1,2}\.\d{1,2}\.\d{4})${NUMBER}(?:\.${NUMBER}){1,2}(?!\.?\d)`;
const VERSION = new RegExp(`(?<![\\d.])${DOTTED}`);
/** Words before a version that a text is about; "since 9.1" and "from 9.1" hold for later ones too. */
const CUE =
  '(?:up to(?: and including)?|until|through|versions?|release|v|in|on|for|with|bis(?: einschließlich)?|für|mit)';
const VERSION_WORD = String.raw`(?:(?:versions?|release|v)[ \u{A0}.]?)?`;
/** "for 2.5 minutes" and "up to 9.1 MB" are about no version. */
const UNIT =
  '(?:[%€$]|(?:[kmgt]i?b|ms|[smhd]|sec|min|seconds?|minutes?|hours?|days?|months?|years?|sekunden?|minuten?|stunden?|tagen?|monaten?|jahren?|euro|eur|usd|mm|cm|km|kg|volt|px)(?![\\p{L}\\p{N}]))';
const ABOUT = new RegExp(
  `(?<![\\p{L}\\p{N}])${CUE}[ \\u{A0}.]{0,2}${VERSION_WORD}(${DOTTED})(\\.x)?(?![ \\u{A0}]?${UNIT})`,
  'giu',
);

/** The fix that an item was written before, or null. */
export function outdatingFix(item: Item, { known, mentioned }: Releases, now: Date): Fix | null {
  if (item.issue !== undefined) return null;
  const text = () => `${item.title}\n${blocksText(item.blocks)}`;
  for (const issue of known === null ? mentioned : [known, ...mentioned]) {
    const fix = releasedFix(issue, now);
    if (fix === null || !isBefore(item.updatedAt, fix.date)) continue;
    if (mentions(item, text(), issue)) return fix;
    if (issue === known && isAboutOlder(item, text(), issue, fix)) return fix;
  }
  return null;
}

/** Keys of issues that the item's text may mean, a few. */
export function keysIn({ title, blocks }: Pick<Item, 'title' | 'blocks'>): string[] {
  const found = `${title}\n${blocksText(blocks)}`.match(KEYS_IN_TEXT) ?? [];
  return [...new Set(found)].slice(0, MOST_KEYS);
}

/** Null while a fix is not out, or its version or day are not known. */
function releasedFix({ key, issue }: Item, now: Date): Fix | null {
  if (key === undefined || issue?.category !== 'fixed') return null;
  const { fixVersion: version, fixDate: date } = issue;
  if (version === undefined || date === undefined) return null;
  return Date.parse(date) <= now.getTime() ? { key, version, date } : null;
}

/** Written before the day of the fix began: who writes on that day may know. */
function isBefore(updatedAt: string, date: string): boolean {
  return Date.parse(updatedAt) < Date.parse(date.slice(0, 'YYYY-MM-DD'.length));
}

function mentions(item: Item, text: string, { key = '', url }: Item): boolean {
  if (KEY.test(key) && isWordOf(text, key)) return true;
  return linkedAddresses(item.blocks).some((address) => isSamePage(address, url));
}

function isWordOf(text: string, key: string): boolean {
  const pattern = key.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  return new RegExp(`(?<![\\p{L}\\p{N}_-])${pattern}(?![\\p{L}\\p{N}_-])`, 'iu').test(text);
}

/** The same host and path, and what the issue's address asks for: `?id=7` at Bugzilla. */
function isSamePage(address: string, issueUrl: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(issueUrl)) return false;
  const [linked, issue] = [new URL(address), new URL(issueUrl)];
  const path = ({ pathname }: URL) => pathname.replace(/\/+$/, '');
  if (linked.host !== issue.host || path(linked) !== path(issue)) return false;
  return [...issue.searchParams].every(([name, value]) => linked.searchParams.get(name) === value);
}

/** Every version that the text is about comes before the fix, of a product they have in common. */
function isAboutOlder(item: Item, text: string, { products }: Item, { version }: Fix): boolean {
  const fixed = VERSION.exec(version)?.[0];
  const own = new Set(item.products.map((product) => product.toLowerCase()));
  if (fixed === undefined || !products.some((product) => own.has(product.toLowerCase()))) {
    return false;
  }
  const about = [...text.matchAll(ABOUT)];
  return about.length > 0 && about.every(([, found = '', any]) => isOlder(found, any, fixed));
}

/** `9.1.x` is every 9.1: older than 9.2, not than 9.1.4. */
function isOlder(found: string, any: string | undefined, fixed: string): boolean {
  if (any !== undefined && `${fixed}.`.startsWith(`${found}.`)) return false;
  return compareVersions(found, fixed) < 0;
}

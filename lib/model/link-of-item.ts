/** What links a ticket to an item: its tag, its problem ticket, and whether the ticket has them. */
import { LINK_TAG_PREFIX } from '@/lib/model/link';
import type { ItemHead } from '@/lib/model/item';
import type { Ticket } from '@/lib/model/ticket';

type Named = Pick<ItemHead, 'id' | 'kind' | 'key' | 'url' | 'labels'>;

const SLUG_LIMIT = 48;

/** A label by which a tracker's issue names its problem ticket, e.g. `zendesk-problem-4500`. */
const PROBLEM_LABEL = /^zendesk[-_ ]problem[-_ :#]+(\d{1,15})$/i;

/** Tickets are linked to what causes them, not to what explains them. */
export function isLinkable({ kind }: Pick<ItemHead, 'kind'>): boolean {
  return kind === 'issue' || kind === 'incident';
}

/**
 * The tag that stands for the item on any helpdesk, for every agent the same. Keys that lose letters
 * on the way (`acme/app#12`) get a mark made of key and address, so that no two share a tag.
 */
export function linkTag({ id, key, url }: Named): string {
  const name = key ?? '';
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, SLUG_LIMIT);
  const isWhole = slug === name.toLowerCase() && /[a-z]/.test(slug);
  const mark = isWhole ? '' : hashMark(`${name} ${url || id}`);
  return LINK_TAG_PREFIX + [slug, mark].filter((part) => part !== '').join('-');
}

/** Number of the problem ticket on `origin` that stands for the item: the item itself, or by label. */
export function problemIdOf({ url, labels }: Named, origin: string): string | null {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (address !== null && address.origin === origin) {
    const own = /^\/agent\/tickets\/(\d{1,15})(?:\/|$)/.exec(address.pathname)?.[1];
    if (own !== undefined) return own;
  }
  for (const label of labels) {
    const named = PROBLEM_LABEL.exec(label.trim())?.[1];
    if (named !== undefined) return named;
  }
  return null;
}

/** How the ticket, as it was read, stands to the item. */
export function linkStanding(ticket: Ticket, item: Named): 'unlinked' | 'linked' | 'elsewhere' {
  const { problemId, tags, origin } = ticket;
  const own = problemIdOf(item, origin);
  const linkTags = tags.filter((tag) => tag.startsWith(LINK_TAG_PREFIX));
  if ((own !== null && problemId === own) || linkTags.includes(linkTag(item))) return 'linked';
  return problemId !== undefined || linkTags.length > 0 ? 'elsewhere' : 'unlinked';
}

/** FNV-1a, 32 bits, in base 36: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashMark(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

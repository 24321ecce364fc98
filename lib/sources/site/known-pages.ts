/** What is known of a site's pages since earlier readings: small, for it is kept in the cursor. */
import * as z from 'zod/mini';
import type { ListedPage } from '@/lib/sources/site/site-map';

/**
 * `sure`: read; `again`: to be read once more by the next pull; `due`: to be read by this one;
 * `later`: failed, to be tried when all others are read; `missing`: the last pull's sitemap did not
 * name it.
 */
type Standing = 'sure' | 'again' | 'due' | 'later' | 'missing';

interface KnownPage {
  standing: Standing;
  /** The sitemap's time for it when it was read; 0 where it said none. Seconds since 1970. */
  mark: number;
  /** What tells the server which state we have: `e` and its ETag, or `m` and its Last-Modified. */
  tag: string;
}

export const positionSchema = z.object({
  /** Another number when pages are read in another way: all are read anew then. */
  version: z.literal(1),
  isUnderWay: z.boolean(),
  /** Pages that gave no time and are asked in turn: the last one asked, and how many are left. */
  turn: z.string(),
  turnsLeft: z.number(),
  /** Whether the site serves its pages as Markdown, too. */
  twins: z.enum(['unknown', 'yes', 'no']),
  /** One line a page. */
  known: z.array(z.string()),
});
export type SitePosition = z.infer<typeof positionSchema>;

const STANDINGS: Record<string, Standing> = { k: 'sure', a: 'again', d: 'due', l: 'later', m: 'missing' }; // prettier-ignore
const LETTERS: Record<Standing, string> = { sure: 'k', again: 'a', due: 'd', later: 'l', missing: 'm' }; // prettier-ignore
/** Beyond this many pages the servers' tags would make the cursor too big to keep at each step. */
const MOST_TAGGED = 2_500;
const LONGEST_TAG = 80;
/** Fewer may vanish at once; more, and more than half, is a sitemap that was cut short. */
const FEW = 10;
const DAY_S = 24 * 60 * 60;
/** A date without a time holds everywhere on earth. */
const ZONES_S = 14 * 60 * 60;
/** Stands for the time of a page that could not be read: no sitemap says it. */
const FAILED = 1;
/** A page may change again in the second in which it was read. */
const YOUNG_S = 120;

export class KnownPages {
  readonly #pages = new Map<string, KnownPage>();

  constructor(lines: readonly string[]) {
    for (const line of lines) {
      const [, key, letter = '', mark = '', tag = ''] = /^([0-9a-f]+) ([kadlm])(\w*) ?(.*)$/.exec(line) ?? []; // prettier-ignore
      const standing = STANDINGS[letter];
      if (key === undefined || standing === undefined) continue;
      this.#pages.set(key, { standing, mark: Number.parseInt(mark, 36) || 0, tag });
    }
  }

  lines(): string[] {
    const isTagged = this.#pages.size <= MOST_TAGGED;
    return [...this.#pages].map(([key, { standing, mark, tag }]) => {
      const line = `${key} ${LETTERS[standing]}${mark === 0 ? '' : mark.toString(36)}`;
      return isTagged && tag !== '' ? `${line} ${tag}` : line;
    });
  }

  /** A new reading begins; returns keys of pages that two sitemaps in a row did not name. */
  begin(listed: ReadonlySet<string>): string[] {
    const absent = [...this.#pages].filter(([key]) => !listed.has(key));
    const isCutShort = absent.length > FEW && absent.length > this.#pages.size / 2;
    const gone: string[] = [];
    for (const [key, page] of this.#pages) {
      if (!listed.has(key)) {
        if (isCutShort) continue;
        if (page.standing === 'missing') gone.push(key);
        page.standing = 'missing';
      } else if (page.standing === 'missing') {
        // Our copy may have gone meanwhile, so that "unchanged" would be no answer.
        Object.assign(page, { standing: 'due', tag: '' });
      } else if (page.standing === 'again' || page.standing === 'later') page.standing = 'due';
    }
    for (const key of gone) this.#pages.delete(key);
    return gone;
  }

  /** New, changed by the sitemap's word, or to be read once more. */
  isDue({ key, lastmod }: ListedPage): boolean {
    const page = this.#pages.get(key);
    if (page === undefined || page.standing === 'due' || page.standing === 'later') return true;
    // One that failed twice waits for the next reading, whatever its time says.
    if (page.standing === 'again' && page.mark === FAILED) return false;
    return lastmod !== '' && page.mark !== markOf(lastmod);
  }

  /** Known, and nothing but asking tells whether it changed. */
  isSilent({ key, lastmod }: ListedPage): boolean {
    return lastmod === '' && this.#pages.get(key)?.standing === 'sure';
  }

  /** Request headers that let the server say "unchanged". */
  conditions(key: string): Record<string, string> {
    const tag = this.#pages.get(key)?.tag ?? '';
    if (tag.startsWith('e')) return { 'if-none-match': tag.slice(1) };
    const seconds = Number.parseInt(tag.slice(1), 36);
    if (!tag.startsWith('m') || Number.isNaN(seconds)) return {};
    return { 'if-modified-since': new Date(seconds * 1_000).toUTCString() };
  }

  /**
   * The page was read at `servedAt`. One in doubt is read once more by the next pull; the second
   * time it is believed.
   */
  take(page: ListedPage, servedAt: string, reading: { isDoubtful: boolean; tag: string }): void {
    const wasDue = this.#pages.get(page.key)?.standing === 'due';
    const isDoubtful = reading.isDoubtful && !wasDue;
    const isOpen = isDoubtful || isYoung(page.lastmod, servedAt);
    this.#pages.set(page.key, {
      standing: isOpen ? 'again' : 'sure',
      mark: markOf(page.lastmod),
      tag: isDoubtful || reading.tag.length > LONGEST_TAG ? '' : reading.tag,
    });
  }

  /** As `take`, when the server said that the page is unchanged. */
  keep(page: ListedPage, servedAt: string): void {
    const tag = this.#pages.get(page.key)?.tag ?? '';
    this.take(page, servedAt, { isDoubtful: false, tag });
  }

  isPostponed(key: string): boolean {
    return this.#pages.get(key)?.standing === 'later';
  }

  /** The page failed: it is tried once more at the end of this reading, and then by the next. */
  postpone({ key }: ListedPage): void {
    const page = this.#pages.get(key) ?? { standing: 'due', mark: 0, tag: '' };
    const standing = page.standing === 'later' ? 'again' : 'later';
    this.#pages.set(key, { ...page, standing, mark: standing === 'again' ? FAILED : page.mark });
  }

  /** Whether this is the second reading of a page in doubt. */
  isSecondReading(key: string): boolean {
    return this.#pages.get(key)?.standing === 'due';
  }
}

/** The server's name for the state it sent. */
export function tagOf(headers: Headers): string {
  const etag = headers.get('etag');
  if (etag !== null && etag !== '') return `e${etag}`;
  const modified = Date.parse(headers.get('last-modified') ?? '');
  return Number.isNaN(modified) ? '' : `m${Math.floor(modified / 1_000).toString(36)}`;
}

function markOf(lastmod: string): number {
  const time = Date.parse(lastmod);
  return Number.isNaN(time) ? 0 : Math.floor(time / 1_000);
}

/** Whether the page may have changed after it was read without the sitemap's time changing. */
function isYoung(lastmod: string, servedAt: string): boolean {
  if (lastmod === '') return false;
  const span = lastmod.trim().length <= 10 ? DAY_S + ZONES_S : 0;
  return markOf(lastmod) + span + YOUNG_S > Date.parse(servedAt) / 1_000;
}

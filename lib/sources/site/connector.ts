/** Any documentation site that has a sitemap, read politely: what changed, and at most one page a second. */
import { readWebPage } from '@/lib/convert/web-page';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type {
  Choice,
  Connector,
  ConnectorKind,
  ConnectorPorts,
  ConnectorSource,
  PullBatch,
} from '@/lib/sources/contract';
import { readCursor, writeCursor } from '@/lib/sources/cursor';
import { KnownPages, positionSchema, type SitePosition } from '@/lib/sources/site/known-pages';
import { itemIdOf } from '@/lib/sources/site/map';
import { PageWalk } from '@/lib/sources/site/page-walk';
import {
  detectSite,
  settingsFor,
  siteSettingsSchema,
  type SiteSettings,
} from '@/lib/sources/site/settings';
import { listPages, sectionOf, type PageListing } from '@/lib/sources/site/site-map';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The list of pages serves all steps of one reading. */
const LISTING_AGE = 15 * MINUTE;
/** Pages without a time of change that one reading asks for. */
const TURNS = 60;

export const siteKind: ConnectorKind<SiteSettings> = {
  kind: 'site',
  settings: siteSettingsSchema,
  secrets: [],
  cadence: { pullMs: 2 * HOUR, pullActiveMs: 30 * MINUTE, sweepMs: 24 * HOUR },
  detect: detectSite,
  async probe(url, http, signal) {
    for (const settings of [settingsFor(url), settingsFor(new URL('/', url))]) {
      const listing = await listPages(http, settings, signal);
      if (listing.ok && listing.value.pages.length > 0) return ok(settings);
      if (!listing.ok) {
        const isNone = ['not-found', 'bad-response'].includes(listing.fault.kind);
        return isNone ? ok(null) : listing;
      }
    }
    return ok(null);
  },
  origins: ({ startUrl }) => [new URL(startUrl).origin],
  create: (source, ports) => new SiteConnector(source, ports),
};

class SiteConnector implements Connector {
  readonly kind = 'site';
  readonly #source: ConnectorSource<SiteSettings>;
  readonly #ports: ConnectorPorts;
  #listing: { at: number; listing: PageListing } | null = null;

  constructor(source: ConnectorSource<SiteSettings>, ports: ConnectorPorts) {
    this.#source = source;
    this.#ports = ports;
  }

  async check(signal: AbortSignal) {
    const { startUrl } = this.#source.settings;
    const listing = await this.#list(signal);
    if (!listing.ok) return listing;
    if (listing.value.pages.length === 0) {
      return fail(fault('not-found', { why: 'no page below this address in the sitemap' }));
    }
    const start = await this.#ports.http.send({ url: startUrl, why: 'name of the site', expect: [404] }, signal); // prettier-ignore
    if (!start.ok) return start;
    const { host, pathname } = new URL(startUrl);
    const title = start.value.status === 404 ? '' : readWebPage(start.value.text, startUrl).title;
    return ok({ name: title || host + pathname.replace(/\/$/, '') });
  }

  async pull(cursor: string | null, signal: AbortSignal): Promise<Result<PullBatch>> {
    const listing = await this.#list(signal);
    if (!listing.ok) return listing;
    const { pages } = listing.value;
    const kept = readCursor(cursor, positionSchema);
    const known = new KnownPages(kept?.known ?? []);
    const isUnderWay = kept?.isUnderWay ?? false;
    const gone = isUnderWay ? [] : known.begin(new Set(pages.map(({ key }) => key)));
    const silent = pages.filter((page) => known.isSilent(page)).length;
    const position: Omit<SitePosition, 'known'> = {
      version: 1,
      isUnderWay: true,
      turn: kept?.turn ?? '',
      turnsLeft: isUnderWay ? (kept?.turnsLeft ?? 0) : Math.min(TURNS, silent),
      twins: kept?.twins ?? 'unknown',
    };
    const walk = new PageWalk(this.#source, this.#ports, listing.value, known, signal);
    const walked = await walk.step(position);
    if (!walked.ok) return walked;
    const { upserts, deletes, skipped, after, done } = walked.value;
    const next: SitePosition = { ...after, isUnderWay: !done, known: known.lines() };
    if (!done) this.#listing ??= { at: this.#ports.now(), listing: listing.value };
    else this.#listing = null;
    if (done && listing.value.left > 0) {
      skipped.push({
        where: this.#source.settings.sitemapUrl ?? this.#source.settings.startUrl,
        why: 'too-many',
        detail: String(listing.value.left),
      });
    }
    return ok({
      upserts,
      deletes: [...gone.map((key) => itemIdOf(this.#source.id, key)), ...deletes],
      skipped,
      cursor: writeCursor(next),
      done,
      total: pages.length,
    });
  }

  async sweep(_cursor: string | null, signal: AbortSignal) {
    const listing = await this.#list(signal);
    if (!listing.ok) return listing;
    const ids = listing.value.pages.map(({ key }) => itemIdOf(this.#source.id, key));
    return ok({ ids, cursor: '', done: true });
  }

  async listChoices(signal: AbortSignal): Promise<Result<Choice[]>> {
    const settings = { ...this.#source.settings, sections: [] };
    const listing = await listPages(this.#ports.http, settings, signal);
    if (!listing.ok) return listing;
    const sections = new Set(listing.value.pages.map(({ url }) => sectionOf(url, settings)));
    const named = [...sections].filter((section) => section !== '').toSorted();
    return ok(named.map((id) => ({ setting: 'sections', id, name: decode(id) })));
  }

  /** The list of pages, as long as it is fresh the one at hand. */
  async #list(signal: AbortSignal): Promise<Result<PageListing>> {
    const held = this.#listing;
    if (held !== null && this.#ports.now() - held.at < LISTING_AGE && !signal.aborted) {
      return ok(held.listing);
    }
    this.#listing = null;
    return listPages(this.#ports.http, this.#source.settings, signal);
  }
}

function decode(section: string): string {
  try {
    return decodeURIComponent(section);
  } catch {
    return section;
  }
}

/** One step through a site's pages: new and changed ones first, then some that never say they changed. */
import type { Fault, FaultKind } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { ConnectorPorts, ConnectorSource, SkippedRecord } from '@/lib/sources/contract';
import type { KnownPages, SitePosition } from '@/lib/sources/site/known-pages';
import { itemIdOf, mapPage } from '@/lib/sources/site/map';
import { isMarkdown, readPage, twinOf, type PageReading } from '@/lib/sources/site/read-page';
import type { SiteSettings } from '@/lib/sources/site/settings';
import { sectionOf, type ListedPage, type PageListing } from '@/lib/sources/site/site-map';

/** Pages of one step, at one a second. */
const STEP_PAGES = 10;
const HOUR = 3_600_000;
/** What may be wrong with one page of a site that is in order. */
const PAGE_FAULTS: ReadonlySet<FaultKind> = new Set(['forbidden', 'server-error', 'timeout']);

type Place = Omit<SitePosition, 'known'>;

export interface WalkedStep {
  upserts: Item[];
  deletes: string[];
  skipped: SkippedRecord[];
  after: Place;
  done: boolean;
}

export class PageWalk {
  readonly #source: ConnectorSource<SiteSettings>;
  readonly #ports: ConnectorPorts;
  readonly #listing: PageListing;
  readonly #known: KnownPages;
  readonly #signal: AbortSignal;
  readonly #keys: ReadonlySet<string>;
  readonly #step: Pick<WalkedStep, 'upserts' | 'deletes' | 'skipped'> = {
    upserts: [],
    deletes: [],
    skipped: [],
  };

  constructor(
    source: ConnectorSource<SiteSettings>,
    ports: ConnectorPorts,
    listing: PageListing,
    known: KnownPages,
    signal: AbortSignal,
  ) {
    this.#source = source;
    this.#ports = ports;
    this.#listing = listing;
    this.#known = known;
    this.#signal = signal;
    this.#keys = new Set(listing.pages.map(({ key }) => key));
  }

  /** Reads the next pages and writes into `known` what became of them. */
  async step(place: Place): Promise<Result<WalkedStep>> {
    const due = this.#due();
    const now = due.slice(0, STEP_PAGES);
    const room = Math.min(place.turnsLeft, STEP_PAGES - now.length);
    const turned = due.length > now.length ? [] : this.#inTurn(place.turn, room);
    const twins = await this.#findTwins(place.twins);
    if (!twins.ok) return twins;
    for (const page of [...now, ...turned]) {
      const taken = await this.#readOne(page, twins.value === 'yes');
      if (!taken.ok) return taken;
    }
    const turnsLeft = turned.length === 0 ? 0 : place.turnsLeft - turned.length;
    // Those that failed in this step, too.
    const isMore = this.#due().length > 0;
    return ok({
      ...this.#step,
      after: {
        ...place,
        twins: twins.value,
        turn: turned.at(-1)?.key ?? place.turn,
        turnsLeft: isMore ? place.turnsLeft : turnsLeft,
      },
      done: !isMore && turnsLeft === 0,
    });
  }

  /** Begins elsewhere each hour: one page that always fails must not stand before all others. */
  #due(): ListedPage[] {
    const due = this.#listing.pages.filter((page) => this.#known.isDue(page));
    const start = due.length === 0 ? 0 : Math.floor(this.#ports.now() / HOUR) % due.length;
    const turned = [...due.slice(start), ...due.slice(0, start)];
    const isLate = ({ key }: ListedPage): boolean => this.#known.isPostponed(key);
    return [...turned.filter((page) => !isLate(page)), ...turned.filter(isLate)];
  }

  /** The next `count` pages, by key, that only asking tells of. */
  #inTurn(turn: string, count: number): ListedPage[] {
    if (count <= 0) return [];
    const silent = this.#listing.pages
      .filter((page) => this.#known.isSilent(page))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const later = silent.filter(({ key }) => key > turn);
    return [...later, ...silent.filter(({ key }) => key <= turn)].slice(0, count);
  }

  /** Asks once for the Markdown beside the site's first page. */
  async #findTwins(known: Place['twins']): Promise<Result<Place['twins']>> {
    if (known !== 'unknown') return ok(known);
    const twin = this.#listing.pages.map(({ url }) => twinOf(url)).find((url) => url !== null);
    if (twin === undefined || twin === null) return ok(known);
    const headers = { accept: 'text/markdown, text/plain' };
    const asked = { url: twin, headers, why: 'is there Markdown', minGapMs: this.#listing.gapMs };
    const expect = [403, 404, 406, 410];
    const answer = await this.#ports.http.send({ ...asked, expect }, this.#signal);
    if (!answer.ok) return answer;
    return ok(answer.value.status === 200 && isMarkdown(answer.value) ? 'yes' : 'no');
  }

  async #readOne(page: ListedPage, asMarkdown: boolean): Promise<Result<null>> {
    const { startUrl } = this.#source.settings;
    const request = {
      page,
      conditions: this.#known.conditions(page.key),
      gapMs: this.#listing.gapMs,
      asMarkdown,
      startUrl,
      isListed: (key: string) => this.#keys.has(key),
    };
    const read = await readPage(this.#ports.http, request, this.#signal);
    if (!read.ok) return this.#takeFailure(page, read.fault);
    await this.#take(page, read.value);
    return ok(null);
  }

  /** One page that is closed or broken costs itself only; a site that is so as a whole is a fault. */
  async #takeFailure(page: ListedPage, failure: Fault): Promise<Result<null>> {
    const where = new URL(page.url).pathname;
    if (failure.kind === 'bad-response') {
      await this.#take(page, { kind: 'no-text', why: whyUnreadable(failure), servedAt: '' });
      return ok(null);
    }
    if (!PAGE_FAULTS.has(failure.kind)) return fail(failure);
    const { startUrl } = this.#source.settings;
    const asked = { url: startUrl, why: 'is the site open', minGapMs: this.#listing.gapMs };
    const start = await this.#ports.http.send({ ...asked, expect: [404] }, this.#signal);
    if (!start.ok) return fail(failure);
    if (failure.kind === 'forbidden') {
      await this.#take(page, { kind: 'gone', servedAt: start.value.servedAt });
    } else {
      if (this.#known.isPostponed(page.key)) {
        this.#step.skipped.push({ where, why: 'failed', detail: failure.kind });
      }
      this.#known.postpone(page);
    }
    return ok(null);
  }

  async #take(page: ListedPage, reading: PageReading): Promise<void> {
    const { deletes, skipped } = this.#step;
    const { servedAt } = reading;
    const id = itemIdOf(this.#source.id, page.key);
    switch (reading.kind) {
      case 'unchanged':
        this.#known.keep(page, servedAt);
        return;
      case 'gone':
        deletes.push(id);
        this.#known.take(page, servedAt, { isDoubtful: false, tag: '' });
        return;
      case 'no-text':
        // A page may be down for a moment: what we have stays until it says so twice.
        if (this.#known.isSecondReading(page.key)) deletes.push(id);
        skipped.push({ where: new URL(page.url).pathname, why: reading.why });
        this.#known.take(page, servedAt, { isDoubtful: true, tag: '' });
        return;
      case 'text':
        await this.#takeText(page, reading);
    }
  }

  async #takeText(
    page: ListedPage,
    { text, isDoubtful, tag, servedAt }: Extract<PageReading, { kind: 'text' }>,
  ): Promise<void> {
    const { id: sourceId, settings } = this.#source;
    const { languageOf, now } = this.#ports;
    const item = await mapPage(page, text, {
      sourceId,
      syncedAt: new Date(now()).toISOString(),
      languageOf,
      sectionOf: (url) => sectionOf(url, settings),
    });
    this.#step.upserts.push(item);
    this.#known.take(page, servedAt, { isDoubtful, tag });
  }
}

function whyUnreadable({ detail }: Fault): SkippedRecord['why'] {
  const why = String(detail?.['why'] ?? '');
  if (why === 'too large') return 'too-large';
  return why.startsWith('redirected') ? 'elsewhere' : 'failed';
}

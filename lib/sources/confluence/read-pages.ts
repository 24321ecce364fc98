/** Reads a Confluence site list by list: each space's pages, then its trash and its archive. */
import * as z from 'zod/mini';
import { ok, type Result } from '@/lib/core/result';
import type { ConfluenceClient } from '@/lib/sources/confluence/client';
import { bodyBlocks, itemIdOf, mapPage, type MapContext } from '@/lib/sources/confluence/map';
import { readPageFacts } from '@/lib/sources/confluence/page-facts';
import { nextCursor, pagesPath } from '@/lib/sources/confluence/paths';
import {
  listSchema,
  markSchema,
  pageSchema,
  spaceSchema,
  type PageRecord,
} from '@/lib/sources/confluence/records';
import type { ConfluenceSettings } from '@/lib/sources/confluence/settings';
import type { ConnectorPorts, ConnectorSource, SkippedRecord } from '@/lib/sources/contract';
import { readCursor } from '@/lib/sources/cursor';
import type { Known, LegPage, LegPlan, PullLegs } from '@/lib/sources/legs';
import { readRows } from '@/lib/sources/read-json';
import { mapEach } from '@/lib/sources/map-each';

/** One list of one space. */
const legSchema = z.object({
  /** '' for all spaces. */
  space: z.string(),
  name: z.string(),
  isPublic: z.boolean(),
  status: z.enum(['current', 'trashed', 'archived']),
  /** Read every page, however old: new labels and restrictions leave a page's time as it was. */
  isWhole: z.boolean(),
});
type Leg = z.infer<typeof legSchema>;
type Space = Pick<Leg, 'space' | 'name' | 'isPublic'>;

/** Bodies come with these. */
const PAGES_AT_ONCE = 25;
const MARKS_AT_ONCE = 100;

export class PageReader implements PullLegs {
  readonly overlapMs = 10 * 60_000;
  readonly #source: ConnectorSource<ConfluenceSettings>;
  readonly #ports: ConnectorPorts;
  readonly #client: ConfluenceClient;

  constructor(
    source: ConnectorSource<ConfluenceSettings>,
    ports: ConnectorPorts,
    client: ConfluenceClient,
  ) {
    this.#source = source;
    this.#ports = ports;
    this.#client = client;
  }

  /** Once a day everything is read again. */
  async plan({ since }: Known): Promise<Result<LegPlan>> {
    const clock = await this.#client.get('api/v2/spaces?limit=1', 'time at the site', listSchema);
    if (!clock.ok) return clock;
    const { servedAt } = clock.value.response;
    const spaces = await this.#spaces();
    if (!spaces.ok) return spaces;
    const isWhole = since === null || since.slice(0, 10) !== servedAt.slice(0, 10);
    const gone = since === null ? [] : (['trashed', 'archived'] as const);
    const legs = spaces.value.flatMap((space) => [
      { ...space, status: 'current' as const, isWhole },
      ...gone.map((status) => ({ ...space, status, isWhole: false })),
    ]);
    return ok({ legs: legs.map((leg) => JSON.stringify(leg)), servedAt });
  }

  async read(legText: string, page: string | null, { since }: Known): Promise<Result<LegPage>> {
    const leg = readCursor(legText, legSchema);
    // Written by another version of ours; the next whole reading makes up for it.
    if (leg === null) return ok({ upserts: [], deletes: [], skipped: [], next: null });
    const from = leg.isWhole ? null : since;
    return leg.status === 'current'
      ? this.#readCurrent(leg, page, from)
      : this.#readGone(leg, page, from);
  }

  async #readCurrent(
    leg: Leg,
    page: string | null,
    since: string | null,
  ): Promise<Result<LegPage>> {
    // While all is read nothing may move: pages stand by their ids then.
    const sort = since === null ? 'id' : '-modified-date';
    const query = { status: 'current', sort, limit: String(PAGES_AT_ONCE) };
    const body = { 'body-format': 'atlas_doc_format', ...(page === null ? {} : { cursor: page }) };
    const path = pagesPath(leg.space, { ...query, ...body });
    const answer = await this.#client.get(path, 'pages', listSchema);
    if (!answer.ok) return answer;
    const { value, response } = answer.value;
    const { rows, skipped } = readRows(value.results, pageSchema);
    const wanted = rows.filter((row) => since === null || row.version.createdAt >= since);
    const whole = await this.#withBodies(wanted);
    if (!whole.ok) return whole;
    const facts = await readPageFacts(
      this.#client,
      wanted.map(({ id }) => id),
    );
    if (!facts.ok) return facts;
    const context = this.#context(leg, response.servedAt);
    const upserts = await mapEach(this.#ports, whole.value.pages, (row) =>
      mapPage(row, facts.value.get(row.id), context),
    );
    const isPast = wanted.length < rows.length;
    const next = isPast ? null : nextCursor(value['_links']?.next);
    return ok({ upserts, deletes: [], skipped: [...skipped, ...whole.value.skipped], next });
  }

  /** Pages of the old editor may have no document tree: those are asked for in their own format. */
  async #withBodies(
    rows: readonly PageRecord[],
  ): Promise<Result<{ pages: PageRecord[]; skipped: SkippedRecord[] }>> {
    const pages: PageRecord[] = [];
    const skipped: SkippedRecord[] = [];
    for (const row of rows) {
      if (bodyBlocks(row, '') !== null) {
        pages.push(row);
        continue;
      }
      const path = `api/v2/pages/${encodeURIComponent(row.id)}?body-format=storage`;
      const answer = await this.#client.get(path, 'text of an old page', pageSchema);
      if (answer.ok) pages.push(answer.value.value);
      else if (answer.fault.kind !== 'not-found') return answer;
      else skipped.push({ where: row['_links'].webui, why: 'gone' });
    }
    return ok({ pages, skipped });
  }

  /** Newest first; a server that does not date what it throws away shows at least its first page. */
  async #readGone(leg: Leg, page: string | null, since: string | null): Promise<Result<LegPage>> {
    const query = { status: leg.status, sort: '-modified-date', limit: String(MARKS_AT_ONCE) };
    const path = pagesPath(leg.space, { ...query, ...(page === null ? {} : { cursor: page }) });
    const answer = await this.#client.get(path, `pages that are ${leg.status}`, listSchema);
    if (!answer.ok) return answer;
    const { rows, skipped } = readRows(answer.value.value.results, markSchema);
    const isPast = rows.some(({ version }) => version !== undefined && since !== null && version.createdAt < since); // prettier-ignore
    const next = isPast ? null : nextCursor(answer.value.value['_links']?.next);
    const deletes = rows.map(({ id }) => itemIdOf(this.#source.id, id));
    return ok({ upserts: [], deletes, skipped, next });
  }

  async #spaces(): Promise<Result<Space[]>> {
    const { spaces: chosen, access } = this.#source.settings;
    if (chosen.length === 0) return ok([{ space: '', name: '', isPublic: false }]);
    const spaces: Space[] = [];
    for (const id of chosen) {
      const answer = await this.#client.get(`api/v2/spaces/${id}`, 'name of a space', spaceSchema);
      if (!answer.ok) return answer;
      const isPublic = access === 'site' ? await this.#isPublic(id) : ok(false);
      if (!isPublic.ok) return isPublic;
      spaces.push({ space: id, name: answer.value.value.name, isPublic: isPublic.value });
    }
    return ok(spaces);
  }

  /** Whether anyone may read the space; the gateway lets nobody in who is not signed in. */
  async #isPublic(id: string): Promise<Result<boolean>> {
    const path = `api/v2/spaces/${id}`;
    const answer = await this.#client.get(path, 'may everyone read it', spaceSchema, { asAnyone: true }); // prettier-ignore
    if (answer.ok) return ok(true);
    const isRefusal = ['signed-out', 'forbidden', 'not-found'].includes(answer.fault.kind);
    return isRefusal ? ok(false) : answer;
  }

  #context({ name, isPublic }: Leg, syncedAt: string): MapContext {
    const { id: sourceId, settings } = this.#source;
    const { site, locale } = settings;
    const { languageOf } = this.#ports;
    return { sourceId, syncedAt, site, locale, space: name, isPublic, languageOf };
  }
}

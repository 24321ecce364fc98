/** Bugzilla 5 and later: bugs of chosen products, read in the order they changed. */
import { ok, type Result } from '@/lib/core/result';
import type {
  Connector,
  ConnectorKind,
  ConnectorPorts,
  ConnectorSource,
  SourceHttp,
} from '@/lib/sources/contract';
import { readRows, requestJson } from '@/lib/sources/read-json';
import { BugzillaClient } from '@/lib/sources/bugzilla/client';
import { mapBug } from '@/lib/sources/bugzilla/map';
import {
  BUG_FIELDS,
  bugSchema,
  idRowSchema,
  productsSchema,
  rowSchema,
  versionSchema,
  type BugRecord,
} from '@/lib/sources/bugzilla/records';
import { bugzillaSettingsSchema, type BugzillaSettings } from '@/lib/sources/bugzilla/settings';
import { isOwnNetwork } from '@/lib/sources/tracker/hosts';
import { issueId } from '@/lib/sources/tracker/issue-item';
import {
  pullChanged,
  sweepPages,
  type Place,
  type ReadPage,
  type RowMark,
  type SweepPage,
} from '@/lib/sources/tracker/walk';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Searches may run on a copy of the database that follows behind. */
const OVERLAP = 5 * MINUTE;
/** With all their comments, though only the first is kept. */
const PAGE = 50;
const SWEEP_PAGE = 5_000;

export const bugzillaKind: ConnectorKind<BugzillaSettings> = {
  kind: 'bugzilla',
  settings: bugzillaSettingsSchema,
  secrets: [{ name: 'token', required: false }],
  cadence: { pullMs: 30 * MINUTE, pullActiveMs: 10 * MINUTE, sweepMs: 24 * HOUR },
  detect,
  probe,
  origins: ({ base }) => [new URL(base).origin],
  create: createBugzillaConnector,
};

/** Its pages have names of their own. */
function detect(url: URL): BugzillaSettings | null {
  const page = /^(.*)\/(?:show_bug|buglist|enter_bug|describecomponents|query)\.cgi$/.exec(
    url.pathname,
  );
  if (page === null) return null;
  const products = url.searchParams.getAll('product').filter((name) => name.trim() !== '');
  return { base: `${url.origin}${page[1] ?? ''}`, products };
}

async function probe(
  url: URL,
  http: SourceHttp,
  signal: AbortSignal,
): Promise<Result<BugzillaSettings | null>> {
  const base = `${url.origin}${url.pathname.replace(/\/(?:[\w-]+\.cgi|index\.html)?$/, '')}`;
  const request = { url: `${base}/rest/version`, why: 'whether it is a Bugzilla' };
  const answer = await requestJson(http, request, versionSchema, signal);
  if (answer.ok) {
    return ok(/^\d+\.\d/.test(answer.value.value.version) ? { base, products: [] } : null);
  }
  const { kind } = answer.fault;
  return kind === 'offline' || kind === 'timeout' || kind === 'cancelled' ? answer : ok(null);
}

function createBugzillaConnector(
  source: ConnectorSource<BugzillaSettings>,
  ports: ConnectorPorts,
): Connector {
  const { settings } = source;
  const client = new BugzillaClient(source, ports.http);
  const reader = new BugReader(source, ports, client);
  return {
    kind: 'bugzilla',
    async check(signal) {
      const query = { include_fields: 'id', limit: '1' };
      const bugs = await client.listBugs(query, 'whether bugs can be read', signal);
      return bugs.ok ? ok({ name: new URL(settings.base).host }) : bugs;
    },
    pull: (cursor, signal) =>
      pullChanged(cursor, {
        overlapMs: OVERLAP,
        grainMs: 1_000,
        read: (place) => reader.readPage(place, signal),
      }),
    sweep: (cursor, signal) => sweepPages(cursor, (page) => reader.sweepPage(page, signal)),
    async listChoices(signal) {
      const path = 'product?type=accessible&include_fields=name';
      const answer = await client.get(path, 'which products there are', productsSchema, signal);
      if (!answer.ok) return answer;
      const { products } = answer.value.value;
      return ok(products.map(({ name }) => ({ setting: 'products', id: name, name })));
    },
  };
}

class BugReader {
  readonly #source: ConnectorSource<BugzillaSettings>;
  readonly #ports: ConnectorPorts;
  readonly #client: BugzillaClient;

  constructor(
    source: ConnectorSource<BugzillaSettings>,
    ports: ConnectorPorts,
    client: BugzillaClient,
  ) {
    this.#source = source;
    this.#ports = ports;
    this.#client = client;
  }

  async readPage(place: Place, signal: AbortSignal): Promise<Result<ReadPage>> {
    const [offset = 0, overlap = 0] = (place.page ?? '0 0').split(' ').map(Number);
    const query = {
      include_fields: BUG_FIELDS,
      order: 'changeddate,bug_id',
      limit: String(PAGE),
      offset: String(offset),
      ...(place.since === null ? {} : { last_change_time: place.since.replace('.000Z', 'Z') }),
    };
    const list = await this.#client.listBugs(query, 'changed bugs', signal);
    if (!list.ok) return list;
    const { servedAt } = list.value;
    const { rows, skipped } = readRows(list.value.rows, bugSchema);
    const upserts = await this.#mapAll(rows, servedAt, signal);
    if (!upserts.ok) return upserts;
    const marks = marksOf(list.value.rows);
    return ok({
      servedAt,
      rows: marks,
      next: nextPlace(offset, overlap, list.value.rows.length),
      ...(overlap > 0 ? { before: marks[0]?.id ?? '' } : {}),
      upserts: upserts.value,
      deletes: [],
      skipped,
    });
  }

  async sweepPage(page: string | null, signal: AbortSignal): Promise<Result<SweepPage>> {
    const offset = Number(page ?? 0);
    const query = {
      include_fields: 'id',
      order: 'bug_id',
      limit: String(SWEEP_PAGE),
      offset: String(offset),
    };
    const list = await this.#client.listBugs(query, 'which bugs there are', signal);
    if (!list.ok) return list;
    const { rows } = readRows(list.value.rows, idRowSchema);
    const count = list.value.rows.length;
    return ok({
      ids: rows.map(({ id }) => issueId(this.#source.id, id)),
      next: count === 0 ? null : String(offset + count),
    });
  }

  async #mapAll(rows: readonly BugRecord[], syncedAt: string, signal: AbortSignal) {
    const { id: sourceId, settings } = this.#source;
    const isOpenToAll = this.#client.isAnonymous && !isOwnNetwork(settings.base);
    const context = {
      sourceId,
      syncedAt,
      locale: settings.locale,
      languageOf: this.#ports.languageOf,
      visibility: isOpenToAll ? ('public' as const) : ('internal' as const),
    };
    const items = [];
    for (const row of rows) {
      const comments =
        row.comments === undefined
          ? await this.#client.readComments(row.id, signal)
          : ok(row.comments);
      if (!comments.ok) return comments;
      items.push(await mapBug({ ...row, comments: comments.value }, settings, context));
    }
    return ok(items);
  }
}

function marksOf(rows: readonly unknown[]): RowMark[] {
  return readRows(rows, rowSchema).rows.map((row) => ({
    id: row.id,
    at: row.last_change_time,
  }));
}

/**
 * The last row comes again as the first of the next page: another in its place tells of a move. A
 * list ends where nothing new comes, for servers give less than they are asked for as they like.
 */
function nextPlace(offset: number, overlap: number, count: number): string | null {
  if (count <= overlap) return null;
  return count > 1 ? `${offset + count - 1} 1` : `${offset + count} 0`;
}

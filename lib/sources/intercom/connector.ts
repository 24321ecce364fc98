/** Articles of an Intercom help centre, changed last first. */
import type * as z from 'zod/mini';
import { isoTime } from '@/lib/core/clock';
import { ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { Recheck } from '@/lib/model/recheck';
import type {
  CheckReport,
  Connector,
  ConnectorKind,
  ConnectorPorts,
  ConnectorSource,
  Cursor,
  PullBatch,
  SweepBatch,
} from '@/lib/sources/contract';
import { mapArticle } from '@/lib/sources/intercom/map';
import {
  articleSchema,
  collectionSchema,
  listSchema,
  meSchema,
  type ArticleRecord,
} from '@/lib/sources/intercom/records';
import {
  detectIntercom,
  intercomSettingsSchema,
  REGIONS,
  type IntercomSettings,
} from '@/lib/sources/intercom/settings';
import { hasReached, pullLegs, sweepLegs, type Known, type LegPage } from '@/lib/sources/legs';
import { pageAfter, pageNumber } from '@/lib/sources/numbered-pages';
import { compareAddresses } from '@/lib/sources/page-recheck';
import { readRows, requestJson, type JsonAnswer } from '@/lib/sources/read-json';
import { mapEach } from '@/lib/sources/map-each';

const MINUTE = 60_000;
const OVERLAP = 15 * MINUTE;
const PAGE_SIZE = 50;
/** Lists come with whole texts, and mostly little has changed. */
const CHANGES_A_PAGE = 15;
/** Pinned: other versions answer in other shapes. */
const VERSION = '2.11';

export const intercomKind: ConnectorKind<IntercomSettings> = {
  kind: 'intercom',
  settings: intercomSettingsSchema,
  secrets: [{ name: 'token', required: true }],
  cadence: { pullMs: 30 * MINUTE, pullActiveMs: 10 * MINUTE, sweepMs: 24 * 60 * MINUTE },
  detect: detectIntercom,
  origins: ({ region }) => [REGIONS[region]],
  create: (source, ports) => new IntercomConnector(source, ports),
};

interface ArticlePage {
  rows: ArticleRecord[];
  skipped: PullBatch['skipped'];
  next: string | null;
  total: number;
  servedAt: string;
}

class IntercomConnector implements Connector {
  readonly kind = 'intercom';
  readonly #source: ConnectorSource<IntercomSettings>;
  readonly #ports: ConnectorPorts;
  #collections: Map<string, string> | null = null;

  constructor(source: ConnectorSource<IntercomSettings>, ports: ConnectorPorts) {
    this.#source = source;
    this.#ports = ports;
  }

  async check(signal: AbortSignal): Promise<Result<CheckReport>> {
    const me = await this.#me(signal);
    if (!me.ok) return me;
    const { app, name } = me.value.value;
    return ok({ name: app?.name ?? 'Intercom', ...(name ? { account: name } : {}) });
  }

  pull(cursor: Cursor | null, signal: AbortSignal): Promise<Result<PullBatch>> {
    const reader = {
      overlapMs: OVERLAP,
      plan: () => this.#plan(signal),
      read: (_leg: string, page: string | null, { since }: Known) =>
        this.#read(page, since, signal),
    };
    return pullLegs(reader, cursor);
  }

  sweep(cursor: Cursor | null, signal: AbortSignal): Promise<Result<SweepBatch>> {
    const reader = {
      plan: () => this.#plan(signal),
      list: async (_leg: string, page: string | null) => {
        const articles = await this.#articles(page, PAGE_SIZE, signal);
        if (!articles.ok) return articles;
        const items = await this.#items(articles.value.rows, new Map());
        return ok({ ids: items.upserts.map(({ id }) => id), next: articles.value.next });
      },
    };
    return sweepLegs(reader, cursor);
  }

  async recheck(item: Item, signal: AbortSignal): Promise<Result<Recheck>> {
    const [, , id = ''] = item.id.split(':');
    const path = `/articles/${encodeURIComponent(id)}`;
    const answer = await this.#get(path, articleSchema, 'is it still there', signal);
    if (!answer.ok) {
      return answer.fault.kind === 'not-found' ? ok({ kind: 'gone', status: 404 }) : answer;
    }
    const { upserts } = await this.#items([answer.value.value], new Map());
    const now = upserts.find((one) => one.id === item.id);
    // What is not published any more is there for its authors alone.
    if (now === undefined) return ok({ kind: 'gone', status: 404 });
    return ok(compareAddresses(item.url, now.url));
  }

  #get<T>(
    path: string,
    schema: z.ZodMiniType<T>,
    why: string,
    signal: AbortSignal,
  ): Promise<Result<JsonAnswer<T>>> {
    const { secrets, settings } = this.#source;
    const headers = {
      authorization: `Bearer ${secrets['token'] ?? ''}`,
      'intercom-version': VERSION,
    };
    const request = { url: REGIONS[settings.region] + path, headers, why };
    return requestJson(this.#ports.http, request, schema, signal);
  }

  #me(signal: AbortSignal) {
    return this.#get('/me', meSchema, 'whose account', signal);
  }

  /** The time before the first page: what changes while we read is read again. */
  async #plan(signal: AbortSignal) {
    const me = await this.#me(signal);
    return me.ok ? ok({ legs: ['articles'], servedAt: me.value.response.servedAt }) : me;
  }

  async #articles(
    page: string | null,
    size: number,
    signal: AbortSignal,
  ): Promise<Result<ArticlePage>> {
    const path = `/articles?page=${pageNumber(page)}&per_page=${size}`;
    const answer = await this.#get(path, listSchema, 'articles', signal);
    if (!answer.ok) return answer;
    const { value, response } = answer.value;
    const { data, total_count: count, pages } = value;
    const next = pageAfter(page, { rows: data.length, count, pages: pages.total_pages });
    const { servedAt } = response;
    return ok({ ...readRows(data, articleSchema), next, total: count, servedAt });
  }

  async #read(
    page: string | null,
    since: string | null,
    signal: AbortSignal,
  ): Promise<Result<LegPage>> {
    const size = since === null ? PAGE_SIZE : CHANGES_A_PAGE;
    const articles = await this.#articles(page, size, signal);
    if (!articles.ok) return articles;
    const { rows, skipped, next, total } = articles.value;
    const collections = await this.#readCollections(rows, signal);
    if (!collections.ok) return collections;
    const items = await this.#items(rows, collections.value);
    const times = rows.map((row) => new Date(row.updated_at * 1000).toISOString());
    // When rows moved, the pages before are read again first.
    const isThrough = hasReached(times, since) && !goesBack(page, next);
    const counted = since === null ? { total } : {};
    return ok({ ...items, skipped, next: isThrough ? null : next, ...counted });
  }

  async #items(rows: readonly ArticleRecord[], collections: ReadonlyMap<string, string>) {
    const context = {
      sourceId: this.#source.id,
      settings: this.#source.settings,
      collections,
      syncedAt: isoTime(this.#ports.now),
      languageOf: this.#ports.languageOf,
    };
    const found = await mapEach(this.#ports, rows, (row) => mapArticle(row, context));
    return {
      upserts: found.flatMap(({ upserts }) => upserts),
      deletes: found.flatMap(({ deletes }) => deletes),
    };
  }

  /** Names of collections, asked for once and only when an article is in one. */
  async #readCollections(
    rows: readonly ArticleRecord[],
    signal: AbortSignal,
  ): Promise<Result<Map<string, string>>> {
    const isNeeded = rows.some((row) => row.parent_ids.length > 0 || (row.parent_id ?? '') !== '');
    if (!isNeeded || this.#collections !== null) return ok(this.#collections ?? new Map());
    const names = new Map<string, string>();
    for (let page: string | null = null; ;) {
      const path = `/help_center/collections?page=${pageNumber(page)}&per_page=${PAGE_SIZE}`;
      // oxlint-disable-next-line no-await-in-loop -- pages one after the other
      const answer = await this.#get(path, listSchema, 'collections', signal);
      if (!answer.ok) return answer;
      const { data, total_count: count, pages } = answer.value.value;
      for (const { id, name } of readRows(data, collectionSchema).rows) {
        names.set(id, name ?? '');
      }
      page = pageAfter(page, { rows: data.length, count, pages: pages.total_pages });
      if (page === null) break;
    }
    this.#collections = names;
    return ok(names);
  }
}

function goesBack(page: string | null, next: string | null): boolean {
  return next !== null && pageNumber(next) <= pageNumber(page);
}

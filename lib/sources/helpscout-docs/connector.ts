/**
 * Help Scout Docs, read by its API v1. Lists say neither what changed nor what was deleted, but are
 * short: all are read each time, and a text only where it was touched.
 */
import * as z from 'zod/mini';
import { isoTime } from '@/lib/core/clock';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type {
  CheckReport,
  Choice,
  Connector,
  ConnectorKind,
  ConnectorPorts,
  ConnectorSource,
  Cursor,
  PullBatch,
  SweepBatch,
} from '@/lib/sources/contract';
import {
  docsItemId,
  mapArticle,
  shelfOf,
  touchedAt,
  type Shelf,
} from '@/lib/sources/helpscout-docs/map';
import {
  articleAnswerSchema,
  collectionSchema,
  collectionsSchema,
  refSchema,
  refsSchema,
  siteSchema,
  sitesSchema,
  type RefRecord,
  type SiteRecord,
} from '@/lib/sources/helpscout-docs/records';
import {
  detectHelpscoutDocs,
  helpscoutDocsSettingsSchema,
  type HelpscoutDocsSettings,
} from '@/lib/sources/helpscout-docs/settings';
import { pullLegs, sweepLegs, type Known, type LegPage, type LegPlan } from '@/lib/sources/legs';
import { pageAfter, pageNumber } from '@/lib/sources/numbered-pages';
import { readRows, requestJson, type JsonAnswer } from '@/lib/sources/read-json';

const API = 'https://docsapi.helpscout.net';
const MINUTE = 60_000;
const OVERLAP = 15 * MINUTE;
/** The largest the API gives. */
const PAGE_SIZE = 100;
/** Each row of a first reading costs a request more. */
const FIRST_PAGE_SIZE = 25;

export const helpscoutDocsKind: ConnectorKind<HelpscoutDocsSettings> = {
  kind: 'helpscout-docs',
  settings: helpscoutDocsSettingsSchema,
  secrets: [{ name: 'apiKey', required: true }],
  cadence: { pullMs: 60 * MINUTE, pullActiveMs: 20 * MINUTE, sweepMs: 24 * 60 * MINUTE },
  detect: detectHelpscoutDocs,
  origins: () => [API],
  create: (source, ports) => new HelpscoutDocsConnector(source, ports),
};

/** A leg is one collection. */
const legSchema = z.object({
  id: z.string(),
  name: z.string(),
  visibility: z.enum(['public', 'internal', 'restricted', 'unknown']),
  /** Read all of it: who may read the collection has changed. */
  whole: z.boolean(),
});
type Leg = z.infer<typeof legSchema>;

const noteSchema = z.record(z.string(), z.string());

class HelpscoutDocsConnector implements Connector {
  readonly kind = 'helpscout-docs';
  readonly #source: ConnectorSource<HelpscoutDocsSettings>;
  readonly #ports: ConnectorPorts;

  constructor(source: ConnectorSource<HelpscoutDocsSettings>, ports: ConnectorPorts) {
    this.#source = source;
    this.#ports = ports;
  }

  async check(signal: AbortSignal): Promise<Result<CheckReport>> {
    const sites = await this.#sites(signal);
    if (!sites.ok) return sites;
    const names = sites.value.rows.map(({ title, subDomain }) => title ?? subDomain ?? '');
    return ok({ name: names.filter((name) => name !== '').join(', ') || 'Help Scout Docs' });
  }

  pull(cursor: Cursor | null, signal: AbortSignal): Promise<Result<PullBatch>> {
    const reader = {
      overlapMs: OVERLAP,
      plan: (known: Known) => this.#plan(known, signal),
      read: (leg: string, page: string | null, { since }: Known) =>
        this.#read(readLeg(leg), page, since, signal),
    };
    return pullLegs(reader, cursor);
  }

  sweep(cursor: Cursor | null, signal: AbortSignal): Promise<Result<SweepBatch>> {
    const reader = {
      plan: () => this.#plan({ since: null, note: null }, signal),
      list: async (leg: string, page: string | null) => {
        const refs = await this.#refs(readLeg(leg), page, PAGE_SIZE, signal);
        if (!refs.ok) return refs;
        const published = refs.value.rows.filter(({ status }) => status === 'published');
        const ids = published.map(({ id }) => docsItemId(this.#source.id, id));
        return ok({ ids, next: refs.value.next });
      },
    };
    return sweepLegs(reader, cursor);
  }

  async listChoices(signal: AbortSignal): Promise<Result<Choice[]>> {
    const shelves = await this.#shelves(signal);
    if (!shelves.ok) return shelves;
    return ok(
      shelves.value.shelves.map(({ id, name }) => ({
        setting: 'collections',
        id,
        name: name || id,
      })),
    );
  }

  /** The key is the user's name; the password may be anything. */
  #get<T>(
    path: string,
    schema: z.ZodMiniType<T>,
    why: string,
    signal: AbortSignal,
  ): Promise<Result<JsonAnswer<T>>> {
    const authorization = `Basic ${btoa(`${this.#source.secrets['apiKey'] ?? ''}:X`)}`;
    const request = { url: `${API}/v1/${path}`, headers: { authorization }, why };
    return requestJson(this.#ports.http, request, schema, signal);
  }

  async #sites(signal: AbortSignal): Promise<Result<{ rows: SiteRecord[]; servedAt: string }>> {
    const answer = await this.#get('sites', sitesSchema, 'sites', signal);
    if (!answer.ok) return answer;
    const { rows } = readRows(answer.value.value.items, siteSchema, 'sites');
    return ok({ rows, servedAt: answer.value.response.servedAt });
  }

  async #shelves(signal: AbortSignal): Promise<Result<{ shelves: Shelf[]; servedAt: string }>> {
    const sites = await this.#sites(signal);
    if (!sites.ok) return sites;
    const shelves = new Map<string, Shelf>();
    for (let token: string | null = null; ;) {
      const path = `collections?page=${pageNumber(token)}`;
      // oxlint-disable-next-line no-await-in-loop -- pages one after the other
      const answer = await this.#get(path, collectionsSchema, 'collections', signal);
      if (!answer.ok) return answer;
      const { items, count, pages } = answer.value.value;
      for (const record of readRows(items, collectionSchema, 'collections').rows) {
        shelves.set(record.id, shelfOf(record, sites.value.rows));
      }
      token = pageAfter(token, { rows: items.length, count, pages });
      if (token === null) break;
    }
    return ok({ shelves: [...shelves.values()], servedAt: sites.value.servedAt });
  }

  async #plan({ since, note }: Known, signal: AbortSignal): Promise<Result<LegPlan>> {
    const answer = await this.#shelves(signal);
    if (!answer.ok) return answer;
    const { collections } = this.#source.settings;
    const chosen = answer.value.shelves.filter(
      ({ id }) => collections.length === 0 || collections.includes(id),
    );
    const before = readNote(note);
    const legs = chosen.map((shelf): Leg => {
      const whole = since === null || before[shelf.id] !== shelf.visibility;
      return { ...shelf, whole };
    });
    const now = Object.fromEntries(chosen.map(({ id, visibility }) => [id, visibility]));
    return ok({
      legs: legs.map((leg) => JSON.stringify(leg)),
      servedAt: answer.value.servedAt,
      note: JSON.stringify(now),
    });
  }

  /** Newest first: what is added pushes rows on, so that none is passed over. */
  async #refs(leg: Leg, page: string | null, size: number, signal: AbortSignal) {
    const search = new URLSearchParams({
      page: String(pageNumber(page)),
      pageSize: String(size),
      status: 'all',
      sort: 'createdAt',
      order: 'desc',
    });
    const path = `collections/${encodeURIComponent(leg.id)}/articles?${search.toString()}`;
    const answer = await this.#get(path, refsSchema, 'articles of a collection', signal);
    if (!answer.ok) return answer;
    const { items, count, pages } = answer.value.value;
    const next = pageAfter(page, { rows: items.length, count, pages });
    return ok({ ...readRows(items, refSchema, 'articles'), next });
  }

  async #read(
    leg: Leg,
    page: string | null,
    since: string | null,
    signal: AbortSignal,
  ): Promise<Result<LegPage>> {
    const refs = await this.#refs(leg, page, leg.whole ? FIRST_PAGE_SIZE : PAGE_SIZE, signal);
    if (!refs.ok) return refs;
    const { rows, skipped, next } = refs.value;
    const from = leg.whole || since === null ? 0 : Date.parse(since);
    const upserts: Item[] = [];
    const deletes: string[] = [];
    for (const ref of rows) {
      const isPublished = ref.status === 'published';
      if (isPublished && Date.parse(touchedAt(ref)) < from) continue;
      // oxlint-disable-next-line no-await-in-loop -- one request at a time
      const item = isPublished ? await this.#readArticle(ref, leg, signal) : ok(null);
      if (!item.ok) return item;
      if (item.value === null) deletes.push(docsItemId(this.#source.id, ref.id));
      else if (item.value.title === '') skipped.push({ where: item.value.id, why: 'no name' });
      else upserts.push(item.value);
    }
    return ok({ upserts, deletes, skipped, next });
  }

  /** null when the article was taken away since it was listed. */
  async #readArticle(ref: RefRecord, leg: Leg, signal: AbortSignal): Promise<Result<Item | null>> {
    // Without `draft=true` the API gives what readers see.
    const path = `articles/${encodeURIComponent(ref.id)}`;
    const answer = await this.#get(path, articleAnswerSchema, 'text of an article', signal);
    if (!answer.ok) return answer.fault.kind === 'not-found' ? ok(null) : fail(answer.fault);
    const { article } = answer.value.value;
    if (article.status !== 'published') return ok(null);
    const context = {
      sourceId: this.#source.id,
      syncedAt: isoTime(this.#ports.now),
      languageOf: this.#ports.languageOf,
    };
    return ok(await mapArticle(article, leg, context));
  }
}

/** Legs are written by `#plan`; one of another version reads as a collection that is not there. */
function readLeg(leg: string): Leg {
  const empty: Leg = { id: '', name: '', visibility: 'unknown', whole: true };
  try {
    return legSchema.safeParse(JSON.parse(leg)).data ?? empty;
  } catch {
    return empty;
  }
}

function readNote(note: string | null): Record<string, string> {
  try {
    return noteSchema.safeParse(JSON.parse(note ?? '{}')).data ?? {};
  } catch {
    return {};
  }
}

/**
 * Help Scout Docs, read by its API v1. Lists say neither what changed nor what was deleted, but are
 * short: all are read each time, and a text only where it was touched.
 */
import * as z from 'zod/mini';
import { isoTime } from '@/lib/core/clock';
import { ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { Recheck } from '@/lib/model/recheck';
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
  API,
  readArticle,
  readRefs,
  readShelves,
  readSites,
  type DocsApi,
} from '@/lib/sources/helpscout-docs/api';
import { docsItemId, mapArticle, touchedAt } from '@/lib/sources/helpscout-docs/map';
import {
  detectHelpscoutDocs,
  helpscoutDocsSettingsSchema,
  type HelpscoutDocsSettings,
} from '@/lib/sources/helpscout-docs/settings';
import { compareAddresses } from '@/lib/sources/page-recheck';
import { pullLegs, sweepLegs, type Known, type LegPage, type LegPlan } from '@/lib/sources/legs';

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
    const sites = await readSites(this.#api(signal));
    if (!sites.ok) return sites;
    const names = sites.value.sites.map(({ title, subDomain }) => title ?? subDomain ?? '');
    return ok({ name: names.filter((name) => name !== '').join(', ') || 'Help Scout Docs' });
  }

  pull(cursor: Cursor | null, signal: AbortSignal): Promise<Result<PullBatch>> {
    const api = this.#api(signal);
    const reader = {
      overlapMs: OVERLAP,
      plan: (known: Known) => this.#plan(api, known),
      read: (leg: string, page: string | null, { since }: Known) =>
        this.#read(api, readLeg(leg), page, since),
    };
    return pullLegs(reader, cursor);
  }

  sweep(cursor: Cursor | null, signal: AbortSignal): Promise<Result<SweepBatch>> {
    const api = this.#api(signal);
    const reader = {
      plan: () => this.#plan(api, { since: null, note: null }),
      list: async (leg: string, page: string | null) => {
        const refs = await readRefs(api, readLeg(leg).id, page, PAGE_SIZE);
        if (!refs.ok) return refs;
        const published = refs.value.rows.filter(({ status }) => status === 'published');
        const ids = published.map(({ id }) => docsItemId(this.#source.id, id));
        return ok({ ids, next: refs.value.next });
      },
    };
    return sweepLegs(reader, cursor);
  }

  async listChoices(signal: AbortSignal): Promise<Result<Choice[]>> {
    const shelves = await readShelves(this.#api(signal));
    if (!shelves.ok) return shelves;
    const choices = shelves.value.shelves.map(({ id, name }): Choice => ({
      setting: 'collections',
      id,
      name: name || id,
    }));
    return ok(choices);
  }

  async recheck(item: Item, signal: AbortSignal): Promise<Result<Recheck>> {
    const [, , id = ''] = item.id.split(':');
    const article = await readArticle(this.#api(signal), id);
    if (!article.ok) return article;
    if (article.value === null) return ok({ kind: 'gone', status: 404 });
    return ok(compareAddresses(item.url, article.value.publicUrl ?? item.url));
  }

  #api(signal: AbortSignal): DocsApi {
    return { http: this.#ports.http, key: this.#source.secrets['apiKey'] ?? '', signal };
  }

  async #plan(api: DocsApi, { since, note }: Known): Promise<Result<LegPlan>> {
    const answer = await readShelves(api);
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

  async #read(
    api: DocsApi,
    leg: Leg,
    page: string | null,
    since: string | null,
  ): Promise<Result<LegPage>> {
    const refs = await readRefs(api, leg.id, page, leg.whole ? FIRST_PAGE_SIZE : PAGE_SIZE);
    if (!refs.ok) return refs;
    const { rows, skipped, next } = refs.value;
    const from = leg.whole || since === null ? 0 : Date.parse(since);
    const upserts: Item[] = [];
    const deletes: string[] = [];
    for (const ref of rows) {
      const isPublished = ref.status === 'published';
      if (isPublished && Date.parse(touchedAt(ref)) < from) continue;
      // oxlint-disable-next-line no-await-in-loop -- one request at a time
      const article = isPublished ? await readArticle(api, ref.id) : ok(null);
      if (!article.ok) return article;
      // oxlint-disable-next-line no-await-in-loop -- in order
      const item = article.value && (await mapArticle(article.value, leg, this.#context()));
      if (item === null) deletes.push(docsItemId(this.#source.id, ref.id));
      else if (item.title === '') skipped.push({ where: item.url, why: 'no-title' });
      else upserts.push(item);
    }
    return ok({ upserts, deletes, skipped, next });
  }

  #context() {
    const { now, languageOf } = this.#ports;
    return { sourceId: this.#source.id, syncedAt: isoTime(now), languageOf };
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

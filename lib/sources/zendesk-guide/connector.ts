/** Help centres at Zendesk: articles in every locale and community posts, as anyone or as an agent. */
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
  SourceHttp,
  SweepBatch,
} from '@/lib/sources/contract';
import { pullLegs, sweepLegs, type Known, type LegPlan } from '@/lib/sources/legs';
import { accountOrigin, readPerson, type Account } from '@/lib/sources/zendesk/account';
import { createLists, type ZendeskLists } from '@/lib/sources/zendesk/api';
import {
  listArticles,
  readArticles,
  type ArticleOrder,
  type GuideReading,
} from '@/lib/sources/zendesk-guide/articles';
import type { GuideContext } from '@/lib/sources/zendesk-guide/map';
import { listPosts, readPosts, type PostOrder } from '@/lib/sources/zendesk-guide/posts';
import { recheckGuideItem } from '@/lib/sources/zendesk-guide/recheck';
import type { SegmentRecord } from '@/lib/sources/zendesk-guide/records';
import {
  detectZendeskGuide,
  settingsFor,
  zendeskGuideSettingsSchema,
  type ZendeskGuideSettings,
} from '@/lib/sources/zendesk-guide/settings';
import { readLocales, readSections, readSegments } from '@/lib/sources/zendesk-guide/structure';

const MINUTE = 60_000;
const OVERLAP = 15 * MINUTE;

export const zendeskGuideKind: ConnectorKind<ZendeskGuideSettings> = {
  kind: 'zendesk-guide',
  settings: zendeskGuideSettingsSchema,
  secrets: [
    { name: 'email', required: false },
    { name: 'token', required: false },
  ],
  cadence: { pullMs: 60 * MINUTE, pullActiveMs: 10 * MINUTE, sweepMs: 24 * 60 * MINUTE },
  detect: detectZendeskGuide,
  async probe(url, http, signal) {
    const locales = await readLocales(listsFor(url.origin, http, signal));
    if (locales.ok) return ok(settingsFor(url.origin, 'public'));
    // Any other page answers with something else; being cut off says nothing about the place.
    const isAnswer = ['not-found', 'bad-response', 'forbidden'].includes(locales.fault.kind);
    return isAnswer ? ok(null) : locales;
  },
  origins: ({ origin }) => [origin],
  sessionSettings(url) {
    const origin = accountOrigin(url);
    return origin === null ? null : settingsFor(origin, 'session');
  },
  sessionOrigin: ({ origin, access }) => (access === 'session' ? origin : null),
  create: (source, ports) => new ZendeskGuideConnector(source, ports),
};

function listsFor(origin: string, http: SourceHttp, signal: AbortSignal): ZendeskLists {
  return createLists(http, { origin, access: 'public', secrets: {} }, signal);
}

class ZendeskGuideConnector implements Connector {
  readonly kind = 'zendesk-guide';
  readonly #source: ConnectorSource<ZendeskGuideSettings>;
  readonly #ports: ConnectorPorts;
  readonly #account: Account;
  /** Asked for once, and only when something is not for everyone. */
  #segments: Map<string, SegmentRecord> | null | undefined;

  constructor(source: ConnectorSource<ZendeskGuideSettings>, ports: ConnectorPorts) {
    this.#source = source;
    this.#ports = ports;
    const { origin, access } = source.settings;
    this.#account = { origin, access, secrets: source.secrets };
  }

  async check(signal: AbortSignal): Promise<Result<CheckReport>> {
    const name = new URL(this.#source.settings.origin).host;
    const person = await this.#readPerson(signal);
    if (!person.ok) return person;
    const locales = await readLocales(this.#lists(signal));
    if (!locales.ok) return locales;
    return ok({ name, ...(person.value === '' ? {} : { account: person.value }) });
  }

  pull(cursor: Cursor | null, signal: AbortSignal): Promise<Result<PullBatch>> {
    const reader = {
      overlapMs: OVERLAP,
      plan: ({ since }: Known) => this.#plan(since, signal),
      read: (leg: string, page: string | null, { since }: Known) =>
        this.#read(leg, page, since, signal),
    };
    return pullLegs(reader, cursor);
  }

  async sweep(cursor: Cursor | null, signal: AbortSignal): Promise<Result<SweepBatch>> {
    const reader = {
      plan: () => this.#plan(null, signal),
      list: (leg: string, page: string | null) => this.#list(leg, page, signal),
    };
    const swept = await sweepLegs(reader, cursor);
    if (!swept.ok || !swept.value.done) return swept;
    // A session that ended on the way has shown less from then on.
    const person = await this.#readPerson(signal);
    return person.ok ? swept : person;
  }

  async listChoices(signal: AbortSignal): Promise<Result<Choice[]>> {
    const lists = this.#lists(signal);
    const locales = await readLocales(lists);
    if (!locales.ok) return locales;
    const choices = locales.value.locales.map((id): Choice => ({
      setting: 'locales',
      id,
      name: id,
    }));
    const sections = await readSections(lists, locales.value.locales[0] ?? 'en-us');
    return sections.ok ? ok([...choices, ...sections.value]) : sections;
  }

  async recheck(item: Item, signal: AbortSignal): Promise<Result<Recheck>> {
    const found = await recheckGuideItem(this.#lists(signal), this.#source.id, item);
    if (!found.ok || found.value.kind !== 'gone') return found;
    // Whoever is signed out sees less, and gets the same answer.
    const person = await this.#readPerson(signal);
    return person.ok ? found : person;
  }

  #lists(signal: AbortSignal): ZendeskLists {
    return createLists(this.#ports.http, this.#account, signal);
  }

  /** Our name there; empty for nobody. */
  async #readPerson(signal: AbortSignal): Promise<Result<string>> {
    if (this.#account.access === 'public') return ok('');
    const person = await readPerson(this.#ports.http, this.#account, signal);
    return person.ok ? ok(person.value.name) : person;
  }

  /** A leg is `articles <order> <locale>` or `posts <order>`. */
  async #plan(since: string | null, signal: AbortSignal): Promise<Result<LegPlan>> {
    const person = await this.#readPerson(signal);
    if (!person.ok) return person;
    const locales = await readLocales(this.#lists(signal));
    if (!locales.ok) return locales;
    const { settings } = this.#source;
    const chosen = locales.value.locales.filter(
      (locale) => settings.locales.length === 0 || settings.locales.includes(locale),
    );
    const orders: ArticleOrder[] = since === null ? ['updated_at'] : ['updated_at', 'edited_at'];
    const legs = chosen.flatMap((locale) => orders.map((order) => `articles ${order} ${locale}`));
    if (settings.community) legs.push('posts updated_at');
    if (settings.community && since !== null) legs.push('posts recent_activity');
    return ok({ legs, servedAt: locales.value.servedAt });
  }

  #read(leg: string, page: string | null, since: string | null, signal: AbortSignal) {
    const [what, order = '', locale = ''] = leg.split(' ');
    const reading = this.#reading(signal);
    if (what === 'posts') return readPosts(reading, order as PostOrder, page, since);
    return readArticles(reading, { locale, order: order as ArticleOrder }, page, since);
  }

  #list(leg: string, page: string | null, signal: AbortSignal) {
    const [what, order = '', locale = ''] = leg.split(' ');
    const reading = this.#reading(signal);
    if (what === 'posts') return listPosts(reading, page);
    return listArticles(reading, { locale, order: order as ArticleOrder }, page);
  }

  #reading(signal: AbortSignal): GuideReading {
    const { id, settings } = this.#source;
    const lists = this.#lists(signal);
    const context = (needsSegments: boolean) => this.#context(lists, needsSegments);
    return { lists, sourceId: id, settings, context, giveWay: this.#ports.giveWay };
  }

  async #context(lists: ZendeskLists, needsSegments: boolean): Promise<Result<GuideContext>> {
    if (needsSegments && this.#segments === undefined && this.#account.access !== 'public') {
      const segments = await readSegments(lists);
      if (!segments.ok) return segments;
      this.#segments = segments.value;
    }
    return ok({
      sourceId: this.#source.id,
      settings: this.#source.settings,
      syncedAt: isoTime(this.#ports.now),
      segments: this.#segments ?? null,
      languageOf: this.#ports.languageOf,
    });
  }
}

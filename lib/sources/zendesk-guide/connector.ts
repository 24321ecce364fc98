/** Help centres at Zendesk: articles in every locale and community posts, as anyone or as an agent. */
import { isoTime } from '@/lib/core/clock';
import type { Fault } from '@/lib/core/fault';
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
  SourceHttp,
  SweepBatch,
} from '@/lib/sources/contract';
import {
  hasReached,
  pullLegs,
  sweepLegs,
  type Known,
  type LegPage,
  type LegPlan,
} from '@/lib/sources/legs';
import { readRows } from '@/lib/sources/read-json';
import { accountOrigin, readPerson, type Account } from '@/lib/sources/zendesk/account';
import { createLists, type ZendeskLists } from '@/lib/sources/zendesk/api';
import {
  hasCommunity,
  hasSegments,
  isKnowledge,
  isOurs,
  readArticlePage,
  readPostPage,
  readSections,
  readSegments,
  toPostItems,
  type ArticleOrder,
  type PostOrder,
} from '@/lib/sources/zendesk-guide/lists';
import {
  articleItemId,
  mapArticle,
  postItemId,
  type GuideContext,
} from '@/lib/sources/zendesk-guide/map';
import {
  articleSchema,
  localesSchema,
  postSchema,
  type ArticleRecord,
  type SegmentRecord,
} from '@/lib/sources/zendesk-guide/records';
import {
  detectZendeskGuide,
  settingsFor,
  zendeskGuideSettingsSchema,
  type ZendeskGuideSettings,
} from '@/lib/sources/zendesk-guide/settings';

const MINUTE = 60_000;
const OVERLAP = 15 * MINUTE;
const POSTS_A_SWEEP_PAGE = 100;

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

async function readLocales(lists: ZendeskLists): Promise<Result<LegPlan>> {
  const answer = await lists.get('/api/v2/help_center/locales.json', localesSchema, 'languages');
  if (!answer.ok) return answer;
  const { value, response } = answer.value;
  const legs = [...new Set(value.locales.map((locale) => locale.toLowerCase()))];
  return ok({ legs, servedAt: response.servedAt });
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
    const choices = locales.value.legs.map((id): Choice => ({ setting: 'locales', id, name: id }));
    const sections = await readSections(lists, locales.value.legs[0] ?? 'en-us');
    return sections.ok ? ok([...choices, ...sections.value]) : sections;
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
    const chosen = locales.value.legs.filter(
      (locale) => settings.locales.length === 0 || settings.locales.includes(locale),
    );
    const orders: ArticleOrder[] = since === null ? ['updated_at'] : ['updated_at', 'edited_at'];
    const legs = chosen.flatMap((locale) => orders.map((order) => `articles ${order} ${locale}`));
    if (settings.community) legs.push('posts updated_at');
    if (settings.community && since !== null) legs.push('posts recent_activity');
    return ok({ legs, servedAt: locales.value.servedAt });
  }

  async #read(
    leg: string,
    page: string | null,
    since: string | null,
    signal: AbortSignal,
  ): Promise<Result<LegPage>> {
    const [what, order = '', locale = ''] = leg.split(' ');
    const lists = this.#lists(signal);
    if (what === 'posts') return this.#readPosts(lists, order as PostOrder, page, since);
    const answer = await readArticlePage(lists, locale, order as ArticleOrder, page);
    if (!answer.ok) return answer;
    const { value, next } = answer.value;
    const { rows, skipped } = readRows(value.articles, articleSchema, `articles ${locale}`);
    const context = await this.#context(lists, rows.some(hasSegments));
    if (!context.ok) return context;
    const upserts: Item[] = [];
    const deletes: string[] = [];
    for (const record of rows) {
      // oxlint-disable-next-line no-await-in-loop -- in order
      if (this.#isOurs(record))
        upserts.push(await mapArticle(record, locale, value, context.value));
      else deletes.push(articleItemId(this.#source.id, record.id, locale));
    }
    const times = rows.map((row) => row[order as ArticleOrder] ?? row.updated_at);
    return ok({ upserts, deletes, skipped, next: hasReached(times, since) ? null : next });
  }

  #isOurs(record: ArticleRecord): boolean {
    return isOurs(record, this.#source.settings.sections);
  }

  async #readPosts(
    lists: ZendeskLists,
    order: PostOrder,
    page: string | null,
    since: string | null,
  ): Promise<Result<LegPage>> {
    const answer = await readPostPage(lists, order, page);
    if (!answer.ok) return orNoCommunity(lists, answer.fault, { ...EMPTY, next: null });
    const { value, next } = answer.value;
    const isClosed = value.topics.some((topic) => (topic.user_segment_id ?? null) !== null);
    const context = await this.#context(lists, isClosed);
    if (!context.ok) return context;
    const items = await toPostItems(lists, order, value, context.value);
    if (!items.ok) return items;
    const { times, ...found } = items.value;
    return ok({ ...found, next: hasReached(times, since) ? null : next });
  }

  async #list(leg: string, page: string | null, signal: AbortSignal) {
    const [what, order = '', locale = ''] = leg.split(' ');
    const lists = this.#lists(signal);
    const { id } = this.#source;
    if (what === 'posts') {
      const posts = await readPostPage(lists, order as PostOrder, page, POSTS_A_SWEEP_PAGE);
      if (!posts.ok) return orNoCommunity(lists, posts.fault, { ids: [], next: null });
      const { rows } = readRows(posts.value.value.posts, postSchema, 'posts');
      const ids = rows.filter(isKnowledge).map((post) => postItemId(id, post.id));
      return ok({ ids, next: posts.value.next });
    }
    const answer = await readArticlePage(lists, locale, order as ArticleOrder, page);
    if (!answer.ok) return answer;
    const { rows } = readRows(answer.value.value.articles, articleSchema, 'articles');
    const ours = rows.filter((record) => this.#isOurs(record));
    const ids = ours.map((record) => articleItemId(id, record.id, locale));
    return ok({ ids, next: answer.value.next });
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

const EMPTY = { upserts: [], deletes: [], skipped: [] };

/** A refusal stands, unless there is no community that could be read. */
async function orNoCommunity<T>(lists: ZendeskLists, fault: Fault, none: T): Promise<Result<T>> {
  if (fault.kind !== 'forbidden' && fault.kind !== 'not-found') return fail(fault);
  const found = await hasCommunity(lists);
  if (!found.ok) return found;
  return found.value ? fail(fault) : ok(none);
}

/** Forums run by Discourse: topics with an accepted answer, read as anyone or with a user's own key. */
import { isoTime } from '@/lib/core/clock';
import { ok, type Result } from '@/lib/core/result';
import type { Item, Visibility } from '@/lib/model/item';
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
  getJson,
  listTopics,
  readAccount,
  readCategories,
  readSolution,
  type Forum,
} from '@/lib/sources/discourse/api';
import { mapTopic, topicItemId, type TopicContext } from '@/lib/sources/discourse/map';
import { isKnown, readNote, remember, startOver, turnOver } from '@/lib/sources/discourse/note';
import {
  basicInfoSchema,
  type CategoryRecord,
  type TopicRecord,
} from '@/lib/sources/discourse/records';
import {
  detectDiscourse,
  discourseSettingsSchema,
  type DiscourseSettings,
} from '@/lib/sources/discourse/settings';
import {
  hasReached,
  pullLegs,
  sweepLegs,
  type Known,
  type LegPage,
  type LegPlan,
} from '@/lib/sources/legs';
import { requestJson } from '@/lib/sources/read-json';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** An answer is mostly accepted within days of being written. */
const OVERLAP = 7 * DAY;
/** Edits move no topic in the list and are in no other: now and then all is read again. */
const WHOLE_EVERY = 7 * DAY;
/** Topics read in one step: with a key each request waits for three seconds. */
const TOPICS_A_STEP = 5;

export const discourseKind: ConnectorKind<DiscourseSettings> = {
  kind: 'discourse',
  settings: discourseSettingsSchema,
  // Made at `/user-api-key/new` for the scope `read`.
  secrets: [{ name: 'userApiKey', required: false }],
  cadence: { pullMs: 120 * MINUTE, pullActiveMs: 30 * MINUTE, sweepMs: 2 * DAY },
  detect: detectDiscourse,
  async probe(url, http, signal) {
    const request = { url: `${url.origin}/site/basic-info.json`, why: 'is it a forum' };
    const info = await requestJson(http, request, basicInfoSchema, signal);
    if (info.ok) return ok({ address: url.origin, categories: [] });
    const isAnswer = ['not-found', 'bad-response', 'forbidden'].includes(info.fault.kind);
    return isAnswer ? ok(null) : info;
  },
  origins: ({ address }) => [new URL(address).origin],
  create: (source, ports) => new DiscourseConnector(source, ports),
};

class DiscourseConnector implements Connector {
  readonly kind = 'discourse';
  readonly #source: ConnectorSource<DiscourseSettings>;
  readonly #ports: ConnectorPorts;
  #categories: Map<string, CategoryRecord> | null = null;

  constructor(source: ConnectorSource<DiscourseSettings>, ports: ConnectorPorts) {
    this.#source = source;
    this.#ports = ports;
  }

  async check(signal: AbortSignal): Promise<Result<CheckReport>> {
    const forum = this.#forum(signal);
    const info = await getJson(forum, '/site/basic-info.json', basicInfoSchema, 'name');
    if (!info.ok) return info;
    const name = info.value.value.title || new URL(forum.address).host;
    const account = await readAccount(forum);
    if (!account.ok) return account;
    const topics = await listTopics(forum, 0);
    if (!topics.ok) return topics;
    return ok({ name, ...(account.value === '' ? {} : { account: account.value }) });
  }

  pull(cursor: Cursor | null, signal: AbortSignal): Promise<Result<PullBatch>> {
    const forum = this.#forum(signal);
    const reader = {
      overlapMs: OVERLAP,
      plan: (known: Known) => planReading(forum, known),
      read: (leg: string, page: string | null, known: Known) =>
        this.#read(forum, leg, Number(page ?? 0), known),
    };
    return pullLegs(reader, cursor);
  }

  sweep(cursor: Cursor | null, signal: AbortSignal): Promise<Result<SweepBatch>> {
    const forum = this.#forum(signal);
    const reader = {
      plan: () => planReading(forum, { since: null, note: null }),
      list: async (_leg: string, page: string | null) => {
        const topics = await listTopics(forum, Number(page ?? 0));
        if (!topics.ok) return topics;
        const { rows, next } = topics.value;
        const ours = rows.filter((topic) => this.#isOurs(topic));
        return ok({ ids: this.#itemIds(ours), next: next === null ? null : String(next) });
      },
    };
    return sweepLegs(reader, cursor);
  }

  async listChoices(signal: AbortSignal): Promise<Result<Choice[]>> {
    const categories = await readCategories(this.#forum(signal));
    if (!categories.ok) return categories;
    const all = [...categories.value.values()];
    return ok(all.map(({ id, name }) => ({ setting: 'categories', id, name: name ?? id })));
  }

  #forum(signal: AbortSignal): Forum {
    const { settings, secrets } = this.#source;
    const { address } = settings;
    return { http: this.#ports.http, address, key: secrets['userApiKey'] ?? '', signal };
  }

  #itemIds(topics: readonly TopicRecord[]): string[] {
    return topics.map(({ id }) => topicItemId(this.#source.id, id));
  }

  #isOurs(topic: TopicRecord): boolean {
    const { categories } = this.#source.settings;
    if (topic.has_accepted_answer !== true || topic.visible === false) return false;
    if ((topic.archetype ?? 'regular') !== 'regular') return false;
    if ((topic.title ?? '').trim() === '') return false;
    return categories.length === 0 || categories.includes(topic.category_id ?? '');
  }

  /** A page is gone through in several steps: each lists it again and reads the next topics. */
  async #read(
    forum: Forum,
    leg: string,
    page: number,
    { since: last, note }: Known,
  ): Promise<Result<LegPage>> {
    const [who = '', extent] = leg.split(' ');
    const since = extent === 'all' ? null : last;
    const listed = await listTopics(forum, page);
    if (!listed.ok) return listed;
    const { rows, skipped, next } = listed.value;
    const ours = rows.filter((topic) => this.#isOurs(topic));
    const known = readNote(note);
    const unread = ours.filter((topic) => !isKnown(known, topic));
    const now = unread.slice(0, TOPICS_A_STEP);
    const read = await this.#readTopics(forum, now, visibilityOf(who));
    if (!read.ok) return read;
    const { upserts, gone } = read.value;
    const left = rows.filter((topic) => !this.#isOurs(topic));
    const found = { upserts, deletes: this.#itemIds([...gone, ...left]), skipped };
    if (unread.length > now.length) {
      const noted = remember(known, now, gone);
      return ok({ ...found, next: String(page), note: JSON.stringify(noted) });
    }
    const noted = JSON.stringify({ ...remember(known, ours, gone), here: [] });
    // Pinned topics stand first, whenever they were written to.
    const times = rows.filter(({ pinned }) => pinned !== true).map((topic) => topic.bumped_at);
    const isThrough = next === null || hasReached(times, since);
    return ok({ ...found, next: isThrough ? null : String(next), note: noted });
  }

  /** Topics as items, and those that turned out not to be there. */
  async #readTopics(
    forum: Forum,
    topics: readonly TopicRecord[],
    visibility: Visibility,
  ): Promise<Result<{ upserts: Item[]; gone: TopicRecord[] }>> {
    const upserts: Item[] = [];
    const gone: TopicRecord[] = [];
    if (topics.length === 0) return ok({ upserts, gone });
    const categories = this.#categories ? ok(this.#categories) : await readCategories(forum);
    if (!categories.ok) return categories;
    this.#categories = categories.value;
    const context: TopicContext = {
      sourceId: this.#source.id,
      address: forum.address,
      visibility,
      categories: categories.value,
      syncedAt: isoTime(this.#ports.now),
      languageOf: this.#ports.languageOf,
    };
    for (const topic of topics) {
      // oxlint-disable-next-line no-await-in-loop -- one request at a time
      const solution = await readSolution(forum, topic.id);
      if (!solution.ok) return solution;
      if (solution.value === null) gone.push(topic);
      // oxlint-disable-next-line no-await-in-loop -- in order
      else upserts.push(await mapTopic(topic, solution.value, context));
    }
    return ok({ upserts, gone });
  }
}

/**
 * The one leg is named by who may read the forum, signed in as nobody we see what everybody sees, and
 * by whether all is read.
 */
async function planReading(forum: Forum, { since, note }: Known): Promise<Result<LegPlan>> {
  const info = await getJson(forum, '/site/basic-info.json', basicInfoSchema, 'who may read');
  if (!info.ok) return info;
  const account = await readAccount(forum);
  if (!account.ok) return account;
  const { value, response } = info.value;
  const isClosed = value.login_required === undefined ? 'unknown' : 'internal';
  const isOpen = forum.key === '' || value.login_required === false;
  const { servedAt } = response;
  const before = readNote(note);
  const age = Date.parse(servedAt) - Date.parse(before.wholeAt ?? '');
  const isWhole = since === null || !(age < WHOLE_EVERY);
  const turned = isWhole ? startOver(servedAt) : turnOver(before);
  const legs = [`${isOpen ? 'public' : isClosed} ${isWhole ? 'all' : 'new'}`];
  return ok({ legs, servedAt, note: JSON.stringify(turned) });
}

function visibilityOf(leg: string): Visibility {
  return leg === 'public' || leg === 'internal' ? leg : 'unknown';
}

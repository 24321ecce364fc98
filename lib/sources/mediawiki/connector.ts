/** Wikis run by MediaWiki, read by the action API: `recentchanges` names edits, moves and deletions. */
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
import { createWikiApi, type WikiApi } from '@/lib/sources/mediawiki/api';
import { itemIdOf, type MapContext } from '@/lib/sources/mediawiki/map';
import {
  positionSchema,
  sweepPositionSchema,
  type AllPosition,
  type ChangesPosition,
  type Position,
} from '@/lib/sources/mediawiki/position';
import { readChanges, readTexts, STEP_PAGES } from '@/lib/sources/mediawiki/read-pages';
import { namespaceSchema, pageIdSchema } from '@/lib/sources/mediawiki/records';
import {
  detectMediaWiki,
  findApiUrl,
  mediaWikiSettingsSchema,
  settingsFor,
  type MediaWikiSettings,
} from '@/lib/sources/mediawiki/settings';
import { readRows } from '@/lib/sources/read-json';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Changes are written after the edit, and not in the order of their times. */
const OVERLAP = 10 * MINUTE;
/** "Recent changes" are kept for 90 days unless a wiki says otherwise; after this all is read anew. */
const MOST_CHANGES_AGE = 25 * DAY;

export const mediaWikiKind: ConnectorKind<MediaWikiSettings> = {
  kind: 'mediawiki',
  settings: mediaWikiSettingsSchema,
  // An owner-only consumer's OAuth 2 access token.
  secrets: [{ name: 'token', required: false }],
  cadence: { pullMs: 15 * MINUTE, pullActiveMs: 5 * MINUTE, sweepMs: DAY },
  detect: detectMediaWiki,
  async probe(url, http, signal) {
    const headers = { accept: 'text/html' };
    const page = await http.send({ url: url.href, headers, why: 'is it a wiki' }, signal);
    if (!page.ok) return page;
    const apiUrl = findApiUrl(page.value.text, page.value.url);
    return ok(apiUrl === null ? null : settingsFor(apiUrl));
  },
  origins: ({ apiUrl }) => [new URL(apiUrl).origin],
  create: (source, ports) => new MediaWikiConnector(source, ports),
};

class MediaWikiConnector implements Connector {
  readonly kind = 'mediawiki';
  readonly #source: ConnectorSource<MediaWikiSettings>;
  readonly #ports: ConnectorPorts;
  readonly #token: string;

  constructor(source: ConnectorSource<MediaWikiSettings>, ports: ConnectorPorts) {
    this.#source = source;
    this.#ports = ports;
    this.#token = source.secrets['token'] ?? '';
  }

  async check(signal: AbortSignal) {
    const asked = { meta: 'siteinfo|userinfo', siprop: 'general' };
    const answer = await this.#api(signal).query(asked, 'name of the wiki');
    if (!answer.ok) return answer;
    const { general, userinfo } = answer.value.value.query ?? {};
    if (general === undefined) return fail(fault('bad-response', { why: 'no wiki' }));
    const account = userinfo?.anon === true ? undefined : userinfo?.name;
    return ok({ name: general.sitename, ...(account === undefined ? {} : { account }) });
  }

  async pull(cursor: string | null, signal: AbortSignal): Promise<Result<PullBatch>> {
    const position = readCursor<Position>(cursor, positionSchema);
    const api = this.#api(signal);
    if (position?.phase === 'all') return this.#pullAll(api, position);
    if (position?.phase === 'changes') return this.#pullChanges(api, position);
    const isPublic = await this.#isPublic(signal);
    if (!isPublic.ok) return isPublic;
    const begun = { startedAt: '', isPublic: isPublic.value, next: null };
    const isKnown = position !== null && this.#ports.now() - Date.parse(position.since) < MOST_CHANGES_AGE; // prettier-ignore
    if (!isKnown) return this.#pullAll(api, { ...begun, phase: 'all', namespace: 0 });
    const since = new Date(Date.parse(position.since) - OVERLAP).toISOString();
    return this.#pullChanges(api, {
      ...begun,
      phase: 'changes',
      since,
      pending: [],
      hasMore: true,
    });
  }

  async sweep(cursor: string | null, signal: AbortSignal) {
    const { namespaces } = this.#source.settings;
    const at = readCursor(cursor, sweepPositionSchema) ?? { namespace: 0, next: null };
    const asked = { list: 'allpages', apfilterredir: 'nonredirects', aplimit: 'max' };
    const namespace = { apnamespace: namespaces[at.namespace] ?? '0' };
    const answer = await this.#api(signal).query(
      { ...asked, ...namespace, ...at.next },
      'which pages there are',
    );
    if (!answer.ok) return answer;
    const { value } = answer.value;
    const found = value.query?.allpages;
    if (found === undefined) return fail(fault('bad-response', { why: 'no list of pages' }));
    const { rows } = readRows(found, pageIdSchema);
    const ids = rows.map(({ pageid }) => itemIdOf(this.#source.id, pageid));
    const next = nextPlace(at.namespace, value.continue ?? null);
    return ok({ ids, cursor: writeCursor(next), done: next.namespace >= namespaces.length });
  }

  async listChoices(signal: AbortSignal): Promise<Result<Choice[]>> {
    const asked = { meta: 'siteinfo', siprop: 'namespaces|general' };
    const answer = await this.#api(signal).query(asked, 'namespaces of the wiki');
    if (!answer.ok) return answer;
    const { namespaces = {}, general } = answer.value.value.query ?? {};
    const { rows } = readRows(Object.values(namespaces), namespaceSchema);
    // Odd numbers are talk, negative ones special pages; the articles' own has no name.
    const readable = rows.filter(({ id }) => id >= 0 && id % 2 === 0);
    return ok(
      readable.map(({ id, name }) => ({
        setting: 'namespaces',
        id: String(id),
        name: name || (general?.sitename ?? String(id)),
      })),
    );
  }

  #api(signal: AbortSignal, token = this.#token): WikiApi {
    return createWikiApi(this.#ports.http, this.#source.settings.apiUrl, token, signal);
  }

  /** Whether readers who are not signed in may read the wiki. */
  async #isPublic(signal: AbortSignal): Promise<Result<boolean>> {
    if (this.#token === '') return ok(true);
    const asked = { meta: 'siteinfo', siprop: 'general' };
    const answer = await this.#api(signal, '').query(asked, 'may everyone read it');
    if (answer.ok) return ok(true);
    // A wiki refuses with status 200; 401 comes from what stands in front of it.
    const { kind, detail } = answer.fault;
    const isRefused = kind === 'forbidden' || (kind === 'signed-out' && !detail?.['status']);
    return isRefused ? ok(false) : answer;
  }

  async #pullAll(api: WikiApi, position: AllPosition): Promise<Result<PullBatch>> {
    const { namespaces } = this.#source.settings;
    const list = await api.pages({
      generator: 'allpages',
      gapfilterredir: 'nonredirects',
      gapnamespace: namespaces[position.namespace] ?? '0',
      gaplimit: STEP_PAGES,
      ...position.next,
    });
    if (!list.ok) return list;
    const startedAt = position.startedAt || list.value.servedAt;
    const read = await readTexts(api, list.value, namespaces, this.#context(position));
    if (!read.ok) return read;
    const next = nextPlace(position.namespace, list.value.next);
    const done = next.namespace >= namespaces.length;
    const after: Position = done
      ? { phase: 'rest', since: startedAt }
      : { ...position, startedAt, ...next };
    return ok({ ...read.value, cursor: writeCursor(after), done });
  }

  async #pullChanges(api: WikiApi, from: ChangesPosition): Promise<Result<PullBatch>> {
    const position = await this.#withPending(api, from);
    if (!position.ok) return position;
    const { pending, hasMore, startedAt } = position.value;
    const now = pending.slice(0, STEP_PAGES);
    const list = await (now.length === 0
      ? ok({ pages: [], missing: [], skipped: [], next: null, servedAt: startedAt })
      : api.pages({ pageids: now.join('|') }));
    if (!list.ok) return list;
    const { namespaces } = this.#source.settings;
    const read = await readTexts(api, list.value, namespaces, this.#context(from));
    if (!read.ok) return read;
    const left = pending.slice(now.length);
    const done = left.length === 0 && !hasMore;
    const after: Position = done
      ? { phase: 'rest', since: startedAt }
      : { ...position.value, pending: left };
    return ok({ ...read.value, cursor: writeCursor(after), done });
  }

  /** The position with ids of changed pages, while there are any more. */
  async #withPending(api: WikiApi, from: ChangesPosition): Promise<Result<ChangesPosition>> {
    if (from.pending.length > 0 || !from.hasMore) return ok(from);
    const changes = await readChanges(api, from);
    if (!changes.ok) return changes;
    const { pageids, next, servedAt } = changes.value;
    const startedAt = from.startedAt || servedAt;
    return ok({ ...from, startedAt, next, pending: pageids, hasMore: next !== null });
  }

  #context({ isPublic }: { isPublic: boolean }): MapContext {
    const { now, languageOf } = this.#ports;
    return {
      sourceId: this.#source.id,
      syncedAt: new Date(now()).toISOString(),
      visibility: isPublic ? 'public' : 'internal',
      languageOf,
    };
  }
}

/** The rest of this namespace's list, or the next namespace. */
function nextPlace(namespace: number, next: AllPosition['next']) {
  return next === null ? { namespace: namespace + 1, next } : { namespace, next };
}

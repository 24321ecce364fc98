/**
 * Reads Notion: what the search names, the rows of databases, the pages that only stand in other
 * pages, and the trash. The search names child pages and rows as well, but promises neither all of
 * them nor to be up to date, and is not meant for enumerating:
 * https://developers.notion.com/reference/search-optimizations-and-limitations.
 */
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Known, LegPage, LegPlan, PullLegs } from '@/lib/sources/legs';
import { plainId } from '@/lib/sources/notion/children';
import type { NotionClient } from '@/lib/sources/notion/client';
import { itemIdOf } from '@/lib/sources/notion/map';
import { Memory } from '@/lib/sources/notion/memory';
import type { PageTexts } from '@/lib/sources/notion/page-texts';
import {
  idSchema,
  listSchema,
  markSchema,
  pageSchema,
  selfSchema,
} from '@/lib/sources/notion/records';
import { readRows } from '@/lib/sources/read-json';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Times are cut to the minute, and the search learns of edits late. */
const OVERLAP = 15 * MINUTE;
/** Each page costs a request of its own. */
const PAGES_AT_ONCE = 10;
/** Each costs two. */
const ASKED_AT_ONCE = 5;
const NAMES_AT_ONCE = 100;
const MOST_LISTS = 20;
/** The search may miss edits: now and then all is read again. */
const WHOLE_EVERY = 7 * DAY;

type Found = Omit<LegPage, 'note'>;
const NOTHING: Found = { upserts: [], deletes: [], skipped: [], next: null };

export class NotionReader implements PullLegs {
  readonly overlapMs = OVERLAP;
  readonly #sourceId: string;
  readonly #chosen: readonly string[];
  readonly #client: NotionClient;
  readonly #texts: PageTexts;

  /** `chosen`: data sources to read, and nothing else; everything where empty. */
  constructor(sourceId: string, chosen: readonly string[], client: NotionClient, texts: PageTexts) {
    this.#sourceId = sourceId;
    this.#chosen = chosen.map((id) => plainId(id));
    this.#client = client;
    this.#texts = texts;
  }

  /** `note` is a `Memory`. */
  async plan({ since, note }: Known): Promise<Result<LegPlan>> {
    const self = await this.#client.ask('users/me', 'time at Notion', selfSchema);
    if (!self.ok) return self;
    const { servedAt } = self.value.response;
    const databases = await this.#databases();
    if (!databases.ok) return databases;
    const kept = since === null ? null : Memory.read(note);
    const age = Date.parse(servedAt) - Date.parse(kept?.wholeAt ?? '');
    const memory = kept === null || !(age < WHOLE_EVERY) ? null : kept.next(servedAt);
    const now = memory ?? Memory.empty(servedAt);
    for (const database of databases.value) now.addDatabase(database);
    const isAll = this.#chosen.length === 0;
    const trash = isAll ? [''] : this.#chosen;
    const legs = [
      ...(isAll ? ['names', 'pages'] : []),
      ...(since === null ? [] : trash.map((database) => `trash:${database}`)),
      ...now.databases.map((database) => `rows:${database}`),
      'queue',
    ];
    return ok({ legs, servedAt, note: now.write() });
  }

  /** One step. Whatever it finds inside the pages it reads goes into the queue, which comes last. */
  async read(leg: string, page: string | null, known: Known): Promise<Result<LegPage>> {
    const memory = Memory.read(known.note) ?? Memory.empty(known.since ?? '');
    const found = await this.#readLeg(leg, page, memory, known.since);
    return found.ok ? ok({ ...found.value, note: memory.write() }) : found;
  }

  #readLeg(
    leg: string,
    page: string | null,
    memory: Memory,
    lastRead: string | null,
  ): Promise<Result<Found>> {
    const [way = '', database = ''] = leg.split(':');
    const since = memory.isWhole ? null : lastRead;
    if (way === 'names') return this.#readNames(page, memory, since);
    if (way === 'pages') return this.#readPages(page, memory, since);
    if (way === 'trash') return this.#readTrash(database, page, memory, lastRead);
    if (way === 'rows') return this.#readRows(database, page, memory, since);
    return this.#readQueue(memory, since);
  }

  /** Data sources: those chosen, or all that the search names. */
  async #databases(): Promise<Result<readonly string[]>> {
    if (this.#chosen.length > 0) return ok(this.#chosen);
    const ids: string[] = [];
    let next: string | null = null;
    for (let at = 0; at < MOST_LISTS; at += 1) {
      const filter = { property: 'object', value: 'data_source' };
      // oxlint-disable-next-line no-await-in-loop -- each page names the next
      const answer = await this.#list('search', 'which databases there are', { filter }, next);
      if (!answer.ok) return answer;
      ids.push(...readRows(answer.value.results, idSchema).rows.map(({ id }) => id));
      next = answer.value.next;
      if (next === null) break;
    }
    return ok(ids);
  }

  /**
   * Which pages the search names now. One that it did not name before is new to us, however old its
   * last edit: a page that was shared, or came back.
   */
  async #readNames(
    page: string | null,
    memory: Memory,
    since: string | null,
  ): Promise<Result<Found>> {
    const answer = await this.#listPages('which pages there are', NAMES_AT_ONCE, page);
    if (!answer.ok) return answer;
    const { results, next } = answer.value;
    for (const { id, last_edited_time: at = '' } of readRows(results, markSchema).rows) {
      const isNew = memory.list(id);
      this.#texts.name(id);
      // Those edited since come with their records in the next leg.
      if (since !== null && isNew && at < since && !memory.ask(id)) memory.wantWhole();
    }
    return ok({ ...NOTHING, next });
  }

  async #readPages(
    page: string | null,
    memory: Memory,
    since: string | null,
  ): Promise<Result<Found>> {
    const answer = await this.#listPages('pages', PAGES_AT_ONCE, page);
    if (!answer.ok) return answer;
    const { rows, skipped } = readRows(answer.value.results, pageSchema);
    const wanted = rows.filter((row) => since === null || row.last_edited_time >= since);
    const found = await this.#texts.read(wanted, memory, answer.value.servedAt);
    if (!found.ok) return found;
    const next = wanted.length < rows.length ? null : answer.value.next;
    return ok({ ...found.value, skipped: [...skipped, ...found.value.skipped], next });
  }

  /** Rows as their database tells them, which is up to date. */
  async #readRows(
    database: string,
    page: string | null,
    memory: Memory,
    since: string | null,
  ): Promise<Result<Found>> {
    const sorts = [{ timestamp: 'last_edited_time', direction: 'descending' }];
    const body = { sorts, result_type: 'page', page_size: PAGES_AT_ONCE };
    const path = `data_sources/${encodeURIComponent(database)}/query`;
    const answer = await this.#list(path, 'rows of a database', body, page);
    if (!answer.ok && answer.fault.kind === 'not-found' && !this.#chosen.includes(database)) {
      // It was there a moment ago, or is only shown in a page of ours and not shared with us.
      memory.dropDatabase(database);
      return ok(NOTHING);
    }
    if (!answer.ok) return answer;
    const { rows, skipped } = readRows(answer.value.results, pageSchema);
    const recent = since ?? before(memory.startedAt);
    const isAll = since === null || memory.isNewDatabase(database);
    // The search has told of the others, and was late only for what was edited just now.
    const wanted = rows.filter(
      ({ id, last_edited_time: at }) => at >= recent || (isAll && !memory.isListed(id)),
    );
    const found = await this.#texts.read(wanted, memory, answer.value.servedAt);
    if (!found.ok) return found;
    const isPast = !isAll && rows.some(({ last_edited_time: at }) => at < recent);
    const next = isPast ? null : answer.value.next;
    if (next === null) memory.finishDatabase(database);
    return ok({ ...found.value, skipped: [...skipped, ...found.value.skipped], next });
  }

  /** What was met on the way, and the pages that only their parents name. */
  async #readQueue(memory: Memory, since: string | null): Promise<Result<Found>> {
    const rows = memory.takeRows();
    if (rows !== null) {
      const { database, page } = rows;
      const read = await this.#readRows(database, page, memory, since);
      if (!read.ok) return read;
      if (read.value.next !== null) memory.putRows(database, read.value.next);
      return ok({ ...read.value, next: memory.isQueueEmpty ? null : 'more' });
    }
    const found: Found = { upserts: [], deletes: [], skipped: [], next: null };
    for (const id of memory.takePages(ASKED_AT_ONCE)) {
      // oxlint-disable-next-line no-await-in-loop -- one request at a time
      const asked = await this.#texts.ask(id, memory);
      if (!asked.ok) return asked;
      found.upserts.push(...asked.value.upserts);
      found.deletes.push(...asked.value.deletes);
      found.skipped.push(...asked.value.skipped);
    }
    return ok({ ...found, next: memory.isQueueEmpty ? null : 'more' });
  }

  async #readTrash(
    database: string,
    page: string | null,
    memory: Memory,
    since: string | null,
  ): Promise<Result<Found>> {
    const isAll = database === '';
    const sorts = [{ timestamp: 'last_edited_time', direction: 'descending' }];
    const filter = { property: 'object', value: 'page', in_trash: true };
    const path = isAll ? 'search' : `data_sources/${encodeURIComponent(database)}/query`;
    const wanted = isAll ? { filter, sort: sorts[0] } : { sorts, result_type: 'page', in_trash: true }; // prettier-ignore
    const body = { ...wanted, page_size: NAMES_AT_ONCE };
    const answer = await this.#list(path, 'pages in the trash', body, page);
    if (!answer.ok) return answer;
    const { rows, skipped } = readRows(answer.value.results, markSchema);
    const isPast = rows.some(({ last_edited_time: at }) => at !== undefined && since !== null && at < since); // prettier-ignore
    for (const { id } of rows) memory.forget(id);
    const deletes = rows.map(({ id }) => itemIdOf(this.#sourceId, id));
    return ok({ ...NOTHING, deletes, skipped, next: isPast ? null : answer.value.next });
  }

  #listPages(why: string, size: number, page: string | null): Promise<Result<Listed>> {
    const filter = { property: 'object', value: 'page' };
    const sort = { timestamp: 'last_edited_time', direction: 'descending' };
    return this.#list('search', why, { filter, sort, page_size: size }, page);
  }

  async #list(
    path: string,
    why: string,
    body: Record<string, unknown>,
    page: string | null,
  ): Promise<Result<Listed>> {
    const asked = page === null ? body : { ...body, start_cursor: page };
    const answer = await this.#client.ask(path, why, listSchema, asked);
    if (!answer.ok) return answer;
    const { results, next_cursor: next, request_status: status } = answer.value.value;
    // What a cut list does not name is not gone.
    if (this.#texts.isForNames && status?.type === 'incomplete') {
      return fail(fault('bad-response', { why: 'the list is cut' }));
    }
    return ok({ results, next, servedAt: answer.value.response.servedAt });
  }
}

/** One page of a list. */
interface Listed {
  results: unknown[];
  next: string | null;
  servedAt: string;
}

/** So much before then may a list be late. */
function before(time: string): string {
  return new Date(Date.parse(time) - OVERLAP).toISOString();
}

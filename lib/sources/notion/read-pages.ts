/** Reads Notion list by list: pages, newest edit first, and pages in the trash. */
import type { Fault } from '@/lib/core/fault';
import { ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { ConnectorPorts, ConnectorSource, SkippedRecord } from '@/lib/sources/contract';
import type { Known, LegPage, LegPlan, PullLegs } from '@/lib/sources/legs';
import type { NotionClient } from '@/lib/sources/notion/client';
import { itemIdOf, mapPage, type MapContext } from '@/lib/sources/notion/map';
import {
  listSchema,
  markdownSchema,
  markSchema,
  pageSchema,
  selfSchema,
  type PageRecord,
} from '@/lib/sources/notion/records';
import type { NotionSettings } from '@/lib/sources/notion/settings';
import { readRows } from '@/lib/sources/read-json';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Each page costs a request of its own. */
const PAGES_AT_ONCE = 10;
const MARKS_AT_ONCE = 100;
/** The search promises neither to be complete nor to be up to date: now and then all is read again. */
const WHOLE_EVERY = 7 * DAY;

/** The list of a database's rows, or of all pages for ''. */
export function listPath(database: string): string {
  return database === '' ? 'search' : `data_sources/${database}/query`;
}

/** What to ask of that list: pages, the last edited first. */
export function listBody(database: string, isTrash: boolean): Record<string, unknown> {
  if (database === '') {
    const filter = { property: 'object', value: 'page', ...(isTrash ? { in_trash: true } : {}) };
    return { filter, sort: { timestamp: 'last_edited_time', direction: 'descending' } };
  }
  const sorts = [{ timestamp: 'last_edited_time', direction: 'descending' }];
  return { sorts, result_type: 'page', ...(isTrash ? { in_trash: true } : {}) };
}

export class NotionReader implements PullLegs {
  /** Times are cut to the minute, and the search learns of edits late. */
  readonly overlapMs = 15 * MINUTE;
  readonly #source: ConnectorSource<NotionSettings>;
  readonly #ports: ConnectorPorts;
  readonly #client: NotionClient;

  constructor(
    source: ConnectorSource<NotionSettings>,
    ports: ConnectorPorts,
    client: NotionClient,
  ) {
    this.#source = source;
    this.#ports = ports;
    this.#client = client;
  }

  /** `note` is when all was read last. */
  async plan({ since, note }: Known): Promise<Result<LegPlan>> {
    const self = await this.#client.ask('users/me', 'time at Notion', selfSchema);
    if (!self.ok) return self;
    const { servedAt } = self.value.response;
    const age = Date.parse(servedAt) - Date.parse(note ?? '');
    const isWhole = since === null || !(age < WHOLE_EVERY);
    const { databases } = this.#source.settings;
    const lists = databases.length === 0 ? [''] : databases;
    const legs = lists.flatMap((database) => [
      `${isWhole ? 'all' : 'new'}:${database}`,
      ...(since === null ? [] : [`trash:${database}`]),
    ]);
    return ok({ legs, servedAt, ...(isWhole ? { note: servedAt } : {}) });
  }

  read(leg: string, page: string | null, { since }: Known): Promise<Result<LegPage>> {
    const [way = '', database = ''] = leg.split(':');
    if (way === 'trash') return this.#readTrash(database, page, since);
    return this.#readPages(database, page, way === 'all' ? null : since);
  }

  async #readPages(
    database: string,
    page: string | null,
    since: string | null,
  ): Promise<Result<LegPage>> {
    const body = { ...listBody(database, false), page_size: PAGES_AT_ONCE };
    const asked = page === null ? body : { ...body, start_cursor: page };
    const answer = await this.#client.ask(listPath(database), 'pages', listSchema, asked);
    if (!answer.ok) return answer;
    const { value, response } = answer.value;
    const { rows, skipped } = readRows(value.results, pageSchema, 'pages');
    const wanted = rows.filter((row) => since === null || row.last_edited_time >= since);
    const texts = await this.#readTexts(wanted, response.servedAt);
    if (!texts.ok) return texts;
    const next = wanted.length < rows.length ? null : value.next_cursor;
    return ok({ ...texts.value, skipped: [...skipped, ...texts.value.skipped], next });
  }

  async #readTexts(
    rows: readonly PageRecord[],
    syncedAt: string,
  ): Promise<Result<Pick<LegPage, 'upserts' | 'deletes' | 'skipped'>>> {
    const { id: sourceId, settings } = this.#source;
    const { languageOf } = this.#ports;
    const context: MapContext = { sourceId, syncedAt, locale: settings.locale, languageOf };
    const upserts: Item[] = [];
    const deletes: string[] = [];
    const skipped: SkippedRecord[] = [];
    for (const row of rows) {
      const path = `pages/${encodeURIComponent(row.id)}/markdown`;
      const answer = await this.#client.ask(path, 'text of a page', markdownSchema);
      if (!answer.ok && isOfOnePage(answer.fault)) {
        skipped.push({ where: `page ${row.id}`, why: 'refused' });
        continue;
      }
      if (!answer.ok && answer.fault.kind !== 'not-found') return answer;
      if (!answer.ok) {
        deletes.push(itemIdOf(sourceId, row.id));
        continue;
      }
      const item = await mapPage(row, answer.value.value.markdown, context);
      if (item.title === '' && item.blocks.length === 0) {
        skipped.push({ where: `page ${row.id}`, why: 'no-text' });
      } else upserts.push(item);
    }
    return ok({ upserts, deletes, skipped });
  }

  async #readTrash(
    database: string,
    page: string | null,
    since: string | null,
  ): Promise<Result<LegPage>> {
    const body = { ...listBody(database, true), page_size: MARKS_AT_ONCE };
    const asked = page === null ? body : { ...body, start_cursor: page };
    const answer = await this.#client.ask(listPath(database), 'pages in the trash', listSchema, asked); // prettier-ignore
    if (!answer.ok) return answer;
    const { results, next_cursor } = answer.value.value;
    const { rows, skipped } = readRows(results, markSchema, 'trash');
    const isPast = rows.some(({ last_edited_time: at }) => at !== undefined && since !== null && at < since); // prettier-ignore
    const deletes = rows.map(({ id }) => itemIdOf(this.#source.id, id));
    return ok({ upserts: [], deletes, skipped, next: isPast ? null : next_cursor });
  }
}

/** Refused as a question about this page, e.g. one with nothing but blocks that have no text. */
function isOfOnePage({ kind, detail }: Fault): boolean {
  return kind === 'bad-response' && [400, 409, 422].includes(Number(detail?.['status']));
}

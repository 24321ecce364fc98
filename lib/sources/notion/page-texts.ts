/** Reads the texts of Notion pages, and notes what they name inside. */
import type { Fault } from '@/lib/core/fault';
import { ok, type Result } from '@/lib/core/result';
import type { PullBatch } from '@/lib/sources/contract';
import { childrenOf } from '@/lib/sources/notion/children';
import type { NotionClient } from '@/lib/sources/notion/client';
import { itemIdOf, mapPage, type MapContext } from '@/lib/sources/notion/map';
import type { Memory } from '@/lib/sources/notion/memory';
import { markdownSchema, pageSchema, type PageRecord } from '@/lib/sources/notion/records';

const MINUTE = 60_000;
/** Times are cut to the minute. */
const OVERLAP = 2 * MINUTE;
/** Parts that a long page's Markdown leaves out, each a request of its own. */
const MOST_PARTS = 10;

export type Texts = Pick<PullBatch, 'upserts' | 'deletes' | 'skipped'>;

export interface PageTextsOptions {
  context: Omit<MapContext, 'syncedAt'>;
  /** Rows of chosen databases alone: other databases are not followed. */
  isChosen: boolean;
  /** Only which pages there are: nothing is mapped. */
  isForNames: boolean;
}

export class PageTexts {
  /** Item ids of the pages that were found to be there. */
  readonly named: string[] = [];
  readonly #client: NotionClient;
  readonly #options: PageTextsOptions;

  constructor(client: NotionClient, options: PageTextsOptions) {
    this.#client = client;
    this.#options = options;
  }

  get isForNames(): boolean {
    return this.#options.isForNames;
  }

  /** A page that is there. */
  name(id: string): void {
    this.named.push(this.#itemId(id));
  }

  /** Pages whose records are known, each a request. */
  async read(
    rows: readonly PageRecord[],
    memory: Memory,
    servedAt: string,
  ): Promise<Result<Texts>> {
    const texts: Texts = { upserts: [], deletes: [], skipped: [] };
    for (const row of rows) {
      // oxlint-disable-next-line no-await-in-loop -- one request at a time
      const read = await this.#readOne(row, memory, servedAt, texts);
      if (!read.ok) return read;
    }
    return ok(texts);
  }

  /** A page that is known by its id only: whether it is there, and its text if it may have changed. */
  async ask(id: string, memory: Memory): Promise<Result<Texts>> {
    const texts: Texts = { upserts: [], deletes: [], skipped: [] };
    const path = `pages/${encodeURIComponent(id)}`;
    const answer = await this.#client.ask(path, 'a page within a page', pageSchema);
    if (!answer.ok && isOfOnePage(answer.fault)) {
      texts.skipped.push({ where: id, why: 'refused' });
      return ok(texts);
    }
    if (!answer.ok && answer.fault.kind !== 'not-found') return answer;
    if (!answer.ok || answer.value.value.in_trash === true) {
      memory.forget(id);
      // Asked for again: no list would tell that it came back.
      memory.noteStray(id, '');
      texts.deletes.push(this.#itemId(id));
      return ok(texts);
    }
    const { value, response } = answer.value;
    const askedAt = memory.askedAt(id);
    memory.noteStray(id, response.servedAt);
    this.name(id);
    const since = askedAt === null ? null : Date.parse(askedAt) - OVERLAP;
    if (since !== null && Date.parse(value.last_edited_time) < since) return ok(texts);
    const read = await this.#readOne(value, memory, response.servedAt, texts);
    return read.ok ? ok(texts) : read;
  }

  async #readOne(
    row: PageRecord,
    memory: Memory,
    servedAt: string,
    texts: Texts,
  ): Promise<Result<null>> {
    const markdown = await this.#markdownOf(row.id);
    if (!markdown.ok && isOfOnePage(markdown.fault)) {
      texts.skipped.push({ where: row.url, why: 'refused' });
      return ok(null);
    }
    if (!markdown.ok && markdown.fault.kind !== 'not-found') return markdown;
    if (!markdown.ok) {
      memory.forget(row.id);
      texts.deletes.push(this.#itemId(row.id));
      return ok(null);
    }
    this.name(row.id);
    const left = this.#noteChildren(markdown.value, memory);
    if (left > 0) texts.skipped.push({ where: row.url, why: 'too-many', detail: String(left) });
    if (this.isForNames) return ok(null);
    const item = await mapPage(row, markdown.value, { ...this.#options.context, syncedAt: servedAt }); // prettier-ignore
    if (item.title === '' && item.blocks.length === 0) {
      texts.skipped.push({ where: row.url, why: 'no-text' });
    } else texts.upserts.push(item);
    return ok(null);
  }

  /** How many there is no room for. */
  #noteChildren(markdown: string, memory: Memory): number {
    const { pages, sources } = childrenOf(markdown);
    if (!this.#options.isChosen) for (const id of sources) memory.meetDatabase(id);
    return pages.filter((id) => !memory.meetPage(id)).length;
  }

  /**
   * A long page comes cut, with the ids of the parts that were left out; the same address gives
   * those: https://developers.notion.com/reference/retrieve-page-markdown.
   */
  async #markdownOf(id: string): Promise<Result<string>> {
    const path = (part: string): string => `pages/${encodeURIComponent(part)}/markdown`;
    const answer = await this.#client.ask(path(id), 'text of a page', markdownSchema);
    if (!answer.ok) return answer;
    const { markdown, truncated, unknown_block_ids: left } = answer.value.value;
    const texts = [markdown];
    for (const part of truncated ? left.slice(0, MOST_PARTS) : []) {
      // oxlint-disable-next-line no-await-in-loop -- one request at a time
      const more = await this.#client.ask(path(part), 'rest of a long page', markdownSchema);
      // A part that is not to be had, e.g. one that is not shared with us, is no reason to lose the rest.
      if (!more.ok && more.fault.kind !== 'not-found' && !isOfOnePage(more.fault)) return more;
      if (more.ok) texts.push(more.value.value.markdown);
    }
    return ok(texts.join('\n\n'));
  }

  #itemId(id: string): string {
    return itemIdOf(this.#options.context.sourceId, id);
  }
}

/** Refused as a question about this page, e.g. one with nothing but blocks that have no text. */
function isOfOnePage({ kind, detail }: Fault): boolean {
  return kind === 'bad-response' && [400, 409, 422].includes(Number(detail?.['status']));
}

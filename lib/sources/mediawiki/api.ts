/** Asks a wiki's action API, and reads its refusals, which come with status 200. */
import type * as z from 'zod/mini';
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { SkippedRecord, SourceHttp } from '@/lib/sources/contract';
import {
  missingPageSchema,
  pageSchema,
  parseAnswerSchema,
  queryAnswerSchema,
  type PageRecord,
  type QueryAnswer,
} from '@/lib/sources/mediawiki/records';
import { readRows, requestJson, type JsonAnswer } from '@/lib/sources/read-json';

export type Parameters = Record<string, string | number>;

/** Pages in one answer, with what hangs on them put together. */
export interface PageList {
  pages: PageRecord[];
  /** Asked for by id and not there. */
  missing: number[];
  skipped: SkippedRecord[];
  /** Asks for what follows; null at the end. */
  next: Parameters | null;
  servedAt: string;
}

/** `refused`: the wiki cannot show this one page, for the reason it gives. */
export type PageHtml =
  { kind: 'html'; html: string } | { kind: 'missing' } | { kind: 'refused'; why: string };

export interface WikiApi {
  query(parameters: Parameters, why: string): Promise<Result<JsonAnswer<QueryAnswer>>>;
  /** Pages with address, language, newest revision's time and categories. */
  pages(parameters: Parameters): Promise<Result<PageList>>;
  /** A page as readers see it. */
  html(pageid: number): Promise<Result<PageHtml>>;
}

/** Who asks, as wikis want to be told: https://www.mediawiki.org/wiki/API:Etiquette. */
const AGENT = 'Trivet (browser extension, reads help articles)';
/** Seconds of replication lag at which a wiki asks us to wait. */
const MAX_LAG = 5;
/** Continuations within one list of pages; categories of twenty pages need one or two. */
const MOST_CONTINUED = 25;

export function createWikiApi(
  http: SourceHttp,
  apiUrl: string,
  token: string,
  signal: AbortSignal,
): WikiApi {
  async function ask<T extends { error?: { code: string } | undefined }>(
    parameters: Parameters,
    why: string,
    schema: z.ZodMiniType<T>,
  ): Promise<Result<JsonAnswer<T>>> {
    const url = addressOf(apiUrl, parameters);
    const headers: Record<string, string> = { 'api-user-agent': AGENT };
    if (token !== '') headers['authorization'] = `Bearer ${token}`;
    const answer = await requestJson(http, { url, headers, why }, schema, signal);
    if (!answer.ok) return answer;
    const { error } = answer.value.value;
    if (error === undefined) return answer;
    return fail(faultOf(error.code, answer.value.response.headers, token !== ''));
  }

  const query: WikiApi['query'] = (parameters, why) =>
    ask({ action: 'query', ...parameters }, why, queryAnswerSchema);

  return {
    query,
    pages: (parameters) => readPages(query, parameters),
    async html(pageid) {
      const asked = { action: 'parse', pageid, prop: 'text', disableeditsection: 1, disabletoc: 1 };
      const answer = await ask(asked, 'text of a page', parseAnswerSchema);
      if (answer.ok) return ok({ kind: 'html', html: answer.value.value.parse?.text ?? '' });
      const code = answer.fault.detail?.['code'];
      if (code === 'nosuchpageid') return ok({ kind: 'missing' });
      return code === undefined ? answer : ok({ kind: 'refused', why: String(code) });
    },
  };
}

/** Follows `continue` until what hangs on the pages is complete. */
async function readPages(
  query: WikiApi['query'],
  parameters: Parameters,
): Promise<Result<PageList>> {
  const rows = new Map<number, PageRecord>();
  const missing = new Set<number>();
  const skipped: SkippedRecord[] = [];
  let next: Parameters = {};
  for (let at = 0; at < MOST_CONTINUED; at += 1) {
    const wanted = { prop: 'info|categories|revisions', inprop: 'url', rvprop: 'timestamp' };
    const hung = { ...wanted, clshow: '!hidden', cllimit: 'max' };
    const answer = await query({ ...parameters, ...hung, ...next }, 'pages and their categories');
    if (!answer.ok) return answer;
    const { value, response } = answer.value;
    const read = takePages(value.query?.pages ?? [], rows, missing);
    if (at === 0) skipped.push(...read);
    if (value.batchcomplete === true || value.continue === undefined) {
      const { servedAt } = response;
      const pages = [...rows.values()];
      return ok({ pages, missing: [...missing], skipped, next: value.continue ?? null, servedAt });
    }
    next = value.continue;
  }
  return fail(fault('bad-response', { why: 'continues without end' }));
}

function takePages(
  found: readonly unknown[],
  rows: Map<number, PageRecord>,
  missing: Set<number>,
): SkippedRecord[] {
  const there: unknown[] = [];
  for (const row of found) {
    const gone = missingPageSchema.safeParse(row);
    if (gone.success) missing.add(gone.data.pageid);
    else there.push(row);
  }
  const read = readRows(there, pageSchema);
  for (const page of read.rows) {
    const before = rows.get(page.pageid);
    const categories = [...(before?.categories ?? []), ...(page.categories ?? [])];
    const revisions = before?.revisions ?? page.revisions;
    rows.set(page.pageid, { ...page, categories, ...(revisions && { revisions }) });
  }
  return read.skipped;
}

function addressOf(apiUrl: string, parameters: Parameters): string {
  const url = new URL(apiUrl);
  const all = { format: 'json', formatversion: 2, maxlag: MAX_LAG, ...parameters };
  for (const [name, value] of Object.entries(all)) url.searchParams.set(name, String(value));
  return url.href;
}

/** https://www.mediawiki.org/wiki/API:Errors_and_warnings */
function faultOf(code: string, headers: Headers, isSignedIn: boolean): Fault {
  const seconds = Number(headers.get('retry-after')) || MAX_LAG;
  if (code === 'maxlag' || code === 'ratelimited') return fault('rate-limited', { seconds });
  if (code === 'readapidenied') return fault(isSignedIn ? 'forbidden' : 'signed-out');
  if (code.startsWith('mwoauth-')) return fault('signed-out');
  if (code === 'permissiondenied' || code === 'blocked') return fault('forbidden');
  if (code.startsWith('internal_api_error')) return fault('server-error');
  return fault('bad-response', { code: /^[\w-]{1,40}$/.test(code) ? code : 'an error' });
}

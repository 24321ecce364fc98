/** Help Scout's Docs API v1 as the connector needs it. */
import type * as z from 'zod/mini';
import { fail, ok, type Result } from '@/lib/core/result';
import type { SkippedRecord, SourceHttp } from '@/lib/sources/contract';
import { shelfOf, type Shelf } from '@/lib/sources/helpscout-docs/map';
import {
  articleAnswerSchema,
  collectionSchema,
  collectionsSchema,
  refSchema,
  refsSchema,
  siteSchema,
  sitesSchema,
  type ArticleRecord,
  type RefRecord,
  type SiteRecord,
} from '@/lib/sources/helpscout-docs/records';
import { pageAfter, pageNumber } from '@/lib/sources/numbered-pages';
import { readRows, requestJson, type JsonAnswer } from '@/lib/sources/read-json';

export const API = 'https://docsapi.helpscout.net';

export interface DocsApi {
  http: SourceHttp;
  key: string;
  signal: AbortSignal;
}

/** The key is the user's name; the password may be anything. */
function get<T>(
  { http, key, signal }: DocsApi,
  path: string,
  schema: z.ZodMiniType<T>,
  why: string,
): Promise<Result<JsonAnswer<T>>> {
  const headers = { authorization: `Basic ${btoa(`${key}:X`)}` };
  return requestJson(http, { url: `${API}/v1/${path}`, headers, why }, schema, signal);
}

/** `servedAt`: ISO 8601, the server's clock. */
export async function readSites(
  api: DocsApi,
): Promise<Result<{ sites: SiteRecord[]; servedAt: string }>> {
  const answer = await get(api, 'sites', sitesSchema, 'sites');
  if (!answer.ok) return answer;
  const { rows } = readRows(answer.value.value.items, siteSchema);
  return ok({ sites: rows, servedAt: answer.value.response.servedAt });
}

/** All collections, with who may read them. */
export async function readShelves(
  api: DocsApi,
): Promise<Result<{ shelves: Shelf[]; servedAt: string }>> {
  const sites = await readSites(api);
  if (!sites.ok) return sites;
  const shelves = new Map<string, Shelf>();
  for (let token: string | null = null; ;) {
    const path = `collections?page=${pageNumber(token)}`;
    // oxlint-disable-next-line no-await-in-loop -- pages one after the other
    const answer = await get(api, path, collectionsSchema, 'collections');
    if (!answer.ok) return answer;
    const { items, count, pages } = answer.value.value;
    for (const record of readRows(items, collectionSchema).rows) {
      shelves.set(record.id, shelfOf(record, sites.value.sites));
    }
    token = pageAfter(token, { rows: items.length, count, pages });
    if (token === null) break;
  }
  return ok({ shelves: [...shelves.values()], servedAt: sites.value.servedAt });
}

export interface RefPage {
  rows: RefRecord[];
  skipped: SkippedRecord[];
  next: string | null;
}

/** Newest first: what is added pushes rows on, so that none is passed over. */
export async function readRefs(
  api: DocsApi,
  collection: string,
  page: string | null,
  size: number,
): Promise<Result<RefPage>> {
  const search = new URLSearchParams({
    page: String(pageNumber(page)),
    pageSize: String(size),
    status: 'all',
    sort: 'createdAt',
    order: 'desc',
  });
  const path = `collections/${encodeURIComponent(collection)}/articles?${search.toString()}`;
  const answer = await get(api, path, refsSchema, 'articles of a collection');
  if (!answer.ok) return answer;
  const { items, count, pages } = answer.value.value;
  const next = pageAfter(page, { rows: items.length, count, pages });
  return ok({ ...readRows(items, refSchema), next });
}

/** What readers see of an article; null when it was taken away since it was listed. */
export async function readArticle(api: DocsApi, id: string): Promise<Result<ArticleRecord | null>> {
  // Without `draft=true` the API gives the published text.
  const path = `articles/${encodeURIComponent(id)}`;
  const answer = await get(api, path, articleAnswerSchema, 'text of an article');
  if (!answer.ok) return answer.fault.kind === 'not-found' ? ok(null) : fail(answer.fault);
  const { article } = answer.value.value;
  return ok(article.status === 'published' ? article : null);
}

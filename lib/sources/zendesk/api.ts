/** Zendesk's API as connectors need it: lists by cursor, or by page number where there are no cursors. */
import * as z from 'zod/mini';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { SourceHttp } from '@/lib/sources/contract';
import { requestJson, type JsonAnswer } from '@/lib/sources/read-json';
import { authHeaders, type Account } from '@/lib/sources/zendesk/account';

/** Largest page: 100 articles with long bodies. */
const MAX_BYTES = 30_000_000;

const endSchema = z.object({
  meta: z.nullish(
    z.object({ has_more: z.nullish(z.boolean()), after_cursor: z.nullish(z.string()) }),
  ),
  next_page: z.nullish(z.string()),
  count: z.nullish(z.number()),
});

export interface ListQuery {
  /** From `/api/v2` on. */
  path: string;
  parameters?: Record<string, string>;
  /** Rows per page; without it the endpoint's own. */
  size?: number;
  why: string;
}

export interface ListPage<T> {
  value: T;
  /** Token of the page after this one; null at the end. */
  next: string | null;
  /** ISO 8601, the server's clock. */
  servedAt: string;
  /** Rows in all, where the endpoint counts them. */
  total?: number;
}

export interface ZendeskLists {
  get<T>(path: string, schema: z.ZodMiniType<T>, why: string): Promise<Result<JsonAnswer<T>>>;
  /** One page of a list; `page` is null or the `next` of the page before. */
  list<T>(
    query: ListQuery,
    schema: z.ZodMiniType<T>,
    page: string | null,
  ): Promise<Result<ListPage<T>>>;
}

export function createLists(http: SourceHttp, account: Account, signal: AbortSignal): ZendeskLists {
  const headers = authHeaders(account);
  const get: ZendeskLists['get'] = (path, schema, why) => {
    const request = { url: account.origin + path, headers, why, maxBytes: MAX_BYTES };
    return requestJson(http, request, schema, signal);
  };
  return {
    get,
    async list(query, schema, page) {
      const path = pathOf(query, page);
      const answer = await get(path, z.intersection(schema, endSchema), query.why);
      if (!answer.ok) return answer;
      const { value, response } = answer.value;
      const next = nextOf(value, page);
      if (!next.ok) return next;
      const total = value.count ?? undefined;
      const { servedAt } = response;
      return ok({ value, next: next.value, servedAt, ...(total === undefined ? {} : { total }) });
    },
  };
}

/** Pages by number are `#2`, everything else is the server's cursor. */
function pathOf(query: ListQuery, page: string | null): string {
  const parameters = new URLSearchParams(query.parameters);
  if (page?.startsWith('#')) {
    if (query.size !== undefined) parameters.set('per_page', String(query.size));
    parameters.set('page', page.slice(1));
  } else {
    if (query.size !== undefined) parameters.set('page[size]', String(query.size));
    if (page !== null) parameters.set('page[after]', page);
  }
  const search = parameters.toString();
  return search === '' ? query.path : `${query.path}?${search}`;
}

/**
 * What follows is told by `has_more`: `links.next` may be there on the last page, too, and name
 * another host, so addresses are never followed.
 */
function nextOf(end: z.infer<typeof endSchema>, page: string | null): Result<string | null> {
  const { meta } = end;
  if (meta?.has_more === true) {
    const after = meta.after_cursor ?? '';
    return after === '' ? fail(fault('bad-response', { why: 'no next page' })) : ok(after);
  }
  if ((meta?.has_more ?? null) !== null || (end.next_page ?? '') === '') return ok(null);
  const number = page?.startsWith('#') ? Number(page.slice(1)) : 1;
  return ok(`#${number + 1}`);
}

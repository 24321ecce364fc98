/** Help Scout's Mailbox API 2.0 as the connector needs it, signed in by the user's own app. */
import type * as z from 'zod/mini';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { SourceHttp } from '@/lib/sources/contract';
import {
  halListSchema,
  mailboxSchema,
  tokenSchema,
  type HalList,
  type MailboxRecord,
} from '@/lib/sources/helpscout-replies/records';
import { pageAfter, pageNumber } from '@/lib/sources/numbered-pages';
import { readRows, requestJson, type JsonAnswer } from '@/lib/sources/read-json';

export const API = 'https://api.helpscout.net';

export interface ListedPage extends HalList {
  next: string | null;
  /** ISO 8601, the server's clock. */
  servedAt: string;
}

export class MailboxApi {
  readonly #http: SourceHttp;
  readonly #secrets: Record<string, string>;
  /** Held in memory only; another is asked for when the worker was stopped. */
  #token: string | null = null;

  constructor(http: SourceHttp, secrets: Record<string, string>) {
    this.#http = http;
    this.#secrets = secrets;
  }

  async get<T>(
    path: string,
    schema: z.ZodMiniType<T>,
    why: string,
    signal: AbortSignal,
  ): Promise<Result<JsonAnswer<T>>> {
    const token = await this.#accessToken(signal);
    if (!token.ok) return token;
    const headers = { authorization: `Bearer ${token.value}` };
    const answer = await requestJson(this.#http, { url: API + path, headers, why }, schema, signal);
    // A token lives for days; the next request asks for another.
    if (!answer.ok && answer.fault.kind === 'signed-out') this.#token = null;
    return answer;
  }

  /** One page of a list; `page` is null or the `next` of the page before. */
  async list(
    path: string,
    page: string | null,
    why: string,
    signal: AbortSignal,
  ): Promise<Result<ListedPage>> {
    const answer = await this.get(`${path}?page=${pageNumber(page)}`, halListSchema, why, signal);
    if (!answer.ok) return answer;
    const { value, response } = answer.value;
    const { rows, count, pages } = value;
    const next = pageAfter(page, { rows: rows.length, count, pages });
    return ok({ ...value, next, servedAt: response.servedAt });
  }

  async mailboxes(
    signal: AbortSignal,
  ): Promise<Result<{ rows: MailboxRecord[]; servedAt: string }>> {
    const found = new Map<string, MailboxRecord>();
    for (let page: string | null = null; ;) {
      // oxlint-disable-next-line no-await-in-loop -- pages one after the other
      const answer = await this.list('/v2/mailboxes', page, 'mailboxes', signal);
      if (!answer.ok) return answer;
      const { rows } = readRows(answer.value.rows, mailboxSchema);
      for (const row of rows) found.set(row.id, row);
      page = answer.value.next;
      if (page === null) return ok({ rows: [...found.values()], servedAt: answer.value.servedAt });
    }
  }

  async #accessToken(signal: AbortSignal): Promise<Result<string>> {
    if (this.#token !== null) return ok(this.#token);
    const { appId = '', appSecret = '' } = this.#secrets;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: appSecret,
    });
    const request = {
      url: `${API}/v2/oauth2/token`,
      method: 'POST' as const,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: body.toString(),
      why: 'sign in',
    };
    const answer = await requestJson(this.#http, request, tokenSchema, signal);
    if (answer.ok) {
      this.#token = answer.value.value.access_token;
      return ok(this.#token);
    }
    // OAuth answers 400 to a secret that is wrong (RFC 6749, 5.2).
    const isRefused = answer.fault.detail?.['status'] === 400;
    return fail(isRefused ? fault('signed-out', { status: 400 }) : answer.fault);
  }
}

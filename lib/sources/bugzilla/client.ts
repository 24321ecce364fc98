/** Requests to a Bugzilla's REST API. */
import type * as z from 'zod/mini';
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { ConnectorSource, SourceHttp } from '@/lib/sources/contract';
import { parseJson } from '@/lib/sources/read-json';
import {
  bugsSchema,
  commentsSchema,
  refusalSchema,
  type CommentRecord,
} from '@/lib/sources/bugzilla/records';
import type { BugzillaSettings } from '@/lib/sources/bugzilla/settings';

/** Old bugs have hundreds of comments, which come all or not at all. */
const MAX_BYTES = 60_000_000;
/** Search may not be without a condition. */
const EVER = '1970-01-01T00:00:00Z';

/** Codes for keys that are not valid or revoked, and for answers only to those signed in. */
const SIGNED_OUT = new Set([300, 301, 305, 306, 307, 410]);

export interface BugList {
  rows: unknown[];
  /** ISO 8601, the server's clock. */
  servedAt: string;
}

export class BugzillaClient {
  readonly #http: SourceHttp;
  readonly #settings: BugzillaSettings;
  readonly #token: string;

  constructor({ settings, secrets }: ConnectorSource<BugzillaSettings>, http: SourceHttp) {
    this.#http = http;
    this.#settings = settings;
    this.#token = secrets['token'] ?? '';
  }

  get isAnonymous(): boolean {
    return this.#token === '';
  }

  /** Bugs of the chosen products changed since then. The server does not say how many there are. */
  async listBugs(
    query: Record<string, string>,
    why: string,
    signal: AbortSignal,
  ): Promise<Result<BugList>> {
    const all = new URLSearchParams({ last_change_time: EVER, ...query });
    for (const product of this.#settings.products) all.append('product', product);
    const answer = await this.get(`bug?${all.toString()}`, why, bugsSchema, signal);
    if (!answer.ok) return answer;
    return ok({ rows: answer.value.value.bugs, servedAt: answer.value.servedAt });
  }

  /** The comments of one bug; none when it has just been hidden from us. */
  async readComments(id: string, signal: AbortSignal): Promise<Result<CommentRecord[]>> {
    const path = `bug/${encodeURIComponent(id)}/comment`;
    const answer = await this.get(path, 'what a bug is about', commentsSchema, signal);
    if (answer.ok) return ok(answer.value.value.bugs[id]?.comments ?? []);
    const { kind } = answer.fault;
    return kind === 'forbidden' || kind === 'not-found' ? ok([]) : answer;
  }

  async get<T>(
    path: string,
    why: string,
    schema: z.ZodMiniType<T>,
    signal: AbortSignal,
  ): Promise<Result<{ value: T; servedAt: string }>> {
    const request = {
      url: `${this.#settings.base.replace(/\/+$/, '')}/rest/${path}`,
      why,
      headers: {
        accept: 'application/json',
        ...(this.isAnonymous ? {} : { 'x-bugzilla-api-key': this.#token }),
      },
      // What is wrong stands in the answer.
      expect: [400, 401],
      maxBytes: MAX_BYTES,
    };
    const sent = await this.#http.send(request, signal);
    if (!sent.ok) return sent;
    const { status, text, servedAt } = sent.value;
    const refusal = parseJson(text, refusalSchema);
    if (refusal.ok) return fail(refusalOf(refusal.value.code, status));
    if (status === 401) return fail(fault('signed-out', { status }));
    if (status === 400) return fail(fault('bad-response', { status }));
    const value = parseJson(text, schema);
    return value.ok ? ok({ value: value.value, servedAt }) : value;
  }
}

function refusalOf(code: number, status: number): Fault {
  if (SIGNED_OUT.has(code)) return fault('signed-out', { status, code });
  if (code === 102) return fault('forbidden', { status, code });
  if (code === 101) return fault('not-found', { status, code });
  return fault('bad-response', { status, code });
}

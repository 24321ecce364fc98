/** Requests to a Redmine's REST API. */
import type * as z from 'zod/mini';
import { ok, type Result } from '@/lib/core/result';
import type { ConnectorSource, SourceHttp } from '@/lib/sources/contract';
import { requestJson } from '@/lib/sources/read-json';
import {
  issuesSchema,
  userSchema,
  versionsSchema,
  type VersionRecord,
} from '@/lib/sources/redmine/records';
import type { RedmineSettings } from '@/lib/sources/redmine/settings';

/** More are not given, whatever is asked for. */
const PAGE = 100;
const MAX_BYTES = 50_000_000;

export interface IssueList {
  rows: unknown[];
  /** The place in the list of the first row after these, or null at the end. */
  after: number | null;
  total: number;
  /** ISO 8601; many servers in front of Redmine do not tell their time, then it is ours. */
  servedAt: string;
}

export class RedmineClient {
  readonly #http: SourceHttp;
  readonly #settings: RedmineSettings;
  readonly #token: string;
  readonly #versions = new Map<string, VersionRecord[]>();
  #account: string | null = null;

  constructor({ settings, secrets }: ConnectorSource<RedmineSettings>, http: SourceHttp) {
    this.#http = http;
    this.#settings = settings;
    this.#token = secrets['token'] ?? '';
  }

  get isAnonymous(): boolean {
    return this.#token === '';
  }

  /**
   * Whose key it is, asked once; null as nobody. To be asked before all else: with a wrong key
   * Redmine shows what nobody in particular may see, and everything else would be taken for gone.
   */
  async readAccount(signal: AbortSignal): Promise<Result<string | null>> {
    if (this.isAnonymous || this.#account !== null) return ok(this.#account);
    const user = await this.get('users/current.json', 'whose key this is', userSchema, signal);
    if (!user.ok) return user;
    this.#account = user.value.value.user.login;
    return ok(this.#account);
  }

  /** Open and closed issues from the place `offset` of the list on. */
  async listIssues(
    query: Record<string, string>,
    offset: number,
    why: string,
    signal: AbortSignal,
  ): Promise<Result<IssueList>> {
    const { project } = this.#settings;
    const all = new URLSearchParams({
      status_id: '*',
      ...(project === undefined ? {} : { project_id: project }),
      limit: String(PAGE),
      offset: String(offset),
      ...query,
    });
    const answer = await this.get(`issues.json?${all.toString()}`, why, issuesSchema, signal);
    if (!answer.ok) return answer;
    const { value, response } = answer.value;
    const after = offset + value.issues.length;
    return ok({
      rows: value.issues,
      after: value.issues.length > 0 && after < value.total_count ? after : null,
      total: value.total_count,
      servedAt: response.servedAt,
    });
  }

  /** The versions that issues of a project may be fixed in; asked once for each. */
  async readVersions(project: string, signal: AbortSignal): Promise<Result<VersionRecord[]>> {
    const known = this.#versions.get(project);
    if (known !== undefined) return ok(known);
    const path = `projects/${encodeURIComponent(project)}/versions.json`;
    const answer = await this.get(path, 'when fixes are out', versionsSchema, signal);
    if (!answer.ok) return answer;
    const { versions } = answer.value.value;
    this.#versions.set(project, versions);
    return ok(versions);
  }

  get<T>(path: string, why: string, schema: z.ZodMiniType<T>, signal: AbortSignal) {
    const url = `${this.#settings.base.replace(/\/+$/, '')}/${path}`;
    const headers: Record<string, string> = this.isAnonymous
      ? {}
      : { 'x-redmine-api-key': this.#token };
    return requestJson(this.#http, { url, why, headers, maxBytes: MAX_BYTES }, schema, signal);
  }
}

/** Requests to GitLab's REST API about one project. */
import type * as z from 'zod/mini';
import { ok, type Result } from '@/lib/core/result';
import type { ConnectorSource, SourceHttp } from '@/lib/sources/contract';
import { nextPage } from '@/lib/sources/page-links';
import { requestJson } from '@/lib/sources/read-json';
import {
  accountSchema,
  listSchema,
  projectSchema,
  type ProjectRecord,
} from '@/lib/sources/gitlab/records';
import { apiBase, type GitlabSettings } from '@/lib/sources/gitlab/settings';
import type { ForgeClient, ForgePage, ForgeQuery } from '@/lib/sources/tracker/forge';

const PAGE = 100;
/** Descriptions may have a million characters, and hardly ever have ten thousand. */
const MAX_BYTES = 50_000_000;

export class GitlabClient implements ForgeClient<ProjectRecord> {
  readonly #http: SourceHttp;
  readonly #token: string;
  readonly #api: string;
  /** The address that requests about the project begin with. */
  readonly #base: string;
  #project: ProjectRecord | null = null;

  constructor({ settings, secrets }: ConnectorSource<GitlabSettings>, http: SourceHttp) {
    this.#http = http;
    this.#token = secrets['token'] ?? '';
    this.#api = apiBase(settings);
    this.#base = `${this.#api}projects/${encodeURIComponent(settings.project)}`;
  }

  /** Asked once. */
  async readHome(signal: AbortSignal): Promise<Result<ProjectRecord>> {
    if (this.#project !== null) return ok(this.#project);
    const answer = await this.#get(this.#base, 'who may see them', projectSchema, signal);
    if (!answer.ok) return answer;
    this.#project = answer.value.value;
    return ok(this.#project);
  }

  /** Issues, open and closed ones. Without a scope only what the token's owner wrote is listed. */
  listIssues(query: ForgeQuery, why: string, signal: AbortSignal): Promise<Result<ForgePage>> {
    const all = new URLSearchParams({ scope: 'all', per_page: String(PAGE), ...query });
    return this.#list(`${this.#base}/issues?${all.toString()}`, why, signal);
  }

  /** The page at an address that a list gave, or null for an address of anything else. */
  follow(next: string, why: string, signal: AbortSignal): Promise<Result<ForgePage>> | null {
    if (!next.startsWith(`${this.#api}projects/`)) return null;
    return new URL(next).pathname.endsWith('/issues') ? this.#list(next, why, signal) : null;
  }

  /** The newest hundred, active and closed ones, those of the groups above too. */
  listMilestones(signal: AbortSignal): Promise<Result<ForgePage>> {
    const query = 'include_ancestors=true&per_page=100';
    return this.#list(`${this.#base}/milestones?${query}`, 'when fixes are out', signal);
  }

  listLabels(signal: AbortSignal): Promise<Result<ForgePage>> {
    return this.#list(`${this.#base}/labels?per_page=100`, 'which labels there are', signal);
  }

  /** Who the token belongs to; null without a token. */
  async readAccount(signal: AbortSignal): Promise<Result<string | null>> {
    if (this.#token === '') return ok(null);
    const account = await this.#get(
      `${this.#api}user`,
      'whose token this is',
      accountSchema,
      signal,
    );
    return account.ok ? ok(account.value.value.username) : account;
  }

  async #list(url: string, why: string, signal: AbortSignal): Promise<Result<ForgePage>> {
    const answer = await this.#get(url, why, listSchema, signal);
    if (!answer.ok) return answer;
    const { value, response } = answer.value;
    const next = nextPage(response.headers, this.#api);
    return ok({ rows: value, servedAt: response.servedAt, next });
  }

  #get<T>(url: string, why: string, schema: z.ZodMiniType<T>, signal: AbortSignal) {
    const headers: Record<string, string> =
      this.#token === '' ? {} : { 'private-token': this.#token };
    return requestJson(this.#http, { url, why, headers, maxBytes: MAX_BYTES }, schema, signal);
  }
}

/** Requests to GitHub's REST API about one repository. */
import type * as z from 'zod/mini';
import { ok, type Result } from '@/lib/core/result';
import type { ConnectorSource, SourceHttp } from '@/lib/sources/contract';
import { nextPage } from '@/lib/sources/page-links';
import { requestJson } from '@/lib/sources/read-json';
import {
  accountSchema,
  listSchema,
  repoSchema,
  type RepoRecord,
} from '@/lib/sources/github/records';
import { apiBase, type GithubSettings } from '@/lib/sources/github/settings';
import type { ForgeClient, ForgePage, ForgeQuery } from '@/lib/sources/tracker/forge';

const PAGE = 100;
/** A hundred issues of the longest there are. */
const MAX_BYTES = 30_000_000;

export class GithubClient implements ForgeClient<RepoRecord> {
  readonly #http: SourceHttp;
  readonly #settings: GithubSettings;
  readonly #token: string;
  readonly #base: string;
  #repo: RepoRecord | null = null;

  constructor({ settings, secrets }: ConnectorSource<GithubSettings>, http: SourceHttp) {
    this.#http = http;
    this.#settings = settings;
    this.#token = secrets['token'] ?? '';
    this.#base = apiBase(settings);
  }

  /** Asked once. */
  async readHome(signal: AbortSignal): Promise<Result<RepoRecord>> {
    if (this.#repo !== null) return ok(this.#repo);
    const answer = await this.#get(
      `repos/${this.#settings.repo}`,
      'who may see them',
      repoSchema,
      signal,
    );
    if (!answer.ok) return answer;
    this.#repo = answer.value.value;
    return ok(this.#repo);
  }

  /** Issues and pull requests, open and closed ones. */
  listIssues(query: ForgeQuery, why: string, signal: AbortSignal): Promise<Result<ForgePage>> {
    const all = new URLSearchParams({ state: 'all', per_page: String(PAGE), ...query });
    return this.#list(`repos/${this.#settings.repo}/issues?${all.toString()}`, why, signal);
  }

  /** The page at an address that a list gave, or null for an address of anything else. */
  follow(next: string, why: string, signal: AbortSignal): Promise<Result<ForgePage>> | null {
    const { pathname } = new URL(next, this.#base);
    const isOurs = next.startsWith(this.#base) && /\/repos(?:itories)?\/.*\/issues$/.test(pathname);
    return isOurs ? this.#list(next.slice(this.#base.length), why, signal) : null;
  }

  /** The newest hundred, open and closed ones. */
  listMilestones(signal: AbortSignal): Promise<Result<ForgePage>> {
    const query = 'state=all&sort=due_on&direction=desc&per_page=100';
    const path = `repos/${this.#settings.repo}/milestones?${query}`;
    return this.#list(path, 'when fixes are out', signal);
  }

  listLabels(signal: AbortSignal): Promise<Result<ForgePage>> {
    return this.#list(
      `repos/${this.#settings.repo}/labels?per_page=100`,
      'which labels there are',
      signal,
    );
  }

  /** Who the token belongs to; null without a token. */
  async readAccount(signal: AbortSignal): Promise<Result<string | null>> {
    if (this.#token === '') return ok(null);
    const account = await this.#get('user', 'whose token this is', accountSchema, signal);
    return account.ok ? ok(account.value.value.login) : account;
  }

  async #list(path: string, why: string, signal: AbortSignal): Promise<Result<ForgePage>> {
    const answer = await this.#get(path, why, listSchema, signal);
    if (!answer.ok) return answer;
    const { value, response } = answer.value;
    const next = nextPage(response.headers, this.#base);
    return ok({ rows: value, servedAt: response.servedAt, next });
  }

  #get<T>(path: string, why: string, schema: z.ZodMiniType<T>, signal: AbortSignal) {
    const headers = {
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      ...(this.#token === '' ? {} : { authorization: `Bearer ${this.#token}` }),
    };
    const request = { url: this.#base + path, why, headers, maxBytes: MAX_BYTES };
    return requestJson(this.#http, request, schema, signal);
  }
}

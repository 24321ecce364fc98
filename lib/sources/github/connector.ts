/** GitHub: the issues of one repository, read in the order they changed. */
import type * as z from 'zod/mini';
import { ok, type Result } from '@/lib/core/result';
import type {
  Connector,
  ConnectorKind,
  ConnectorPorts,
  ConnectorSource,
} from '@/lib/sources/contract';
import { nextPage } from '@/lib/sources/page-links';
import { readRows, requestJson, type JsonAnswer } from '@/lib/sources/read-json';
import { mapIssue, visibilityOf } from '@/lib/sources/github/map';
import {
  accountSchema,
  choiceSchema,
  issueSchema,
  listSchema,
  repoSchema,
  rowSchema,
  type RepoRecord,
} from '@/lib/sources/github/records';
import { apiBase, githubSettingsSchema, type GithubSettings } from '@/lib/sources/github/settings';
import { issueId } from '@/lib/sources/tracker/issue-item';
import { hasChosenLabel } from '@/lib/sources/tracker/labels';
import {
  pullChanged,
  sweepPages,
  type Place,
  type ReadPage,
  type SweepPage,
} from '@/lib/sources/tracker/walk';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const OVERLAP = 5 * MINUTE;
const PAGE = 100;
/** A hundred issues of the longest there are. */
const MAX_BYTES = 30_000_000;

export const githubKind: ConnectorKind<GithubSettings> = {
  kind: 'github',
  settings: githubSettingsSchema,
  secrets: [{ name: 'token', required: false }],
  // Without a token sixty requests an hour are all there are.
  cadence: { pullMs: 30 * MINUTE, pullActiveMs: 10 * MINUTE, sweepMs: 7 * 24 * HOUR },
  detect,
  origins: (settings) => [new URL(apiBase(settings)).origin],
  create: createGithubConnector,
};

/** Pages of GitHub's own that look like `owner/name`. */
const NOT_OWNERS = new Set(
  'about account apps codespaces collections contact customer-stories enterprise enterprises events explore features gist issues join login marketplace new notifications orgs organizations pricing pulls readme search security sessions settings signup site sponsors stars team topics trending users watching'.split(
    ' ',
  ),
);

function detect(url: URL): GithubSettings | null {
  if (url.hostname !== 'github.com' && url.hostname !== 'www.github.com') return null;
  const [, owner = '', name = ''] = url.pathname.split('/');
  if (NOT_OWNERS.has(owner.toLowerCase())) return null;
  const repo = `${owner}/${name.replace(/\.git$/, '')}`;
  const parsed = githubSettingsSchema.safeParse({ repo });
  return parsed.success ? parsed.data : null;
}

function createGithubConnector(
  { id: sourceId, settings, secrets }: ConnectorSource<GithubSettings>,
  { http, languageOf }: ConnectorPorts,
): Connector {
  const token = secrets['token'] ?? '';
  const base = apiBase(settings);
  const { labels } = settings;
  let repo: RepoRecord | null = null;

  function get<T>(
    path: string,
    why: string,
    schema: z.ZodMiniType<T>,
    signal: AbortSignal,
  ): Promise<Result<JsonAnswer<T>>> {
    const headers = {
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    };
    const request = { url: base + path, why, headers, maxBytes: MAX_BYTES };
    return requestJson(http, request, schema, signal);
  }

  async function readRepo(signal: AbortSignal): Promise<Result<RepoRecord>> {
    if (repo !== null) return ok(repo);
    const answer = await get(`repos/${settings.repo}`, 'who may see them', repoSchema, signal);
    if (!answer.ok) return answer;
    repo = answer.value.value;
    return ok(repo);
  }

  async function list(
    query: Record<string, string>,
    why: string,
    signal: AbortSignal,
  ): Promise<Result<JsonAnswer<unknown[]>>> {
    const all = new URLSearchParams({ state: 'all', per_page: String(PAGE), ...query });
    return get(`repos/${settings.repo}/issues?${all.toString()}`, why, listSchema, signal);
  }

  /** More than one label would mean: all of them. */
  const narrow = () => (labels.length === 1 ? { labels: labels.join() } : undefined);

  async function readPage(
    place: Place,
    about: RepoRecord,
    signal: AbortSignal,
  ): Promise<Result<ReadPage>> {
    const page = Number(place.page ?? 1);
    const query = {
      sort: 'updated',
      direction: 'asc',
      ...(place.since === null ? {} : { since: place.since.replace('.000Z', 'Z') }),
      ...(place.isWhole ? narrow() : {}),
    };
    const answer = await list({ ...query, page: String(page) }, 'changed issues', signal);
    if (!answer.ok) return answer;
    const { value, response } = answer.value;
    // Asked again after this page: whether rows have moved from it to the one before.
    const before =
      page > 1
        ? await list({ ...query, page: String(page - 1) }, 'whether rows moved', signal)
        : null;
    if (before !== null && !before.ok) return before;
    const last = before === null ? undefined : rowsOf(before.value.value).at(-1)?.id;
    const context = { sourceId, syncedAt: response.servedAt, locale: settings.locale, languageOf };
    const { wanted, unwanted, skipped } = sort(value);
    return ok({
      servedAt: response.servedAt,
      rows: rowsOf(value).map((row) => ({ id: row.id, at: row.updated_at })),
      next: nextPage(response.headers, base) === null ? null : String(page + 1),
      ...(page > 1 ? { before: last ?? '' } : {}),
      upserts: await Promise.all(wanted.map((row) => mapIssue(row, about, context))),
      deletes: unwanted.map(({ id }) => issueId(sourceId, id)),
      skipped,
    });
  }

  /** Pull requests stand in the same list. */
  function sort(values: readonly unknown[]) {
    const issues = values.filter(
      (value) => rowSchema.safeParse(value).data?.pull_request === undefined,
    );
    const { rows, skipped } = readRows(issues, issueSchema, 'issues');
    const isWanted = (row: (typeof rows)[number]) => hasChosenLabel(row.labels, labels);
    return {
      wanted: rows.filter(isWanted),
      unwanted: rows.filter((row) => !isWanted(row)),
      skipped,
    };
  }

  /** Of long lists GitHub gives no page by number: its own address of the next one is followed. */
  async function sweepPage(page: string | null, signal: AbortSignal): Promise<Result<SweepPage>> {
    const why = 'which issues there are';
    const answer = page?.startsWith(base)
      ? await get(page.slice(base.length), why, listSchema, signal)
      : await list({ sort: 'created', direction: 'asc', ...narrow() }, why, signal);
    if (!answer.ok) return answer;
    const { value, response } = answer.value;
    return ok({
      ids: sort(value).wanted.map(({ id }) => issueId(sourceId, id)),
      next: nextPage(response.headers, base),
    });
  }

  return {
    kind: 'github',
    async check(signal) {
      const about = await readRepo(signal);
      if (!about.ok) return about;
      // A token may read the repository and not its issues.
      const issues = await list({ per_page: '1' }, 'whether issues can be read', signal);
      if (!issues.ok) return issues;
      const name = about.value.full_name;
      if (token === '') return ok({ name });
      const account = await get('user', 'whose token this is', accountSchema, signal);
      return account.ok ? ok({ name, account: account.value.value.login }) : account;
    },
    async pull(cursor, signal) {
      const about = await readRepo(signal);
      if (!about.ok) return about;
      return pullChanged(cursor, {
        overlapMs: OVERLAP,
        grainMs: 1_000,
        basis: visibilityOf(about.value),
        read: (place) => readPage(place, about.value, signal),
      });
    },
    sweep: (cursor, signal) => sweepPages(cursor, (page) => sweepPage(page, signal)),
    async listChoices(signal) {
      const path = `repos/${settings.repo}/labels?per_page=100`;
      const answer = await get(path, 'which labels there are', listSchema, signal);
      if (!answer.ok) return answer;
      const { rows } = readRows(answer.value.value, choiceSchema, 'labels');
      return ok(rows.map(({ name }) => ({ setting: 'labels', id: name, name })));
    },
  };
}

function rowsOf(values: readonly unknown[]) {
  return readRows(values, rowSchema, 'issues').rows;
}

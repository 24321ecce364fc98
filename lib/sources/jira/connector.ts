/** Jira Cloud: issues of chosen projects, read in the order they changed. */
import { ok, type Result } from '@/lib/core/result';
import type {
  CheckReport,
  Choice,
  Connector,
  ConnectorKind,
  ConnectorPorts,
  ConnectorSource,
} from '@/lib/sources/contract';
import { readRows } from '@/lib/sources/read-json';
import { createJiraClient, jiraOrigins, type JiraClient } from '@/lib/sources/jira/client';
import { mapIssue } from '@/lib/sources/jira/map';
import {
  accountSchema,
  choiceSchema,
  idOnlySchema,
  ISSUE_FIELDS,
  issueSchema,
  projectsSchema,
  searchSchema,
  typesSchema,
} from '@/lib/sources/jira/records';
import { jiraSettingsSchema, type JiraSettings } from '@/lib/sources/jira/settings';
import { issueId } from '@/lib/sources/tracker/issue-item';
import {
  pullChanged,
  sweepPages,
  type Place,
  type ReadPage,
  type SweepPage,
} from '@/lib/sources/tracker/walk';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The search index lags writes by seconds to minutes. */
const OVERLAP = 20 * MINUTE;
const PAGE = 50;
/** The most that is listed when only ids are asked for. */
const SWEEP_PAGE = 5_000;
const MOST_PROJECT_PAGES = 20;

export const jiraKind: ConnectorKind<JiraSettings> = {
  kind: 'jira',
  settings: jiraSettingsSchema,
  secrets: [
    { name: 'email', required: true },
    { name: 'token', required: true },
  ],
  cadence: { pullMs: 30 * MINUTE, pullActiveMs: 5 * MINUTE, sweepMs: 24 * HOUR },
  detect,
  origins: jiraOrigins,
  create: createJiraConnector,
};

/** A site's address; one of an issue, board or project names the project too. Wikis are not ours. */
function detect(url: URL): JiraSettings | null {
  if (!/^[a-z\d-]+\.atlassian\.net$/.test(url.hostname) || url.pathname.startsWith('/wiki')) {
    return null;
  }
  const key = /\/(?:browse|projects)\/([A-Z][A-Z\d_]{1,30})(?:-\d+)?(?:\/|$)/.exec(
    url.pathname,
  )?.[1];
  const projects = key === undefined ? [] : [key];
  return { site: `https://${url.hostname}`, access: 'site', projects, issueTypes: [] };
}

function createJiraConnector(
  source: ConnectorSource<JiraSettings>,
  { http, languageOf }: ConnectorPorts,
): Connector {
  const { id: sourceId, settings } = source;
  const client = createJiraClient(source, http);

  async function readPage(
    { since, page, isWhole }: Place,
    signal: AbortSignal,
  ): Promise<Result<ReadPage>> {
    const fields = [...ISSUE_FIELDS, settings.workaroundField ?? []].flat().join(',');
    const path = searchPath(settings, { since, fields, maxResults: PAGE, page, isWhole });
    const answer = await client.get(path, 'changed issues', searchSchema, signal);
    if (!answer.ok) return answer;
    const { value, response } = answer.value;
    const { servedAt } = response;
    const { rows, skipped } = readRows(value.issues, issueSchema, 'search');
    const context = { sourceId, syncedAt: servedAt, locale: settings.locale, languageOf };
    const isWanted = ({ fields: { issuetype } }: (typeof rows)[number]) =>
      settings.issueTypes.length === 0 || settings.issueTypes.includes(issuetype?.id ?? '');
    return ok({
      servedAt,
      rows: rows.map((row) => ({ id: row.id, at: row.fields.updated })),
      next: nextToken(value),
      upserts: await Promise.all(
        rows.filter(isWanted).map((row) => mapIssue(row, settings, context)),
      ),
      deletes: rows.filter((row) => !isWanted(row)).map(({ id }) => issueId(sourceId, id)),
      skipped,
    });
  }

  async function sweepPage(page: string | null, signal: AbortSignal): Promise<Result<SweepPage>> {
    // Where a project is named, strangers are refused; of all projects they are shown none. The
    // gateway lets no stranger through, and its tokens may not be allowed to ask this.
    if (page === null && settings.projects.length === 0 && settings.access === 'site') {
      const account = await client.get('myself', 'whose account this is', accountSchema, signal);
      if (!account.ok) return account;
    }
    const path = searchPath(settings, {
      since: null,
      fields: 'id',
      maxResults: SWEEP_PAGE,
      page,
      isWhole: true,
    });
    const answer = await client.get(path, 'which issues there are', searchSchema, signal);
    if (!answer.ok) return answer;
    const { rows } = readRows(answer.value.value.issues, idOnlySchema, 'search');
    return ok({
      ids: rows.map(({ id }) => issueId(sourceId, id)),
      next: nextToken(answer.value.value),
    });
  }

  return {
    kind: 'jira',
    check: (signal) => check(client, settings, signal),
    pull: (cursor, signal) =>
      pullChanged(cursor, {
        overlapMs: OVERLAP,
        grainMs: MINUTE,
        read: (place) => readPage(place, signal),
      }),
    sweep: (cursor, signal) => sweepPages(cursor, (page) => sweepPage(page, signal)),
    listChoices: (signal) => listChoices(client, signal),
  };
}

async function check(
  client: JiraClient,
  settings: JiraSettings,
  signal: AbortSignal,
): Promise<Result<CheckReport>> {
  const path = searchPath(settings, {
    since: null,
    fields: 'id',
    maxResults: 1,
    page: null,
    isWhole: true,
  });
  const found = await client.get(path, 'whether issues can be read', searchSchema, signal);
  if (!found.ok) return found;
  const name = new URL(settings.site).hostname;
  const account = await client.get('myself', 'whose account this is', accountSchema, signal);
  if (account.ok) return ok({ name, account: account.value.value.displayName });
  // A token with scopes may read issues and not its own account.
  return settings.access === 'gateway' && account.fault.kind === 'forbidden'
    ? ok({ name })
    : account;
}

interface Search extends Place {
  fields: string;
  maxResults: number;
}

/**
 * Times in JQL are read in the account's own time zone, unless they are milliseconds since 1970.
 */
function searchPath(
  settings: JiraSettings,
  { since, fields, maxResults, page, isWhole }: Search,
): string {
  const { projects, issueTypes } = settings;
  const clauses = [
    projects.length === 0
      ? 'project is not EMPTY'
      : `project in (${projects.map(quote).join(', ')})`,
    ...(since === null ? [] : [`updated >= ${Date.parse(since)}`]),
    ...(!isWhole || issueTypes.length === 0 ? [] : [`issuetype in (${issueTypes.join(', ')})`]),
  ];
  const order = fields === 'id' ? 'created ASC, key ASC' : 'updated ASC, key ASC';
  const query = new URLSearchParams({
    jql: `${clauses.join(' AND ')} ORDER BY ${order}`,
    fields,
    maxResults: String(maxResults),
    ...(page === null ? {} : { nextPageToken: page }),
  });
  return `search/jql?${query.toString()}`;
}

/** Keys may be words of the query language; ids must stay numbers. */
function quote(project: string): string {
  return /^\d+$/.test(project) ? project : `"${project}"`;
}

function nextToken({
  isLast,
  nextPageToken,
}: {
  isLast?: boolean | undefined;
  nextPageToken?: string | undefined;
}) {
  return isLast === true ? null : (nextPageToken ?? null);
}

async function listChoices(client: JiraClient, signal: AbortSignal): Promise<Result<Choice[]>> {
  const choices: Choice[] = [];
  for (let page = 0; page < MOST_PROJECT_PAGES; page += 1) {
    const path = `project/search?orderBy=name&maxResults=50&startAt=${page * 50}`;
    const answer = await client.get(path, 'which projects there are', projectsSchema, signal);
    if (!answer.ok) return answer;
    const { values, isLast } = answer.value.value;
    choices.push(...toChoices('projects', values));
    if (isLast !== false) break;
  }
  const types = await client.get(
    'issuetype',
    'which types of issues there are',
    typesSchema,
    signal,
  );
  if (!types.ok) return types;
  return ok([...choices, ...toChoices('issueTypes', types.value.value)]);
}

function toChoices(setting: string, rows: readonly unknown[]): Choice[] {
  return readRows(rows, choiceSchema, setting).rows.map(({ id, name }) => ({ setting, id, name }));
}

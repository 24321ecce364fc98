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
import {
  accountSchema,
  choiceSchema,
  projectsSchema,
  searchSchema,
  typesSchema,
} from '@/lib/sources/jira/records';
import { jiraSettingsSchema, type JiraSettings } from '@/lib/sources/jira/settings';
import { pullChanged, sweepPages, type Place } from '@/lib/sources/tracker/walk';
import { IssueReader } from '@/lib/sources/jira/reader';
import { searchPath } from '@/lib/sources/jira/search';
import { pullWithVersions } from '@/lib/sources/tracker/versions';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The search index lags writes by seconds to minutes. */
const OVERLAP = 20 * MINUTE;
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
  ports: ConnectorPorts,
): Connector {
  const { settings } = source;
  const client = createJiraClient(source, ports.http);
  const reader = new IssueReader(source, ports, client);
  return {
    kind: 'jira',
    check: (signal) => check(client, settings, signal),
    pull(cursor, signal) {
      const walk = {
        overlapMs: OVERLAP,
        grainMs: MINUTE,
        read: (place: Place) => reader.readPage(place, signal),
      };
      // Of all there are, versions would be asked for in a request a project.
      if (settings.projects.length === 0) return pullChanged(cursor, walk);
      return pullWithVersions(cursor, walk, {
        list: () => reader.listVersions(signal),
        read: (version, page) => reader.readVersion(version, page, signal),
      });
    },
    sweep: (cursor, signal) => sweepPages(cursor, (page) => reader.sweepPage(page, signal)),
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
  return readRows(rows, choiceSchema).rows.map(({ id, name }) => ({ setting, id, name }));
}

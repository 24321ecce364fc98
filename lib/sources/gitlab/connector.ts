/** GitLab: the issues of one project, read in the order they changed. */
import { ok } from '@/lib/core/result';
import type {
  Connector,
  ConnectorKind,
  ConnectorPorts,
  ConnectorSource,
} from '@/lib/sources/contract';
import { readRows } from '@/lib/sources/read-json';
import { GitlabClient } from '@/lib/sources/gitlab/client';
import { visibilityOf } from '@/lib/sources/gitlab/map';
import { choiceSchema } from '@/lib/sources/gitlab/records';
import { gitlabSettingsSchema, type GitlabSettings } from '@/lib/sources/gitlab/settings';
import { pullWithVersions } from '@/lib/sources/tracker/versions';
import { sweepPages, type Place } from '@/lib/sources/tracker/walk';
import { IssueReader } from '@/lib/sources/gitlab/reader';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const OVERLAP = 5 * MINUTE;

export const gitlabKind: ConnectorKind<GitlabSettings> = {
  kind: 'gitlab',
  settings: gitlabSettingsSchema,
  secrets: [{ name: 'token', required: false }],
  cadence: { pullMs: 30 * MINUTE, pullActiveMs: 5 * MINUTE, sweepMs: 24 * HOUR },
  detect,
  origins: ({ host }) => [new URL(host).origin],
  create: createGitlabConnector,
};

/** A project at gitlab.com, or at any server by the `/-/` that only GitLab has in its addresses. */
function detect(url: URL): GitlabSettings | null {
  const [before = '', after] = url.pathname.split('/-/');
  if (url.hostname !== 'gitlab.com' && after === undefined) return null;
  const project = before.replace(/^\/|\/$|\.git$/g, '');
  if (/^(?:users|groups|explore|help|dashboard|api|admin|-)(?:\/|$)/.test(project)) return null;
  const parsed = gitlabSettingsSchema.safeParse({ host: url.origin, project, labels: [] });
  return parsed.success ? parsed.data : null;
}

function createGitlabConnector(
  source: ConnectorSource<GitlabSettings>,
  ports: ConnectorPorts,
): Connector {
  const client = new GitlabClient(source, ports.http);
  const reader = new IssueReader(source, ports, client);
  return {
    kind: 'gitlab',
    async check(signal) {
      const project = await client.readProject(signal);
      if (!project.ok) return project;
      // A token may read the project and not its issues.
      const issues = await client.listIssues(
        { per_page: '1' },
        'whether issues can be read',
        signal,
      );
      if (!issues.ok) return issues;
      const name = project.value.path_with_namespace;
      const account = await client.readAccount(signal);
      if (!account.ok) return account;
      return ok(account.value === null ? { name } : { name, account: account.value });
    },
    async pull(cursor, signal) {
      const project = await client.readProject(signal);
      if (!project.ok) return project;
      const walk = {
        overlapMs: OVERLAP,
        grainMs: 1,
        basis: visibilityOf(project.value),
        read: (place: Place) => reader.readPage(place, project.value, signal),
      };
      return pullWithVersions(cursor, walk, {
        list: () => reader.listVersions(signal),
        read: (version, page) => reader.readVersion(version, page, project.value, signal),
      });
    },
    sweep: (cursor, signal) => sweepPages(cursor, (page) => reader.sweepPage(page, signal)),
    async listChoices(signal) {
      const answer = await client.listLabels(signal);
      if (!answer.ok) return answer;
      const { rows } = readRows(answer.value.rows, choiceSchema, 'labels');
      return ok(rows.map(({ name }) => ({ setting: 'labels', id: name, name })));
    },
  };
}

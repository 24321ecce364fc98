/** GitHub: the issues of one repository, read in the order they changed. */
import { ok } from '@/lib/core/result';
import type {
  Connector,
  ConnectorKind,
  ConnectorPorts,
  ConnectorSource,
} from '@/lib/sources/contract';
import { readRows } from '@/lib/sources/read-json';
import { GithubClient } from '@/lib/sources/github/client';
import { visibilityOf } from '@/lib/sources/github/map';
import { choiceSchema } from '@/lib/sources/github/records';
import { apiBase, githubSettingsSchema, type GithubSettings } from '@/lib/sources/github/settings';
import { pullWithVersions } from '@/lib/sources/tracker/versions';
import { sweepPages, type Place } from '@/lib/sources/tracker/walk';
import { IssueReader } from '@/lib/sources/github/reader';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const OVERLAP = 5 * MINUTE;

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
  const parsed = githubSettingsSchema.safeParse({ host: 'https://github.com', repo, labels: [] });
  return parsed.success ? parsed.data : null;
}

function createGithubConnector(
  source: ConnectorSource<GithubSettings>,
  ports: ConnectorPorts,
): Connector {
  const client = new GithubClient(source, ports.http);
  const reader = new IssueReader(source, ports, client);
  return {
    kind: 'github',
    async check(signal) {
      const repo = await client.readRepo(signal);
      if (!repo.ok) return repo;
      // A token may read the repository and not its issues.
      const issues = await client.listIssues(
        { per_page: '1' },
        'whether issues can be read',
        signal,
      );
      if (!issues.ok) return issues;
      const name = repo.value.full_name;
      const account = await client.readAccount(signal);
      if (!account.ok) return account;
      return ok(account.value === null ? { name } : { name, account: account.value });
    },
    async pull(cursor, signal) {
      const repo = await client.readRepo(signal);
      if (!repo.ok) return repo;
      const walk = {
        overlapMs: OVERLAP,
        grainMs: 1_000,
        basis: visibilityOf(repo.value),
        read: (place: Place) => reader.readPage(place, repo.value, signal),
      };
      return pullWithVersions(cursor, walk, {
        list: () => reader.listVersions(signal),
        read: (version, page) => reader.readVersion(version, page, repo.value, signal),
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

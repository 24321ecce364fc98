/** GitHub: the issues of one repository, read in the order they changed. */
import type {
  Connector,
  ConnectorKind,
  ConnectorPorts,
  ConnectorSource,
} from '@/lib/sources/contract';
import { readRows } from '@/lib/sources/read-json';
import { GithubClient } from '@/lib/sources/github/client';
import { mapIssue, visibilityOf } from '@/lib/sources/github/map';
import { issueSchema, milestoneSchema, rowSchema } from '@/lib/sources/github/records';
import { apiBase, githubSettingsSchema, type GithubSettings } from '@/lib/sources/github/settings';
import { createForgeConnector } from '@/lib/sources/tracker/forge';
import { hasChosenLabel } from '@/lib/sources/tracker/labels';

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
  { http, languageOf, giveWay }: ConnectorPorts,
): Connector {
  const { id: sourceId, settings } = source;
  return createForgeConnector({
    kind: 'github',
    sourceId,
    giveWay,
    client: new GithubClient(source, http),
    labels: settings.labels,
    overlapMs: OVERLAP,
    grainMs: 1_000,
    nameOf: (repo) => repo.full_name,
    basisOf: visibilityOf,
    changedSince: (since) => ({
      sort: 'updated',
      direction: 'asc',
      ...(since === null ? {} : { since: since.replace('.000Z', 'Z') }),
    }),
    inOrder: { sort: 'created', direction: 'asc' },
    readIssues,
    isWanted: (row) => hasChosenLabel(row.labels, settings.labels),
    mapIssue: (row, repo, syncedAt) =>
      mapIssue(row, repo, { sourceId, syncedAt, locale: settings.locale, languageOf }),
    readMilestones,
  });
}

/** Pull requests stand in the same list. */
function readIssues(rows: readonly unknown[]) {
  const issues = rows.filter((row) => rowSchema.safeParse(row).data?.pull_request === undefined);
  return readRows(issues, issueSchema);
}

function readMilestones(rows: readonly unknown[]): Map<string, string> {
  const milestones = readRows(rows, milestoneSchema).rows;
  return new Map(
    milestones.map(({ number, title, state, due_on: due }) => [
      String(number),
      `${state ?? ''} ${due ?? ''} ${title}`,
    ]),
  );
}

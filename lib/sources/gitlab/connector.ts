/** GitLab: the issues of one project, read in the order they changed. */
import type {
  Connector,
  ConnectorKind,
  ConnectorPorts,
  ConnectorSource,
} from '@/lib/sources/contract';
import { readRows } from '@/lib/sources/read-json';
import { GitlabClient } from '@/lib/sources/gitlab/client';
import { mapIssue, visibilityOf } from '@/lib/sources/gitlab/map';
import { issueSchema, milestoneSchema } from '@/lib/sources/gitlab/records';
import { gitlabSettingsSchema, type GitlabSettings } from '@/lib/sources/gitlab/settings';
import { createForgeConnector } from '@/lib/sources/tracker/forge';
import { hasChosenLabel } from '@/lib/sources/tracker/labels';

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
  { http, languageOf, giveWay }: ConnectorPorts,
): Connector {
  const { id: sourceId, settings } = source;
  return createForgeConnector({
    kind: 'gitlab',
    sourceId,
    giveWay,
    client: new GitlabClient(source, http),
    labels: settings.labels,
    overlapMs: OVERLAP,
    grainMs: 1,
    nameOf: (project) => project.path_with_namespace,
    basisOf: visibilityOf,
    changedSince: (since) => ({
      order_by: 'updated_at',
      sort: 'asc',
      ...(since === null ? {} : { updated_after: since }),
    }),
    inOrder: { order_by: 'created_at', sort: 'asc' },
    readIssues: (rows) => readRows(rows, issueSchema),
    // What went to another project is listed there, if that is ours.
    isWanted: (row) => row.moved_to_id === undefined && hasChosenLabel(row.labels, settings.labels),
    mapIssue: (row, project, syncedAt) =>
      mapIssue(row, project, { sourceId, syncedAt, locale: settings.locale, languageOf }),
    readMilestones,
  });
}

/** Issues are asked for by the title. */
function readMilestones(rows: readonly unknown[]): Map<string, string> {
  const milestones = readRows(rows, milestoneSchema).rows;
  return new Map(
    milestones.map(({ title, state, due_date: due }) => [title, `${state ?? ''} ${due ?? ''}`]),
  );
}

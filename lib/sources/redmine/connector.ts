/** Redmine: issues of a project or of all, read in the order they changed. */
import { ok, type Result } from '@/lib/core/result';
import type {
  Choice,
  Connector,
  ConnectorKind,
  ConnectorPorts,
  ConnectorSource,
  SourceHttp,
} from '@/lib/sources/contract';
import { RedmineClient } from '@/lib/sources/redmine/client';
import { trackersSchema } from '@/lib/sources/redmine/records';
import { redmineSettingsSchema, type RedmineSettings } from '@/lib/sources/redmine/settings';
import { pullWithVersions } from '@/lib/sources/tracker/versions';
import { pullChanged, sweepPages, type Place } from '@/lib/sources/tracker/walk';
import { IssueReader } from '@/lib/sources/redmine/reader';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const OVERLAP = 5 * MINUTE;

export const redmineKind: ConnectorKind<RedmineSettings> = {
  kind: 'redmine',
  settings: redmineSettingsSchema,
  secrets: [{ name: 'token', required: false }],
  cadence: { pullMs: 30 * MINUTE, pullActiveMs: 5 * MINUTE, sweepMs: 24 * HOUR },
  // Redmine lives at any address, and its paths are others' too.
  detect: () => null,
  probe,
  origins: ({ base }) => [new URL(base).origin],
  create: createRedmineConnector,
};

/** Its sign-in page is open to everyone, and says what it is. */
async function probe(
  url: URL,
  http: SourceHttp,
  signal: AbortSignal,
): Promise<Result<RedmineSettings | null>> {
  const [, path = '', , project] =
    /^(.*?)(?:\/(projects\/([\w-]+)|issues|login|my|users|news|activity)(?:\/.*)?)?\/?$/.exec(
      url.pathname,
    ) ?? [];
  const base = url.origin + path;
  const page = await http.send({ url: `${base}/login`, why: 'whether it is a Redmine' }, signal);
  if (!page.ok) {
    const { kind } = page.fault;
    return kind === 'offline' || kind === 'timeout' || kind === 'cancelled' ? page : ok(null);
  }
  if (!/<meta name="description" content="Redmine"/i.test(page.value.text)) return ok(null);
  return ok({ base, trackers: [], ...(project === undefined ? {} : { project }) });
}

function createRedmineConnector(
  source: ConnectorSource<RedmineSettings>,
  ports: ConnectorPorts,
): Connector {
  const { settings } = source;
  const client = new RedmineClient(source, ports.http);
  const reader = new IssueReader(source, ports, client);
  return {
    kind: 'redmine',
    async check(signal) {
      const account = await client.readAccount(signal);
      if (!account.ok) return account;
      const issues = await client.listIssues(
        { limit: '1' },
        0,
        'whether issues can be read',
        signal,
      );
      if (!issues.ok) return issues;
      const name = [new URL(settings.base).host, settings.project].filter(Boolean).join(' ');
      return ok(account.value === null ? { name } : { name, account: account.value });
    },
    async pull(cursor, signal) {
      const account = await client.readAccount(signal);
      if (!account.ok) return account;
      const walk = {
        overlapMs: OVERLAP,
        grainMs: 1_000,
        // Others may see more, or less.
        basis: client.isAnonymous ? 'nobody' : 'account',
        read: (place: Place) => reader.readPage(place, signal),
      };
      const { project } = settings;
      if (project === undefined) return pullChanged(cursor, walk);
      return pullWithVersions(cursor, walk, {
        list: () => reader.listVersions(project, signal),
        read: (version, page) => reader.readVersion(version, page, signal),
      });
    },
    async sweep(cursor, signal) {
      const account = await client.readAccount(signal);
      if (!account.ok) return account;
      return sweepPages(cursor, (page) => reader.sweepPage(page, signal));
    },
    listChoices: (signal) => listChoices(client, signal),
  };
}

async function listChoices(client: RedmineClient, signal: AbortSignal): Promise<Result<Choice[]>> {
  const trackers = await client.get(
    'trackers.json',
    'which types of issues there are',
    trackersSchema,
    signal,
  );
  if (!trackers.ok) return trackers;
  return ok(
    trackers.value.value.trackers.map(({ id, name }) => ({ setting: 'trackers', id, name })),
  );
}

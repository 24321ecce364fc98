/** Confluence Cloud: pages of chosen spaces, newest change first, and what went to trash or archive. */
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import {
  confluenceOrigins,
  createConfluenceClient,
  type ConfluenceClient,
} from '@/lib/sources/confluence/client';
import { itemIdOf } from '@/lib/sources/confluence/map';
import { nextCursor, pagesPath } from '@/lib/sources/confluence/paths';
import { PageReader } from '@/lib/sources/confluence/read-pages';
import { listSchema, markSchema, spaceSchema } from '@/lib/sources/confluence/records';
import {
  confluenceSettingsSchema,
  detectConfluence,
  type ConfluenceSettings,
} from '@/lib/sources/confluence/settings';
import type {
  Choice,
  Connector,
  ConnectorKind,
  ConnectorPorts,
  ConnectorSource,
} from '@/lib/sources/contract';
import { pullLegs, sweepLegs } from '@/lib/sources/legs';
import { readRows } from '@/lib/sources/read-json';

const MINUTE = 60_000;
const SWEEP_PAGE = 250;
const MOST_SPACE_PAGES = 20;

export const confluenceKind: ConnectorKind<ConfluenceSettings> = {
  kind: 'confluence',
  settings: confluenceSettingsSchema,
  secrets: [
    { name: 'email', required: true },
    { name: 'token', required: true },
  ],
  cadence: { pullMs: 30 * MINUTE, pullActiveMs: 10 * MINUTE, sweepMs: 24 * 60 * MINUTE },
  detect: detectConfluence,
  origins: confluenceOrigins,
  create: createConfluenceConnector,
};

function createConfluenceConnector(
  source: ConnectorSource<ConfluenceSettings>,
  ports: ConnectorPorts,
): Connector {
  const clientFor = (signal: AbortSignal): ConfluenceClient =>
    createConfluenceClient(source, ports.http, signal);

  return {
    kind: 'confluence',
    async check(signal) {
      const answer = await clientFor(signal).get('api/v2/spaces?limit=1', 'name', listSchema);
      if (!answer.ok) return answer;
      const isBlind = answer.value.value.results.length === 0;
      if (isBlind) return fail(fault('forbidden', { why: 'no space can be seen' }));
      const { host } = new URL(source.settings.site);
      return ok({ name: host, account: source.secrets['email'] ?? '' });
    },
    pull: (cursor, signal) => pullLegs(new PageReader(source, ports, clientFor(signal)), cursor),
    sweep(cursor, signal) {
      const client = clientFor(signal);
      const { spaces } = source.settings;
      const legs = spaces.length === 0 ? [''] : spaces;
      return sweepLegs(
        {
          plan: () => Promise.resolve(ok({ legs })),
          list: (space, page) => listIds(client, source.id, space, page),
        },
        cursor,
      );
    },
    listChoices: (signal) => listSpaces(clientFor(signal)),
  };
}

async function listIds(
  client: ConfluenceClient,
  sourceId: string,
  space: string,
  page: string | null,
): Promise<Result<{ ids: string[]; next: string | null }>> {
  const query = { status: 'current', sort: 'id', limit: String(SWEEP_PAGE) };
  const path = pagesPath(space, { ...query, ...(page === null ? {} : { cursor: page }) });
  const answer = await client.get(path, 'which pages there are', listSchema);
  if (!answer.ok) return answer;
  const { rows } = readRows(answer.value.value.results, markSchema);
  const ids = rows.map(({ id }) => itemIdOf(sourceId, id));
  return ok({ ids, next: nextCursor(answer.value.value['_links']?.next) });
}

async function listSpaces(client: ConfluenceClient): Promise<Result<Choice[]>> {
  const choices: Choice[] = [];
  let cursor: string | null = null;
  for (let at = 0; at < MOST_SPACE_PAGES; at += 1) {
    const query: Record<string, string> = { limit: '250', status: 'current', sort: 'name' };
    if (cursor !== null) query['cursor'] = cursor;
    const path = `api/v2/spaces?${new URLSearchParams(query)}`;
    const answer = await client.get(path, 'spaces to choose from', listSchema);
    if (!answer.ok) return answer;
    const { rows } = readRows(answer.value.value.results, spaceSchema);
    choices.push(...rows.map(({ id, name }) => ({ setting: 'spaces', id, name })));
    cursor = nextCursor(answer.value.value['_links']?.next);
    if (cursor === null) break;
  }
  return ok(choices);
}

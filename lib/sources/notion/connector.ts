/** Notion: pages shared with our connection, or the rows of chosen databases, newest edit first. */
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type {
  Choice,
  Connector,
  ConnectorKind,
  ConnectorPorts,
  ConnectorSource,
} from '@/lib/sources/contract';
import { pullLegs, sweepLegs } from '@/lib/sources/legs';
import { createNotionClient, NOTION_ORIGIN, type NotionClient } from '@/lib/sources/notion/client';
import { itemIdOf } from '@/lib/sources/notion/map';
import { listPath, NotionReader, listBody } from '@/lib/sources/notion/read-pages';
import { databaseSchema, listSchema, markSchema, selfSchema } from '@/lib/sources/notion/records';
import {
  detectNotion,
  notionSettingsSchema,
  type NotionSettings,
} from '@/lib/sources/notion/settings';
import { readRows } from '@/lib/sources/read-json';

const MINUTE = 60_000;
const LISTED_AT_ONCE = 100;
const MOST_LISTS = 20;

export const notionKind: ConnectorKind<NotionSettings> = {
  kind: 'notion',
  settings: notionSettingsSchema,
  secrets: [{ name: 'token', required: true }],
  cadence: { pullMs: 30 * MINUTE, pullActiveMs: 10 * MINUTE, sweepMs: 24 * 60 * MINUTE },
  detect: detectNotion,
  origins: () => [NOTION_ORIGIN],
  create: createNotionConnector,
};

function createNotionConnector(
  source: ConnectorSource<NotionSettings>,
  ports: ConnectorPorts,
): Connector {
  const clientFor = (signal: AbortSignal): NotionClient =>
    createNotionClient(ports.http, source.secrets['token'] ?? '', signal);

  return {
    kind: 'notion',
    async check(signal) {
      const answer = await clientFor(signal).ask('users/me', 'name of the workspace', selfSchema);
      if (!answer.ok) return answer;
      const { name, bot } = answer.value.value;
      return ok({ name: bot?.workspace_name || 'Notion', ...(name ? { account: name } : {}) });
    },
    pull: (cursor, signal) => pullLegs(new NotionReader(source, ports, clientFor(signal)), cursor),
    sweep(cursor, signal) {
      const { databases } = source.settings;
      const legs = databases.length === 0 ? [''] : databases;
      return sweepLegs(
        {
          plan: () => Promise.resolve(ok({ legs })),
          list: (database, page) => listIds(clientFor(signal), source.id, database, page),
        },
        cursor,
      );
    },
    listChoices: (signal) => listDatabases(clientFor(signal)),
  };
}

async function listIds(
  client: NotionClient,
  sourceId: string,
  database: string,
  page: string | null,
): Promise<Result<{ ids: string[]; next: string | null }>> {
  const body = { ...listBody(database, false), page_size: LISTED_AT_ONCE };
  const asked = page === null ? body : { ...body, start_cursor: page };
  const answer = await client.ask(listPath(database), 'which pages there are', listSchema, asked);
  if (!answer.ok) return answer;
  const { results, next_cursor: next, request_status: status } = answer.value.value;
  // What a cut list does not name is not gone.
  if (status?.type === 'incomplete') return fail(fault('bad-response', { why: 'the list is cut' }));
  const { rows } = readRows(results, markSchema, 'pages');
  return ok({ ids: rows.map(({ id }) => itemIdOf(sourceId, id)), next });
}

async function listDatabases(client: NotionClient): Promise<Result<Choice[]>> {
  const choices: Choice[] = [];
  let next: string | null = null;
  for (let at = 0; at < MOST_LISTS; at += 1) {
    const filter = { property: 'object', value: 'data_source' };
    const body: Record<string, unknown> = { filter, page_size: LISTED_AT_ONCE };
    if (next !== null) body['start_cursor'] = next;
    const answer = await client.ask('search', 'databases to choose from', listSchema, body);
    if (!answer.ok) return answer;
    const { rows } = readRows(answer.value.value.results, databaseSchema, 'databases');
    for (const { id, title } of rows) {
      const name = title
        .map((run) => run.plain_text)
        .join('')
        .trim();
      choices.push({ setting: 'databases', id, name: name || id });
    }
    next = answer.value.value.next_cursor;
    if (next === null) break;
  }
  return ok(choices);
}

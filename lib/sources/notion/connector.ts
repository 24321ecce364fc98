/** Notion: all pages that our connection may see, or the rows of chosen databases. */
import { ok, type Result } from '@/lib/core/result';
import type {
  Choice,
  Connector,
  ConnectorKind,
  ConnectorPorts,
  ConnectorSource,
} from '@/lib/sources/contract';
import { pullLegs } from '@/lib/sources/legs';
import { createNotionClient, NOTION_ORIGIN, type NotionClient } from '@/lib/sources/notion/client';
import { PageTexts } from '@/lib/sources/notion/page-texts';
import { NotionReader } from '@/lib/sources/notion/read-pages';
import { databaseSchema, listSchema, selfSchema } from '@/lib/sources/notion/records';
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

  function readerFor(client: NotionClient, isForNames: boolean) {
    const { id: sourceId, settings } = source;
    const context = { sourceId, locale: settings.locale, languageOf: ports.languageOf };
    const isChosen = settings.databases.length > 0;
    const texts = new PageTexts(client, { context, isChosen, isForNames });
    return { texts, reader: new NotionReader(sourceId, settings.databases, client, texts) };
  }

  return {
    kind: 'notion',
    async check(signal) {
      const answer = await clientFor(signal).ask('users/me', 'name of the workspace', selfSchema);
      if (!answer.ok) return answer;
      const { name, bot } = answer.value.value;
      return ok({ name: bot?.workspace_name || 'Notion', ...(name ? { account: name } : {}) });
    },
    pull: (cursor, signal) => pullLegs(readerFor(clientFor(signal), false).reader, cursor),
    async sweep(cursor, signal) {
      // Read as a pull reads everything, since only that finds the pages that no list names.
      const { reader, texts } = readerFor(clientFor(signal), true);
      const step = await pullLegs(reader, cursor);
      if (!step.ok) return step;
      const { done, cursor: next } = step.value;
      return ok({ ids: [...new Set(texts.named)], cursor: done ? '' : next, done });
    },
    listChoices: (signal) => listDatabases(clientFor(signal)),
  };
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
    const { rows } = readRows(answer.value.value.results, databaseSchema);
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

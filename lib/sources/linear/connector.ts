/** Linear: issues of a workspace's teams, read in the order they changed. */
import * as z from 'zod/mini';
import { ok, type Result } from '@/lib/core/result';
import type {
  Connector,
  ConnectorKind,
  ConnectorPorts,
  ConnectorSource,
} from '@/lib/sources/contract';
import { readCursor, writeCursor } from '@/lib/sources/cursor';
import { readRows } from '@/lib/sources/read-json';
import { askLinear, LINEAR_API, type Question } from '@/lib/sources/linear/client';
import { isGone, mapIssue } from '@/lib/sources/linear/map';
import {
  CHANGED_ISSUES,
  idRowSchema,
  ISSUE_IDS,
  issueSchema,
  issuesSchema,
  rowSchema,
  TEAMS,
  teamsSchema,
  WHO,
  whoSchema,
  type IssueRecord,
} from '@/lib/sources/linear/records';
import { linearSettingsSchema, type LinearSettings } from '@/lib/sources/linear/settings';
import { issueId } from '@/lib/sources/tracker/issue-item';
import {
  pullChanged,
  sweepPages,
  type Place,
  type ReadPage,
  type SweepPage,
} from '@/lib/sources/tracker/walk';
import { mapEach } from '@/lib/sources/map-each';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const OVERLAP = 5 * MINUTE;
/** With its nested lists a page costs some 3,000 points of the 10,000 that a query may. */
const PAGE = 50;
const SWEEP_PAGE = 250;

export const linearKind: ConnectorKind<LinearSettings> = {
  kind: 'linear',
  settings: linearSettingsSchema,
  secrets: [{ name: 'token', required: true }],
  // Linear asks not to be polled; one small query in ten minutes is a sixth of its least limit.
  cadence: { pullMs: 30 * MINUTE, pullActiveMs: 10 * MINUTE, sweepMs: 24 * HOUR },
  detect: (url) => (url.hostname === 'linear.app' ? { teams: [] } : null),
  origins: () => [LINEAR_API],
  create: createLinearConnector,
};

const seenSchema = z.array(z.string());

function createLinearConnector(
  source: ConnectorSource<LinearSettings>,
  ports: ConnectorPorts,
): Connector {
  const token = source.secrets['token'] ?? '';
  const reader = new IssueReader(source, ports);
  return {
    kind: 'linear',
    async check(signal) {
      const question = { query: WHO, why: 'whose key this is' };
      const who = await askLinear(ports.http, token, question, whoSchema, signal);
      if (!who.ok) return who;
      const { organization, viewer } = who.value.data;
      return ok({ name: organization.name, account: viewer.displayName });
    },
    pull: (cursor, signal) =>
      pullChanged(cursor, {
        overlapMs: OVERLAP,
        grainMs: 1,
        read: (place) => reader.readPage(place, signal),
      }),
    sweep: (cursor, signal) => sweepPages(cursor, (page) => reader.sweepPage(page, signal)),
    async listChoices(signal) {
      const question = { query: TEAMS, why: 'which teams there are' };
      const answer = await askLinear(ports.http, token, question, teamsSchema, signal);
      if (!answer.ok) return answer;
      const { nodes } = answer.value.data.teams;
      return ok(nodes.map(({ id, name }) => ({ setting: 'teams', id, name })));
    },
  };
}

class IssueReader {
  readonly #source: ConnectorSource<LinearSettings>;
  readonly #ports: ConnectorPorts;

  constructor(source: ConnectorSource<LinearSettings>, ports: ConnectorPorts) {
    this.#source = source;
    this.#ports = ports;
  }

  /**
   * Within one moment the next page is what was not seen of it yet: Linear's own cursors are rows,
   * and one that changes meanwhile would take its cursor along.
   */
  async readPage(place: Place, signal: AbortSignal): Promise<Result<ReadPage>> {
    const { id: sourceId, settings } = this.#source;
    const { teams } = settings;
    const seen = readCursor(place.page, seenSchema) ?? [];
    const filter = {
      ...(place.since === null ? {} : { updatedAt: { gte: place.since } }),
      ...(place.isWhole ? chosen(teams) : {}),
      ...(seen.length === 0 ? {} : { id: { nin: seen } }),
    };
    const question = {
      query: CHANGED_ISSUES,
      variables: { filter, first: PAGE },
      why: 'changed issues',
    };
    const answer = await this.#ask(question, signal);
    if (!answer.ok) return answer;
    const { nodes, pageInfo } = answer.value.data.issues;
    const { servedAt } = answer.value;
    const marks = readRows(nodes, rowSchema).rows;
    const { rows, skipped } = readRows(nodes, issueSchema);
    const isWanted = (row: IssueRecord) =>
      !isGone(row) && (teams.length === 0 || teams.includes(row.team.id));
    const { languageOf } = this.#ports;
    const context = { sourceId, syncedAt: servedAt, locale: settings.locale, languageOf };
    return ok({
      servedAt,
      rows: marks.map((row) => ({ id: row.id, at: row.updatedAt })),
      next: pageInfo.hasNextPage ? writeCursor([...seen, ...marks.map(({ id }) => id)]) : null,
      upserts: await mapEach(this.#ports, rows.filter(isWanted), (row) => mapIssue(row, context)),
      deletes: rows.filter((row) => !isWanted(row)).map(({ id }) => issueId(sourceId, id)),
      skipped,
    });
  }

  async sweepPage(page: string | null, signal: AbortSignal): Promise<Result<SweepPage>> {
    const { id: sourceId, settings } = this.#source;
    const variables = { filter: chosen(settings.teams), first: SWEEP_PAGE, after: page };
    const question = { query: ISSUE_IDS, variables, why: 'which issues there are' };
    const answer = await this.#ask(question, signal);
    if (!answer.ok) return answer;
    const { nodes, pageInfo } = answer.value.data.issues;
    const { rows } = readRows(nodes, idRowSchema);
    return ok({
      ids: rows.filter((row) => !isGone(row)).map(({ id }) => issueId(sourceId, id)),
      next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null,
    });
  }

  #ask(question: Question, signal: AbortSignal) {
    const token = this.#source.secrets['token'] ?? '';
    return askLinear(this.#ports.http, token, question, issuesSchema, signal);
  }
}

function chosen(teams: readonly string[]): { team?: { id: { in: readonly string[] } } } {
  return teams.length === 0 ? {} : { team: { id: { in: teams } } };
}

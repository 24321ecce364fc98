/** Status pages that answer `/api/v2/summary.json`: what is broken right now, and was of late. */
import * as z from 'zod/mini';
import { ok, type Result } from '@/lib/core/result';
import type {
  Connector,
  ConnectorKind,
  ConnectorPorts,
  ConnectorSource,
  Cursor,
  PullBatch,
  SkippedRecord,
  SourceHttp,
} from '@/lib/sources/contract';
import { readCursor, writeCursor } from '@/lib/sources/cursor';
import { readRows, requestJson } from '@/lib/sources/read-json';
import { issueId, type ReadingContext } from '@/lib/sources/tracker/issue-item';
import { isOver, mapIncident } from '@/lib/sources/statuspage/map';
import {
  incidentSchema,
  incidentsSchema,
  summarySchema,
  type IncidentRecord,
} from '@/lib/sources/statuspage/records';
import {
  statuspageSettingsSchema,
  type StatuspageSettings,
} from '@/lib/sources/statuspage/settings';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A customer may write about an incident days after it was over. */
const KEPT_AFTER_END = 14 * DAY;

export const statuspageKind: ConnectorKind<StatuspageSettings> = {
  kind: 'statuspage',
  settings: statuspageSettingsSchema,
  secrets: [],
  cadence: { pullMs: 10 * MINUTE, pullActiveMs: MINUTE, sweepMs: DAY },
  detect: (url) => (url.hostname.endsWith('.statuspage.io') ? { origin: url.origin } : null),
  async probe(url, http, signal) {
    const settings = { origin: url.origin };
    const summary = await readSummary(http, settings, signal);
    // Whatever else answers there is no status page; an answer that did not come says nothing.
    if (summary.ok) return ok(settings);
    const { kind } = summary.fault;
    return kind === 'offline' || kind === 'timeout' || kind === 'cancelled' ? summary : ok(null);
  },
  origins: ({ origin }) => [new URL(origin).origin],
  create: createStatuspageConnector,
};

const stateSchema = z.object({
  /** The page's own mark of its last change. */
  page: z.optional(z.string()),
  /** What was going on when we looked last. */
  active: z.array(z.string()),
});

function createStatuspageConnector(
  { id: sourceId, settings }: ConnectorSource<StatuspageSettings>,
  { http, languageOf }: ConnectorPorts,
): Connector {
  const origin = new URL(settings.origin).origin;
  const contextAt = (syncedAt: string): ReadingContext => ({
    sourceId,
    syncedAt,
    locale: settings.locale,
    languageOf,
  });

  /** All that is worth keeping of the page: what goes on, and what ended of late. */
  async function readAll(summary: Summary, signal: AbortSignal): Promise<Result<Seen>> {
    const recent = await readRecent(http, settings, signal);
    return recent.ok ? ok(keepRecent([summary, recent.value], summary.servedAt)) : recent;
  }

  async function pullAll(
    summary: Summary,
    before: readonly string[],
    signal: AbortSignal,
  ): Promise<Result<PullBatch>> {
    const all = await readAll(summary, signal);
    if (!all.ok) return all;
    const { kept, dropped, skipped } = all.value;
    const context = contextAt(summary.servedAt);
    const upserts = await Promise.all(kept.map((record) => mapIncident(record, origin, context)));
    const there = new Set(kept.map(({ id }) => id));
    // What went on when we looked last and stands nowhere now was taken off the page.
    const gone = [...dropped, ...before].filter((id) => !there.has(id));
    const deletes = [...new Set(gone)].map((id) => issueId(sourceId, id, 'incident'));
    return ok({ upserts, deletes, skipped, cursor: cursorOf(summary), done: true });
  }

  return {
    kind: 'statuspage',
    async check(signal) {
      const summary = await readSummary(http, settings, signal);
      return summary.ok ? ok({ name: summary.value.name }) : summary;
    },
    async pull(cursor, signal) {
      const summary = await readSummary(http, settings, signal);
      if (!summary.ok) return summary;
      const state = readCursor(cursor, stateSchema);
      if (state === null || !isUnchanged(state, summary.value)) {
        return pullAll(summary.value, state?.active ?? [], signal);
      }
      // What goes on is at hand: it is handed over even where the page says nothing is new.
      const context = contextAt(summary.value.servedAt);
      const { rows, skipped } = summary.value;
      const upserts = await Promise.all(rows.map((row) => mapIncident(row, origin, context)));
      return ok({ upserts, deletes: [], skipped, cursor: cursorOf(summary.value), done: true });
    },
    async sweep(_cursor, signal) {
      const summary = await readSummary(http, settings, signal);
      if (!summary.ok) return summary;
      const all = await readAll(summary.value, signal);
      if (!all.ok) return all;
      const ids = all.value.kept.map(({ id }) => issueId(sourceId, id, 'incident'));
      return ok({ ids, cursor: '', done: true });
    },
  };
}

interface Reading {
  rows: IncidentRecord[];
  skipped: SkippedRecord[];
}

interface Summary extends Reading {
  name: string;
  updatedAt: string | undefined;
  servedAt: string;
}

async function readSummary(
  http: SourceHttp,
  settings: StatuspageSettings,
  signal: AbortSignal,
): Promise<Result<Summary>> {
  const url = new URL('/api/v2/summary.json', settings.origin).href;
  const answer = await requestJson(http, { url, why: 'what is going on' }, summarySchema, signal);
  if (!answer.ok) return answer;
  const { value, response } = answer.value;
  const listed = [...value.incidents, ...value.scheduled_maintenances];
  return ok({
    ...readRows(listed, incidentSchema),
    name: value.page.name,
    updatedAt: value.page.updated_at,
    servedAt: response.servedAt,
  });
}

/** The page's last incidents, fifty at most, those that are over too. */
async function readRecent(
  http: SourceHttp,
  settings: StatuspageSettings,
  signal: AbortSignal,
): Promise<Result<Reading>> {
  const url = new URL('/api/v2/incidents.json', settings.origin).href;
  const answer = await requestJson(http, { url, why: 'recent incidents' }, incidentsSchema, signal);
  if (!answer.ok) return answer;
  return ok(readRows(answer.value.value.incidents, incidentSchema));
}

interface Seen {
  kept: IncidentRecord[];
  /** Ids of what ended too long ago. */
  dropped: string[];
  skipped: SkippedRecord[];
}

function keepRecent(readings: readonly Reading[], now: string): Seen {
  // The same incident stands in both lists; the later reading is the newer one.
  const byId = new Map(readings.flatMap(({ rows }) => rows).map((row) => [row.id, row]));
  const all = [...byId.values()];
  const isOld = (record: IncidentRecord) =>
    isOver(record) && Date.parse(now) - endOf(record) > KEPT_AFTER_END;
  return {
    kept: all.filter((record) => !isOld(record)),
    dropped: all.filter(isOld).map(({ id }) => id),
    skipped: readings.flatMap(({ skipped }) => skipped),
  };
}

function endOf(record: IncidentRecord): number {
  return Date.parse(record.resolved_at ?? record.updated_at ?? record.created_at);
}

/** More may happen in a moment that has only just begun: its mark is no sign that all was read. */
function cursorOf({ updatedAt, servedAt, rows }: Summary): Cursor {
  const age = Date.parse(servedAt) - Date.parse(updatedAt ?? '');
  const page = age > MINUTE ? { page: updatedAt } : {};
  return writeCursor({ ...page, active: rows.map(({ id }) => id) });
}

/** A page that does not say when it changed is always read whole. */
function isUnchanged(state: z.infer<typeof stateSchema>, summary: Summary): boolean {
  const active = summary.rows.map(({ id }) => id);
  const isSame =
    active.length === state.active.length && active.every((id, at) => id === state.active[at]);
  return isSame && summary.updatedAt !== undefined && summary.updatedAt === state.page;
}

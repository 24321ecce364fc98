/** Reads issues and when the versions they are fixed in are out, page by page. */
import { ok, type Result } from '@/lib/core/result';
import type { ConnectorPorts, ConnectorSource } from '@/lib/sources/contract';
import { readRows } from '@/lib/sources/read-json';
import type { RedmineClient, IssueList } from '@/lib/sources/redmine/client';
import { mapIssue } from '@/lib/sources/redmine/map';
import {
  issueSchema,
  rowSchema,
  type IssueRecord,
  type VersionRecord,
} from '@/lib/sources/redmine/records';
import type { RedmineSettings } from '@/lib/sources/redmine/settings';
import { isOwnNetwork } from '@/lib/sources/tracker/hosts';
import { issueId } from '@/lib/sources/tracker/issue-item';
import type { VersionPage } from '@/lib/sources/tracker/versions';
import type { Place, ReadPage, SweepPage } from '@/lib/sources/tracker/walk';
import { mapEach } from '@/lib/sources/map-each';

/** Pages of issues as the walk wants them. */
export class IssueReader {
  readonly #source: ConnectorSource<RedmineSettings>;
  readonly #ports: ConnectorPorts;
  readonly #client: RedmineClient;

  constructor(
    source: ConnectorSource<RedmineSettings>,
    ports: ConnectorPorts,
    client: RedmineClient,
  ) {
    this.#source = source;
    this.#ports = ports;
    this.#client = client;
  }

  async listVersions(project: string, signal: AbortSignal): Promise<Result<Map<string, string>>> {
    const versions = await this.#client.readVersions(project, signal);
    if (!versions.ok) return versions;
    return ok(
      new Map(
        versions.value.map(({ id, status, due_date: due, name }) => [
          id,
          `${status ?? ''} ${due ?? ''} ${name}`,
        ]),
      ),
    );
  }

  async readVersion(
    version: string,
    page: string | null,
    signal: AbortSignal,
  ): Promise<Result<VersionPage>> {
    const query = {
      sort: 'id',
      include: 'relations',
      fixed_version_id: version,
      ...this.#narrow(),
    };
    const why = 'issues of a version that changed';
    const list = await this.#client.listIssues(query, Number(page ?? 0), why, signal);
    if (!list.ok) return list;
    const { after, rows, servedAt } = list.value;
    const issues = readRows(rows, issueSchema);
    const upserts = await this.#mapAll(issues.rows, servedAt, signal);
    if (!upserts.ok) return upserts;
    const next = after === null ? null : String(after);
    return ok({ upserts: upserts.value, deletes: [], skipped: issues.skipped, next });
  }

  async readPage(place: Place, signal: AbortSignal): Promise<Result<ReadPage>> {
    const [offset = 0, overlap = 0] = (place.page ?? '0 0').split(' ').map(Number);
    const query = {
      sort: 'updated_on:asc,id',
      include: 'relations',
      ...(place.since === null ? {} : { updated_on: `>=${place.since.replace('.000Z', 'Z')}` }),
      ...(place.isWhole ? this.#narrow() : {}),
    };
    const page = await this.#client.listIssues(query, offset, 'changed issues', signal);
    if (!page.ok) return page;
    const { rows, servedAt } = page.value;
    const marks = readRows(rows, rowSchema).rows;
    const issues = readRows(rows, issueSchema);
    const isWanted = (row: IssueRecord) => this.#isWanted(row);
    const upserts = await this.#mapAll(issues.rows.filter(isWanted), servedAt, signal);
    if (!upserts.ok) return upserts;
    const unwanted = issues.rows.filter((row) => !isWanted(row));
    return ok({
      servedAt,
      rows: marks.map((row) => ({ id: row.id, at: row.updated_on })),
      next: nextPlace(page.value),
      ...(overlap > 0 ? { before: marks[0]?.id ?? '' } : {}),
      upserts: upserts.value,
      deletes: unwanted.map(({ id }) => issueId(this.#source.id, id)),
      skipped: issues.skipped,
    });
  }

  async sweepPage(page: string | null, signal: AbortSignal): Promise<Result<SweepPage>> {
    const query = { sort: 'id', ...this.#narrow() };
    const why = 'which issues there are';
    const list = await this.#client.listIssues(query, Number(page ?? 0), why, signal);
    if (!list.ok) return list;
    const { rows } = readRows(list.value.rows, rowSchema);
    const { after } = list.value;
    return ok({
      ids: rows.map(({ id }) => issueId(this.#source.id, id)),
      next: after === null ? null : String(after),
    });
  }

  async #mapAll(rows: readonly IssueRecord[], syncedAt: string, signal: AbortSignal) {
    const versions = await this.#versionsOf(rows, signal);
    if (!versions.ok) return versions;
    const { id: sourceId, settings } = this.#source;
    const isOpenToAll = this.#client.isAnonymous && !isOwnNetwork(settings.base);
    const context = {
      sourceId,
      syncedAt,
      locale: settings.locale,
      languageOf: this.#ports.languageOf,
      visibility: isOpenToAll ? ('public' as const) : ('internal' as const),
      versions: versions.value,
    };
    return ok(await mapEach(this.#ports, rows, (row) => mapIssue(row, settings, context)));
  }

  async #versionsOf(
    rows: readonly IssueRecord[],
    signal: AbortSignal,
  ): Promise<Result<Map<string, VersionRecord>>> {
    const fixed = rows.filter(({ fixed_version: version }) => version !== undefined);
    const versions = new Map<string, VersionRecord>();
    for (const project of new Set(fixed.map((row) => row.project.id))) {
      const read = await this.#client.readVersions(project, signal);
      if (!read.ok) return read;
      for (const version of read.value) versions.set(version.id, version);
    }
    return ok(versions);
  }

  #narrow(): Record<string, string> {
    const { trackers } = this.#source.settings;
    return trackers.length === 0 ? {} : { tracker_id: trackers.join('|') };
  }

  #isWanted({ tracker }: IssueRecord): boolean {
    const { trackers } = this.#source.settings;
    return trackers.length === 0 || trackers.includes(tracker?.id ?? '');
  }
}

/** The last row comes again as the first of the next page: another in its place tells of a move. */
function nextPlace({ rows, after }: IssueList): string | null {
  if (after === null) return null;
  return rows.length > 1 ? `${after - 1} 1` : `${after} 0`;
}

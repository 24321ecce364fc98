/** Reads issues, those of a milestone, and their ids, page by page. */
import { ok, type Result } from '@/lib/core/result';
import type { ConnectorPorts, ConnectorSource } from '@/lib/sources/contract';
import { readRows } from '@/lib/sources/read-json';
import type { GitlabClient, ListPage, Query } from '@/lib/sources/gitlab/client';
import { mapIssue } from '@/lib/sources/gitlab/map';
import {
  issueSchema,
  milestoneSchema,
  rowSchema,
  type IssueRecord,
  type ProjectRecord,
} from '@/lib/sources/gitlab/records';
import type { GitlabSettings } from '@/lib/sources/gitlab/settings';
import { issueId } from '@/lib/sources/tracker/issue-item';
import { hasChosenLabel } from '@/lib/sources/tracker/labels';
import type { VersionPage } from '@/lib/sources/tracker/versions';
import type { Place, ReadPage, RowMark, SweepPage } from '@/lib/sources/tracker/walk';

/** Pages of issues as the walk wants them. */
export class IssueReader {
  readonly #source: ConnectorSource<GitlabSettings>;
  readonly #ports: ConnectorPorts;
  readonly #client: GitlabClient;

  constructor(
    source: ConnectorSource<GitlabSettings>,
    ports: ConnectorPorts,
    client: GitlabClient,
  ) {
    this.#source = source;
    this.#ports = ports;
    this.#client = client;
  }

  async readPage(
    place: Place,
    project: ProjectRecord,
    signal: AbortSignal,
  ): Promise<Result<ReadPage>> {
    const number = Number(place.page ?? 1);
    const query = {
      order_by: 'updated_at',
      sort: 'asc',
      ...(place.since === null ? {} : { updated_after: place.since }),
      ...(place.isWhole ? this.#narrow() : {}),
    };
    const list = (page: number, why: string) =>
      this.#client.listIssues({ ...query, page: String(page) }, why, signal);
    const page = await list(number, 'changed issues');
    if (!page.ok) return page;
    // Asked again after this page: whether rows have moved from it to the one before.
    const before = number > 1 ? await list(number - 1, 'whether rows moved') : null;
    if (before !== null && !before.ok) return before;
    const { rows, servedAt, next } = page.value;
    return ok({
      servedAt,
      rows: marksOf(rows),
      next: next === null ? null : String(number + 1),
      ...(before === null ? {} : { before: marksOf(before.value.rows).at(-1)?.id ?? '' }),
      ...(await this.#mapAll(page.value, project)),
    });
  }

  /** The server's own address of the next page is followed: it may count by ids. */
  async sweepPage(next: string | null, signal: AbortSignal): Promise<Result<SweepPage>> {
    const why = 'which issues there are';
    const query = { order_by: 'created_at', sort: 'asc', ...this.#narrow() };
    const page = await ((next === null ? null : this.#client.follow(next, why, signal)) ??
      this.#client.listIssues(query, why, signal));
    if (!page.ok) return page;
    const { wanted } = this.#sort(page.value.rows);
    return ok({
      ids: wanted.map(({ id }) => issueId(this.#source.id, id)),
      next: page.value.next,
    });
  }

  async listVersions(signal: AbortSignal): Promise<Result<Map<string, string>>> {
    const milestones = await this.#client.listMilestones(signal);
    if (!milestones.ok) return milestones;
    const { rows } = readRows(milestones.value.rows, milestoneSchema, 'milestones');
    // Issues are asked for by the title.
    return ok(
      new Map(
        rows.map(({ title, state, due_date: due }) => [title, `${state ?? ''} ${due ?? ''}`]),
      ),
    );
  }

  async readVersion(
    version: string,
    next: string | null,
    project: ProjectRecord,
    signal: AbortSignal,
  ): Promise<Result<VersionPage>> {
    const why = 'issues of a milestone that changed';
    const query = { milestone: version, order_by: 'created_at', sort: 'asc' };
    const page = await ((next === null ? null : this.#client.follow(next, why, signal)) ??
      this.#client.listIssues(query, why, signal));
    if (!page.ok) return page;
    return ok({ ...(await this.#mapAll(page.value, project)), next: page.value.next });
  }

  async #mapAll({ rows, servedAt }: ListPage, project: ProjectRecord) {
    const { wanted, unwanted, skipped } = this.#sort(rows);
    const { id: sourceId, settings } = this.#source;
    const { languageOf } = this.#ports;
    const context = { sourceId, syncedAt: servedAt, locale: settings.locale, languageOf };
    return {
      upserts: await Promise.all(wanted.map((row) => mapIssue(row, project, context))),
      deletes: unwanted.map(({ id }) => issueId(sourceId, id)),
      skipped,
    };
  }

  /** More than one label would mean: all of them. */
  #narrow(): Query {
    const { labels } = this.#source.settings;
    return labels.length === 1 ? { labels: labels.join() } : {};
  }

  /** What went to another project is listed there, if that is ours. */
  #sort(rows: readonly unknown[]) {
    const { labels } = this.#source.settings;
    const read = readRows(rows, issueSchema, 'issues');
    const isWanted = (row: IssueRecord) =>
      row.moved_to_id === undefined && hasChosenLabel(row.labels, labels);
    return {
      wanted: read.rows.filter(isWanted),
      unwanted: read.rows.filter((row) => !isWanted(row)),
      skipped: read.skipped,
    };
  }
}

function marksOf(rows: readonly unknown[]): RowMark[] {
  const marks = readRows(rows, rowSchema, 'issues').rows;
  return marks.map((row) => ({ id: row.id, at: row.updated_at }));
}

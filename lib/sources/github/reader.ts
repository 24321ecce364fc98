/** Reads issues, those of a milestone, and their ids, page by page. */
import { ok, type Result } from '@/lib/core/result';
import type { ConnectorPorts, ConnectorSource } from '@/lib/sources/contract';
import { readRows } from '@/lib/sources/read-json';
import type { GithubClient, ListPage, Query } from '@/lib/sources/github/client';
import { mapIssue } from '@/lib/sources/github/map';
import {
  issueSchema,
  milestoneSchema,
  rowSchema,
  type IssueRecord,
  type RepoRecord,
} from '@/lib/sources/github/records';
import type { GithubSettings } from '@/lib/sources/github/settings';
import { issueId } from '@/lib/sources/tracker/issue-item';
import { hasChosenLabel } from '@/lib/sources/tracker/labels';
import type { VersionPage } from '@/lib/sources/tracker/versions';
import type { Place, ReadPage, RowMark, SweepPage } from '@/lib/sources/tracker/walk';

/** Pages of issues as the walk wants them. */
export class IssueReader {
  readonly #source: ConnectorSource<GithubSettings>;
  readonly #ports: ConnectorPorts;
  readonly #client: GithubClient;

  constructor(
    source: ConnectorSource<GithubSettings>,
    ports: ConnectorPorts,
    client: GithubClient,
  ) {
    this.#source = source;
    this.#ports = ports;
    this.#client = client;
  }

  async readPage(place: Place, repo: RepoRecord, signal: AbortSignal): Promise<Result<ReadPage>> {
    const number = Number(place.page ?? 1);
    const query = {
      sort: 'updated',
      direction: 'asc',
      ...(place.since === null ? {} : { since: place.since.replace('.000Z', 'Z') }),
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
      ...(await this.#mapAll(page.value, repo)),
    });
  }

  /** Of long lists GitHub gives no page by number: its own address of the next one is followed. */
  async sweepPage(next: string | null, signal: AbortSignal): Promise<Result<SweepPage>> {
    const why = 'which issues there are';
    const query = { sort: 'created', direction: 'asc', ...this.#narrow() };
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
    return ok(
      new Map(
        rows.map(({ number, title, state, due_on: due }) => [
          String(number),
          `${state ?? ''} ${due ?? ''} ${title}`,
        ]),
      ),
    );
  }

  async readVersion(
    version: string,
    next: string | null,
    repo: RepoRecord,
    signal: AbortSignal,
  ): Promise<Result<VersionPage>> {
    const why = 'issues of a milestone that changed';
    const query = { milestone: version, sort: 'created', direction: 'asc' };
    const page = await ((next === null ? null : this.#client.follow(next, why, signal)) ??
      this.#client.listIssues(query, why, signal));
    if (!page.ok) return page;
    return ok({ ...(await this.#mapAll(page.value, repo)), next: page.value.next });
  }

  async #mapAll({ rows, servedAt }: ListPage, repo: RepoRecord) {
    const { wanted, unwanted, skipped } = this.#sort(rows);
    const { id: sourceId, settings } = this.#source;
    const { languageOf } = this.#ports;
    const context = { sourceId, syncedAt: servedAt, locale: settings.locale, languageOf };
    return {
      upserts: await Promise.all(wanted.map((row) => mapIssue(row, repo, context))),
      deletes: unwanted.map(({ id }) => issueId(sourceId, id)),
      skipped,
    };
  }

  /** More than one label would mean: all of them. */
  #narrow(): Query {
    const { labels } = this.#source.settings;
    return labels.length === 1 ? { labels: labels.join() } : {};
  }

  /** Pull requests stand in the same list. */
  #sort(rows: readonly unknown[]) {
    const { labels } = this.#source.settings;
    const issues = rows.filter((row) => rowSchema.safeParse(row).data?.pull_request === undefined);
    const read = readRows(issues, issueSchema, 'issues');
    const isWanted = (row: IssueRecord) => hasChosenLabel(row.labels, labels);
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

/** Reads issues and the versions they are fixed in, page by page. */
import { ok, type Result } from '@/lib/core/result';
import type { ConnectorPorts, ConnectorSource } from '@/lib/sources/contract';
import { readRows } from '@/lib/sources/read-json';
import type { JiraClient } from '@/lib/sources/jira/client';
import { mapIssue } from '@/lib/sources/jira/map';
import {
  accountSchema,
  idOnlySchema,
  ISSUE_FIELDS,
  issueSchema,
  searchSchema,
  versionsSchema,
  type IssueRecord,
} from '@/lib/sources/jira/records';
import { searchPath } from '@/lib/sources/jira/search';
import type { JiraSettings } from '@/lib/sources/jira/settings';
import { issueId } from '@/lib/sources/tracker/issue-item';
import type { VersionPage } from '@/lib/sources/tracker/versions';
import type { Place, ReadPage, SweepPage } from '@/lib/sources/tracker/walk';
import { mapEach } from '@/lib/sources/map-each';

const PAGE = 50;
/** The most that is listed when only ids are asked for. */
const SWEEP_PAGE = 5_000;

/** A page of issues as Jira gives it. */
interface IssuePage extends VersionPage {
  rows: IssueRecord[];
  servedAt: string;
}

/** Pages of issues as the walk wants them. */
export class IssueReader {
  readonly #source: ConnectorSource<JiraSettings>;
  readonly #ports: ConnectorPorts;
  readonly #client: JiraClient;

  constructor(source: ConnectorSource<JiraSettings>, ports: ConnectorPorts, client: JiraClient) {
    this.#source = source;
    this.#ports = ports;
    this.#client = client;
  }

  async readPage(place: Place, signal: AbortSignal): Promise<Result<ReadPage>> {
    const page = await this.#read(place, 'changed issues', signal);
    if (!page.ok) return page;
    const rows = page.value.rows.map(({ id, fields }) => ({ id, at: fields.updated }));
    return ok({ ...page.value, rows });
  }

  /** Versions of the chosen projects by their ids. */
  async listVersions(signal: AbortSignal): Promise<Result<Map<string, string>>> {
    const versions = new Map<string, string>();
    for (const project of this.#source.settings.projects) {
      const path = `project/${encodeURIComponent(project)}/versions`;
      const answer = await this.#client.get(path, 'when fixes are out', versionsSchema, signal);
      if (!answer.ok) return answer;
      for (const { id, name, released, releaseDate } of answer.value.value) {
        versions.set(id, `${released === true ? 'released' : ''} ${releaseDate ?? ''} ${name}`);
      }
    }
    return ok(versions);
  }

  readVersion(
    version: string,
    page: string | null,
    signal: AbortSignal,
  ): Promise<Result<VersionPage>> {
    const place = { since: null, page, isWhole: true, version };
    return this.#read(place, 'issues of a version that changed', signal);
  }

  async sweepPage(page: string | null, signal: AbortSignal): Promise<Result<SweepPage>> {
    const { id: sourceId, settings } = this.#source;
    // Where a project is named, strangers are refused; of all projects they are shown none. The
    // gateway lets no stranger through, and its tokens may not be allowed to ask this.
    if (page === null && settings.projects.length === 0 && settings.access === 'site') {
      const why = 'whose account this is';
      const account = await this.#client.get('myself', why, accountSchema, signal);
      if (!account.ok) return account;
    }
    const search = { since: null, fields: 'id', maxResults: SWEEP_PAGE, page, isWhole: true };
    const path = searchPath(settings, search);
    const answer = await this.#client.get(path, 'which issues there are', searchSchema, signal);
    if (!answer.ok) return answer;
    const { rows } = readRows(answer.value.value.issues, idOnlySchema);
    const ids = rows.map(({ id }) => issueId(sourceId, id));
    return ok({ ids, next: nextToken(answer.value.value) });
  }

  async #read(
    place: Place & { version?: string },
    why: string,
    signal: AbortSignal,
  ): Promise<Result<IssuePage>> {
    const { id: sourceId, settings } = this.#source;
    const fields = [...ISSUE_FIELDS, settings.workaroundField ?? []].flat().join(',');
    const path = searchPath(settings, { ...place, fields, maxResults: PAGE });
    const answer = await this.#client.get(path, why, searchSchema, signal);
    if (!answer.ok) return answer;
    const { value, response } = answer.value;
    const { servedAt } = response;
    const { rows, skipped } = readRows(value.issues, issueSchema);
    const { languageOf } = this.#ports;
    const context = { sourceId, syncedAt: servedAt, locale: settings.locale, languageOf };
    const wanted = rows.filter((row) => this.#isWanted(row));
    const unwanted = rows.filter((row) => !this.#isWanted(row));
    return ok({
      servedAt,
      rows,
      next: nextToken(value),
      upserts: await mapEach(this.#ports, wanted, (row) => mapIssue(row, settings, context)),
      deletes: unwanted.map(({ id }) => issueId(sourceId, id)),
      skipped,
    });
  }

  #isWanted({ fields: { issuetype } }: IssueRecord): boolean {
    const { issueTypes } = this.#source.settings;
    return issueTypes.length === 0 || issueTypes.includes(issuetype?.id ?? '');
  }
}

interface TokenHolder {
  isLast?: boolean | undefined;
  nextPageToken?: string | undefined;
}

function nextToken({ isLast, nextPageToken }: TokenHolder): string | null {
  return isLast === true ? null : (nextPageToken ?? null);
}

/** Code forges, which keep issues beside the code: what reading GitHub and GitLab has in common. */
import * as z from 'zod/mini';
import { ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { Source } from '@/lib/model/source';
import type { CheckReport, Choice, Connector, ConnectorPorts } from '@/lib/sources/contract';
import { readRows } from '@/lib/sources/read-json';
import { idSchema, timeSchema } from '@/lib/sources/tracker/fields';
import { issueId } from '@/lib/sources/tracker/issue-item';
import { pullWithVersions, type VersionPage } from '@/lib/sources/tracker/versions';
import {
  sweepPages,
  type Place,
  type ReadPage,
  type RowMark,
  type SweepPage,
} from '@/lib/sources/tracker/walk';
import { mapEach } from '@/lib/sources/map-each';

/** One page of a list. */
export interface ForgePage {
  rows: unknown[];
  /** ISO 8601, the server's clock. */
  servedAt: string;
  /** The server's own address of the next page, or null. */
  next: string | null;
}

export type ForgeQuery = Record<string, string>;

/** Requests about one repository or project, which is the home of its issues. */
export interface ForgeClient<Home> {
  /** Asked once. */
  readHome(signal: AbortSignal): Promise<Result<Home>>;
  /** Issues, open and closed ones; anything else that stands in the same list, too. */
  listIssues(query: ForgeQuery, why: string, signal: AbortSignal): Promise<Result<ForgePage>>;
  /** The page at an address that a list gave, or null for an address of anything else. */
  follow(next: string, why: string, signal: AbortSignal): Promise<Result<ForgePage>> | null;
  listMilestones(signal: AbortSignal): Promise<Result<ForgePage>>;
  listLabels(signal: AbortSignal): Promise<Result<ForgePage>>;
  /** Who the token belongs to; null without a token. */
  readAccount(signal: AbortSignal): Promise<Result<string | null>>;
}

/** What is a forge's own. */
export interface Forge<Home, Row extends { id: string }> extends Pick<ConnectorPorts, 'giveWay'> {
  kind: Source['kind'];
  sourceId: string;
  client: ForgeClient<Home>;
  /** Labels of which a wanted issue has one; all issues when empty. */
  labels: readonly string[];
  overlapMs: number;
  /** How exactly it understands `since`. */
  grainMs: number;
  nameOf(home: Home): string;
  /** What all issues have from their home: when it changes, all is read. */
  basisOf(home: Home): string;
  /** Asks for issues in the order they changed; ISO 8601. */
  changedSince(since: string | null): ForgeQuery;
  /** Asks for issues in the order they came. */
  inOrder: ForgeQuery;
  /** Its issues alone; those without the shape are named. */
  readIssues(rows: readonly unknown[]): ReturnType<typeof readRows<Row>>;
  isWanted(row: Row): boolean;
  mapIssue(row: Row, home: Home, syncedAt: string): Promise<Item>;
  /** By what issues of a milestone are asked for: a text that changes with it. */
  readMilestones(rows: readonly unknown[]): Map<string, string>;
}

const markSchema = z.object({ id: idSchema, updated_at: timeSchema });
const labelSchema = z.object({ name: z.string() });

/** The connector over a forge. */
export function createForgeConnector<Home, Row extends { id: string }>(
  forge: Forge<Home, Row>,
): Connector {
  const reader = new ForgeReader(forge);
  const { client } = forge;
  return {
    kind: forge.kind,
    check: (signal) => check(forge, signal),
    async pull(cursor, signal) {
      const home = await client.readHome(signal);
      if (!home.ok) return home;
      const walk = {
        overlapMs: forge.overlapMs,
        grainMs: forge.grainMs,
        basis: forge.basisOf(home.value),
        read: (place: Place) => reader.readPage(place, home.value, signal),
      };
      return pullWithVersions(cursor, walk, {
        list: () => reader.listMilestones(signal),
        read: (name, page) => reader.readMilestone(name, page, home.value, signal),
      });
    },
    sweep: (cursor, signal) => sweepPages(cursor, (page) => reader.sweepPage(page, signal)),
    async listChoices(signal) {
      const answer = await client.listLabels(signal);
      if (!answer.ok) return answer;
      const { rows } = readRows(answer.value.rows, labelSchema);
      return ok(rows.map(({ name }): Choice => ({ setting: 'labels', id: name, name })));
    },
  };
}

async function check<Home, Row extends { id: string }>(
  forge: Forge<Home, Row>,
  signal: AbortSignal,
): Promise<Result<CheckReport>> {
  const { client } = forge;
  const home = await client.readHome(signal);
  if (!home.ok) return home;
  // A token may read the home and not its issues.
  const issues = await client.listIssues({ per_page: '1' }, 'whether issues can be read', signal);
  if (!issues.ok) return issues;
  const name = forge.nameOf(home.value);
  const account = await client.readAccount(signal);
  if (!account.ok) return account;
  return ok(account.value === null ? { name } : { name, account: account.value });
}

/** Pages of issues as the walk wants them. */
class ForgeReader<Home, Row extends { id: string }> {
  readonly #forge: Forge<Home, Row>;

  constructor(forge: Forge<Home, Row>) {
    this.#forge = forge;
  }

  async readPage(place: Place, home: Home, signal: AbortSignal): Promise<Result<ReadPage>> {
    const { client } = this.#forge;
    const number = Number(place.page ?? 1);
    const query = {
      ...this.#forge.changedSince(place.since),
      ...(place.isWhole ? this.#narrow() : {}),
    };
    const list = (page: number, why: string) =>
      client.listIssues({ ...query, page: String(page) }, why, signal);
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
      ...(await this.#mapAll(page.value, home)),
    });
  }

  async sweepPage(next: string | null, signal: AbortSignal): Promise<Result<SweepPage>> {
    const query = { ...this.#forge.inOrder, ...this.#narrow() };
    const page = await this.#turn(next, query, 'which issues there are', signal);
    if (!page.ok) return page;
    const { wanted } = this.#sort(page.value.rows);
    const ids = wanted.map(({ id }) => issueId(this.#forge.sourceId, id));
    return ok({ ids, next: page.value.next });
  }

  async listMilestones(signal: AbortSignal): Promise<Result<Map<string, string>>> {
    const milestones = await this.#forge.client.listMilestones(signal);
    return milestones.ok ? ok(this.#forge.readMilestones(milestones.value.rows)) : milestones;
  }

  async readMilestone(
    name: string,
    next: string | null,
    home: Home,
    signal: AbortSignal,
  ): Promise<Result<VersionPage>> {
    const query = { milestone: name, ...this.#forge.inOrder };
    const page = await this.#turn(next, query, 'issues of a milestone that changed', signal);
    if (!page.ok) return page;
    return ok({ ...(await this.#mapAll(page.value, home)), next: page.value.next });
  }

  /** Long lists have no pages by number: the server's own address of the next one is followed. */
  #turn(
    next: string | null,
    query: ForgeQuery,
    why: string,
    signal: AbortSignal,
  ): Promise<Result<ForgePage>> {
    const { client } = this.#forge;
    const followed = next === null ? null : client.follow(next, why, signal);
    return followed ?? client.listIssues(query, why, signal);
  }

  async #mapAll({ rows, servedAt }: ForgePage, home: Home) {
    const { wanted, unwanted, skipped } = this.#sort(rows);
    const forge = this.#forge;
    return {
      upserts: await mapEach(forge, wanted, (row) => forge.mapIssue(row, home, servedAt)),
      deletes: unwanted.map(({ id }) => issueId(forge.sourceId, id)),
      skipped,
    };
  }

  /** More than one label would mean: all of them. */
  #narrow(): ForgeQuery {
    const { labels } = this.#forge;
    return labels.length === 1 ? { labels: labels.join() } : {};
  }

  #sort(rows: readonly unknown[]) {
    const forge = this.#forge;
    const read = forge.readIssues(rows);
    return {
      wanted: read.rows.filter((row) => forge.isWanted(row)),
      unwanted: read.rows.filter((row) => !forge.isWanted(row)),
      skipped: read.skipped,
    };
  }
}

/** Of whatever stands in the list: the walk goes by all its rows. */
function marksOf(rows: readonly unknown[]): RowMark[] {
  const marks = readRows(rows, markSchema).rows;
  return marks.map((row) => ({ id: row.id, at: row.updated_at }));
}

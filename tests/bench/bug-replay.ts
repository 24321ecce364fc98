/**
 * Replays a tracker: reports are indexed in the order they came, links between duplicates become known when
 * they were made, and reports are asked as tickets just before they are indexed themselves.
 */
import { ok } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { Ticket } from '@/lib/model/ticket';
import type { SearchEngine } from '@/lib/search/contract';
import { createEngine } from '@/lib/search/engine';
import type { ItemReader } from '@/lib/suggest/contract';
import { ISSUE_LIST, searchFor } from '@/lib/suggest/first-stage';
import { buildQuery } from '@/lib/suggest/query';
import { contextOf } from '@/lib/suggest/rank/rank';
import { toSearchDocument } from '@/lib/suggest/search-document';
import type { RankingCase, Split } from '@/tests/bench/ranking-case';
import { toDataItems, toDataTicket } from '@/tests/support/data-items';
import type { DataDocument, DataQuery, DataSet } from '@/tests/support/data-set';
import { createMemorySegmentStore } from '@/tests/support/memory-segment-store';
import { unwrap } from '@/tests/support/unwrap';

export interface ReplayOptions {
  /** Whether the tracker's product, component and version are known of reports and tickets. */
  meta: boolean;
  /** Whether it becomes known which reports repeat each other, when people found out. */
  learn: boolean;
  splits: readonly Split[];
  /** Also ask as many reports that are the first of their kind: nothing is known of them yet. */
  firsts: boolean;
}

/** The moment a report comes in: what is known is in the engine, and stays there until the next. */
export interface Moment {
  set: string;
  split: Split;
  ticket: Ticket;
  /** Keys of the reports of the same fault; empty for the first of its kind. */
  right: ReadonlySet<string>;
  engine: SearchEngine;
  items: ItemReader;
  /** The fault that a report is of, by the reports' keys. */
  faultOf: (key: string) => string;
}

/** Every asked report of the wanted splits, in the order they came. */
export async function* replayBugs(
  set: DataSet,
  { meta, learn, splits, firsts }: ReplayOptions,
): AsyncGenerator<Moment> {
  const documents = meta ? set.documents : set.documents.map(withoutMeta);
  const items = await toDataItems(
    documents.map((one) => ({ ...one, kind: 'issue', status: 'open' })),
  );
  const asked = askedReports(set, splits, firsts);
  const faults = new Map(documents.map((one) => [one.id, one.group ?? one.id]));
  const engine = createEngine(createMemorySegmentStore());
  const known = new Map<string, Item>();
  const reader: ItemReader = {
    readItems: (ids) => Promise.resolve(ok(ids.flatMap((id) => known.get(id) ?? []))),
  };
  const links = learn ? linksOf(documents, items) : [];
  const waiting = new Map<string, Item>();
  for (const [index, document] of documents.entries()) {
    const report = asked.get(document.id);
    const item = items[index];
    if (item === undefined) continue;
    if (report !== undefined) {
      const at = Date.parse(document.created ?? '');
      for (let link = links[0]; link !== undefined && link.at <= at; link = links[0]) {
        links.shift();
        if (known.has(link.item.id) || waiting.has(link.item.id))
          waiting.set(link.item.id, link.item);
      }
      await indexWaiting(engine, waiting, known);
      yield {
        set: set.name,
        split: report.split,
        ticket: toDataTicket(meta ? report : withoutMeta(report)),
        right: new Set(set.answers.get(document.id)?.keys()),
        engine,
        items: reader,
        faultOf: (key) => faults.get(key) ?? key,
      };
    }
    waiting.set(item.id, item);
  }
}

/** What the ranking of issues sees at that moment. */
export async function rankingCaseOf(moment: Moment): Promise<RankingCase> {
  const query = buildQuery(moment.ticket);
  const { lists, terms } = unwrap(await searchFor(moment.engine, query));
  const context = contextOf(lists[ISSUE_LIST] ?? [], {
    terms,
    subject: query.subject,
    body: query.body,
    at: query.at,
    facts: query.values,
    precedents: [],
    timesUsed: () => 0,
  });
  const keys = context.candidates.map(({ hit }) => keyOf(hit.id));
  return {
    set: moment.set,
    split: moment.split,
    context,
    right: keys.map((key) => moment.right.has(key)),
    rows: keys.map((key) => moment.faultOf(key)),
    rightRows: moment.right.size > 0 ? 1 : 0,
  };
}

/** The key that the set knows an item by. */
export function keyOf(id: string): string {
  return id.split(':').slice(2).join(':');
}

async function indexWaiting(
  engine: SearchEngine,
  waiting: Map<string, Item>,
  known: Map<string, Item>,
): Promise<void> {
  for (const [id, item] of waiting) known.set(id, item);
  const upserts = [...waiting.values()].map(toSearchDocument);
  waiting.clear();
  unwrap(await engine.apply({ upserts, deletes: [] }));
  while (unwrap(await engine.merge())) continue;
}

/** The set's queries; with `firsts`, after each of them the next report that repeats nothing. */
function askedReports(
  set: DataSet,
  splits: readonly Split[],
  firsts: boolean,
): Map<string, DataQuery> {
  const queries = new Map(set.queries.map((query) => [query.id, query]));
  const asked = new Map<string, DataQuery>();
  let owed: Split | null = null;
  let due = 0;
  for (const document of set.documents) {
    const query = queries.get(document.id);
    if (query !== undefined) {
      if (splits.includes(query.split)) asked.set(query.id, query);
      if (owed !== query.split) due = 0;
      owed = query.split;
      due++;
    } else if (firsts && due > 0 && owed !== null && splits.includes(owed)) {
      if ((document.group ?? document.id) !== document.id) continue;
      asked.set(document.id, { ...document, split: owed });
      due--;
    }
  }
  return asked;
}

function withoutMeta<T extends DataDocument>(document: T): T {
  const { product: _product, component: _component, version: _version, ...rest } = document;
  return rest as T;
}

/** The linked reports as they are known from then on, by time. */
function linksOf(documents: readonly DataDocument[], items: readonly Item[]) {
  return documents
    .flatMap((document, index) => {
      const item = items[index];
      const { group, linked } = document;
      if (item?.issue === undefined || group === undefined || linked === undefined) return [];
      if (group === document.id) return [];
      const known: Item = { ...item, issue: { ...item.issue, duplicateOf: group } };
      return [{ at: Date.parse(linked), item: known }];
    })
    .sort((a, b) => a.at - b.at);
}

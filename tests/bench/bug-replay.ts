/**
 * Replays a tracker: reports are indexed in the order they came, links between duplicates become known when
 * they were made, and every report that has an older duplicate is asked as a ticket just before it is
 * indexed itself.
 */
import type { Item } from '@/lib/model/item';
import { createEngine } from '@/lib/search/engine';
import { ISSUE_LIST, searchFor } from '@/lib/suggest/candidates';
import { originalId } from '@/lib/suggest/known-issue';
import { buildQuery } from '@/lib/suggest/query';
import { contextOf } from '@/lib/suggest/rank/rank';
import { toSearchDocument } from '@/lib/suggest/search-document';
import type { RankingCase } from '@/tests/bench/ranking-case';
import { toDataItems, toDataTicket } from '@/tests/support/data-items';
import type { DataDocument, DataSet } from '@/tests/support/data-set';
import { createMemorySegmentStore } from '@/tests/support/memory-segment-store';
import { unwrap } from '@/tests/support/unwrap';

/** Whether the tracker's product, component and version are known of reports and tickets. */
export interface ReplayOptions {
  meta: boolean;
  splits: readonly string[];
}

/** Every asked report of the wanted splits, in the order they came. */
export async function* replayBugs(
  set: DataSet,
  { meta, splits }: ReplayOptions,
): AsyncGenerator<RankingCase> {
  const documents = meta ? set.documents : set.documents.map(withoutMeta);
  const items = await toDataItems(
    documents.map((one) => ({ ...one, kind: 'issue', status: 'open' })),
  );
  const queries = new Map(set.queries.map((query) => [query.id, query]));
  const groupOf = new Map(documents.map((one) => [one.id, one.group ?? one.id]));
  const engine = createEngine(createMemorySegmentStore());
  const links = linksOf(documents, items);
  let waiting: Item[] = [];
  for (const [index, document] of documents.entries()) {
    const query = queries.get(document.id);
    const item = items[index];
    if (item === undefined) continue;
    if (query !== undefined && splits.includes(query.split)) {
      const asked = meta ? query : withoutMeta(query);
      const at = Date.parse(document.created ?? '');
      for (; links.length > 0 && (links[0]?.at ?? Infinity) <= at; links.shift()) {
        const link = links[0];
        // A link may be made only after both reports came.
        if (link !== undefined) waiting.push(link.item);
      }
      const upserts = [...new Map(waiting.map((one) => [one.id, one])).values()];
      unwrap(await engine.apply({ upserts: upserts.map(toSearchDocument), deletes: [] }));
      waiting = [];
      while (unwrap(await engine.merge()));
      const ticket = buildQuery(toDataTicket(asked));
      const answer = unwrap(await searchFor(engine, ticket, []));
      const context = contextOf(answer.lists[ISSUE_LIST] ?? [], {
        terms: answer.terms,
        subject: ticket.subject,
        body: ticket.body,
        at: ticket.at,
        facts: ticket.values,
        precedents: [],
        timesUsed: () => 0,
      });
      const right = set.answers.get(query.id) ?? new Map<string, number>();
      const keys = context.candidates.map(({ hit }) => hit.id.split(':').slice(2).join(':'));
      yield {
        set: set.name,
        id: query.id,
        split: query.split,
        context,
        right: keys.map((key) => right.has(key)),
        rows: keys.map((key) => groupOf.get(key) ?? key),
        rightRows: right.size > 0 ? 1 : 0,
      };
    }
    waiting.push(item);
  }
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
      const known = { ...item, issue: { ...item.issue, duplicateOf: group } };
      return originalId(known) === null ? [] : [{ at: Date.parse(linked), item: known }];
    })
    .sort((a, b) => a.at - b.at);
}

/**
 * Replays a helpdesk: tickets come in the order of time, each is asked, and then the pages that answered it
 * are learned from, as the extension learns when an agent inserts them.
 */
import { createEngine } from '@/lib/search/engine';
import { ANSWER_LIST, PRECEDENT_LIST, searchFor } from '@/lib/suggest/first-stage';
import { precedentOf, precedentsOf, toPrecedentDocument } from '@/lib/suggest/precedents';
import { buildQuery } from '@/lib/suggest/query';
import { weighQuery } from '@/lib/suggest/rank/match';
import { contextOf } from '@/lib/suggest/rank/rank';
import { toSearchDocument } from '@/lib/suggest/search-document';
import { keyOf } from '@/tests/bench/bug-replay';
import type { RankingCase } from '@/tests/bench/ranking-case';
import { toDataItems, toDataTicket } from '@/tests/support/data-items';
import type { DataSet } from '@/tests/support/data-set';
import { createMemorySegmentStore } from '@/tests/support/memory-segment-store';
import { unwrap } from '@/tests/support/unwrap';

/** Every ticket in the order of time; with `learn`, earlier tickets of all splits were learned from. */
export async function* replayTickets(
  set: DataSet,
  { learn }: { learn: boolean },
): AsyncGenerator<RankingCase> {
  const items = await toDataItems(set.documents);
  const idOf = new Map(items.map((item) => [item.key ?? '', item.id]));
  const engine = createEngine(createMemorySegmentStore());
  unwrap(await engine.apply({ upserts: items.map(toSearchDocument), deletes: [] }));
  const used = new Map<string, number>();
  const queries = set.queries.toSorted((a, b) => (a.created ?? '').localeCompare(b.created ?? ''));
  for (const query of queries) {
    const right = set.answers.get(query.id) ?? new Map<string, number>();
    const ticket = toDataTicket(query);
    const asked = buildQuery(ticket);
    const answer = unwrap(await searchFor(engine, asked));
    const whole = weighQuery(answer.terms).whole;
    const context = contextOf(answer.lists[ANSWER_LIST] ?? [], {
      terms: answer.terms,
      subject: asked.subject,
      body: asked.body,
      at: asked.at,
      facts: asked.values,
      precedents: precedentsOf(answer.lists[PRECEDENT_LIST] ?? [], whole, asked.at ?? 0),
      timesUsed: (id) => used.get(id) ?? 0,
    });
    const keys = context.candidates.map(({ root }) => keyOf(root));
    yield {
      set: set.name,
      split: query.split,
      context,
      right: keys.map((key) => right.has(key)),
      rows: keys,
      rightRows: right.size,
    };
    if (!learn) continue;
    for (const key of right.keys()) {
      const itemId = idOf.get(key);
      if (itemId === undefined) continue;
      const decision = { itemId, verdict: 'answered', at: query.created ?? '' } as const;
      const precedent = await precedentOf(ticket, decision);
      if (precedent === null) continue;
      const upserts = [toPrecedentDocument(precedent)];
      unwrap(await engine.apply({ upserts, deletes: [] }));
      used.set(itemId, (used.get(itemId) ?? 0) + 1);
    }
    while (unwrap(await engine.merge()));
  }
}

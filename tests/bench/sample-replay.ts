/** The sample tickets as ranking cases: what a help centre in sentences teaches, beside the given sets. */
import { ANSWER_LIST, ISSUE_LIST, searchFor } from '@/lib/suggest/first-stage';
import { buildQuery } from '@/lib/suggest/query';
import { contextOf } from '@/lib/suggest/rank/rank';
import type { RankingCase } from '@/tests/bench/ranking-case';
import { createNodeEngine } from '@/tests/support/node-suggester';
import { loadSampleWorld } from '@/tests/support/sample-world';
import { readSampleTickets, toTicket } from '@/tests/support/sample-tickets';
import { unwrap } from '@/tests/support/unwrap';

/** Every sample ticket that has an answer of the wanted sort, its issue or its articles. */
export async function* replaySample(sort: 'issue' | 'articles'): AsyncGenerator<RankingCase> {
  const engine = await createNodeEngine(await loadSampleWorld());
  for (const ticket of readSampleTickets()) {
    const { issue, articles } = ticket.expect;
    const wanted = sort === 'articles' ? articles : [issue].filter((key) => key !== null);
    if (wanted.length === 0) continue;
    const query = buildQuery(toTicket(ticket));
    const { lists, terms } = unwrap(await searchFor(engine, query));
    const context = contextOf(lists[sort === 'issue' ? ISSUE_LIST : ANSWER_LIST] ?? [], {
      terms,
      subject: query.subject,
      body: query.body,
      at: query.at,
      facts: query.values,
      precedents: [],
      timesUsed: () => 0,
    });
    const names = context.candidates.map(({ root }) => root.split(':')[2] ?? '');
    yield {
      set: 'sample',
      split: 'train',
      context,
      right: names.map((name) => wanted.includes(name)),
      rows: names,
      rightRows: wanted.length,
    };
  }
}

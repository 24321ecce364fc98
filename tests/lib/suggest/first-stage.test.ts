import { describe, expect, it } from 'vitest';
import { itemKindSchema } from '@/lib/model/item';
import { createEngine } from '@/lib/search/engine';
import {
  ANSWER_KINDS,
  ANSWER_LIST,
  ISSUE_KINDS,
  ISSUE_LIST,
  PRECEDENT_LIST,
  searchFor,
} from '@/lib/suggest/first-stage';
import { precedentOf, toPrecedentDocument } from '@/lib/suggest/precedents';
import { buildQuery } from '@/lib/suggest/query';
import { toSearchDocument } from '@/lib/suggest/search-document';
import { makeArticle, makeIssue, makeTicket } from '@/tests/support/items';
import { createMemorySegmentStore } from '@/tests/support/memory-segment-store';
import { unwrap } from '@/tests/support/unwrap';

const TITLE = 'Kitchen printer silent';
const ITEMS = [
  makeIssue('BUG-1', { title: TITLE }),
  makeArticle('down', { id: 'kb:incident:down', kind: 'incident', title: TITLE }),
  makeArticle('printer', { title: TITLE }),
  makeArticle('talk', { id: 'kb:thread:talk', kind: 'thread', title: TITLE }),
  makeArticle('macro', { id: 'kb:reply:macro', kind: 'reply', title: TITLE }),
  makeArticle('old', { id: 'kb:past-ticket:old', kind: 'past-ticket', title: TITLE }),
  makeArticle('tax', { title: 'Tax rates' }),
];
const TICKET = makeTicket(TITLE);

async function found() {
  const engine = createEngine(createMemorySegmentStore());
  const decision = { itemId: 'kb:article:tax:en', verdict: 'answered', at: '2026-11-01' } as const;
  const precedent = await precedentOf(TICKET, decision);
  const upserts = [...ITEMS.map(toSearchDocument), toPrecedentDocument(precedent!)];
  unwrap(await engine.apply({ upserts, deletes: [] }));
  const { lists } = unwrap(await searchFor(engine, buildQuery(TICKET)));
  return lists.map((hits) => hits.map(({ id }) => id).sort());
}

describe('searchFor', () => {
  it('finds causes, answers and precedents, each in its own list', async () => {
    const lists = await found();
    expect(lists[ISSUE_LIST]).toEqual(['kb:incident:down', 'kb:issue:BUG-1']);
    expect(lists[ANSWER_LIST]).toEqual([
      'kb:article:printer:en',
      'kb:past-ticket:old',
      'kb:reply:macro',
      'kb:thread:talk',
    ]);
    expect(lists[PRECEDENT_LIST]).toEqual([expect.stringContaining('kb:article:tax:en')]);
    expect(lists).toHaveLength(3);
  });

  it('has a list for every kind of item', () => {
    const kinds = [...ISSUE_KINDS, ...ANSWER_KINDS];
    expect(kinds.toSorted()).toEqual([...itemKindSchema.options].sort());
  });
});

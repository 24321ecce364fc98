import { beforeEach, describe, expect, it } from 'vitest';
import { precedentId, type Precedent, type Verdict } from '@/lib/model/precedent';
import type { Signal } from '@/lib/model/signal';
import { MOST_IN_ALL, MOST_PER_ITEM } from '@/lib/store/precedent-writes';
import { createStore } from '@/lib/store/store';
import { makeArticle } from '@/tests/support/items';
import { freshDatabase } from '@/tests/support/store';
import { unwrap } from '@/tests/support/unwrap';

const NOW = Date.parse('2026-11-22T08:00:00.000Z');
const day = (number: number) => new Date(NOW - number * 86_400_000).toISOString();
const now = () => NOW;

function setUp() {
  const db = freshDatabase();
  return { db, store: createStore(db) };
}
let world: ReturnType<typeof setUp>;
beforeEach(async () => {
  world = setUp();
  await world.db.items.bulkPut([article('a'), article('b')]);
});

const article = (name: string) =>
  makeArticle(name, { id: `kb:article:${name}`, sourceId: 'kb', syncedAt: day(0) });

const precedent = (name: string, ticket: string, verdict: Verdict, at: string): Precedent => ({
  id: precedentId(`kb:article:${name}`, ticket),
  itemId: `kb:article:${name}`,
  ticketKey: `https://acme.zendesk.com#${ticket}`,
  at,
  verdict,
  locale: 'en',
  subject: 'till frozen',
  body: `words of ${ticket}`,
});

/** Records the signal and what it decides. */
async function decide(
  id: string,
  kind: Signal['kind'],
  [name, ticket]: [name: string, ticket: string],
  at = day(1),
): Promise<void> {
  const verdict = kind === 'dismissed' ? 'dismissed' : 'answered';
  const made = precedent(name, ticket, verdict, at);
  const { ticketKey, itemId } = made;
  unwrap(await world.store.recordSignal({ id, kind, ticketKey, itemId, at }, made));
}

const rows = async () =>
  (await world.db.precedents.toArray()).map(({ id, verdict }) => `${id} ${verdict}`);
const pending = async () => {
  const ids = (await world.db.outbox.toArray()).flatMap((row) => row.ids);
  return [...new Set(ids)].sort();
};

/** As if the index had followed. */
const settle = () => world.db.outbox.clear();

describe('deciding', () => {
  it('keeps one precedent for a pair, which the index is told of', async () => {
    await decide('1', 'inserted', ['a', 't1']);
    await decide('1', 'inserted', ['a', 't1']);
    await decide('2', 'copied', ['a', 't1']);
    expect(await rows()).toEqual(['asked:kb:article:a:t1 answered']);
    expect(await pending()).toEqual(['asked:kb:article:a:t1']);
    const work = unwrap(await world.store.readPending(10));
    expect(work).toMatchObject({ upserts: [], deletes: [] });
    expect(work.precedents).toMatchObject([precedent('a', 't1', 'answered', day(1))]);
  });

  it('takes the newest decision, whatever came in first', async () => {
    await decide('2', 'dismissed', ['a', 't1'], day(1));
    await decide('1', 'inserted', ['a', 't1'], day(2));
    expect(await rows()).toEqual(['asked:kb:article:a:t1 dismissed']);
    unwrap(await world.store.removeSignal('2'));
    expect(await rows()).toEqual(['asked:kb:article:a:t1 answered']);
    expect(await world.db.precedents.toArray()).toMatchObject([{ at: day(2) }]);
  });

  it('forgets a decision that is taken back, and nothing else', async () => {
    await decide('1', 'inserted', ['a', 't1']);
    await decide('2', 'inserted', ['a', 't2']);
    await settle();
    unwrap(await world.store.removeSignal('1'));
    unwrap(await world.store.removeSignal('1'));
    expect(await rows()).toEqual(['asked:kb:article:a:t2 answered']);
    expect(unwrap(await world.store.readPending(10))).toMatchObject({
      precedents: [],
      deletes: ['asked:kb:article:a:t1'],
    });
  });

  it('learns nothing about what is not there', async () => {
    await decide('1', 'inserted', ['gone', 't1']);
    expect(await rows()).toEqual([]);
    expect(await world.db.signals.count()).toBe(1);
  });

  it('keeps the newest of an item, and not more than there is room for', async () => {
    for (let at = 0; at < MOST_PER_ITEM + 2; at++) {
      await decide(`${at}`, 'inserted', ['a', `t${at}`], day(100 - at));
    }
    await decide('b', 'inserted', ['b', 't0'], day(200));
    await decide('old', 'inserted', ['a', 'old'], day(300));
    const kept = await rows();
    expect(kept).toHaveLength(MOST_PER_ITEM + 1);
    expect(kept).toContain('asked:kb:article:b:t0 answered');
    for (const gone of ['t0', 't1', 'old']) {
      expect(kept).not.toContain(`asked:kb:article:a:${gone} answered`);
    }
    // What was evicted is deleted from the index as well.
    const { precedents, deletes } = unwrap(await world.store.readPending(1000));
    expect(precedents).toHaveLength(MOST_PER_ITEM + 1);
    expect(deletes).toHaveLength(3);
  });

  it('keeps so many in all, the oldest go', async () => {
    const many = Array.from({ length: MOST_IN_ALL }, (_, at) => ({
      ...precedent(`${at}`, 'then', 'answered', day(2)),
      signals: [`then ${at}`],
    }));
    await world.db.precedents.bulkPut([...many.slice(1), { ...many[0]!, at: day(3) }]);
    await decide('1', 'inserted', ['a', 't1']);
    expect(await world.db.precedents.count()).toBe(MOST_IN_ALL);
    expect(await world.db.precedents.get(many[0]!.id)).toBeUndefined();
  });
});

describe('items and sources', () => {
  it('take their precedents along', async () => {
    unwrap(await world.store.addSource({ id: 'kb', kind: 'file', name: 'KB', addedAt: day(9) }));
    await decide('1', 'inserted', ['a', 't1']);
    await decide('2', 'inserted', ['b', 't1']);
    await settle();
    const batch = { source: { id: 'kb', name: 'KB' }, syncedAt: day(-1), isLast: true };
    const item = { ...article('b'), syncedAt: batch.syncedAt };
    unwrap(await world.store.importItems({ ...batch, items: [item] }));
    expect(await rows()).toEqual(['asked:kb:article:b:t1 answered']);
    expect(await pending()).toEqual(['asked:kb:article:a:t1', 'kb:article:a']);
    unwrap(await world.store.removeSource('kb'));
    while (unwrap(await world.store.purgeSome('kb', 10)));
    expect(await rows()).toEqual([]);
  });
});

describe('the index', () => {
  it('starts from items and precedents', async () => {
    unwrap(await world.store.addSource({ id: 'kb', kind: 'file', name: 'KB', addedAt: day(9) }));
    await decide('1', 'inserted', ['a', 't1']);
    await settle();
    expect(unwrap(await world.store.hasPending())).toBe(false);
    unwrap(await world.store.markAllPending());
    expect(await pending()).toEqual(['asked:kb:article:a:t1', 'kb:article:a', 'kb:article:b']);
  });

  it('is behind on precedents or on items', async () => {
    await decide('1', 'inserted', ['a', 't1']);
    expect(unwrap(await world.store.hasPending())).toBe(true);
    expect(unwrap(await world.store.hasPendingItems())).toBe(false);
    expect(unwrap(await world.store.countPendingPrecedents())).toBe(1);
    await decide('1', 'dismissed', ['a', 't1'], day(2));
    expect(unwrap(await world.store.countPendingPrecedents())).toBe(1);
    await settle();
    await world.db.outbox.add({ about: 'items', ids: ['asked:or:not'] });
    expect(unwrap(await world.store.hasPendingItems())).toBe(true);
    expect(unwrap(await world.store.countPendingPrecedents())).toBe(0);
  });
});

describe('experience', () => {
  const read = async () => unwrap(await world.store.readExperience(now));

  it('counts answers, halved by the year, and the tickets they answered', async () => {
    await decide('1', 'inserted', ['a', 't1'], day(1));
    await decide('2', 'copied', ['a', 't2'], day(364));
    await decide('3', 'linked', ['a', 't3'], day(366));
    await decide('4', 'inserted', ['b', 't1'], day(3 * 365 + 1));
    await decide('5', 'dismissed', ['b', 't2'], day(1));
    await decide('6', 'inserted', ['b', 't4'], day(40 * 365));
    const { timesUsed, precedents, answeredTickets } = await read();
    expect(timesUsed.get('kb:article:a')).toBe(2.5);
    expect(timesUsed.get('kb:article:b')).toBe(1 / 8 + 1 / 16);
    expect(precedents).toBe(6);
    expect(answeredTickets).toBe(4);
  });

  it('is up to date after every decision', async () => {
    expect((await read()).answeredTickets).toBe(0);
    await decide('1', 'inserted', ['a', 't1']);
    expect((await read()).answeredTickets).toBe(1);
    unwrap(await world.store.removeSignal('1'));
    expect((await read()).timesUsed.size).toBe(0);
    await decide('1', 'inserted', ['a', 't1']);
    expect((await read()).answeredTickets).toBe(1);
    unwrap(await world.store.forgetPrecedents());
    expect(await read()).toMatchObject({ precedents: 0, answeredTickets: 0 });
    expect(unwrap(await world.store.readPending(10)).deletes).toEqual(['asked:kb:article:a:t1']);
  });

  it('is read once', async () => {
    await decide('1', 'inserted', ['a', 't1']);
    const first = await read();
    expect(await read()).toBe(first);
  });

  it('does not bring back what was forgotten', async () => {
    await decide('1', 'inserted', ['a', 't1']);
    unwrap(await world.store.forgetPrecedents());
    await decide('2', 'dismissed', ['a', 't1']);
    unwrap(await world.store.removeSignal('2'));
    expect(await rows()).toEqual([]);
  });
});

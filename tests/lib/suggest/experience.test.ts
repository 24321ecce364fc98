/** What agents decided before, as the suggester uses it: the real engine, precedents as learning makes them. */
import { describe, expect, it } from 'vitest';
import { ok } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { Verdict } from '@/lib/model/precedent';
import type { Ticket } from '@/lib/model/ticket';
import { findCandidates, type CandidateSources } from '@/lib/suggest/candidates';
import { precedentOf, toPrecedentDocument } from '@/lib/suggest/precedents';
import { createSuggester } from '@/lib/suggest/suggester';
import { makeArticle, makeIssue, makeTicket, paragraph } from '@/tests/support/items';
import { createNodeEngine, readerOf } from '@/tests/support/node-suggester';
import { unwrap } from '@/tests/support/unwrap';

const AT = '2026-11-19T08:00:00.000Z';
const NOW = new Date('2026-11-22T12:00:00Z');

/** None of the tickets' words stands in it. */
const FIRMWARE = makeArticle('firmware', {
  title: 'Update the firmware of a register',
  blocks: [paragraph('Hold the power key for ten seconds, then choose Recovery.')],
});
const FILLER = Array.from({ length: 40 }, (_, at) =>
  makeArticle(`filler-${at}`, { title: `Tax rate of zone ${at}` }),
);
const BEEPS = 'The till shows a black screen and beeps three times';
const ticket = (id: string, subject = 'Till frozen', body = BEEPS) =>
  makeTicket(subject, body, { id });
const ASKED = ticket('now', 'Black screen', 'Our till is frozen, it only beeps');

interface Decided {
  ticket: Ticket;
  item: Item;
  verdict?: Verdict;
}

/** Items indexed, decisions learned: as they are after a while of work. */
async function worldOf(items: readonly Item[], decided: readonly Decided[]) {
  const engine = await createNodeEngine(items);
  const upserts = [];
  const used = new Map<string, number>();
  for (const { ticket: earlier, item, verdict = 'answered' } of decided) {
    const made = await precedentOf(earlier, { itemId: item.id, verdict, at: AT });
    upserts.push(toPrecedentDocument(made!));
    if (verdict === 'answered') used.set(item.id, (used.get(item.id) ?? 0) + 1);
  }
  unwrap(await engine.apply({ upserts, deletes: [] }));
  const sourcesWithout = (dismissed: string[]): CandidateSources => ({
    engine,
    items: readerOf(items),
    experience: {
      readExperience: () => Promise.resolve(ok({ timesUsed: used, precedents: decided.length })),
      dismissedItems: () => Promise.resolve(ok(dismissed)),
    },
  });
  const suggesterWithout = (dismissed: string[]) =>
    createSuggester({ ...sourcesWithout(dismissed), now: () => NOW });
  return {
    candidates: async (dismissed: string[] = []) =>
      unwrap(await findCandidates(sourcesWithout(dismissed), ASKED)),
    suggest: async (dismissed: string[] = []) =>
      unwrap(await suggesterWithout(dismissed).suggest(ASKED)),
    lookup: async (text: string) => unwrap(await suggesterWithout([]).lookup(text, 'en')),
  };
}

const WORLD = [FIRMWARE, ...FILLER];

describe('an article that shares no word with the ticket', () => {
  it('is not offered as long as nothing was decided', async () => {
    const { suggest } = await worldOf(WORLD, []);
    expect((await suggest()).suggestions).toEqual([]);
  });

  it('is offered because it answered a ticket like it, with the reason', async () => {
    const { suggest } = await worldOf(WORLD, [{ ticket: ticket('1'), item: FIRMWARE }]);
    const [first] = (await suggest()).suggestions;
    expect(first?.item.id).toBe(FIRMWARE.id);
    expect(first?.reasons).toEqual([{ kind: 'precedent', tickets: 1 }]);
    expect(first?.confidence).toBeGreaterThanOrEqual(0);
    expect(first?.confidence).toBeLessThanOrEqual(1);
  });

  it('is not offered where it answered another kind of ticket, this very one, or is gone', async () => {
    const other = ticket('1', 'Invoice address', 'Please change the address of my invoices');
    const offered = async (items: Item[], earlier: Ticket) =>
      (await (await worldOf(items, [{ ticket: earlier, item: FIRMWARE }])).suggest()).suggestions;
    expect(await offered(WORLD, other)).toEqual([]);
    expect(await offered(WORLD, { ...ASKED })).toEqual([]);
    expect(await offered(FILLER, ticket('1'))).toEqual([]);
  });

  it('is not offered where it was dismissed, now or on tickets like it alone', async () => {
    const answered = await worldOf(WORLD, [{ ticket: ticket('1'), item: FIRMWARE }]);
    expect((await answered.suggest([FIRMWARE.id])).suggestions).toEqual([]);
    const dismissed = await worldOf(WORLD, [
      { ticket: ticket('1'), item: FIRMWARE, verdict: 'dismissed' },
    ]);
    expect((await dismissed.suggest()).suggestions).toEqual([]);
  });
});

describe('a decision', () => {
  // Two articles in the same words: only what agents decided tells them apart.
  const twin = (name: string) => makeArticle(name, { title: 'Black screen on a till' });
  const [A, B] = [twin('a'), twin('b')];
  const order = async (decided: Decided[]) => {
    const { candidates } = await worldOf([A, B, ...FILLER], decided);
    return (await candidates()).answers.filter(({ item }) => item === A || item === B);
  };

  it('brings what answered a ticket like it to the front', async () => {
    for (const item of [A, B]) {
      const [first] = await order([{ ticket: ticket('1'), item }]);
      expect(first?.item.id).toBe(item.id);
    }
  });

  it('is taken back by a dismissal on another ticket like it', async () => {
    const answered = { ticket: ticket('1'), item: A };
    const dismissed: Decided = { ticket: ticket('2'), item: A, verdict: 'dismissed' };
    const ratingOfA = async (decided: Decided[]) => {
      const found = await order(decided);
      const of = (item: Item) => found.find((one) => one.item === item)!.ranked.rating;
      return of(A) - of(B);
    };
    const before = await ratingOfA([answered]);
    const after = await ratingOfA([answered, dismissed]);
    expect(before).toBeGreaterThan(0);
    expect(after).toBeLessThan(before);
  });
});

describe('an issue and its duplicates', () => {
  const words = { blocks: [paragraph(BEEPS)] };
  const original = makeIssue('BUG-1', { title: 'Till frozen: black screen', ...words });
  const repeats = ['BUG-2', 'BUG-3'].map((key) =>
    makeIssue(
      key,
      { title: 'Till shows a black screen and beeps', ...words },
      { category: 'duplicate', duplicateOf: 'BUG-1' },
    ),
  );
  const another = makeIssue('BUG-4', { title: 'Till prints a black screen test', ...words });

  it('are one row, whichever of them matched best', async () => {
    const { candidates } = await worldOf([...repeats, original, another, ...FILLER], []);
    const { issue } = await candidates([another.id]);
    expect(issue?.item.key).toBe('BUG-1');
    expect(issue?.ranked.family).toBe(3);
  });

  it('are none where the issue is dismissed', async () => {
    const { candidates } = await worldOf([...repeats, original, another, ...FILLER], []);
    expect((await candidates([original.id])).issue?.item.key).toBe('BUG-4');
    expect((await candidates([original.id, another.id])).issue).toBeNull();
  });
});

describe('precedents', () => {
  const decided = ['1', '2', '3'].map((id) => ({ ticket: ticket(id), item: FIRMWARE }));

  it('are not counted among what was searched', async () => {
    const { suggest } = await worldOf(WORLD, decided);
    expect((await suggest()).searchedItems).toBe(WORLD.length);
  });

  it('do not crowd items out of what is found by typing', async () => {
    const named = Array.from({ length: 50 }, (_, at) => ticket(`${at}`, 'Firmware', 'firmware'));
    const learned = named.map((earlier) => ({ ticket: earlier, item: FIRMWARE }));
    const { lookup } = await worldOf(WORLD, learned);
    const heads = await lookup('firmware');
    expect(heads.map(({ id }) => id)).toEqual([FIRMWARE.id]);
  });

  it('count each ticket once for what it answered', async () => {
    const { suggest } = await worldOf(WORLD, decided);
    const [first] = (await suggest()).suggestions;
    expect(first?.reasons).toContainEqual({ kind: 'precedent', tickets: 3 });
  });
});

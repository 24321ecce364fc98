/** The random agent's own judgement: every wrong that may be done is noticed, and nothing right is called wrong. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import type { Desk, DeskTicket, Sight, Standing } from '@/tests/support/random-agent/desk';
import { Ledger } from '@/tests/support/random-agent/ledger';
import { planSteps } from '@/tests/support/random-agent/plan';

const ONE: DeskTicket = { id: 1, key: 'https://desk.example#1', subject: 'One' };
const TWO: DeskTicket = { id: 2, key: 'https://desk.example#2', subject: 'Two' };
const BEGAN: Standing = { links: [], tags: ['vip'], linkNotes: 0, undoNotes: 0, rest: 'open' };

let standings: Map<number, Standing>;
let sent: string[];
let ledger: Ledger;
beforeEach(() => {
  standings = new Map([ONE, TWO].map(({ id }) => [id, BEGAN]));
  sent = [];
  const desk = {
    tickets: [ONE, TWO],
    standing: ({ id }: DeskTicket) => standings.get(id) ?? BEGAN,
    sent: () => sent,
  };
  ledger = new Ledger(desk as unknown as Desk);
});

const link = (number: number, id = 1, visibility = 'public') =>
  `<a href="https://help.fernway.example/${id}/${visibility}/${number}">Item ${number}</a>`;
const check = (drafts: Record<string, string>): string[] => {
  const sight: Sight = {
    addressed: 1,
    inFront: 1,
    kind: 'reply',
    drafts: [ONE, TWO].flatMap(({ id }) =>
      (['reply', 'note'] as const).map((kind) => ({
        id,
        kind,
        html: drafts[`${id} ${kind}`] ?? '',
      })),
    ),
  };
  return ledger.check(sight);
};
const stand = (changes: Partial<Standing>) => standings.set(1, { ...BEGAN, ...changes });

describe('drafts', () => {
  it('may hold what was typed and inserted there, in any order', () => {
    ledger.typed(ONE, 'reply', 'w3x1y');
    ledger.inserted(ONE, 4, [ok(null), fail(fault('already-inserted'))]);
    ledger.inserted(ONE, 5, [ok(null)]);
    const plain = 'Item 5: https://help.fernway.example/1/public/5';
    expect(check({ '1 reply': `<p>Hi w3${link(4)} x1y&nbsp;</p><p>${plain}</p>` })).toEqual([]);
  });

  it('must hold what was typed there, and nothing that was typed elsewhere', () => {
    ledger.typed(ONE, 'reply', 'w3x1y');
    expect(check({ '2 reply': 'w3x1y' })).toEqual([
      expect.stringContaining('w3x1y lost: 1 reply'),
      'w3x1y typed elsewhere, but in 2 reply',
    ]);
  });

  it('must hold what was inserted until it is undone, each undo one', () => {
    ledger.inserted(ONE, 4, [ok(null)]);
    expect(check({})).toEqual(['0 inserts of 1 undone, but 4 gone']);
    ledger.inserted(ONE, 5, [ok(null)]);
    ledger.undone(ONE);
    expect(check({ '1 note': link(5) })).toEqual(['1 inserts of 1 undone, but none gone']);
    ledger.undone(ONE);
    expect(check({})).toEqual([]);
  });

  it.each([
    ['text of another ticket', { '2 reply': link(4) }, 'text for 1 in 2 reply'],
    ['internal text in a reply', { '1 reply': link(4, 1, 'internal') }, 'internal text in a reply'],
    ['unknown text in a reply', { '1 reply': link(4, 1, 'unknown') }, 'unknown text in a reply'],
    ['the same twice', { '1 note': link(4) + link(4) }, 'twice in 1 note'],
  ])('may not hold %s', (_, drafts, wrong) => {
    expect(check(drafts as Record<string, string>).join()).toContain(wrong);
  });

  it('may not hold what was refused, or was done twice', () => {
    ledger.inserted(ONE, 4, [fail(fault('switching'))]);
    expect(check({ '1 note': link(4) })).toEqual(['4 refused, but there']);
    ledger.inserted(ONE, 5, [ok(null), ok(null)]);
    expect(check({ '1 note': link(5) })).toContain('insert 5 was done 2 times');
  });

  it('are forgotten with the page', () => {
    ledger.typed(ONE, 'note', 'w3x1y');
    ledger.inserted(TWO, 4, [ok(null)]);
    ledger.forgetDrafts();
    expect(check({})).toEqual([]);
  });
});

describe('tickets', () => {
  it.each<[string, Partial<Standing>, string]>([
    ['two links', { links: ['a', 'b'] }, '1 has 2 links: a,b'],
    ['a lost tag', { tags: [] }, 'the tag vip of 1 is lost'],
    ['a change of anything else', { rest: 'solved' }, '1 was changed: solved'],
    ['more links undone than made', { undoNotes: 1 }, 'more notes of undone links'],
  ])('may not have %s', (_, changes, wrong) => {
    stand(changes);
    expect(check({}).join()).toContain(wrong);
  });

  it('keep what a colleague added, and nothing is sent', () => {
    ledger.tagged(ONE, 'seen');
    sent = ['1: hello'];
    expect(check({})).toEqual(['the tag seen of 1 is lost', 'sent: 1: hello']);
    sent = [];
    stand({ tags: ['vip', 'seen', 'known-issue-a'], links: ['known-issue-a'], linkNotes: 1 });
    expect(check({})).toEqual([]);
  });
});

it('the same seed is the same day, with everything in it', () => {
  const day = planSteps(5, 500, 3, 3);
  expect(planSteps(5, 500, 3, 3)).toEqual(day);
  expect(planSteps(6, 500, 3, 3)).not.toEqual(day);
  expect(new Set(day.map(({ action }) => action.do)).size).toBe(14);
});

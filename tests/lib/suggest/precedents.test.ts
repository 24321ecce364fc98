import { describe, expect, it } from 'vitest';
import { createEngine } from '@/lib/search/engine';
import { buildQuery } from '@/lib/suggest/query';
import type { Ticket } from '@/lib/model/ticket';
import {
  countAnswered,
  PRECEDENT_GROUP,
  precedentOf,
  precedentsOf,
  ticketMark,
  toPrecedentDocument,
  type NearPrecedent,
} from '@/lib/suggest/precedents';
import { makeTicket } from '@/tests/support/items';
import { createMemorySegmentStore } from '@/tests/support/memory-segment-store';
import { unwrap } from '@/tests/support/unwrap';

const AT = '2026-11-20T08:00:00.000Z';
const YEAR_MS = 365 * 24 * 3_600_000;
const answered = { itemId: 'kb:article:a:en', verdict: 'answered', at: AT } as const;
const learn = (ticket: Ticket) => precedentOf(ticket, answered);

describe('precedentOf', () => {
  it('keeps distinct words, names whole, and nothing of who asked', async () => {
    const body = [
      'Hello,',
      'the kitchen printer prints nothing, the printer shows SYNC-4031 since 6.3.2.',
      'Call me: +49 170 1234567 or ana@bakery.example, Ana Perez',
    ].join('\n');
    const ticket = makeTicket('RE: [#812345] Kitchen printer silent', body);
    expect(await learn(ticket)).toEqual({
      id: `asked:kb:article:a:en:${await ticketMark(ticket)}`,
      itemId: 'kb:article:a:en',
      ticketKey: 'https://acme.zendesk.com#4712',
      at: AT,
      verdict: 'answered',
      locale: 'en',
      subject: 'Kitchen printer silent',
      body: 'kitchen printer prints nothing shows SYNC-4031 since 6.3.2 Call',
    });
  });

  it('does not tell the ticket by its name in the index', async () => {
    const made = await learn(makeTicket('Printer silent'));
    const document = toPrecedentDocument(made!);
    expect(document).toEqual({
      id: made!.id,
      group: 'asked',
      locale: 'en',
      time: Date.parse(AT),
      about: ['verdict:answered'],
      original: 'kb:article:a:en',
      fields: { title: 'Printer silent', headings: '', labels: '', body: '' },
    });
    expect(JSON.stringify(document)).not.toContain('zendesk');
  });

  it('reads the customer’s first message alone', async () => {
    const message = (author: 'customer' | 'agent', text: string) =>
      ({ author, visibility: 'public', text, at: AT }) as const;
    const messages = [
      message('agent', 'agentword'),
      message('customer', 'drawer stuck'),
      message('customer', 'laterword'),
    ];
    const made = await learn(makeTicket('Cash drawer', '', { messages }));
    expect(made?.body).toBe('drawer stuck');
  });

  it('keeps the most telling of an endless message', async () => {
    const letters = 'abcdefghijklmnopqrst'.split('');
    const words = letters.flatMap((one) => letters.map((other) => `${one}${other}${one}lm`));
    const body = `${words.join(' ')} spooler spooler spooler EX-4012`;
    const made = await learn(makeTicket('x'.repeat(500), body));
    const kept = made!.body.split(' ');
    expect(kept).toHaveLength(60);
    expect(kept).toContain('EX-4012');
    expect(kept).toContain('spooler');
  });

  it('learns nothing from a ticket without words', async () => {
    expect(await learn(makeTicket('', ''))).toBeNull();
    expect(await learn(makeTicket('RE:', 'ana@bakery.example +49 170 1234567'))).toBeNull();
  });
});

/** The precedents of `learned` that the engine finds for the ticket. */
async function find(ticket: Ticket, learned: Ticket[], now = Date.parse(AT)) {
  const engine = createEngine(createMemorySegmentStore());
  const made = await Promise.all(
    learned.map((one, at) => precedentOf(one, { ...answered, itemId: `item-${at}` })),
  );
  const upserts = made.map((one) => toPrecedentDocument(one!));
  unwrap(await engine.apply({ upserts, deletes: [] }));
  const { parts } = buildQuery(ticket);
  const lists = [{ groups: [PRECEDENT_GROUP], limit: 20 }];
  const { lists: hits, terms } = unwrap(await engine.search({ parts, lists }));
  const whole = terms.reduce((sum, { weight, idf }) => sum + weight * idf, 0);
  return precedentsOf(hits[0] ?? [], whole, now, await ticketMark(ticket));
}

describe('precedentsOf', () => {
  const asked = (id: string, subject: string, body: string) => makeTicket(subject, body, { id });
  const SILENT = asked('1', 'Kitchen printer silent', 'Nothing comes out since the update');
  const FILLER = Array.from({ length: 20 }, (_, at) =>
    asked(`f${at}`, `Tax rate of zone ${at}`, `How do we change the update of rate ${at}?`),
  );

  it('finds the ticket in the same words, then those in some of them', async () => {
    const same = { ...SILENT, id: '2' };
    const some = asked('3', 'Printer jams', 'Paper is stuck in the kitchen');
    const found = await find(SILENT, [same, some, ...FILLER]);
    expect(found.slice(0, 2).map(({ itemId }) => itemId)).toEqual(['item-0', 'item-1']);
    expect(found[0]!.likeness).toBeGreaterThan(0.6);
    expect(found[0]!.likeness).toBeLessThanOrEqual(1);
    expect(found[1]!.likeness).toBeLessThan(found[0]!.likeness / 1.5);
    expect(countAnswered(found, 'item-0')).toBe(1);
    expect(countAnswered(found, 'item-5')).toBe(0);
  });

  it('leaves out what was decided on the ticket itself', async () => {
    const found = await find(SILENT, [SILENT, { ...SILENT, id: '2' }]);
    expect(found.map(({ itemId }) => itemId)).toEqual(['item-1']);
  });

  it('halves by the year', async () => {
    const learned = [{ ...SILENT, id: '2' }];
    const [now] = await find(SILENT, learned);
    const [later] = await find(SILENT, learned, Date.parse(AT) + 2 * YEAR_MS);
    const [earlier] = await find(SILENT, learned, Date.parse(AT) - YEAR_MS);
    expect(later!.likeness).toBeCloseTo(now!.likeness / 4);
    expect(earlier!.likeness).toBeCloseTo(now!.likeness);
  });

  it('tells answers from dismissals, and counts answers alone', async () => {
    const made = await precedentOf(SILENT, { ...answered, verdict: 'dismissed' });
    const { id, group, time, about, original } = toPrecedentDocument(made!);
    const rest = { lengths: [], matches: new Uint16Array(), queryCoverage: 0, titleCoverage: 0 };
    const hit = { id, group, time, about, original, score: 3, ...rest };
    const found = precedentsOf([hit], 4, Date.parse(AT));
    expect(found).toEqual([{ itemId: 'kb:article:a:en', likeness: 0.75, verdict: -1 }]);
    expect(countAnswered(found, 'kb:article:a:en')).toBe(0);
    expect(precedentsOf([hit], 0, 0)).toEqual([]);
    expect(precedentsOf([{ ...hit, group: 'article' }], 4, 0)).toEqual([]);
  });
});

describe('countAnswered', () => {
  it('counts tickets that are like this one', () => {
    const near = (likeness: number, itemId = 'a'): NearPrecedent => ({
      itemId,
      likeness,
      verdict: 1,
    });
    expect(countAnswered([near(0.9), near(0.2), near(0.05), near(0.9, 'b')], 'a')).toBe(2);
  });
});

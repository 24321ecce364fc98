/** Fifty hurried ticket changes in both browsers: never a state, and never an insert, for another ticket. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FromPage } from '@/lib/messaging/page-contract';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { eventually, openDockedPage, type DockedPage } from '@/tests/support/extension/docked-page';
import { connectToPage, type PagePortClient } from '@/tests/support/extension/page-port-client';
import { createRandom, soak } from '@/tests/support/soak';
import { createStandIn, type StandIn } from '@/tests/support/zendesk/stand-in';
import { longTicket, mailTicket, problemTicket } from '@/tests/support/zendesk/test-tickets';

const TICKETS = [mailTicket, longTicket, problemTicket];
const SUBJECTS = new Map(TICKETS.map(({ id, subject }) => [String(id), subject]));
const SWITCHES = soak(50, 500);
const SEED = 7;

/** What the page saw of one insert, judged inside the page at the moment of asking. */
interface Attempt {
  ticket: number;
  requestId: string;
}

describe.each<BrowserName>(['chromium', 'firefox'])('switching in %s', (browser) => {
  let standIn: StandIn;
  let page: DockedPage;
  let port: PagePortClient;

  beforeAll(async () => {
    standIn = await createStandIn({ tickets: TICKETS, seed: SEED });
    page = await openDockedPage(browser, { '*.zendesk.com': standIn.port });
    await page.goto(`${standIn.origin}/agent/tickets/${mailTicket.id}`);
    await page.evaluate(
      async (ids) => {
        while (!('__standIn' in window)) await new Promise((resolve) => setTimeout(resolve, 10));
        for (const id of ids) await window.__standIn.open(id);
        await window.__standIn.settled();
      },
      TICKETS.map(({ id }) => id),
    );
    port = await connectToPage(page);
  });
  afterAll(async () => {
    await page?.close();
    await standIn?.close();
  });

  it('shows and writes only what is in front', async () => {
    const random = createRandom(SEED);
    const attempts: Attempt[] = [];
    // Replies take longer than a switch, so that most of them arrive for a ticket that has gone.
    standIn.setDelay(120);
    for (let turn = 0; turn < SWITCHES; turn++) {
      const ticket = TICKETS[Math.floor(random() * TICKETS.length)]!.id;
      const wait = Math.floor(random() * 500);
      await page.evaluate(
        async (id, milliseconds) => {
          void window.__standIn.switchTo(id);
          await new Promise((resolve) => setTimeout(resolve, milliseconds));
        },
        ticket,
        wait,
      );
      // Asked for the ticket that the URL shows, whatever the page has got to meanwhile.
      const requestId = `turn-${turn}`;
      attempts.push({ ticket, requestId });
      await port.post({
        type: 'insert',
        requestId,
        ticketKey: `${standIn.origin}#${ticket}`,
        form: 'passage',
        html: `<p>turn ${turn} for ${ticket}</p>`,
        text: `turn ${turn}`,
        hrefs: [],
        visibility: 'public',
      });
    }
    await page.evaluate(() => window.__standIn.settled());
    const received = await eventually('all answers', async () => {
      const all = await port.received();
      const answers = all.filter(({ type }) => type === 'insert.done');
      return answers.length === SWITCHES ? all : null;
    });
    expect(received).not.toBeNull();
    expectOwnStates(received!);
    await expectOwnDrafts(received!, attempts);
  });

  it('ends on the ticket that is in front, with all of it', async () => {
    const last = await page.evaluate(() => location.pathname.split('/').at(-1));
    const state = await port.waitForState(
      (one) => one.kind === 'ticket' && one.ticket.id === last,
      'the last ticket',
    );
    expect(state).toMatchObject({
      kind: 'ticket',
      readBy: 'api',
      degraded: null,
      channel: 'public',
    });
    expect(standIn.submissions).toEqual([]);
  });

  /** Every ticket state is whole: number, subject and text of one and the same ticket. */
  function expectOwnStates(received: FromPage[]): void {
    const states = received.flatMap((one) => (one.type === 'state' ? [one.state] : []));
    const tickets = states.flatMap((state) => (state.kind === 'ticket' ? [state.ticket] : []));
    expect(tickets.length).toBeGreaterThan(5);
    expect(states.some(({ kind }) => kind === 'switching')).toBe(true);
    expect(states.filter(({ kind }) => kind === 'failed')).toEqual([]);
    for (const ticket of tickets) {
      expect(ticket.subject).toBe(SUBJECTS.get(ticket.id));
      const sample = TICKETS.find(({ id }) => String(id) === ticket.id)!;
      expect(ticket.messages.map(({ at }) => at)).toEqual(sample.messages.map(({ at }) => at));
    }
  }

  /** A draft holds exactly the inserts that were answered well, and each only for its own ticket. */
  async function expectOwnDrafts(received: FromPage[], attempts: Attempt[]): Promise<void> {
    const results = new Map(
      received.flatMap((one) => (one.type === 'insert.done' ? [[one.requestId, one.result]] : [])),
    );
    const faults = [...results.values()].flatMap((result) =>
      result.ok ? [] : [result.fault.kind],
    );
    expect(new Set(faults)).toEqual(new Set(['switching']));
    const went = attempts.filter(({ requestId }) => results.get(requestId)?.ok);
    expect(went.length).toBeGreaterThan(5);
    for (const { id } of TICKETS) {
      const draft = await page.evaluate((of) => window.__standIn.currentDraft(of), id);
      const turns = [...(draft ?? '').matchAll(/turn (\d+) for (\d+)/g)];
      expect(turns.every(([, , ticket]) => ticket === String(id))).toBe(true);
      const expected = went.filter(({ ticket }) => ticket === id).map(({ requestId }) => requestId);
      expect(turns.map(([, turn]) => `turn-${turn}`).toSorted()).toEqual(expected.toSorted());
    }
  }
});

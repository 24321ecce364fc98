// @vitest-environment jsdom
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createZendeskAdapter } from '@/lib/helpdesks/zendesk/adapter';
import type { TicketReading } from '@/lib/helpdesks/contract';
import { createTestPage, readFixture, showPage } from '@/tests/lib/helpdesks/test-page';
import type { SampleTicket } from '@/tests/support/zendesk/sample-ticket';
import { createStandIn, type StandIn } from '@/tests/support/zendesk/stand-in';
import { chatTicket, longTicket, mailTicket } from '@/tests/support/zendesk/test-tickets';
import { recordedPage } from '@/tests/support/pages/recorded-page';

const MEGABYTES = 1_000_000;
/** A customer who pastes logs, a hundred times. */
const hugeTicket: SampleTicket = {
  ...longTicket,
  id: 20106,
  messages: Array.from({ length: 100 }, (_, index) => ({
    author: 'customer',
    visibility: 'public',
    body: `Log ${index}: ${'word '.repeat(20_000)}`,
    at: new Date(Date.UTC(2026, 9, 1, 0, index)).toISOString().replace('.000', ''),
  })),
};
const manyMessages: SampleTicket = {
  ...longTicket,
  id: 20107,
  messages: Array.from({ length: 230 }, (_, index) => ({
    author: index % 2 === 0 ? 'customer' : 'agent',
    visibility: 'public',
    body: `Message ${index + 1}`,
    at: new Date(Date.UTC(2026, 9, 1, 0, index)).toISOString().replace('.000', ''),
  })),
};

let standIn: StandIn;
beforeAll(async () => {
  standIn = await createStandIn({
    tickets: [mailTicket, chatTicket, longTicket, hugeTicket, manyMessages],
  });
});
afterAll(() => standIn.close());
beforeEach(() => {
  standIn.clearFailures();
  standIn.login();
  standIn.forgetRequests();
  showPage(recordedPage('zendesk/reply'));
});

const fetchStandIn = ((input: URL, init?: RequestInit) =>
  standIn.fetch(input, init as never)) as typeof fetch;

/** Reads ticket `id`; the page shows 4712, so falling back to the DOM is an answer for that one only. */
async function read(id: number, adapter = createZendeskAdapter()) {
  const page = createTestPage(`https://acme.zendesk.com/agent/tickets/${id}`, fetchStandIn);
  return adapter.readTicket(page, String(id), new AbortController().signal);
}
async function reading(id: number): Promise<TicketReading> {
  const result = await read(id);
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}
const paths = () => standIn.requests.map(({ path }) => path.split('?')[0]);

describe('a mail ticket', () => {
  it('has everything the agent sees and nothing that says where the customer is', async () => {
    const { ticket, readBy, degraded } = await reading(mailTicket.id);
    expect({ readBy, degraded }).toEqual({ readBy: 'api', degraded: null });
    expect(ticket).toEqual({
      helpdesk: 'zendesk',
      origin: 'https://acme.zendesk.com',
      id: '20101',
      url: 'https://acme.zendesk.com/agent/tickets/20101',
      subject: mailTicket.subject,
      messages: [
        {
          author: 'customer',
          visibility: 'public',
          text: 'Hello,\n\nevery fifth order is lost: SYNC-4031 <spooler> & nothing prints.\n\nMarta',
          at: '2026-11-20T08:12:00Z',
        },
        {
          author: 'agent',
          visibility: 'internal',
          text: 'Same code as two others this week.',
          at: '2026-11-20T09:02:00Z',
        },
      ],
      requester: { name: 'Marta Jurić', organisation: 'Kavárna Zlatý Kohout' },
      tags: expect.arrayContaining(['printing']),
      fields: expect.arrayContaining([{ name: 'Product version', value: 'POS 6.3.2' }]),
      locale: 'en',
    });
    const raw = await (await standIn.fetch(`/api/v2/tickets/20101/comments.json`)).text();
    // The premise: the API does send it.
    expect(raw).toMatch(/ip_address/);
    expect(JSON.stringify(ticket)).not.toMatch(/192\.0\.2|ip_address|location|@|attachments/);
  });

  it('costs two requests, three the first time, never from a cache', async () => {
    const adapter = createZendeskAdapter();
    await read(mailTicket.id, adapter);
    expect(new Set(paths())).toEqual(
      new Set([
        '/api/v2/ticket_fields.json',
        '/api/v2/tickets/20101.json',
        '/api/v2/tickets/20101/comments.json',
      ]),
    );
    expect(paths()).toHaveLength(3);
    standIn.forgetRequests();
    await read(mailTicket.id, adapter);
    expect(paths()).toHaveLength(2);
    expect(standIn.requests.every(({ method }) => method === 'GET')).toBe(true);
  });
});

it('a chat has its messages, which only the conversation log knows', async () => {
  const { ticket, degraded } = await reading(chatTicket.id);
  expect(degraded).toBeNull();
  expect(ticket.messages.map(({ author, text }) => [author, text])).toEqual([
    ['customer', 'My payout from Friday is not there'],
    ['agent', 'Hi Jonas, let me look.'],
    ['agent', 'PAY-2250, on hold since Friday'],
  ]);
});

describe('long tickets', () => {
  it('are read page by page, oldest message first', async () => {
    const { ticket } = await reading(manyMessages.id);
    expect(ticket.messages.map(({ text }) => text)).toEqual(
      manyMessages.messages.map(({ body }) => body),
    );
    expect(paths().filter((path) => path?.endsWith('comments.json'))).toHaveLength(3);
  });

  it('of ten megabytes are cut, first and last words kept', async () => {
    const started = performance.now();
    const { ticket } = await reading(hugeTicket.id);
    const length = ticket.messages.reduce((sum, { text }) => sum + text.length, 0);
    expect(length).toBeLessThan(0.3 * MEGABYTES);
    expect(ticket.messages[0]?.text).toMatch(/^Log 0:/);
    expect(ticket.messages.at(-1)?.text).toMatch(/^Log 99:/);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('when the API does not answer well', () => {
  const here = 4712;

  it.each([
    ['429', 'rate-limited'],
    ['429-bare', 'rate-limited'],
    ['401', 'signed-out'],
    ['403', 'forbidden'],
    ['404', 'not-found'],
    ['500', 'server-error'],
    ['html', 'bad-response'],
    ['empty', 'bad-response'],
    ['truncated', 'offline'],
  ] as const)('%s: reads the page and says why', async (kind, faultKind) => {
    standIn.failNext({ path: /\/tickets\//, kind, times: 10 });
    const result = await read(here);
    expect(result).toMatchObject({
      ok: true,
      value: { readBy: 'dom', degraded: { kind: faultKind } },
    });
  });

  it('an answer that does not come: reads the page after a while', async () => {
    const limit = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
      const soon = new AbortController();
      setTimeout(() => soon.abort(), 50);
      return soon.signal;
    });
    standIn.failNext({ path: /\/tickets\//, kind: 'timeout', times: 10 });
    expect(await read(here)).toMatchObject({
      value: { readBy: 'dom', degraded: { kind: 'timeout' } },
    });
    expect(limit).toHaveBeenCalledWith(8000);
    limit.mockRestore();
  });

  it('nobody signed in is told from no permission', async () => {
    standIn.failNext({ path: /\/tickets\//, kind: '403', times: 10 });
    const page = createTestPage(`https://acme.zendesk.com/agent/tickets/${here}`, ((
      input: string,
      init?: RequestInit,
    ) => {
      // Zendesk answers for nobody with 200 and a user without an id.
      const anonymous = readFixture('zendesk/users-me-anonymous-unverified.json');
      if (input.includes('/users/me')) return Promise.resolve(new Response(anonymous));
      return standIn.fetch(input, init as never);
    }) as typeof fetch);
    const result = await createZendeskAdapter().readTicket(page, '4712', AbortSignal.any([]));
    expect(result).toMatchObject({ value: { degraded: { kind: 'signed-out' } } });
  });

  it('leaves Zendesk alone for as long as it asks', async () => {
    let time = 0;
    const adapter = createZendeskAdapter(() => time);
    standIn.failNext({ path: /\/tickets\/20101\.json/, kind: '429', retryAfter: 37 });
    await read(mailTicket.id, adapter);
    standIn.forgetRequests();
    time = 36_000;
    expect(await read(here, adapter)).toMatchObject({
      value: { degraded: { kind: 'rate-limited', detail: { seconds: 1 } } },
    });
    expect(standIn.requests).toEqual([]);
    time = 38_000;
    expect(await read(mailTicket.id, adapter)).toMatchObject({ value: { readBy: 'api' } });
  });

  it('waits a minute where a 429 does not say how long', async () => {
    standIn.failNext({ path: /\/tickets\//, kind: '429-bare', times: 5 });
    expect(await read(here)).toMatchObject({ value: { degraded: { detail: { seconds: 60 } } } });
  });

  it('keeps the ticket when only its comments fail', async () => {
    standIn.failNext({ path: /comments/, kind: '500', times: 5 });
    const { ticket, readBy, degraded } = await reading(mailTicket.id);
    expect({ readBy, degraded: degraded?.kind }).toEqual({
      readBy: 'api',
      degraded: 'server-error',
    });
    expect(ticket.messages.map(({ text }) => text)).toEqual([expect.stringContaining('SYNC-4031')]);
  });

  it('keeps the ticket when field names fail, and asks for them again', async () => {
    const adapter = createZendeskAdapter();
    standIn.failNext({ path: /ticket_fields/, kind: '500' });
    expect(await read(mailTicket.id, adapter)).toMatchObject({ value: { ticket: { fields: [] } } });
    expect(await read(mailTicket.id, adapter)).toMatchObject({
      value: { ticket: { fields: expect.arrayContaining([expect.anything()]) } },
    });
  });

  it('stops at once when nobody wants the answer any more', async () => {
    standIn.setDelay(2000);
    const stop = new AbortController();
    const page = createTestPage('https://acme.zendesk.com/agent/tickets/20101', fetchStandIn);
    const result = createZendeskAdapter().readTicket(page, '20101', stop.signal);
    stop.abort();
    expect(await result).toMatchObject({ ok: false, fault: { kind: 'cancelled' } });
    standIn.setDelay(0);
  });

  it('takes the agent’s selection when the page cannot be read either', async () => {
    for (const item of document.querySelectorAll('article')) item.removeAttribute('data-test-id');
    for (const log of document.querySelectorAll(
      '[role="feed"], [data-test-id="omni-log-container"]',
    )) {
      log.removeAttribute('role');
      log.removeAttribute('data-test-id');
    }
    const page = createTestPage('https://acme.zendesk.com/agent/tickets/4712');
    const { signal } = new AbortController();
    const adapter = createZendeskAdapter();
    expect(await adapter.readTicket(page, '4712', signal)).toMatchObject({
      ok: false,
      fault: { kind: 'page-changed', detail: { selector: 'log-item' } },
    });
    document.getSelection()?.selectAllChildren(document.querySelectorAll('.zd-comment')[0]!);
    expect(await adapter.readTicket(page, '4712', signal)).toMatchObject({
      ok: true,
      value: {
        readBy: 'selection',
        degraded: { kind: 'page-changed' },
        ticket: { messages: [{ text: 'The CSV export stops with error EX-4012.' }] },
      },
    });
  });
});

/** Zendesk's rarer states through the built extension, in both browsers: read right, and text only where it belongs. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PageState } from '@/lib/model/page-state';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { openDockedPage, type DockedPage } from '@/tests/support/extension/docked-page';
import {
  connectToPage,
  faultKind,
  type InsertContent,
  type PagePortClient,
} from '@/tests/support/extension/page-port-client';
import {
  CHAT_KEY,
  HREF,
  LINK,
  PASSAGE,
  editable,
  link,
  passage,
} from '@/tests/support/extension/reply-box';
import type { PageOptions } from '@/tests/support/zendesk/page-host';
import { createStandIn, type StandIn } from '@/tests/support/zendesk/stand-in';
import {
  archivedTicket,
  chatTicket,
  longTicket,
  mailTicket,
} from '@/tests/support/zendesk/test-tickets';

type TicketState = Extract<PageState, { kind: 'ticket' }>;

const [MAIL, CHAT, LONG, ARCHIVED] = [mailTicket, chatTicket, longTicket, archivedTicket].map(
  ({ id }) => id,
) as [number, number, number, number];
const USUAL: Partial<PageOptions> = {
  lang: 'en-US',
  dir: 'ltr',
  theme: 'light',
  layout: 'standard',
  arrangement: 'usual',
  propertyBox: true,
};
const BRACES = 'Write {{ticket.requester.email}} or {% if x %}';

describe.each<BrowserName>(['chromium', 'firefox'])('Zendesk states in %s', (browser) => {
  let standIn: StandIn;
  let page: DockedPage;
  let port: PagePortClient;

  beforeAll(async () => {
    const tickets = [mailTicket, chatTicket, longTicket, archivedTicket];
    standIn = await createStandIn({ tickets });
    page = await openDockedPage(browser, { '*.zendesk.com': standIn.port });
  });
  afterAll(async () => {
    await page?.close();
    await standIn?.close();
  });
  beforeEach(() => {
    standIn.setPage(USUAL);
    standIn.clearFailures();
  });

  async function load(path: string): Promise<void> {
    await page.goto(`${standIn.origin}/agent/tickets/${path}`);
    await page.evaluate(async () => {
      while (!('__standIn' in window)) await new Promise((resolve) => setTimeout(resolve, 10));
      await window.__standIn.settled();
    });
  }

  async function visitTicket(id: number): Promise<TicketState> {
    await load(String(id));
    port = await connectToPage(page);
    const isRead = (state: PageState) => state.kind === 'ticket' && state.ticket.id === String(id);
    return (await port.waitForState(isRead, `ticket ${id}`)) as TicketState;
  }

  /** The API refuses, so the page is all there is. */
  async function visitWithoutApi(id: number): Promise<TicketState> {
    standIn.failNext({ path: /\/api\/v2\//, kind: '403', times: 200 });
    const state = await visitTicket(id);
    expect(state.readBy).toBe('dom');
    return state;
  }

  const insert = async (content: InsertContent) => faultKind(await port.insert(content));
  const keyOf = (id: number) => `${standIn.origin}#${id}`;
  async function draft(id: number): Promise<string | null> {
    const data = await page.evaluate((of) => window.__standIn.currentDraft(of), id);
    return data?.replace(/ data-list-item-id="[^"]*"/g, '') ?? null;
  }
  const textOf = (state: TicketState) => JSON.stringify(state.ticket);

  describe('languages, themes and layouts', () => {
    it.each<Partial<PageOptions>>([
      { lang: 'ar', dir: 'rtl', theme: 'dark', arrangement: 'context-left', layout: 'custom' },
      { lang: 'ja', theme: 'dark', arrangement: 'no-fields' },
      { lang: 'fr', sender: 'span', propertyBox: false },
      { lang: 'he', dir: 'rtl', layout: 'custom' },
    ])('%j', async (options) => {
      standIn.setPage({ sender: 'div', ...options });
      const state = await visitWithoutApi(MAIL);
      expect(state).toMatchObject({
        channel: 'public',
        isPartial: false,
        ticket: { subject: mailTicket.subject },
      });
      expect(
        state.ticket.messages.map(({ author, visibility, at }) => [author, visibility, at]),
      ).toEqual(mailTicket.messages.map(({ author, visibility, at }) => [author, visibility, at]));
      expect(await insert(link)).toBeNull();
      expect(await draft(MAIL)).toBe(`<p>${LINK}</p>`);
      await page.evaluate((id) => window.__standIn.setChannel(id, 'internal'), MAIL);
      await port.waitForState(
        (one) => one.kind === 'ticket' && one.channel === 'internal',
        'a note',
      );
      expect(await insert({ ...link, visibility: 'internal' })).toBeNull();
    });
  });

  describe('a side conversation', () => {
    const withSide = (id: number) =>
      page.evaluate((of) => window.__standIn.openSideConversation(of), id);
    const sideDraft = (id: number) => page.evaluate((of) => window.__standIn.sideDraft(of), id);

    it('with the caret in it gets nothing: text goes into the reply', async () => {
      await visitTicket(MAIL);
      await withSide(MAIL);
      expect(await insert(passage)).toBeNull();
      expect(await draft(MAIL)).toBe(PASSAGE);
      expect(await sideDraft(MAIL)).toBe('<p>Dear carrier,</p>');
    });

    it('gets nothing where there is no reply', async () => {
      await visitTicket(ARCHIVED);
      await withSide(ARCHIVED);
      expect(await insert({ ...link, ticketKey: keyOf(ARCHIVED) })).toBe('no-composer');
      expect(await sideDraft(ARCHIVED)).toBe('<p>Dear carrier,</p>');
    });

    it.each([MAIL, ARCHIVED])('is not read as the ticket’s own: %i', async (id) => {
      await visitWithoutApi(id);
      await withSide(id);
      standIn.addComment(id, { body: 'Again just now.' });
      const again = await port.waitForState(
        (one) => one.kind === 'ticket' && textOf(one).includes('Again just now'),
        'the ticket with its newest comment',
      );
      expect(textOf(again as TicketState)).toContain('SYNC-4031');
      expect(textOf(again as TicketState)).not.toMatch(/carrier|EX-7777/i);
    });
  });

  describe('a chat', () => {
    const chat: InsertContent = {
      ...passage,
      ticketKey: CHAT_KEY,
      text: 'Open Sync\nPress Restart',
    };

    it('is read from the page, where its items have no wrapper', async () => {
      const state = await visitWithoutApi(CHAT);
      expect(state.channel).toBe('chat');
      expect(state.ticket.messages.map(({ text }) => text)).toEqual(
        chatTicket.messages.map(({ body }) => body),
      );
    });

    it('gets plain lines and the address, and nothing is sent', async () => {
      await visitTicket(CHAT);
      expect(await insert(chat)).toBeNull();
      const address = HREF.replace('&', '&amp;');
      expect(await draft(CHAT)).toBe(`<p>Open Sync</p><p>Press Restart</p><p>${address}</p>`);
      expect(standIn.submissions).toEqual([]);
    });

    it('nor is it sent where the editor hides its model', async () => {
      await visitTicket(CHAT);
      const hide = (css: string) =>
        Reflect.deleteProperty(document.querySelector(css)!, 'ckeditorInstance');
      await page.evaluate(hide, editable(CHAT));
      expect(await insert(chat)).toBeNull();
      expect(await draft(CHAT)).toMatch(/Open Sync.*Press Restart/);
      expect(standIn.submissions).toEqual([]);
    });
  });

  it.each([
    ['a reply', MAIL, link],
    ['a reply', MAIL, passage],
    ['a chat', CHAT, link],
    ['a chat', CHAT, passage],
  ])('no placeholder reaches %s', async (_, id, form) => {
    await visitTicket(id);
    const html = `<p>${BRACES}</p>`;
    const content = { ...form, ticketKey: keyOf(id), html, text: BRACES, hrefs: [] };
    expect(await insert(content)).toBeNull();
    const data = (await draft(id)) ?? '';
    expect(data).not.toMatch(/\{\{|\{%/);
    expect(data.replaceAll('\u2060', '')).toContain(BRACES);
  });

  it('a page that has not loaded all says so, until it has', async () => {
    const first = await visitWithoutApi(LONG);
    expect([first.isPartial, first.ticket.messages.length]).toEqual([true, 10]);
    for (let more = 0; more < 2; more++) {
      await page.click(`[data-test-id="convolog-show-more-button"]`);
    }
    const whole = await port.waitForState(
      (one) => one.kind === 'ticket' && one.isPartial === false,
      'all of it',
    );
    expect((whole as TicketState).ticket.messages).toHaveLength(25);
    standIn.clearFailures();
    const byApi = await visitTicket(LONG);
    expect([byApi.readBy, byApi.isPartial, byApi.ticket.messages.length]).toEqual([
      'api',
      undefined,
      25,
    ]);
  });

  it('an archived ticket is read, and its sidebar offers to copy instead of to insert', async () => {
    await load(String(ARCHIVED));
    const words = await page.inDock(async () => {
      const deadline = Date.now() + 8000;
      while (Date.now() < deadline && !/no reply box/.test(document.body.innerText)) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return document.body.innerText;
    });
    expect(words).toContain('This ticket has no reply box');
    expect(words).toContain(archivedTicket.subject);
    expect(words).not.toMatch(/^Insert/m);
    const state = await visitTicket(ARCHIVED);
    expect(state).toMatchObject({ readBy: 'api', channel: 'none' });
    expect(await insert({ ...link, ticketKey: keyOf(ARCHIVED) })).toBe('no-composer');
  });

  it('a new ticket is nobody’s: what was meant for another one stays out', async () => {
    await visitTicket(MAIL);
    await page.click('[data-test-id="header-toolbar-add-menu-button"]');
    await port.waitForState((state) => state.kind === 'new', 'a new ticket');
    expect(await insert(link)).toBe('no-ticket');
    expect(await insert({ ...link, ticketKey: keyOf(1) })).toBe('no-ticket');
    expect(await draft(MAIL)).toBe('');
    expect(await page.evaluate(() => window.__standIn.newTicketDraft(1))).toBe('');
  });

  describe('a ticket that changes while an insert is under way', () => {
    it('gets nothing of it, nor does the next one', async () => {
      await visitTicket(MAIL);
      await page.evaluate((id) => window.__standIn.open(id), CHAT);
      await page.evaluate((id) => window.__standIn.open(id), MAIL);
      await port.waitForState(
        (state) => state.kind === 'ticket' && state.ticket.id === String(MAIL),
        'the ticket again',
      );
      // Without its model the editor makes an insert wait, and in that moment the agent goes on.
      await page.evaluate(
        (css, next) => {
          const element = document.querySelector<HTMLElement>(css)!;
          Reflect.deleteProperty(element, 'ckeditorInstance');
          element.addEventListener('focus', () => void window.__standIn.switchTo(next), {
            once: true,
          });
        },
        editable(MAIL),
        CHAT,
      );
      expect(await insert(link)).toBe('switching');
      await page.evaluate(() => window.__standIn.settled());
      expect([await draft(MAIL), await draft(CHAT)]).toEqual(['', '']);
    });
  });

  it('sends nothing, ever', () => {
    expect(standIn.submissions).toEqual([]);
    expect(standIn.requests.every(({ method }) => method === 'GET')).toBe(true);
  });
});

/** Linking a ticket to its known issue in both browsers: shown first, one link, taken back, never half done. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { eventually, openDockedPage, type DockedPage } from '@/tests/support/extension/docked-page';
import { readSidebarDocument } from '@/tests/support/extension/sidebar-reading';
import { makeIssue } from '@/tests/support/items';
import { readSampleTickets } from '@/tests/support/sample-tickets';
import '@/tests/support/zendesk/page-hooks';
import { createStandIn, type StandIn } from '@/tests/support/zendesk/stand-in';
import { mailTicket, problemTicket } from '@/tests/support/zendesk/test-tickets';

/** Has a known issue of the sample. */
const TIPS = 20104;
const ISSUE = 'sample:issue:FERN-1023';
const TAG = 'known-issue-fern-1023';
const card = (id: string): string => `article[data-card="${id}"]`;
const PANEL = '.link-panel';

/** An issue that a problem ticket of the account stands for, and a ticket that it causes. */
const SYNCED = '2026-11-22T08:00:00.000Z';
const CRASH = makeIssue('ZQX-7731', {
  title: 'Spooler crashes with ZQX-7731 after the nightly update',
  url: `https://acme.zendesk.com/agent/tickets/${problemTicket.id}`,
  syncedAt: SYNCED,
});
const CRASHED = {
  ...mailTicket,
  id: 20990,
  subject: 'Spooler crashes with ZQX-7731 after the nightly update',
};

/** In one of our own pages: asks the background as that page may. */
async function askFrom(name: string, request: unknown): Promise<unknown> {
  type Api = { runtime: { sendMessage(message: unknown): Promise<unknown> } };
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
  return (browser ?? chrome)?.runtime.sendMessage({ name, request });
}

describe.each<BrowserName>(['chromium', 'firefox'])('linking in %s', (browser) => {
  let standIn: StandIn;
  let page: DockedPage;

  beforeAll(async () => {
    const tickets = [...readSampleTickets(), problemTicket, CRASHED];
    standIn = await createStandIn({ tickets });
    page = await openDockedPage(browser, { '*.zendesk.com': standIn.port });
    await visit(TIPS, ISSUE);
  });
  afterAll(async () => {
    await page.close();
    await standIn.close();
  });

  async function visit(ticket: number, itemId: string): Promise<void> {
    await page.goto(`${standIn.origin}/agent/tickets/${ticket}`);
    await eventually(`the answer for ${ticket}`, async () => {
      const { isBusy, isIndexing, cards } = await page.inDock(readSidebarDocument);
      return !isBusy && !isIndexing && cards.some((one) => one.itemId === itemId);
    });
  }

  const record = (id = TIPS) => standIn.world.tickets.get(id)!.record;
  const notes = () =>
    standIn.world.tickets
      .get(TIPS)!
      .entries.filter(({ comment }) => !comment.public)
      .map(({ comment }) => comment.html_body);
  const writes = () => standIn.requests.filter(({ method }) => method === 'PUT');

  const panelText = (): Promise<string> =>
    page.inDock((panel) => document.querySelector(panel)?.textContent ?? '', PANEL);
  const saying = (words: string): Promise<unknown> =>
    eventually(`“${words}”`, async () => (await panelText()).includes(words));
  const toast = (kind: string): Promise<unknown> =>
    eventually(`the toast ${kind}`, () =>
      page.inDock((shown) => document.querySelector(shown) !== null, `.toast-${kind}`),
    );
  const isClosed = (): Promise<unknown> =>
    eventually('the panel to close', () =>
      page.inDock((panel) => document.querySelector(panel) === null, PANEL),
    );

  async function open(id = ISSUE): Promise<void> {
    const isSelected = () =>
      page.inDock(
        (selected) => document.querySelector(selected) !== null,
        `${card(id)}[aria-current]`,
      );
    for (let steps = 0; steps < 10 && !(await isSelected()); steps++) {
      await page.pressInDock('article[aria-current]', 'j');
    }
    await page.pressInDock(card(id), 'i');
  }
  /** What has the focus is what Enter presses. */
  const confirm = (): Promise<void> => page.pressInDock(`${PANEL} :focus`, 'Enter');

  async function link(): Promise<void> {
    await open();
    await saying('This will change in the ticket');
    await confirm();
    await toast('linked');
    await isClosed();
  }

  describe('by tag and note', () => {
    beforeEach(async () => {
      standIn.clearFailures();
      standIn.login();
      standIn.update(TIPS, { tags: ['tips'], type: null, problem_id: null });
      standIn.forgetRequests();
      await visit(TIPS, ISSUE);
    });

    it('shows tag and note, and Esc leaves everything as it was', async () => {
      const before = JSON.stringify(record());
      await open();
      await saying(TAG);
      const text = await panelText();
      expect(text).toContain('Known issue: FERN-1023');
      expect(text).toContain('The customer does not see it.');
      await page.pressInDock(`${PANEL} :focus`, 'Escape');
      await isClosed();
      expect(JSON.stringify(record())).toBe(before);
      expect(writes()).toEqual([]);
    });

    it('writes what was shown in one request; nothing goes to the customer', async () => {
      const earlier = standIn.submissions.length;
      await link();
      expect(record().tags).toEqual(['tips', TAG]);
      expect(notes().at(-1)).toMatch(/Known issue: FERN-1023: .+<br><a href="https:\/\//);
      expect(writes()).toHaveLength(1);
      const sent = standIn.submissions.slice(earlier);
      expect(sent.map(({ channel }) => channel)).toEqual(['internal']);
    });

    it('knows the link afterwards: on the card and in its place, never a second one', async () => {
      await link();
      await eventually('the card to say it', async () => {
        const text = await page.inDock(
          (button) => document.querySelector(button)?.textContent ?? '',
          `${card(ISSUE)} [aria-keyshortcuts="i"]`,
        );
        return text.includes('Linked');
      });
      standIn.forgetRequests();
      await open();
      await saying('This ticket is linked to FERN-1023');
      expect(await panelText()).toContain(TAG);
      await page.pressInDock(`${PANEL} :focus`, 'Enter');
      await page.pressInDock(`${PANEL} .btn-plain:last-child`, 'Escape');
      await isClosed();
      expect(writes()).toEqual([]);
      expect(record().tags).toEqual(['tips', TAG]);
    });

    it('takes back its tag and nothing else, and says so in a note', async () => {
      await link();
      standIn.update(TIPS, { tags: ['tips', 'vip', TAG] });
      await page.pressInDock(card(ISSUE), 'z');
      await toast('undone');
      expect(record().tags).toEqual(['tips', 'vip']);
      expect(notes().at(-1)).toContain('No longer linked to the known issue FERN-1023.');
    });

    it('on a conflict shows the fresh ticket, and links when told to again', async () => {
      await open();
      await saying(TAG);
      standIn.update(TIPS, { tags: ['tips', 'vip'] });
      await confirm();
      await saying('Somebody changed the ticket meanwhile');
      expect(record().tags).toEqual(['tips', 'vip']);
      expect(writes()).toEqual([]);
      await confirm();
      await toast('linked');
      expect(record().tags).toEqual(['tips', 'vip', TAG]);
    });

    it('does not link what is linked elsewhere', async () => {
      standIn.update(TIPS, { tags: ['tips', 'known-issue-fern-1'] });
      await open();
      await saying('linked to another known issue');
      expect(await panelText()).toContain('known-issue-fern-1');
      await page.pressInDock(`${PANEL} :focus`, 'Enter');
      expect(record().tags).toEqual(['tips', 'known-issue-fern-1']);
      expect(writes()).toEqual([]);
    });

    it.each([
      ['403', 'You may not change this ticket'],
      ['429', 'The helpdesk asks us to slow down'],
    ] as const)('says a %s, and nothing is written', async (kind, words) => {
      await open();
      await saying(TAG);
      standIn.failNext({ path: /\/tickets\//, method: 'PUT', kind, times: 9 });
      await confirm();
      await saying(words);
      expect(record().tags).toEqual(['tips']);
    });

    it('finds out that it did work when only the answer was lost', async () => {
      await open();
      await saying(TAG);
      standIn.failNext({ path: /\/tickets\//, method: 'PUT', kind: 'lost' });
      await confirm();
      await toast('linked');
      expect(record().tags).toEqual(['tips', TAG]);
    });

    it('lists the ticket with the issue', async () => {
      await link();
      await page.pressInDock(card(ISSUE), 'o');
      const listed = () =>
        page.inDock(() => document.querySelector('.linked-tickets')?.textContent ?? '');
      await eventually('the list', listed);
      expect(await listed()).toContain(`Ticket #${TIPS}`);
    });
  });

  describe('to a problem ticket', () => {
    beforeAll(async () => {
      const own = await page.inDock(() => location.origin);
      await page.goto(`${own}/options.html`);
      const batch = {
        source: { id: 'kb', name: 'KB' },
        syncedAt: SYNCED,
        items: [CRASH],
        isLast: true,
      };
      await page.evaluate(askFrom, 'source.importItems', batch);
    });

    it('shows type and problem, makes it an incident, and takes that back', async () => {
      await visit(CRASHED.id, CRASH.id);
      await open(CRASH.id);
      await saying(`#${problemTicket.id} ${problemTicket.subject}`);
      expect(await panelText()).toContain('not set → Incident');
      await confirm();
      await toast('linked');
      expect(record(CRASHED.id)).toMatchObject({ type: 'incident', problem_id: problemTicket.id });
      expect(record(CRASHED.id).tags).toEqual(mailTicket.tags);
      await isClosed();
      await page.pressInDock(card(CRASH.id), 'z');
      await toast('undone');
      expect(record(CRASHED.id)).toMatchObject({ type: null, problem_id: null });
    });
  });

  it('the ready reply goes to the customer without anything internal', async () => {
    await visit(TIPS, ISSUE);
    await page.pressInDock(card(ISSUE), 'r');
    await toast('inserted');
    const draft = await page.evaluate((id) => window.__standIn.editorOf(id)?.getData() ?? '', TIPS);
    expect(draft).toContain('known problem');
    expect(draft).not.toMatch(/FERN-\d|tracker/);
  });
});

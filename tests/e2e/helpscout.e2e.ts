/** Help Scout in both browsers: conversations read, answered in reply and note, never in another one, never sent. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { eventually } from '@/tests/support/extension/docked-page';
import { faultKind, type InsertContent } from '@/tests/support/extension/page-port-client';
import { readSidebarDocument } from '@/tests/support/extension/sidebar-reading';
import {
  HREF,
  LINK,
  TITLE,
  keyOf,
  link,
  openAgentPage,
  passage,
  tipsConversation,
  type AgentPage,
} from '@/tests/support/helpscout/agent-page';
import {
  exportConversation,
  printerConversation,
} from '@/tests/support/helpscout/test-conversations';

const EDITOR = '[data-cy="ConvoEditor"]';
const EMPTY = ['', '<p></p>'];

describe.each<BrowserName>(['chromium', 'firefox'])('Help Scout in %s', (browser) => {
  let agent: AgentPage;
  beforeAll(async () => {
    agent = await openAgentPage(browser);
  });
  afterAll(() => agent.close());
  beforeEach(async () => {
    agent.standIn.setPage({ labels: true, readsHtml: true });
    await agent.visit(exportConversation);
  });

  const insert = async (content: InsertContent) => faultKind(await agent.port.insert(content));
  const undo = async () => faultKind(await agent.port.undo(keyOf(exportConversation)));
  const reply = () => agent.draft(exportConversation, 'reply');
  const note = () => agent.draft(exportConversation, 'note');
  const filled = async () => (await agent.drafts()).filter((one) => !EMPTY.includes(one));
  const waitForChannel = (channel: string) =>
    agent.port.waitForState(
      (state) => state.kind === 'ticket' && state.channel === channel,
      `channel ${channel}`,
    );

  describe('reading', () => {
    it('has what the page shows', async () => {
      const state = await waitForChannel('none');
      expect(state).toMatchObject({
        readBy: 'dom',
        degraded: null,
        ticket: {
          helpdesk: 'helpscout',
          number: '44477',
          subject: exportConversation.subject,
          requester: { name: 'Dana Ruiz' },
          tags: ['export', 'vip'],
          messages: [
            { author: 'customer', visibility: 'public' },
            { author: 'agent', visibility: 'public' },
            { author: 'agent', visibility: 'internal' },
          ],
        },
      });
    });

    it('follows the agent from one conversation to the next and to a list', async () => {
      for (const next of [printerConversation, exportConversation, printerConversation]) {
        await agent.page.evaluate((id) => window.helpscoutPage.open(id), next.id);
        const state = await agent.port.waitForState(
          (one) => one.kind === 'ticket' && one.ticket.id === String(next.id),
          next.subject,
        );
        expect(state).toMatchObject({ ticket: { subject: next.subject } });
      }
      await agent.page.evaluate(() => window.helpscoutPage.list());
      await agent.port.waitForState(({ kind }) => kind === 'none', 'the list');
      for (const message of await agent.port.received()) {
        if (message.type !== 'state' || message.state.kind !== 'ticket') continue;
        const { id, subject, messages } = message.state.ticket;
        const isPrinter = id === String(printerConversation.id);
        expect(subject).toBe((isPrinter ? printerConversation : exportConversation).subject);
        expect(JSON.stringify(messages).includes('SYNC-4031')).toBe(isPrinter);
      }
    });

    it('notices a new thread', async () => {
      const thread = {
        id: 9999999999,
        type: 'customer',
        from: 'customer',
        html: 'Any news?',
        at: '2026-11-22T08:00:00Z',
      };
      await agent.page.evaluate(
        (id, added) => window.helpscoutPage.addThread(id, added),
        exportConversation.id,
        thread,
      );
      const state = await agent.port.waitForState(
        (one) => one.kind === 'ticket' && one.ticket.messages.length === 4,
        'the new thread',
      );
      expect(JSON.stringify(state)).toContain('Any news?');
    });
  });

  describe('suggesting', () => {
    it('shows the known issue and the article, and inserts the article with one key', async () => {
      await agent.load(tipsConversation);
      const article = 'sample:article:pay-declined-tip:en';
      await eventually('the suggestions', async () => {
        const { cards, isBusy } = await agent.page.inDock(readSidebarDocument);
        return !isBusy && cards[0]?.isKnownIssue && cards.some(({ itemId }) => itemId === article);
      });
      const card = `article[data-card="${article}"]`;
      await agent.page.pressInDock('article[aria-current]', 'j');
      await agent.page.pressInDock(card, 'l');
      const draft = () => agent.draft(tipsConversation, 'reply');
      await eventually('the insert', async () => (await draft()).includes('pay-declined-tip'));
      expect(agent.standIn.submissions).toEqual([]);
    });
  });

  describe('inserting', () => {
    it('opens the reply itself, which is then known as one', async () => {
      expect(await insert(link)).toBeNull();
      expect(await reply()).toBe(`<p>${LINK}</p>`);
      await waitForChannel('public');
    });

    it('opens a note for what no customer may see', async () => {
      expect(await insert({ ...link, visibility: 'internal' })).toBeNull();
      expect(await note()).toBe(`<p>${LINK}</p>`);
      expect(EMPTY).toContain(await reply());
      await waitForChannel('internal');
    });

    it.each(['reply', 'note'] as const)('a link and a passage into an open %s', async (kind) => {
      await agent.press(kind);
      await agent.setDraft('<p>Hello Dana,</p>');
      expect(await insert(link)).toBeNull();
      const draft = () => agent.draft(exportConversation, kind);
      expect(await draft()).toBe(`<p>Hello Dana, ${LINK}</p>`);
      expect(await insert(passage)).toBeNull();
      expect(await draft()).toBe(`<p>Hello Dana, ${LINK}</p>${passage.html}`);
    });

    it('nothing internal into a reply', async () => {
      await agent.press('reply');
      for (const visibility of ['internal', 'restricted', 'unknown'] as const) {
        expect(await insert({ ...link, visibility })).toBe('not-public');
      }
      expect(await filled()).toEqual([]);
    });

    it('knows reply from note by the button where the editor says nothing', async () => {
      agent.standIn.setPage({ labels: false });
      await agent.visit(exportConversation);
      await agent.press('note');
      await waitForChannel('internal');
      expect(await insert({ ...link, visibility: 'internal' })).toBeNull();
      await agent.press('reply');
      await waitForChannel('public');
      expect(await insert({ ...passage, visibility: 'internal' })).toBe('not-public');
      expect(EMPTY).toContain(await reply());
    });

    it('writes the address out where the editor takes no links', async () => {
      agent.standIn.setPage({ readsHtml: false });
      await agent.visit(exportConversation);
      expect(await insert(link)).toBeNull();
      const data = await reply();
      expect(data).toContain(TITLE);
      expect(data).toContain(HREF.replace('&', '&amp;'));
    });

    it('twice at once is one, also while the editor opens', async () => {
      const [first, second] = await Promise.all([insert(link), insert(link)]);
      expect(new Set([first, second])).toEqual(new Set(['already-inserted', null]));
      expect(await reply()).toBe(`<p>${LINK}</p>`);
    });

    it('stays when the agent types on and looks at the note', async () => {
      await insert(link);
      await agent.port.post({ type: 'composer.focus' });
      await agent.page.type(EDITOR, '!');
      await agent.press('note');
      await agent.press('reply');
      expect(await reply()).toContain(LINK);
      expect(await reply()).toContain('!');
    });
  });

  describe('taking back', () => {
    it('leaves the draft as it was', async () => {
      await agent.press('reply');
      await agent.setDraft('<p>Hello Dana,</p><p>thanks.</p>');
      for (const content of [link, passage]) {
        expect(await insert(content)).toBeNull();
        expect(await undo()).toBeNull();
        expect(await reply()).toBe('<p>Hello Dana,</p><p>thanks.</p>');
      }
    });

    it('refuses after another key, and in the other draft', async () => {
      await agent.press('reply');
      await insert(link);
      await agent.press('note');
      await waitForChannel('internal');
      expect(await undo()).toBe('draft-changed');
      await agent.press('reply');
      await waitForChannel('public');
      await agent.page.type(EDITOR, '!');
      expect(await undo()).toBe('draft-changed');
      const data = await reply();
      for (const part of ['!', TITLE, 'export-limits']) expect(data).toContain(part);
    });
  });

  describe('the right conversation', () => {
    it('not another one than the sidebar meant', async () => {
      expect(await insert({ ...link, ticketKey: keyOf(printerConversation) })).toBe('switching');
      expect(await filled()).toEqual([]);
    });

    it.each([0, 30, 60, 90, 120])('nothing anywhere else %d ms after a move', async (wait) => {
      const asked = agent.page.evaluate(
        async (id, milliseconds) => {
          void window.helpscoutPage.open(id);
          await new Promise((resolve) => setTimeout(resolve, milliseconds));
        },
        printerConversation.id,
        wait,
      );
      const [kind] = await Promise.all([insert(link), asked]);
      await agent.page.evaluate(() => window.helpscoutPage.settled());
      await sleep(300);
      const others = await Promise.all([
        agent.draft(printerConversation, 'reply'),
        agent.draft(printerConversation, 'note'),
      ]);
      expect(others.filter((one) => !EMPTY.includes(one))).toEqual([]);
      // Whoever was told that it failed finds nothing; whoever was told that it held finds it.
      expect((await filled()).length).toBe(kind === null ? 1 : 0);
    });
  });

  it('sends nothing, ever, and asks nobody', () => {
    expect(agent.standIn.submissions).toEqual([]);
    expect(agent.standIn.requests).toEqual([]);
  });
});

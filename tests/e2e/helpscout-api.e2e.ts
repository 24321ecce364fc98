/** Help Scout's API in both browsers, with the agent's own app: read, linked and taken back, and done without. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FromPage, ToPage } from '@/lib/messaging/page-contract';
import type { LinkTarget, LinkView } from '@/lib/model/link';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { eventually } from '@/tests/support/extension/docked-page';
import {
  keyOf,
  openAgentPage,
  tipsConversation,
  type AgentPage,
} from '@/tests/support/helpscout/agent-page';
import { APP } from '@/tests/support/helpscout/mailbox-auth';
import { storeHelpscoutApp } from '@/tests/support/helpscout/store-app';
import {
  exportConversation,
  printerConversation,
} from '@/tests/support/helpscout/test-conversations';

const TARGET: LinkTarget = {
  tag: 'known-issue-exp-214',
  note: 'Known issue EXP-214: Export <stops>\nhttps://tracker.example/EXP-214',
  undoNote: 'No longer linked to EXP-214.',
  problemId: null,
};

describe.each<BrowserName>(['chromium', 'firefox'])('Help Scout’s API in %s', (browser) => {
  let agent: AgentPage;
  beforeAll(async () => {
    agent = await openAgentPage(browser);
    await agent.load(exportConversation);
  });
  afterAll(() => agent.close());
  beforeEach(async () => {
    await agent.page.inDock(storeHelpscoutApp, APP);
    agent.standIn.auth.setClosed(false);
    agent.standIn.clearFailures();
    agent.standIn.forgetRequests();
    await agent.visit(exportConversation);
  });

  const { id } = exportConversation;
  const conversation = () => agent.standIn.world.get(id);
  const notes = () => conversation().threads.filter(({ type }) => type === 'note').length;
  const calls = () =>
    agent.standIn.requests.map(({ method, path, status }) => `${method} ${path} ${status}`);
  let asked = 0;

  async function ask<T extends FromPage['type']>(
    message: Extract<ToPage, { type: `link.${string}` }>,
    type: T,
  ): Promise<Extract<FromPage, { type: T }>> {
    const requestId = `link-${(asked += 1)}`;
    await agent.port.post({ ...message, requestId });
    const found = await eventually(type, async () =>
      (await agent.port.received()).find(
        (one) => one.type === type && 'requestId' in one && one.requestId === requestId,
      ),
    );
    return found as Extract<FromPage, { type: T }>;
  }

  const about = { requestId: '', ticketKey: keyOf(exportConversation) };
  async function preview(): Promise<LinkView> {
    const { result } = await ask({ type: 'link.preview', ...about, target: TARGET }, 'link.viewed');
    if (!result.ok) throw new Error(result.fault.kind);
    return result.value;
  }
  const make = (seen: LinkView) =>
    ask({ type: 'link.make', ...about, target: TARGET, seen }, 'link.done');

  it('reads the conversation with one token', async () => {
    const state = await agent.port.waitForState(({ kind }) => kind === 'ticket', 'the ticket');
    expect(state).toMatchObject({
      readBy: 'api',
      degraded: null,
      ticket: {
        tags: ['export', 'vip'],
        fields: [
          { name: 'Mailbox', value: 'Fernway Support' },
          { name: 'Plan', value: 'Team' },
        ],
      },
    });
    // A conversation may be read once more when its threads have come.
    expect([...new Set(calls())].toSorted()).toEqual([
      `GET /v2/conversations/${id}?embed=threads 200`,
      'GET /v2/mailboxes/85 200',
      'POST /v2/oauth2/token 200',
    ]);
    expect(agent.standIn.requests.every(({ headers }) => headers['cookie'] === undefined)).toBe(
      true,
    );
  });

  it('says why when it does not answer, and reads the page', async () => {
    agent.standIn.failNext({ path: /conversations\/3100000002/, status: 500, times: 50 });
    await agent.visit(printerConversation);
    const state = await agent.port.waitForState(({ kind }) => kind === 'ticket', 'the ticket');
    expect(state).toMatchObject({ readBy: 'dom', degraded: { kind: 'server-error' } });
  });

  it('links by tag and note, once, and takes it back', async () => {
    const before = { tags: [...conversation().tags], notes: notes() };
    const seen = await preview();
    expect(seen).toMatchObject({
      state: 'unlinked',
      way: 'tag',
      changes: [
        { field: 'tag', tag: TARGET.tag },
        { field: 'note', text: TARGET.note, isDraft: false },
      ],
    });
    expect((await make(seen)).result.ok).toBe(true);
    expect(conversation().tags).toEqual([...before.tags, TARGET.tag]);
    expect(notes()).toBe(before.notes + 1);
    expect(conversation().threads.at(-1)?.html).toContain('Export &lt;stops&gt;');
    expect((await make(seen)).result).toMatchObject({ fault: { kind: 'already-linked' } });
    expect(await preview()).toMatchObject({ state: 'linked', existing: TARGET.tag });
    expect((await ask({ type: 'link.undo', ...about }, 'link.done')).result.ok).toBe(true);
    expect(conversation().tags).toEqual(before.tags);
    expect(conversation().threads.at(-1)?.html).toBe(TARGET.undoNote);
    expect(await preview()).toMatchObject({ state: 'unlinked' });
  });

  describe('set up in the settings', () => {
    const FORM = 'section[aria-labelledby="helpscout-heading"]';
    const TEXT = `${FORM} input[type="text"]`;
    const SECRET = `${FORM} input[type="password"]`;
    const said = () =>
      agent.page.evaluate((form) => document.querySelector(form)?.textContent ?? '', FORM);
    const saying = (words: string) =>
      eventually(`“${words}”`, async () => (await said()).includes(words));
    /** Looked up by its words, pressed by the driver: hosts are asked for after real clicks only. */
    async function press(label: string): Promise<void> {
      await eventually(`the button “${label}”`, () =>
        agent.page.evaluate(
          (form, wanted) => {
            const buttons = [...document.querySelectorAll<HTMLButtonElement>(`${form} button`)];
            for (const one of buttons) one.removeAttribute('data-pressed');
            const button = buttons.findLast(({ textContent }) => textContent === wanted);
            button?.setAttribute('data-pressed', '');
            return button !== undefined && !button.disabled;
          },
          FORM,
          label,
        ),
      );
      await agent.page.click(`${FORM} button[data-pressed]`);
    }

    /** As React hears of it. */
    const empty = (selector: string) =>
      agent.page.evaluate((field) => {
        const input = document.querySelector<HTMLInputElement>(field);
        const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
        set?.call(input, '');
        input?.dispatchEvent(new Event('input', { bubbles: true }));
      }, selector);

    async function openSettings(): Promise<void> {
      const own = await agent.page.inDock(() => location.origin);
      await agent.page.goto(`${own}/options.html`);
      await eventually('the section', async () => (await said()) !== '');
    }
    const readBy = async () => {
      await agent.visit(exportConversation);
      const state = await agent.port.waitForState(({ kind }) => kind === 'ticket', 'the ticket');
      return state.kind === 'ticket' ? state.readBy : null;
    };

    it('is refused with a reason, kept when it is good, shown without its secret, and removed', async () => {
      await agent.page.inDock(storeHelpscoutApp, null);
      await openSettings();
      await saying('No app is set up');
      await agent.page.click(`${FORM} summary`);
      await agent.page.type(TEXT, APP.appId);
      await agent.page.type(SECRET, 'wrong');
      await press('Save and check');
      await saying('does not accept this ID and secret');
      await saying('No app is set up');
      await empty(SECRET);
      await agent.page.type(SECRET, APP.appSecret);
      await press('Save and check');
      await saying('Connected as Robin Agent');
      const html = await agent.page.evaluate(() => document.documentElement.outerHTML);
      expect(html).not.toContain(APP.appSecret);
      expect(await readBy()).toBe('api');

      agent.standIn.auth.setClosed(true);
      agent.standIn.auth.endTokens();
      await openSettings();
      await press('Check connection');
      await saying('no longer accepts this app');
      agent.standIn.auth.setClosed(false);
      await press('Check connection');
      await saying('Help Scout accepts the app of Robin Agent');

      await press('Remove app');
      await saying('Remove the Help Scout app?');
      await press('Remove app');
      await saying('App removed');
      await agent.load(exportConversation);
      expect(await readBy()).toBe('dom');
    });
  });

  it('without an app puts the note into its own box, for the agent to add', async () => {
    await agent.page.inDock(storeHelpscoutApp, null);
    await agent.visit(printerConversation);
    const there = { requestId: '', ticketKey: keyOf(printerConversation) };
    const viewed = await ask({ type: 'link.preview', ...there, target: TARGET }, 'link.viewed');
    if (!viewed.result.ok) throw new Error(viewed.result.fault.kind);
    const seen = viewed.result.value;
    expect(seen.changes).toEqual([{ field: 'note', text: TARGET.note, isDraft: true }]);
    const made = await ask({ type: 'link.make', ...there, target: TARGET, seen }, 'link.done');
    expect(made.result.ok).toBe(true);
    const draft = await agent.draft(printerConversation, 'note');
    expect(draft).toContain('Known issue EXP-214: Export &lt;stops&gt;');
    expect(draft).toContain('href="https://tracker.example/EXP-214"');
    expect((await ask({ type: 'link.undo', ...there }, 'link.done')).result.ok).toBe(true);
    expect(['', '<p></p>']).toContain(await agent.draft(printerConversation, 'note'));
    expect(agent.standIn.submissions).toEqual([]);
  });

  it('from the sidebar it is one key, and the issue lists the conversation', async () => {
    const issue = 'article[data-card="sample:issue:FERN-1023"]';
    const shown = (selector: string) =>
      agent.page.inDock((one) => document.querySelector(one)?.textContent ?? '', selector);
    const { tags } = agent.standIn.world.get(tipsConversation.id);
    await agent.load(tipsConversation);
    await eventually('the known issue', () => shown(issue));
    for (let steps = 0; steps < 10 && !(await shown(`${issue}[aria-current]`)); steps++) {
      await agent.page.pressInDock('article[aria-current]', 'j');
    }
    await agent.page.pressInDock(issue, 'i');
    await eventually('what will change', async () =>
      (await shown('.link-panel')).includes('known-issue-fern-1023'),
    );
    await agent.page.pressInDock('.link-panel :focus', 'Enter');
    await eventually('the toast', () => shown('.toast-linked'));
    expect(agent.standIn.world.get(tipsConversation.id).tags).toEqual([
      ...tags,
      'known-issue-fern-1023',
    ]);
    await agent.page.pressInDock(issue, 'o');
    await eventually('the list', async () =>
      (await shown('.linked-tickets')).includes(String(tipsConversation.id)),
    );
    const href = await agent.page.inDock(
      () => document.querySelector('.linked-tickets a')?.getAttribute('href') ?? '',
    );
    expect(href).toBe(`${agent.standIn.origin}/conversation/${tipsConversation.id}`);
    expect(agent.standIn.submissions).toEqual([]);
  });

  it('reads what a merged conversation is now, and writes nothing by its old number', async () => {
    agent.standIn.world.merge(printerConversation.id, exportConversation.id);
    await agent.visit(printerConversation);
    const state = await agent.port.waitForState(({ kind }) => kind === 'ticket', 'the ticket');
    expect(state).toMatchObject({
      readBy: 'api',
      ticket: { id: String(printerConversation.id), subject: exportConversation.subject },
    });
    expect(JSON.stringify(state)).toContain('SYNC-4031');
    expect(JSON.stringify(state)).toContain('EXPORT_LIMIT');
    const there = { requestId: '', ticketKey: keyOf(printerConversation) };
    const viewed = await ask({ type: 'link.preview', ...there, target: TARGET }, 'link.viewed');
    if (!viewed.result.ok) throw new Error(viewed.result.fault.kind);
    const seen = viewed.result.value;
    const made = await ask({ type: 'link.make', ...there, target: TARGET, seen }, 'link.done');
    expect(made.result.ok).toBe(true);
    expect(conversation().tags).toContain(TARGET.tag);
    expect(agent.standIn.world.get(printerConversation.id).tags).toEqual([]);
  });
});

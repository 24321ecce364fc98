/** The stand-in's agent page behaves in both browsers as the field reports say Zendesk's does. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  openBrowserPage,
  type BrowserName,
  type PageDriver,
} from '@/tests/support/browsers/page-driver';
import '@/tests/support/zendesk/page-hooks';
import { createStandIn, type StandIn } from '@/tests/support/zendesk/stand-in';
import {
  archivedTicket,
  chatTicket,
  longTicket,
  mailTicket,
} from '@/tests/support/zendesk/test-tickets';

const paneOf = (id: number) => `[data-test-id="ticket-${id}-standard-layout"]`;
const editableOf = (id: number) => `${paneOf(id)} [data-test-id="omnicomposer-rich-text-ckeditor"]`;

describe.each<BrowserName>(['chromium', 'firefox'])('agent page in %s', (browser) => {
  let standIn: StandIn;
  let page: PageDriver;

  beforeAll(async () => {
    const tickets = [mailTicket, chatTicket, longTicket, archivedTicket];
    standIn = await createStandIn({ tickets });
    page = await openBrowserPage(browser, { hosts: { '*.zendesk.com': standIn.port } });
  });

  afterAll(async () => {
    await page.close();
    await standIn.close();
  });

  beforeEach(() => visit('/agent/tickets/20101?theme=light'));

  async function visit(path: string): Promise<void> {
    await page.goto(standIn.origin + path);
    await page.waitFor(() => '__standIn' in window);
    await page.evaluate(() => window.__standIn.settled());
  }

  const open = (id: number) => page.evaluate((ticketId) => window.__standIn.open(ticketId), id);
  const count = (selector: string) =>
    page.evaluate((css) => document.querySelectorAll(css).length, selector);

  it('an unscoped selector finds the hidden ticket', async () => {
    await open(20103);
    const seen = await page.evaluate(() => {
      const subjects = [
        ...document.querySelectorAll<HTMLInputElement>('[data-test-id="omni-header-subject"]'),
      ];
      return {
        path: location.pathname,
        title: document.title,
        first: subjects[0]?.value,
        visible: subjects.filter((subject) => subject.checkVisibility()).map(({ value }) => value),
      };
    });
    expect(seen).toEqual({
      path: '/agent/tickets/20103',
      title: `Ticket – ${longTicket.subject} – Zendesk`,
      first: mailTicket.subject,
      visible: [longTicket.subject],
    });
    // The trap stays set whichever ticket is in front.
    await open(20101);
    const first = await page.evaluate(
      () => document.querySelector<HTMLInputElement>('[data-test-id="omni-header-subject"]')?.value,
    );
    expect(first).toBe(longTicket.subject);
  });

  it('URL, then header tab, then pane', async () => {
    await open(20103);
    const order = await page.evaluate(async () => {
      const start = performance.now();
      const arrived = window.__standIn.switchTo(20101);
      const atOnce = location.pathname;
      const there = { yes: false };
      void arrived.then(() => (there.yes = true));
      let [tabAt, paneAt] = [0, 0];
      while (!there.yes) {
        await new Promise((resolve) => setTimeout(resolve, 2));
        const now = performance.now() - start;
        const tab = document.querySelector('[data-test-id="header-tab"][data-selected="true"]');
        if (tab?.getAttribute('data-entity-id') === '20101') tabAt ||= now;
        if (
          document.querySelector('[data-test-id="ticket-20101-standard-layout"]')?.checkVisibility()
        )
          paneAt ||= now;
      }
      return { atOnce, tabAt, paneAt };
    });
    expect(order.atOnce).toBe('/agent/tickets/20101');
    expect(order.tabAt).toBeGreaterThan(0);
    expect(order.paneAt).toBeGreaterThanOrEqual(order.tabAt);
    expect(order.paneAt).toBeGreaterThan(95);
  });

  it('going back follows the URL like going forward', async () => {
    await open(20103);
    await page.evaluate(() => history.back());
    await page.waitFor(() =>
      document.querySelector('[data-test-id="ticket-20101-standard-layout"]')?.checkVisibility(),
    );
    expect(await count('[data-is-active="true"]')).toBe(1);
  });

  it('the editor is CKEditor: its model rules, foreign DOM writes do not hold', async () => {
    const data = await page.evaluate(async (selector) => {
      const editable = document.querySelector<HTMLElement>(selector);
      const editor = window.__standIn.editorOf(20101);
      if (!editable || !editor) return null;
      const isSame =
        (editable as HTMLElement & { ckeditorInstance?: unknown }).ckeditorInstance === editor;
      editor.setData('<p>Draft with a <a href="https://help.fernway.example/a">link</a></p>');
      editable.innerHTML = '<p>written past the model</p>';
      await new Promise((resolve) => setTimeout(resolve, 50));
      return { isSame, data: editor.getData() };
    }, editableOf(20101));
    expect(data).toEqual({
      isSame: true,
      data: '<p>Draft with a <a href="https://help.fernway.example/a">link</a></p>',
    });
  });

  it('keeps what the composer allows and no more', async () => {
    const data = await page.evaluate(() => {
      const editor = window.__standIn.editorOf(20101);
      editor?.setData(
        '<h2>Title</h2><p><strong>b</strong> <i>i</i> <code>c</code></p><ul><li>one</li></ul>' +
          '<ol><li>two</li></ol><blockquote><p>q</p></blockquote>' +
          '<pre><code class="language-plaintext">x = 1</code></pre><table><tr><td>t</td></tr></table>',
      );
      return editor?.getData() ?? '';
    });
    for (const kept of [
      '<strong>b',
      '<i>i',
      '<code>c',
      '<ul><li',
      '<ol><li',
      '<blockquote>',
      '<pre>',
    ])
      expect(data).toContain(kept);
    expect(data).not.toMatch(/<h2|<table/);
  });

  it('channels have their own drafts and their own editor nodes', async () => {
    const seen = await page.evaluate(async (selector) => {
      const { editorOf, setChannel, channelOf, currentDraft, rerenderComposer } = window.__standIn;
      editorOf(20101)?.setData('<p>to the customer</p>');
      const firstNode = document.querySelector(selector);
      await setChannel(20101, 'internal');
      const secondNode = document.querySelector(selector);
      const empty = currentDraft(20101);
      editorOf(20101)?.setData('<p>among us</p>');
      await rerenderComposer(20101);
      return {
        replaced: firstNode !== secondNode && firstNode?.isConnected === false,
        rerendered: document.querySelector(selector) !== secondNode,
        empty,
        channel: channelOf(20101),
        web: currentDraft(20101, 'web'),
        internal: currentDraft(20101, 'internal'),
      };
    }, editableOf(20101));
    expect(seen).toEqual({
      replaced: true,
      rerendered: true,
      empty: '',
      channel: 'internal',
      web: '<p>to the customer</p>',
      internal: '<p>among us</p>',
    });
    await page.click(`${paneOf(20101)} [data-test-id="omnichannel-channel-switcher-button"]`);
    await page.waitFor(
      () => window.__standIn.editorOf(20101)?.getData() === '<p>to the customer</p>',
    );
  });

  it('drafts survive a visit to another ticket', async () => {
    await page.type(editableOf(20101), 'half a sentence');
    await open(20103);
    await open(20101);
    const draft = await page.evaluate(() => window.__standIn.currentDraft(20101));
    expect(draft).toBe('<p>half a sentence</p>');
  });

  it('has the ten newest comments, older ones on demand', async () => {
    await open(20103);
    const items = `${paneOf(20103)} [data-test-id="omni-log-comment-item"]`;
    expect(await count(items)).toBe(10);
    await page.click(`${paneOf(20103)} [data-test-id="convolog-show-more-button"]`);
    expect(await count(items)).toBe(20);
  });

  it('shows what others write and change, and leaves the draft alone', async () => {
    await page.evaluate(() => window.__standIn.editorOf(20101)?.setData('<p>mine</p>'));
    standIn.addComment(20101, { body: 'It happened again just now.' });
    standIn.update(20101, { subject: 'Kitchen printer, again', tags: ['urgent-now'] });
    await page.waitFor(
      (selector) => document.querySelector(selector)?.textContent?.includes('urgent-now'),
      paneOf(20101),
    );
    const text = await page.evaluate(
      (selector) => document.querySelector(selector)?.textContent ?? '',
      paneOf(20101),
    );
    expect(text).toContain('It happened again just now.');
    expect(await page.evaluate(() => window.__standIn.currentDraft(20101))).toBe('<p>mine</p>');
    standIn.update(20101, { subject: mailTicket.subject, tags: mailTicket.tags });
  });

  it('sends on Submit only, and in messaging on Enter', async () => {
    const before = standIn.submissions.length;
    await page.type(editableOf(20101), 'Please update to 3.8.2.\nThanks');
    expect(standIn.submissions).toHaveLength(before);
    await page.click(`${paneOf(20101)} [data-test-id="submit_button-button"]`);
    await page.waitFor(() => window.__standIn.currentDraft(20101) === '');
    expect(standIn.submissions.slice(before)).toEqual([
      {
        ticketId: 20101,
        channel: 'web',
        html: '<p>Please update to 3.8.2.</p><p>Thanks</p>',
        via: 'page',
      },
    ]);
    await open(20102);
    await page.type(editableOf(20102), 'One moment\n');
    await page.waitFor(() => window.__standIn.currentDraft(20102) === '');
    expect(standIn.submissions.at(-1)).toMatchObject({ channel: 'native_messaging' });
  });

  it('messaging items have no .zd-comment, mail has', async () => {
    await open(20102);
    const bodies = (id: number) => `${paneOf(id)} [data-test-id="omni-log-message-content"]`;
    expect(
      await count(`${bodies(20102)}[data-originated-from="MobileSdkInteraction"]`),
    ).toBeGreaterThan(1);
    expect(
      await count(`${bodies(20102)}[data-originated-from="MobileSdkInteraction"] .zd-comment`),
    ).toBe(0);
    expect(await count(`${bodies(20101)} .zd-comment`)).toBeGreaterThan(1);
  });

  it('an archived ticket has no composer', async () => {
    await open(20104);
    expect(await count(`${paneOf(20104)} [data-test-id="ticket-main-conversation"]`)).toBe(1);
    expect(await count(editableOf(20104))).toBe(0);
  });

  it.each(['/agent/tickets/new/1', '/agent/dashboard', '/agent/filters/1'])(
    '%s is no ticket',
    async (path) => {
      await visit(path);
      expect(await count('[data-test-id^="ticket-"][data-is-active]')).toBe(
        path.includes('new') ? 1 : 0,
      );
      expect(await count('[data-side-conversations-anchor-id="1"]')).toBe(
        path.includes('new') ? 1 : 0,
      );
    },
  );

  it('keeps to its content security policy', async () => {
    const blocked = await page.evaluate(async () => {
      const violated = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) =>
          resolve(event.effectiveDirective),
        );
      });
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.head.append(script);
      return { directive: await violated, ran: 'injected' in window };
    });
    expect(blocked).toEqual({ directive: 'script-src-elem', ran: false });
  });

  it('draws itself without the API', () => {
    expect(standIn.requests).toEqual([]);
    expect(standIn.submissions.every(({ via }) => via === 'page')).toBe(true);
  });
});

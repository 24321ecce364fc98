/** Inserting into the real editor through the built extension, in both browsers: nothing lost, one undo step. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { openDockedPage, type DockedPage } from '@/tests/support/extension/docked-page';
import {
  connectToPage,
  faultKind,
  type InsertContent,
  type PagePortClient,
} from '@/tests/support/extension/page-port-client';
import type {} from '@/tests/support/zendesk/page-hooks';
import { createStandIn, type StandIn } from '@/tests/support/zendesk/stand-in';
import { chatTicket, mailTicket } from '@/tests/support/zendesk/test-tickets';

const HREF = 'https://help.fernway.example/articles/sync-4031?a=1&b=2';
const TITLE = 'Orders are lost (SYNC-4031)';
const LINK = `<a href="${HREF.replace('&', '&amp;')}">${TITLE}</a>`;
const PASSAGE =
  '<p>Restart the <strong>spooler</strong>:</p><ol><li>Open Sync</li><li>Press <code>Restart</code></li></ol>' +
  `<p>More in ${LINK}.</p>`;

const MAIL = mailTicket.id;
const CHAT = chatTicket.id;
const MAIL_KEY = `https://acme.zendesk.com#${MAIL}`;
const CHAT_KEY = `https://acme.zendesk.com#${CHAT}`;
const editable = (id: number) =>
  `[data-test-id^="ticket-${id}-"] [data-test-id="omnicomposer-rich-text-ckeditor"]`;

const link: InsertContent = {
  ticketKey: MAIL_KEY,
  form: 'link',
  html: LINK,
  text: `${TITLE}\n${HREF}`,
  hrefs: [HREF],
  visibility: 'public',
};
const passage: InsertContent = { ...link, form: 'passage', html: PASSAGE, text: 'Restart' };

/** CKEditor gives list items random ids. */
const plain = (data: string) => data.replace(/ data-list-item-id="[^"]*"/g, '');

describe.each<BrowserName>(['chromium', 'firefox'])('insert in %s', (browser) => {
  let standIn: StandIn;
  let page: DockedPage;
  let port: PagePortClient;

  beforeAll(async () => {
    standIn = await createStandIn({ tickets: [mailTicket, chatTicket] });
    page = await openDockedPage(browser, { '*.zendesk.com': standIn.port });
  });
  afterAll(async () => {
    await page?.close();
    await standIn?.close();
  });

  /** A page of its own for each test: drafts, history and focus are new. */
  async function visit(id: number): Promise<void> {
    await page.goto(`${standIn.origin}/agent/tickets/${id}`);
    await page.evaluate(async () => {
      while (!('__standIn' in window)) await new Promise((resolve) => setTimeout(resolve, 10));
      await window.__standIn.settled();
    });
    port = await connectToPage(page);
    await port.waitForState(
      (state) => state.kind === 'ticket' && state.ticket.id === String(id),
      `ticket ${id}`,
    );
  }
  beforeEach(() => visit(MAIL));

  const draft = async (id = MAIL) =>
    plain((await page.evaluate((ticket) => window.__standIn.currentDraft(ticket), id)) ?? '');

  /** Sets a draft and, with `path`, puts the caret (or a selection up to `end`) into it, as a click would. */
  const setDraft = (html: string, path?: number[], end?: number[]) =>
    page.evaluate(
      (id, data, from, to) => {
        const editor = window.__standIn.editorOf(id)!;
        editor.setData(data);
        if (!from) return;
        editor.editing.view.focus();
        editor.model.change((writer) => {
          const root = editor.model.document.getRoot()!;
          const at = (steps: number[]) => writer.createPositionFromPath(root, steps);
          writer.setSelection(writer.createRange(at(from), at(to ?? from)));
        });
      },
      MAIL,
      html,
      path ?? null,
      end ?? null,
    );
  const pressUndo = () =>
    page.evaluate((id) => {
      window.__standIn.editorOf(id)!.execute('undo');
    }, MAIL);

  describe('a link', () => {
    it('into an empty composer is clean', async () => {
      expect(faultKind(await port.insert(link))).toBeNull();
      expect(await draft()).toBe(`<p>${LINK}</p>`);
    });

    it.each([
      ['at the start', [0, 0], `<p>${LINK} Hello Ana,</p><p>thanks.</p>`],
      ['after a word', [0, 5], `<p>Hello ${LINK} Ana,</p><p>thanks.</p>`],
      ['in a word, at its end', [0, 2], `<p>Hello ${LINK} Ana,</p><p>thanks.</p>`],
      ['before punctuation', [0, 9], `<p>Hello Ana ${LINK},</p><p>thanks.</p>`],
      ['at the end', [1, 7], `<p>Hello Ana,</p><p>thanks. ${LINK}</p>`],
    ])('with the caret %s', async (_, path, expected) => {
      await setDraft('<p>Hello Ana,</p><p>thanks.</p>', path);
      expect(faultKind(await port.insert(link))).toBeNull();
      expect(await draft()).toBe(expected);
    });

    it('keeps what is selected', async () => {
      await setDraft('<p>Hello Ana, thanks.</p>', [0, 6], [0, 9]);
      await port.insert(link);
      expect(await draft()).toBe(`<p>Hello Ana ${LINK}, thanks.</p>`);
    });

    it('goes to the end when the agent has not been in the composer', async () => {
      await setDraft('<p>Hello Ana,</p><p>thanks.</p>');
      await port.insert(link);
      expect(await draft()).toBe(`<p>Hello Ana,</p><p>thanks. ${LINK}</p>`);
    });

    it('never lands inside another link', async () => {
      const other = '<a href="https://other.example/">see over there</a>';
      await setDraft(`<p>Please ${other} first</p>`, [0, 10]);
      await port.insert(link);
      expect(await draft()).toBe(`<p>Please ${other} ${LINK} first</p>`);
    });

    it('does not swallow what is typed next', async () => {
      await setDraft('<p>See</p>', [0, 3]);
      await port.insert(link);
      await port.post({ type: 'composer.focus' });
      await page.type(editable(MAIL), ' now');
      expect(await draft()).toBe(`<p>See ${LINK} now</p>`);
    });

    it('goes below code, which can hold no link', async () => {
      await setDraft('<pre><code class="language-plaintext">x = 1</code></pre>', [0, 2]);
      expect(faultKind(await port.insert(link))).toBeNull();
      expect(await draft()).toBe(
        `<pre><code class="language-plaintext">x = 1</code></pre><p>${LINK}</p>`,
      );
    });

    it('twice at once is one, twice on purpose is two', async () => {
      expect(faultKind(await port.insert(link))).toBeNull();
      expect(faultKind(await port.insert(link))).toBe('already-inserted');
      expect(await draft()).toBe(`<p>${LINK}</p>`);
      await sleep(2100);
      expect(faultKind(await port.insert(link))).toBeNull();
      expect(await draft()).toBe(`<p>${LINK} ${LINK}</p>`);
    });
  });

  describe('a passage', () => {
    const lines = PASSAGE;

    it('into an empty composer is clean', async () => {
      expect(faultKind(await port.insert(passage))).toBeNull();
      expect(await draft()).toBe(lines);
    });

    it.each([
      ['start', [0, 0], `<p>Hello Ana,</p>${lines}<p>thanks.</p>`],
      ['middle', [0, 7], `<p>Hello Ana,</p>${lines}<p>thanks.</p>`],
      ['end', [1, 7], `<p>Hello Ana,</p><p>thanks.</p>${lines}`],
    ])('goes after the block with the caret: %s', async (_, path, expected) => {
      await setDraft('<p>Hello Ana,</p><p>thanks.</p>', path);
      expect(faultKind(await port.insert(passage))).toBeNull();
      expect(await draft()).toBe(expected);
    });

    it('takes the empty line the caret stands on', async () => {
      await setDraft('<p>Hello Ana,</p><p>&nbsp;</p><p>thanks.</p>', [1, 0]);
      await port.insert(passage);
      expect(await draft()).toBe(`<p>Hello Ana,</p>${lines}<p>thanks.</p>`);
    });

    it('neither splits a list nor joins it', async () => {
      await setDraft('<ol><li>one</li><li>two</li></ol><p>end</p>', [0, 1]);
      const list = '<ol><li>Open Sync</li></ol>';
      await port.insert({ ...passage, html: list, hrefs: [] });
      expect(await draft()).toBe(
        '<ol><li>one</li><li>two</li></ol><p>&nbsp;</p><ol><li>Open Sync</li></ol><p>end</p>',
      );
    });

    it('in a quote goes below it', async () => {
      await setDraft('<blockquote><p>you wrote</p><p>more</p></blockquote>', [0, 0, 3]);
      await port.insert(passage);
      expect(await draft()).toBe(`<blockquote><p>you wrote</p><p>more</p></blockquote>${lines}`);
    });

    it('loses scripts, handlers and foreign markup, and no text', async () => {
      const hostile =
        '<div onclick="x()">Intro<script>alert(1)</script></div><h2>Cause</h2>' +
        '<table><tr><td>A</td><td>B</td></tr></table><p>See <a href="javascript:alert(1)">this</a></p>' +
        '<img src=x onerror=alert(1)>';
      expect(faultKind(await port.insert({ ...passage, html: hostile, hrefs: [] }))).toBeNull();
      expect(await draft()).toBe(
        '<p>Intro</p><p><strong>Cause</strong></p><p>A B</p><p>See this</p>',
      );
    });

    it('does not carry a placeholder the helpdesk would expand', async () => {
      const html = '<p>Write {{ticket.id}} or {%if x%}, {<u>{dc.a}}</u> too</p>';
      await port.insert({ ...passage, html, hrefs: [] });
      const data = await draft();
      expect(data).not.toMatch(/\{\{|\{%/);
      expect(data.replaceAll('\u2060', '')).toBe(
        '<p>Write {{ticket.id}} or {%if x%}, {{dc.a}} too</p>',
      );
    });
  });

  describe('undo', () => {
    it.each([
      ['an empty composer', '', undefined],
      ['a draft', '<p>Hello <strong>Ana</strong>,</p><ul><li>one</li></ul><p>thanks.</p>', [0, 3]],
      ['an empty line', '<p>Hello,</p><p>&nbsp;</p><p>thanks.</p>', [1, 0]],
    ])('restores %s exactly', async (_, html, path) => {
      for (const content of [link, passage]) {
        await setDraft(html, path);
        const before = await draft();
        expect(faultKind(await port.insert(content))).toBeNull();
        expect(await draft()).not.toBe(before);
        expect(faultKind(await port.undo(MAIL_KEY))).toBeNull();
        expect(await draft()).toBe(before);
      }
    });

    it('is one step of the editor’s own undo', async () => {
      await setDraft('<p>Hello Ana,</p><p>thanks.</p>', [0, 5]);
      for (const content of [link, passage]) {
        await port.insert(content);
        await pressUndo();
        expect(await draft()).toBe('<p>Hello Ana,</p><p>thanks.</p>');
        await sleep(2000);
      }
    });

    it('refuses after another key, and keeps all', async () => {
      await setDraft('<p>Hello</p>', [0, 5]);
      await port.insert(link);
      await port.post({ type: 'composer.focus' });
      await page.type(editable(MAIL), '!');
      expect(faultKind(await port.undo(MAIL_KEY))).toBe('draft-changed');
      expect(await draft()).toBe(`<p>Hello ${LINK}!</p>`);
    });

    it('works when something was typed and taken away again', async () => {
      await setDraft('<p>Hello</p>', [0, 5]);
      await port.insert(link);
      await page.evaluate((id) => {
        const editor = window.__standIn.editorOf(id)!;
        editor.execute('insertText', { text: 'x' });
        editor.execute('delete');
      }, MAIL);
      expect(faultKind(await port.undo(MAIL_KEY))).toBeNull();
      expect(await draft()).toBe('<p>Hello</p>');
    });

    it('works after the composer was made anew', async () => {
      await setDraft('<p>Hello</p>', [0, 5]);
      await port.insert(link);
      await page.evaluate((id) => window.__standIn.rerenderComposer(id), MAIL);
      expect(await draft()).toBe(`<p>Hello ${LINK}</p>`);
      expect(faultKind(await port.undo(MAIL_KEY))).toBeNull();
      expect(await draft()).toBe('<p>Hello</p>');
    });

    it('leaves the other channel’s draft alone', async () => {
      await port.insert(link);
      await page.evaluate((id) => window.__standIn.setChannel(id, 'internal'), MAIL);
      await port.waitForState(
        (state) => state.kind === 'ticket' && state.channel === 'internal',
        'the note',
      );
      expect(faultKind(await port.undo(MAIL_KEY))).toBe('draft-changed');
      await page.evaluate((id) => window.__standIn.setChannel(id, 'web'), MAIL);
      expect(await draft()).toBe(`<p>${LINK}</p>`);
    });
  });

  describe('the right place', () => {
    it('a composer made anew takes inserts', async () => {
      await setDraft('<p>Hello</p>', [0, 5]);
      await page.evaluate((id) => window.__standIn.rerenderComposer(id), MAIL);
      expect(faultKind(await port.insert(link))).toBeNull();
      expect(await draft()).toBe(`<p>Hello ${LINK}</p>`);
    });

    it('nothing internal into a public reply, anything into a note', async () => {
      for (const visibility of ['internal', 'restricted', 'unknown'] as const) {
        expect(faultKind(await port.insert({ ...link, visibility }))).toBe('not-public');
      }
      expect(await draft()).toBe('');
      await page.evaluate((id) => window.__standIn.setChannel(id, 'internal'), MAIL);
      expect(faultKind(await port.insert({ ...link, visibility: 'internal' }))).toBeNull();
      expect(await draft()).toBe(`<p>${LINK}</p>`);
      const reply = await page.evaluate((id) => window.__standIn.currentDraft(id, 'web'), MAIL);
      expect(reply).toBe('');
    });

    it('text only into a chat, which is not sent', async () => {
      await visit(CHAT);
      expect(faultKind(await port.insert({ ...link, ticketKey: CHAT_KEY }))).toBeNull();
      const shown = `<p>${TITLE} ${HREF.replace('&', '&amp;')}</p>`;
      expect(await draft(CHAT)).toBe(shown);
      expect(standIn.submissions).toEqual([]);
      expect(
        faultKind(await port.insert({ ...link, ticketKey: CHAT_KEY, visibility: 'internal' })),
      ).toBe('not-public');
    });

    it('not for another ticket than the one in front', async () => {
      expect(faultKind(await port.insert({ ...link, ticketKey: CHAT_KEY }))).toBe('switching');
      await page.evaluate((id) => void window.__standIn.switchTo(id), CHAT);
      expect(faultKind(await port.insert(link))).toBe('switching');
      await page.evaluate(() => window.__standIn.settled());
      expect([await draft(MAIL), await draft(CHAT)]).toEqual(['', '']);
    });

    it('by paste where the editor hides its model', async () => {
      await setDraft('<p>Hello Ana,</p>', [0, 2]);
      const hide = (selector: string) =>
        Reflect.deleteProperty(document.querySelector(selector)!, 'ckeditorInstance');
      await page.evaluate(hide, editable(MAIL));
      expect(faultKind(await port.insert(link))).toBeNull();
      expect((await draft()).replaceAll('&nbsp;', ' ')).toBe(`<p>Hello ${LINK} Ana,</p>`);
      expect(faultKind(await port.insert(passage))).toBeNull();
      expect((await draft()).replaceAll('&nbsp;', ' ')).toBe(`<p>Hello ${LINK} Ana,</p>${PASSAGE}`);
    });

    it('says so when the editor lets it not hold, and leaves the draft', async () => {
      await setDraft('<p>Hello</p>', [0, 5]);
      // A build without the link plugin drops addresses.
      await page.evaluate((id) => {
        const { data } = window.__standIn.editorOf(id)!;
        const parse = data.parse.bind(data);
        data.parse = (html, context) => parse(html.replace(/<\/?a\b[^>]*>/g, ''), context);
      }, MAIL);
      expect(faultKind(await port.insert(link))).toBe('insert-failed');
      expect(await draft()).toBe('<p>Hello</p>');
    });

    it('sends nothing, ever', () => {
      expect(standIn.submissions).toEqual([]);
      expect(standIn.requests.every(({ method }) => method === 'GET')).toBe(true);
    });
  });
});

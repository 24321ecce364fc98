/** Inserting into the real editor through the built extension, in both browsers: nothing lost, nowhere else. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { faultKind, type InsertContent } from '@/tests/support/extension/page-port-client';
import {
  CHAT,
  CHAT_KEY,
  HREF,
  LINK,
  MAIL,
  PASSAGE,
  TITLE,
  editable,
  link,
  openReplyBox,
  passage,
  type ReplyBox,
} from '@/tests/support/extension/reply-box';

describe.each<BrowserName>(['chromium', 'firefox'])('insert in %s', (browser) => {
  let box: ReplyBox;
  beforeAll(async () => {
    box = await openReplyBox(browser);
  });
  afterAll(() => box.close());
  beforeEach(() => box.visit(MAIL));

  const insert = async (content: InsertContent) => faultKind(await box.port.insert(content));

  describe('a link', () => {
    it('into an empty composer is clean', async () => {
      expect(await insert(link)).toBeNull();
      expect(await box.draft()).toBe(`<p>${LINK}</p>`);
    });

    it.each([
      ['at the start', [0, 0], `<p>${LINK} Hello Ana,</p><p>thanks.</p>`],
      ['after a word', [0, 5], `<p>Hello ${LINK} Ana,</p><p>thanks.</p>`],
      ['in a word, at its end', [0, 2], `<p>Hello ${LINK} Ana,</p><p>thanks.</p>`],
      ['before punctuation', [0, 9], `<p>Hello Ana ${LINK},</p><p>thanks.</p>`],
      ['at the end', [1, 7], `<p>Hello Ana,</p><p>thanks. ${LINK}</p>`],
    ])('with the caret %s', async (_, path, expected) => {
      await box.setDraft('<p>Hello Ana,</p><p>thanks.</p>', path);
      expect(await insert(link)).toBeNull();
      expect(await box.draft()).toBe(expected);
    });

    it('keeps what is selected', async () => {
      await box.setDraft('<p>Hello Ana, thanks.</p>', [0, 6], [0, 9]);
      await insert(link);
      expect(await box.draft()).toBe(`<p>Hello Ana ${LINK}, thanks.</p>`);
    });

    it('goes to the end when the agent has not been in the composer', async () => {
      await box.setDraft('<p>Hello Ana,</p><p>thanks.</p>');
      await insert(link);
      expect(await box.draft()).toBe(`<p>Hello Ana,</p><p>thanks. ${LINK}</p>`);
    });

    it('never lands inside another link', async () => {
      const other = '<a href="https://other.example/">see over there</a>';
      await box.setDraft(`<p>Please ${other} first</p>`, [0, 10]);
      await insert(link);
      expect(await box.draft()).toBe(`<p>Please ${other} ${LINK} first</p>`);
    });

    it('does not swallow what is typed next', async () => {
      await box.setDraft('<p>See</p>', [0, 3]);
      await insert(link);
      await box.port.post({ type: 'composer.focus' });
      await box.page.type(editable(MAIL), ' now');
      expect(await box.draft()).toBe(`<p>See ${LINK} now</p>`);
    });

    it('goes below code, which can hold no link', async () => {
      await box.setDraft('<pre><code class="language-plaintext">x = 1</code></pre>', [0, 2]);
      expect(await insert(link)).toBeNull();
      expect(await box.draft()).toBe(
        `<pre><code class="language-plaintext">x = 1</code></pre><p>${LINK}</p>`,
      );
    });

    it('twice at once is one, twice on purpose is two', async () => {
      expect(await insert(link)).toBeNull();
      expect(await insert(link)).toBe('already-inserted');
      expect(await box.draft()).toBe(`<p>${LINK}</p>`);
      await sleep(2100);
      expect(await insert(link)).toBeNull();
      expect(await box.draft()).toBe(`<p>${LINK} ${LINK}</p>`);
    });
  });

  describe('a passage', () => {
    const lines = PASSAGE;

    it('into an empty composer is clean', async () => {
      expect(await insert(passage)).toBeNull();
      expect(await box.draft()).toBe(lines);
    });

    it.each([
      ['start', [0, 0], `<p>Hello Ana,</p>${lines}<p>thanks.</p>`],
      ['middle', [0, 7], `<p>Hello Ana,</p>${lines}<p>thanks.</p>`],
      ['end', [1, 7], `<p>Hello Ana,</p><p>thanks.</p>${lines}`],
    ])('goes after the block with the caret: %s', async (_, path, expected) => {
      await box.setDraft('<p>Hello Ana,</p><p>thanks.</p>', path);
      expect(await insert(passage)).toBeNull();
      expect(await box.draft()).toBe(expected);
    });

    it('takes the empty line the caret stands on', async () => {
      await box.setDraft('<p>Hello Ana,</p><p>&nbsp;</p><p>thanks.</p>', [1, 0]);
      await insert(passage);
      expect(await box.draft()).toBe(`<p>Hello Ana,</p>${lines}<p>thanks.</p>`);
    });

    it('neither splits a list nor joins it', async () => {
      await box.setDraft('<ol><li>one</li><li>two</li></ol><p>end</p>', [0, 1]);
      const list = '<ol><li>Open Sync</li></ol>';
      await insert({ ...passage, html: list, hrefs: [] });
      expect(await box.draft()).toBe(
        '<ol><li>one</li><li>two</li></ol><p>&nbsp;</p><ol><li>Open Sync</li></ol><p>end</p>',
      );
    });

    it('in a quote goes below it', async () => {
      await box.setDraft('<blockquote><p>you wrote</p><p>more</p></blockquote>', [0, 0, 3]);
      await insert(passage);
      expect(await box.draft()).toBe(
        `<blockquote><p>you wrote</p><p>more</p></blockquote>${lines}`,
      );
    });

    it('loses scripts, handlers and foreign markup, and no text', async () => {
      const hostile =
        '<div onclick="x()">Intro<script>alert(1)</script></div><h2>Cause</h2>' +
        '<table><tr><td>A</td><td>B</td></tr></table><p>See <a href="javascript:alert(1)">this</a></p>' +
        '<img src=x onerror=alert(1)>';
      expect(await insert({ ...passage, html: hostile, hrefs: [] })).toBeNull();
      expect(await box.draft()).toBe(
        '<p>Intro</p><p><strong>Cause</strong></p><p>A B</p><p>See this</p>',
      );
    });

    it('does not carry a placeholder the helpdesk would expand', async () => {
      const html = '<p>Write {{ticket.id}} or {%if x%}, {<u>{dc.a}}</u> too</p>';
      await insert({ ...passage, html, hrefs: [] });
      const data = await box.draft();
      expect(data).not.toMatch(/\{\{|\{%/);
      expect(data.replaceAll('\u2060', '')).toBe(
        '<p>Write {{ticket.id}} or {%if x%}, {{dc.a}} too</p>',
      );
    });
  });

  describe('the right place', () => {
    it('a composer made anew takes inserts', async () => {
      await box.setDraft('<p>Hello</p>', [0, 5]);
      await box.rerender();
      expect(await insert(link)).toBeNull();
      expect(await box.draft()).toBe(`<p>Hello ${LINK}</p>`);
    });

    it('nothing internal into a public reply, anything into a note', async () => {
      for (const visibility of ['internal', 'restricted', 'unknown'] as const) {
        expect(await insert({ ...link, visibility })).toBe('not-public');
      }
      expect(await box.draft()).toBe('');
      await box.setChannel('internal');
      expect(await insert({ ...link, visibility: 'internal' })).toBeNull();
      expect(await box.draft()).toBe(`<p>${LINK}</p>`);
      const reply = await box.page.evaluate((id) => window.__standIn.currentDraft(id, 'web'), MAIL);
      expect(reply).toBe('');
    });

    it('text only into a chat, which is not sent', async () => {
      await box.visit(CHAT);
      expect(await insert({ ...link, ticketKey: CHAT_KEY })).toBeNull();
      const shown = `<p>${TITLE} ${HREF.replace('&', '&amp;')}</p>`;
      expect(await box.draft(CHAT)).toBe(shown);
      expect(box.standIn.submissions).toEqual([]);
      expect(await insert({ ...link, ticketKey: CHAT_KEY, visibility: 'internal' })).toBe(
        'not-public',
      );
    });

    it('not for another ticket than the one in front', async () => {
      expect(await insert({ ...link, ticketKey: CHAT_KEY })).toBe('switching');
      await box.page.evaluate((id) => void window.__standIn.switchTo(id), CHAT);
      expect(await insert(link)).toBe('switching');
      await box.page.evaluate(() => window.__standIn.settled());
      expect([await box.draft(MAIL), await box.draft(CHAT)]).toEqual(['', '']);
    });

    it('by paste where the editor hides its model', async () => {
      await box.setDraft('<p>Hello Ana,</p>', [0, 2]);
      const hide = (selector: string) =>
        Reflect.deleteProperty(document.querySelector(selector)!, 'ckeditorInstance');
      await box.page.evaluate(hide, editable(MAIL));
      expect(await insert(link)).toBeNull();
      expect((await box.draft()).replaceAll('&nbsp;', ' ')).toBe(`<p>Hello ${LINK} Ana,</p>`);
      expect(await insert(passage)).toBeNull();
      expect((await box.draft()).replaceAll('&nbsp;', ' ')).toBe(
        `<p>Hello ${LINK} Ana,</p>${PASSAGE}`,
      );
    });

    it('says so when the editor lets it not hold, and leaves the draft', async () => {
      await box.setDraft('<p>Hello</p>', [0, 5]);
      // A build without the link plugin drops addresses.
      await box.page.evaluate((id) => {
        const { data } = window.__standIn.editorOf(id)!;
        const parse = data.parse.bind(data);
        data.parse = (html, context) => parse(html.replace(/<\/?a\b[^>]*>/g, ''), context);
      }, MAIL);
      expect(await insert(link)).toBe('insert-failed');
      expect(await box.draft()).toBe('<p>Hello</p>');
    });

    it('sends nothing, ever', () => {
      expect(box.standIn.submissions).toEqual([]);
      expect(box.standIn.requests.every(({ method }) => method === 'GET')).toBe(true);
    });
  });
});

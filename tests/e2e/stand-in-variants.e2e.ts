/** The agent page's variants, which mirror what was seen in the field: languages, themes, columns, side conversations. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  openBrowserPage,
  type BrowserName,
  type PageDriver,
} from '@/tests/support/browsers/page-driver';
import '@/tests/support/zendesk/page-hooks';
import { createStandIn, type StandIn } from '@/tests/support/zendesk/stand-in';
import { mailTicket } from '@/tests/support/zendesk/test-tickets';

const paneOf = (id: number) => `[data-test-id="ticket-${id}-standard-layout"]`;

describe.each<BrowserName>(['chromium', 'firefox'])('variants in %s', (browser) => {
  let standIn: StandIn;
  let page: PageDriver;

  beforeAll(async () => {
    standIn = await createStandIn({ tickets: [mailTicket] });
    page = await openBrowserPage(browser, { hosts: { '*.zendesk.com': standIn.port } });
  });

  afterAll(async () => {
    await page.close();
    await standIn.close();
  });

  beforeEach(() => visit('/agent/tickets/20101?theme=light'));

  afterEach(() => {
    standIn.setPage({
      sender: 'div',
      layout: 'standard',
      arrangement: 'usual',
      propertyBox: true,
    });
  });

  async function visit(path: string): Promise<void> {
    await page.goto(standIn.origin + path);
    await page.waitFor(() => '__standIn' in window);
    await page.evaluate(() => window.__standIn.settled());
  }

  it('German, right to left, dark, and with the field variants of the markup', async () => {
    standIn.setPage({ sender: 'span', layout: 'custom', propertyBox: false });
    await visit('/agent/tickets/20101?lang=de&dir=rtl&theme=dark');
    const seen = await page.evaluate(() => {
      const switcher = document.querySelector(
        '[data-test-id="omnichannel-channel-switcher-button"]',
      );
      return {
        label: switcher?.getAttribute('aria-label'),
        channel: switcher?.getAttribute('data-channel'),
        theme: document.documentElement.dataset['theme'],
        direction: getComputedStyle(document.body).direction,
        sender: document.querySelector('[data-test-id="omni-log-item-sender"]')?.localName,
        layouts: document.querySelectorAll('[data-test-id="ticket-20101-custom-layout"]').length,
        boxes: document.querySelectorAll('.property_box').length,
      };
    });
    expect(seen).toEqual({
      label: 'Öffentliche Antwort',
      channel: 'web',
      theme: 'dark',
      direction: 'rtl',
      sender: 'span',
      layouts: 1,
      boxes: 0,
    });
  });

  it.each([
    ['fr', 'Réponse publique'],
    ['ja', 'パブリック返信'],
    ['ar', 'رد عام'],
    ['he', 'תגובה ציבורית'],
    ['nl', 'Public reply'],
  ])('its words are those of the language: %s', async (lang, label) => {
    await visit(`/agent/tickets/20101?lang=${lang}`);
    const shown = await page.evaluate(
      () =>
        document.querySelector('[data-test-id="omnichannel-channel-switcher-button"]')?.ariaLabel,
    );
    expect(shown).toBe(label);
  });

  it.each([
    ['usual', ['fields', 'main', 'side']],
    ['context-left', ['side', 'main', 'fields']],
    ['no-fields', ['main', 'side']],
  ] as const)('columns stand as the account has them: %s', async (arrangement, order) => {
    standIn.setPage({ arrangement });
    await visit('/agent/tickets/20101');
    const columns = await page.evaluate((selector) => {
      const found = [...document.querySelectorAll(`${selector} > [data-test-id^="column-"]`)];
      return found.map((column) => ({
        id: column.getAttribute('data-test-id'),
        area: getComputedStyle(column).gridRowStart,
        left: column.getBoundingClientRect().left,
      }));
    }, paneOf(20101));
    expect(columns.map(({ area }) => area)).toEqual(order);
    expect(columns.map(({ id }) => id)).toEqual(order.map((_, at) => `column-${at + 1}`));
    expect(columns.map(({ left }) => left)).toEqual(
      columns.map(({ left }) => left).toSorted((a, b) => a - b),
    );
  });

  it('a side conversation has a log and an editor of its own, with the caret', async () => {
    await page.evaluate(() => window.__standIn.openSideConversation(20101));
    await page.evaluate(() => window.__standIn.openSideConversation(20101));
    const editor = `${paneOf(20101)} [data-test-id="standalone-rich-text-ckeditor"]`;
    const editors = await page.evaluate((css) => document.querySelectorAll(css).length, editor);
    expect(editors).toBe(1);
    await page.type(editor, 'Hello ');
    const seen = await page.evaluate(async (selector) => {
      const side = document.querySelector('.side-thread');
      return {
        hasCaret: document.activeElement?.matches(selector),
        items: side?.querySelectorAll('[data-test-id="omni-log-comment-item"]').length,
        draft: await window.__standIn.sideDraft(20101),
        reply: window.__standIn.currentDraft(20101),
      };
    }, editor);
    expect(seen).toMatchObject({ hasCaret: true, items: 2, reply: '' });
    expect(seen.draft).toContain('Hello');
  });
});

/** The main job in both browsers: a ticket, the known issue and the article in the dock, the answer in the reply. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { eventually, openDockedPage, type DockedPage } from '@/tests/support/extension/docked-page';
import {
  readSidebarDocument,
  type SidebarReading,
} from '@/tests/support/extension/sidebar-reading';
import { readSampleTickets } from '@/tests/support/sample-tickets';
import '@/tests/support/zendesk/page-hooks';
import { createStandIn, type StandIn } from '@/tests/support/zendesk/stand-in';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Has a known issue and an article; nothing fits the second one. */
const TIPS = 20104;
const NOTHING = 20164;
const ISSUE = 'sample:issue:FERN-1023';
const ARTICLE = 'sample:article:pay-declined-tip:en';
const DRAFT = '<p>Hello Marcus,</p>';

const card = (id: string): string => `article[data-card="${id}"]`;

describe.each<BrowserName>(['chromium', 'firefox'])('the sidebar in %s', (browser) => {
  let standIn: StandIn;
  let page: DockedPage;

  beforeAll(async () => {
    standIn = await createStandIn({ tickets: readSampleTickets() });
    page = await openDockedPage(browser, { '*.zendesk.com': standIn.port });
    await page.goto(`${standIn.origin}/agent/tickets/${TIPS}`);
    await answered(({ cards }) => cards[0]?.itemId === ISSUE && cards[1]?.itemId === ARTICLE);
  });

  afterAll(async () => {
    await page.close();
    await standIn.close();
  });

  const read = (): Promise<SidebarReading> => page.inDock(readSidebarDocument);

  async function answered(isWanted: (seen: SidebarReading) => boolean): Promise<SidebarReading> {
    return eventually('the answer', async () => {
      const seen = await read();
      return !seen.isBusy && isWanted(seen) && seen;
    }) as Promise<SidebarReading>;
  }

  const open = (id: number): Promise<unknown> =>
    page.evaluate(async (ticket) => window.__standIn.open(ticket), id);
  const draft = (): Promise<string> =>
    page.evaluate(() => window.__standIn.editorOf(20104)?.getData() ?? '');
  const setDraft = (html: string): Promise<void> =>
    page.evaluate((data) => window.__standIn.editorOf(20104)?.setData(data), html);
  const isSelected = (id: string): Promise<boolean> =>
    page.inDock((wanted) => document.querySelector(wanted) !== null, `${card(id)}[aria-current]`);

  /** Down the list to the card, as an agent goes. */
  async function select(id: string): Promise<void> {
    for (let steps = 0; steps < 10 && !(await isSelected(id)); steps++) {
      await page.pressInDock('article[aria-current]', 'j');
    }
  }

  it('shows the known issue on top with its reasons, then the article', async () => {
    const { cards } = await read();
    expect(cards[0]).toMatchObject({ itemId: ISSUE, isKnownIssue: true, isPublic: false });
    expect(cards[0]?.reasons.join(' ')).toContain('PAY-2207');
    expect(cards[1]).toMatchObject({ itemId: ARTICLE, isKnownIssue: false, isPublic: true });
  });

  it('inserts the link into the draft with one key and takes it back with another', async () => {
    await setDraft(DRAFT);
    await select(ARTICLE);
    await page.pressInDock(card(ARTICLE), 'l');
    const href = 'https://help.fernway.example/hc/en-us/articles/pay-declined-tip';
    await eventually('the insert', async () => (await draft()).includes(href));
    expect(await draft()).toContain('Hello Marcus,');
    await page.pressInDock(card(ARTICLE), 'z');
    await eventually('the undo', async () => (await draft()) === DRAFT);
    expect(standIn.submissions).toEqual([]);
  });

  it('refuses the internal issue in a public reply and says what to do instead', async () => {
    await setDraft(DRAFT);
    await page.pressInDock(card(ISSUE), 'k');
    await page.pressInDock(card(ISSUE), 'k');
    await page.pressInDock(card(ISSUE), 'l');
    await eventually('the refusal', async () =>
      page.inDock(() => document.querySelector('.toast-fault') !== null),
    );
    expect(await draft()).toBe(DRAFT);
  });

  it('dismisses a suggestion and brings it back', async () => {
    await select(ARTICLE);
    await page.pressInDock(card(ARTICLE), 'x');
    const without = await answered(({ cards }) => cards.every(({ itemId }) => itemId !== ARTICLE));
    await page.pressInDock('article[data-card]', 'z');
    const again = await answered(({ cards }) => cards.some(({ itemId }) => itemId === ARTICLE));
    expect(again.cards.length).toBe(without.cards.length + 1);
  });

  it('claims no known issue for a ticket that nothing fits', async () => {
    await open(NOTHING);
    const seen = await answered(({ text }) => text.includes(`#${NOTHING}`));
    expect(seen.cards.filter(({ isKnownIssue }) => isKnownIssue)).toEqual([]);
    await open(TIPS);
    await answered(({ cards }) => cards[0]?.itemId === ISSUE);
  });

  it('asks again when the customer writes more', async () => {
    await open(NOTHING);
    await answered(({ text }) => text.includes(`#${NOTHING}`));
    standIn.addComment(NOTHING, {
      body: 'And now tips are declined too: PAY-2207 tip adjustment, Reader T2 firmware 2.13',
    });
    const seen = await answered(({ cards }) => cards.some(({ itemId }) => itemId === ARTICLE));
    expect(seen.text).toContain(`#${NOTHING}`);
    await open(TIPS);
    await answered(({ cards }) => cards[0]?.itemId === ISSUE);
  });

  it('finds typed words, with a typo', async () => {
    await page.pressInDock('article[data-card]', '/');
    for (const letter of 'gift crad') await page.pressInDock('input[role=combobox]', letter);
    await eventually('the hits', async () => /gift card/i.test((await read()).text));
    await page.pressInDock('input[role=combobox]', browser === 'firefox' ? '\uE00C' : 'Escape');
    const back = await answered(({ cards }) => cards[0]?.itemId === ISSUE);
    expect(back.text).toContain(`#${TIPS}`);
  });

  it('has nothing that axe objects to', async () => {
    // As text: the debugger may run what the extension's own policy forbids.
    const found = await page.runInDock(
      `${axeSource}; return axe.run(document).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html.slice(0, 200))))`,
    );
    expect(found).toEqual([]);
  });
});

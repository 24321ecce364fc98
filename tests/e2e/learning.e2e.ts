/** Learning in both browsers: what is inserted is learned from, what is taken back or forgotten is not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { eventually, openDockedPage, type DockedPage } from '@/tests/support/extension/docked-page';
import { readSidebarDocument } from '@/tests/support/extension/sidebar-reading';
import { readSampleTickets } from '@/tests/support/sample-tickets';
import '@/tests/support/zendesk/page-hooks';
import { createStandIn, type StandIn } from '@/tests/support/zendesk/stand-in';

const TICKET = 20104;
const ARTICLE = 'sample:article:pay-declined-tip:en';
const HREF = 'https://help.fernway.example/hc/en-us/articles/pay-declined-tip';

const CARD = `article[data-card="${ARTICLE}"]`;

/** In one of our pages: asks the background as that page may. */
async function askFrom(name: string): Promise<unknown> {
  type Api = { runtime: { sendMessage(message: unknown): Promise<unknown> } };
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
  return (browser ?? chrome)?.runtime.sendMessage({ name, request: {} });
}

/** In the settings: the line that tells, empty until it is there. */
function readLearned(): string {
  const line = document.querySelector('section[aria-labelledby="privacy-heading"] .source-line p');
  return line?.textContent ?? '';
}

describe.each<BrowserName>(['chromium', 'firefox'])('learning in %s', (browser) => {
  let standIn: StandIn;
  let page: DockedPage;
  let settings: string;

  beforeAll(async () => {
    standIn = await createStandIn({ tickets: readSampleTickets() });
    page = await openDockedPage(browser, { '*.zendesk.com': standIn.port });
    await openTicket();
    const own = await page.inDock(() => location.origin);
    settings = `${own}/options.html`;
  });

  afterAll(async () => {
    await page.close();
    await standIn.close();
  });

  async function openTicket(): Promise<void> {
    await page.goto(`${standIn.origin}/agent/tickets/${TICKET}`);
    await eventually('the answer', async () => {
      const { isBusy, cards } = await page.inDock(readSidebarDocument);
      return !isBusy && cards.some(({ itemId }) => itemId === ARTICLE);
    });
  }

  const draft = (): Promise<string> =>
    page.evaluate((id) => window.__standIn.editorOf(id)?.getData() ?? '', TICKET);

  const toast = (kind: string): Promise<boolean> =>
    eventually(`it to be ${kind}`, () =>
      page.inDock((shown) => document.querySelector(shown) !== null, `.toast-${kind}`),
    );

  async function insert(): Promise<void> {
    const isSelected = () =>
      page.inDock((card) => document.querySelector(`${card}[aria-current]`) !== null, CARD);
    for (let steps = 0; steps < 10 && !(await isSelected()); steps++) {
      await page.pressInDock('article[aria-current]', 'j');
    }
    await page.pressInDock(CARD, 'l');
    await toast('inserted');
    expect(await draft()).toContain(HREF);
  }

  /** What the settings say of it, once they say `wanted` or time is up. */
  async function learned(wanted: string): Promise<string> {
    let said = '';
    await eventually('the settings', async () => {
      await page.goto(settings);
      said = await eventually('what was learned', () => page.evaluate(readLearned));
      return said === wanted;
    }).catch(() => null);
    return said;
  }

  const NOTHING = 'Nothing was learned from your tickets yet.';
  const ONE = 'Learned from 1 answered ticket. Its words stay in this browser.';

  it('begins with nothing', async () => {
    expect(await learned(NOTHING)).toBe(NOTHING);
  });

  it('learns nothing from an insert that is taken back', async () => {
    await openTicket();
    await insert();
    await page.pressInDock(CARD, 'z');
    await toast('undone');
    expect(await draft()).not.toContain(HREF);
    expect(await learned(NOTHING)).toBe(NOTHING);
  });

  it('learns from an insert, and forgets it when told to', async () => {
    await openTicket();
    await insert();
    expect(await learned(ONE)).toBe(ONE);
    const press = (selector: string) =>
      page.evaluate((button) => document.querySelector<HTMLElement>(button)?.click(), selector);
    await press('section[aria-labelledby="privacy-heading"] .source-line button');
    await press('fieldset.confirm button:last-of-type');
    await eventually('the notice', () =>
      page.evaluate(() => document.body.textContent?.includes('is forgotten') ?? false),
    );
    expect(await learned(NOTHING)).toBe(NOTHING);
  });

  it('lets no page but the settings forget', async () => {
    await openTicket();
    await insert();
    for (const name of ['precedent.forget', 'precedent.count']) {
      expect(await page.inDock(askFrom, name)).toMatchObject({
        fault: { kind: 'forbidden-caller' },
      });
    }
    expect(await learned(ONE)).toBe(ONE);
  });
});

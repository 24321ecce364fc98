/** The settings in real browsers: a place is added by its address, read, watched, paused, stopped and removed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { buildAllowing } from '@/tests/support/extension/allowed-build';
import { PlaceClock } from '@/tests/support/sources/place';
import { servePlace, type ServedPlace } from '@/tests/support/sources/serve-place';
import { createStatuspage } from '@/tests/support/sources/statuspage';
import { GuidePlace } from '@/tests/support/sources/zendesk-guide';
import { openSettings, type SettingsPage } from '@/tests/support/sync/settings-page';

const STATUS_HOST = 'status.fernway.example';
const GUIDE_HOST = 'acme.zendesk.com';
/** Long enough to see a reading of several pages at work. */
const DELAY_MS = 400;
const ARTICLES = 30;
const LANGUAGES = 2;
const INCIDENTS = 7;
const PATIENCE = { timeout: 60_000 };

/** In the page: what a typed search finds. */
async function findTyped(text: string): Promise<string[]> {
  type Answer = { value?: { id: string }[] } | undefined;
  type Api = { runtime: { sendMessage(message: unknown): Promise<Answer> } };
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
  const request = { text, locale: 'en' };
  const answer = await (browser ?? chrome)?.runtime.sendMessage({ name: 'search.typed', request });
  return (answer?.value ?? []).map(({ id }) => id);
}

/** In the page: whether the extension may ask the host. */
function isAllowed(host: string): Promise<boolean> {
  type Api = { permissions: { contains(what: { origins: string[] }): Promise<boolean> } };
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
  const origins = [`https://${host}/*`];
  return (browser ?? chrome)?.permissions.contains({ origins }) ?? Promise.resolve(false);
}

describe.each<BrowserName>(['chromium', 'firefox'])('the settings in %s', (browser) => {
  let status: ServedPlace;
  let guide: ServedPlace;
  let page: SettingsPage;
  let build: ReturnType<typeof buildAllowing>;

  beforeAll(async () => {
    const clock = new PlaceClock();
    const incidents = createStatuspage(clock);
    for (let at = 1; at <= INCIDENTS; at += 1) incidents.shelf.create(`Payouts late ${at}`);
    const articles = new GuidePlace(clock, 'articles');
    for (let at = 1; at <= ARTICLES; at += 1) articles.shelf.create(`Article ${at}`);
    status = await servePlace(incidents, clock, STATUS_HOST);
    guide = await servePlace(articles, clock, GUIDE_HOST, DELAY_MS);
    build = buildAllowing(browser, STATUS_HOST);
    const hosts = { [STATUS_HOST]: status.port, [GUIDE_HOST]: guide.port };
    page = await openSettings(browser, build.folder, hosts);
  });

  afterAll(async () => {
    await page?.close();
    await Promise.all([status?.close(), guide?.close()]);
    build?.remove();
  });

  const find = (text: string): Promise<string[]> => page.evaluate(findTyped, text);

  /** Nothing but the request under way may still arrive. */
  async function mustRest(place: ServedPlace): Promise<void> {
    const before = place.asked.length;
    await sleep(4 * DELAY_MS);
    expect(place.asked.length - before).toBeLessThanOrEqual(1);
  }

  it('a place that must be looked at is asked only after the press, and then set up', async () => {
    await page.fill('Add a place by its address', STATUS_HOST);
    await page.shows(`whether Trivet may look at ${STATUS_HOST}`);
    expect(status.asked).toEqual([]);
    expect(await page.evaluate(isAllowed, STATUS_HOST)).toBe(browser === 'chromium');
    await page.press('Look what it is');
    const isFormShown = () => page.count('.source-set-up');
    await expect
      .poll(
        async () => (await isFormShown()) > 0 || (await page.hasButton('Set up Status page*')),
        PATIENCE,
      )
      .toBe(true);
    if ((await isFormShown()) === 0) await page.press('Set up Status page*');
    expect(await page.evaluate(isAllowed, STATUS_HOST)).toBe(true);
    await page.press('Check the connection');
    await page.shows('Connected to Fernway');
    await page.shows('This is how its entries will look');
    expect(await page.count('.source-preview .card')).toBe(INCIDENTS);
  });

  it('its items are read and found, and every request stands in the log', async () => {
    await page.press('Add and read it');
    await page.shows(`${INCIDENTS} entries`, STATUS_HOST);
    await page.shows(/last read/, STATUS_HOST);
    await expect.poll(() => find('Payouts late'), PATIENCE).not.toEqual([]);
    await page.press('Show the requests');
    await page.shows(/status\.fernway\.example\/api\/v2\/summary\.json/);
    expect(await page.count('.log-table tbody tr')).toBe(status.asked.length);
    await page.press('Hide the requests');
  });

  it('a long reading shows how far it is, pauses, stops, and goes on from there', async () => {
    await page.fill('Add a place by its address', `https://${GUIDE_HOST}/hc/en-us`);
    await page.press('Set up Zendesk help centre*');
    await page.press('Add and read it');
    await page.shows(/entries read/, GUIDE_HOST);
    await page.press(`Pause: ${GUIDE_HOST}`);
    await page.shows('paused', GUIDE_HOST);
    await mustRest(guide);
    await page.press(`Go on: ${GUIDE_HOST}`);
    await page.press(`Stop for now: ${GUIDE_HOST}`);
    await expect.poll(() => page.hasButton(`Read now: ${GUIDE_HOST}`), PATIENCE).toBe(true);
    await mustRest(guide);
    await page.press(`Read now: ${GUIDE_HOST}`);
    await page.shows(`${ARTICLES * LANGUAGES} entries`, GUIDE_HOST);
    await page.shows(/last read/, GUIDE_HOST);
    const pages = guide.asked.map(({ url }) => url.pathname + url.search);
    const again = pages.filter((path, at) => pages.indexOf(path) !== at);
    // What was under way when it was stopped is asked for once more; nothing begins from the start.
    expect(again.length).toBeLessThan(ARTICLES / 3);
  });

  it('a source that is removed is gone at once, and so is what it held', async () => {
    await page.press(`Remove: ${STATUS_HOST}`);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Keep it');
    await page.press('Remove for good');
    await expect.poll(() => page.words(STATUS_HOST), PATIENCE).toBe('');
    const left = await find('Payouts late');
    expect(left.filter((id) => id.startsWith('statuspage-'))).toEqual([]);
  });
});

/** The settings in a real browser: a place is added by its address, read, watched, paused and removed. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium, type ChromiumSession } from '@/tests/support/browsers/chromium';
import { builtExtension } from '@/tests/support/extension/docked-page';
import { PlaceClock } from '@/tests/support/sources/place';
import { servePlace, type ServedPlace } from '@/tests/support/sources/serve-place';
import { createStatuspage } from '@/tests/support/sources/statuspage';
import { GuidePlace } from '@/tests/support/sources/zendesk-guide';

const STATUS_HOST = 'status.fernway.example';
const GUIDE_HOST = 'acme.zendesk.com';
/** Long enough to see a reading of several pages at work. */
const DELAY_MS = 400;
const ARTICLES = 30;
const LANGUAGES = 2;
const INCIDENTS = 7;
const PATIENCE = { timeout: 40_000 };

let status: ServedPlace;
let guide: ServedPlace;
let session: ChromiumSession;
let page: Page;
let folder: string;

/**
 * A copy of the build whose manifest holds the status page's host: as after the agent has allowed
 * it, because no script can press the browser's own question.
 */
function allowedBuild(): string {
  const copy = mkdtempSync(join(tmpdir(), 'trivet-build-'));
  cpSync(builtExtension('chromium'), copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { host_permissions: string[] };
  manifest.host_permissions.push(`https://${STATUS_HOST}/*`);
  writeFileSync(file, JSON.stringify(manifest));
  return copy;
}

beforeAll(async () => {
  const clock = new PlaceClock();
  const incidents = createStatuspage(clock);
  for (let at = 1; at <= INCIDENTS; at += 1) incidents.shelf.create(`Payouts late ${at}`);
  const articles = new GuidePlace(clock, 'articles');
  for (let at = 1; at <= ARTICLES; at += 1) articles.shelf.create(`Article ${at}`);
  status = await servePlace(incidents, clock, STATUS_HOST);
  guide = await servePlace(articles, clock, GUIDE_HOST, DELAY_MS);
  folder = allowedBuild();
  session = await launchChromium({
    extension: folder,
    hosts: { [STATUS_HOST]: status.port, [GUIDE_HOST]: guide.port },
  });
  page = session.context.pages()[0] ?? (await session.context.newPage());
  await page.goto(`chrome-extension://${session.extensionId}/options.html`);
});

afterAll(async () => {
  await session?.close();
  await Promise.all([status?.close(), guide?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const row = (name: string) =>
  page.locator('li.source', { has: page.getByText(name, { exact: true }) });
const paste = (text: string) => page.getByLabel('Add a place by its address').fill(text);

/** In the page: ids of what a typed search finds. */
async function find(text: string): Promise<string[]> {
  const found = await page.evaluate(
    `chrome.runtime.sendMessage({ name: 'search.typed', request: { text: ${JSON.stringify(text)}, locale: 'en' } })`,
  );
  return (found as { value: { id: string }[] }).value.map(({ id }) => id);
}

it('a place that must be looked at is asked only after the press, and then set up', async () => {
  await paste(STATUS_HOST);
  await page.getByText(`whether Trivet may look at ${STATUS_HOST}`).waitFor(PATIENCE);
  expect(status.asked).toEqual([]);
  await button('Look what it is').click();
  const form = page.getByRole('form', { name: 'Status page' });
  await form.or(button(/^Set up Status page/)).waitFor(PATIENCE);
  if (!(await form.isVisible())) await button(/^Set up Status page/).click();
  await button('Check the connection').click();
  await page.getByText('Connected to Fernway').waitFor(PATIENCE);
  await page.getByText('This is how its entries will look').waitFor(PATIENCE);
  expect(await page.locator('.source-preview .card').count()).toBe(INCIDENTS);
});

it('its items are read and found, and every request stands in the log', async () => {
  await button('Add and read it').click();
  await row(STATUS_HOST).getByText(`${INCIDENTS} entries`, { exact: true }).waitFor(PATIENCE);
  await row(STATUS_HOST)
    .getByText(/^last read/)
    .waitFor(PATIENCE);
  await expect.poll(() => find('Payouts late'), PATIENCE).not.toEqual([]);
  await button('Show the requests').click();
  await page
    .getByRole('cell', { name: /status\.fernway\.example\/api\/v2\/summary\.json/ })
    .first()
    .waitFor(PATIENCE);
  const logged = await page.locator('.log-table tbody tr').count();
  expect(logged).toBe(status.asked.length);
  await button('Hide the requests').click();
});

it('a long reading shows how far it is, pauses and goes on from there', async () => {
  await paste(`https://${GUIDE_HOST}/hc/en-us`);
  await button(/^Set up Zendesk help centre/).click();
  await button('Add and read it').click();
  const source = row(GUIDE_HOST);
  await source.getByText(/entries read/).waitFor(PATIENCE);
  await button(`Pause: ${GUIDE_HOST}`).click();
  await source.getByText('paused').waitFor(PATIENCE);
  const before = guide.asked.length;
  await page.waitForTimeout(4 * DELAY_MS);
  expect(guide.asked.length - before).toBeLessThanOrEqual(1);
  await button(`Go on: ${GUIDE_HOST}`).click();
  const all = new Intl.NumberFormat('en').format(ARTICLES * LANGUAGES);
  await source.getByText(`${all} entries`, { exact: true }).waitFor(PATIENCE);
  await source.getByText(/^last read/).waitFor(PATIENCE);
});

it('a source that is removed is gone at once, and so is what it held', async () => {
  await button(`Remove: ${STATUS_HOST}`).click();
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Keep it');
  await button('Remove for good').click();
  await row(STATUS_HOST).waitFor({ state: 'detached', ...PATIENCE });
  const left = await find('Payouts late');
  expect(left.filter((id) => id.startsWith('statuspage-'))).toEqual([]);
});

/**
 * An article that has moved since it was read, in real browsers: they hide where a redirect leads, and
 * the agent's customers still get the new address. Hosts that nobody allowed stay unknown.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { buildAllowing } from '@/tests/support/extension/allowed-build';
import { PlaceClock, type PlaceAnswer, type PlaceRequest } from '@/tests/support/sources/place';
import { servePlace, type ServedPlace } from '@/tests/support/sources/serve-place';
import { createSite } from '@/tests/support/sources/site';
import { FIRST } from '@/tests/support/sources/world';
import { openSettings, type SettingsPage } from '@/tests/support/sync/settings-page';

const HOST = 'docs.fernway.example';
const ELSEWHERE = 'elsewhere.example';
const PATIENCE = { timeout: 60_000 };
const TITLES = ['Refunds by card', 'Printers that are offline', 'Payouts that are late'];

/** In the page: the answer to a message. */
async function ask(name: string, request: unknown): Promise<unknown> {
  type Api = { runtime: { sendMessage(message: unknown): Promise<{ value?: unknown }> } };
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
  return (await (browser ?? chrome)?.runtime.sendMessage({ name, request }))?.value ?? null;
}

describe.each<BrowserName>(['chromium', 'firefox'])(
  'an article that has moved, in %s',
  (browser) => {
    let site: ServedPlace;
    let elsewhere: ServedPlace;
    let page: SettingsPage;
    let build: ReturnType<typeof buildAllowing>;
    const moved = new Map<string, string>();

    beforeAll(async () => {
      const clock = new PlaceClock();
      const place = createSite(clock);
      for (const title of TITLES) place.shelf.create(title);
      const answer = (request: PlaceRequest): PlaceAnswer => {
        const location = moved.get(request.url.pathname);
        if (location !== undefined) return { status: 301, headers: { location }, body: '' };
        const path = request.url.pathname.replace('/help/', '/guide/');
        return place.answer({ ...request, url: new URL(path, request.url) });
      };
      site = await servePlace({ answer }, clock, HOST);
      elsewhere = await servePlace({ answer }, clock, ELSEWHERE);
      build = buildAllowing(browser, HOST);
      const hosts = { [HOST]: site.port, [ELSEWHERE]: elsewhere.port };
      page = await openSettings(browser, build.folder, hosts);
    });

    afterAll(async () => {
      await page?.close();
      await Promise.all([site?.close(), elsewhere?.close()]);
      build?.remove();
    });

    async function idOf(title: string): Promise<string> {
      const found = await page.evaluate(ask, 'search.typed', { text: title, locale: 'en' });
      return (found as { id: string }[] | null)?.find(({ id }) => id.startsWith('site-'))?.id ?? '';
    }

    it('is read first', async () => {
      await page.fill('Add a place by its address', `https://${HOST}/`);
      await page.press('Look what it is');
      await expect.poll(() => page.hasButton('Add and read it'), PATIENCE).toBe(true);
      await page.press('Add and read it');
      await page.shows(/last read/, HOST);
      for (const title of TITLES) await expect.poll(() => idOf(title), PATIENCE).not.toBe('');
    });

    it('is known by its new address, and every request stands in the log', async () => {
      const [title = ''] = TITLES;
      const url = `https://${HOST}/help/page-${FIRST}`;
      moved.set(`/guide/page-${FIRST}`, `/old/page-${FIRST}`);
      moved.set(`/old/page-${FIRST}`, url);
      const id = await idOf(title);
      const before = site.asked.length;
      expect(await page.evaluate(ask, 'item.recheck', { id })).toEqual({ kind: 'moved', url });
      const asked = site.asked.slice(before).map((request) => request.url.pathname);
      expect(asked.at(-1)).toBe(`/help/page-${FIRST}`);
      const log = await page.evaluate(ask, 'requestLog.read', {});
      const { entries } = log as {
        entries: { path: string; why: string; status: number | null }[];
      };
      const logged = entries.filter(({ why }) => why === 'is it still there');
      expect(logged).toMatchObject([
        { path: `/help/page-${FIRST}`, status: 200 },
        { path: `/guide/page-${FIRST}`, status: null },
      ]);
    });

    it('is where it was, as long as nobody moves it', async () => {
      const id = await idOf(TITLES[2] ?? '');
      expect(await page.evaluate(ask, 'item.recheck', { id })).toEqual({ kind: 'there' });
    });

    it('has no address on a host that nobody allowed', async () => {
      moved.set(`/guide/page-${FIRST + 1}`, `https://${ELSEWHERE}/guide/page-${FIRST + 1}`);
      const id = await idOf(TITLES[1] ?? '');
      expect(await page.evaluate(ask, 'item.recheck', { id })).toEqual({ kind: 'moved' });
      // To learn where it ends, the browser goes there once; nothing of ours goes along.
      expect(elsewhere.asked).toHaveLength(1);
      for (const { headers } of elsewhere.asked) {
        const told = ['authorization', 'cookie', 'referer'].map((name) => headers.get(name));
        expect(told).toEqual([null, null, null]);
      }
    });
  },
);

/** The dock beside a real page in both browsers: room, width, memory, and pages that fight back. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { eventually, openDockedPage, type DockedPage } from '@/tests/support/extension/docked-page';
import { connectToPage } from '@/tests/support/extension/page-port-client';
import { createStandIn, type StandIn } from '@/tests/support/zendesk/stand-in';
import { mailTicket } from '@/tests/support/zendesk/test-tickets';

const TICKET = `/agent/tickets/${mailTicket.id}`;
const DEFAULT_WIDTH = 380;

describe.each<BrowserName>(['chromium', 'firefox'])('dock in %s', (browser) => {
  let standIn: StandIn;
  let page: DockedPage;

  beforeAll(async () => {
    standIn = await createStandIn({ tickets: [mailTicket] });
    page = await openDockedPage(browser, { '*.zendesk.com': standIn.port });
  });
  afterAll(async () => {
    await page?.close();
    await standIn?.close();
  });
  beforeEach(async () => {
    await page.resize(1400);
    await visit(TICKET);
    const port = await connectToPage(page);
    await port.post({ type: 'dock.resize', width: DEFAULT_WIDTH });
    await eventually('the default width', async () => (await dockWidth()) === DEFAULT_WIDTH);
  });

  async function visit(path: string): Promise<void> {
    await page.goto(standIn.origin + path);
    await page.evaluate(async () => {
      while (!('__standIn' in window)) await new Promise((resolve) => setTimeout(resolve, 10));
      await window.__standIn.settled();
    });
  }
  const dockWidth = () =>
    page.evaluate(() =>
      Math.round(document.querySelector('trivet-dock')?.getBoundingClientRect().width ?? -1),
    );
  const isThere = async () => (await dockWidth()) > 0;

  /** Where things of the page end, in pixels from the dock's side of the window. */
  const gaps = () =>
    page.evaluate(() => {
      const isMirrored = document.documentElement.dir === 'rtl';
      const gapOf = (element: Element) => {
        const { left, right } = element.getBoundingClientRect();
        return Math.round(isMirrored ? left : innerWidth - right);
      };
      const box = (style: string) => {
        const element = document.createElement('div');
        element.setAttribute('style', `height: 1px; ${style}`);
        document.body.append(element);
        const gap = gapOf(element);
        element.remove();
        return gap;
      };
      return {
        page: gapOf(document.querySelector('[data-test-id="header-toolbar"]')!),
        absolute: box('position: absolute; inset-inline: 0'),
        fixed: box('position: fixed; inset-inline: 0'),
        scrolls: document.documentElement.scrollWidth > innerWidth,
        height: Math.round(document.documentElement.getBoundingClientRect().height) - innerHeight,
      };
    });

  it('the helpdesk shrinks beside it, what is placed absolutely too', async () => {
    expect(await gaps()).toEqual({
      page: DEFAULT_WIDTH,
      absolute: DEFAULT_WIDTH,
      fixed: DEFAULT_WIDTH,
      scrolls: false,
      height: 0,
    });
    const inside = await page.inDock(() => [innerWidth, innerHeight]);
    const height = await page.evaluate(() => innerHeight);
    expect(inside).toEqual([DEFAULT_WIDTH, height]);
  });

  it('pages as wide as the window shrink, too', async () => {
    const width = await page.evaluate(() => {
      document.body.style.width = '100vw';
      return Math.round(innerWidth - document.body.getBoundingClientRect().right);
    });
    expect(width).toBe(DEFAULT_WIDTH);
  });

  it('leaves what is fixed alone on a page that scrolls as a whole', async () => {
    const fixed = await page.evaluate(async () => {
      const long = document.createElement('div');
      long.style.height = '5000px';
      document.documentElement.style.overflow = 'auto';
      document.documentElement.style.height = document.body.style.height = 'auto';
      document.body.style.overflow = 'visible';
      document.body.append(long);
      window.dispatchEvent(new Event('resize'));
      const bar = document.createElement('div');
      bar.setAttribute('style', 'position: fixed; inset: auto 0 0 0; height: 10px');
      document.body.append(bar);
      window.scrollTo(0, 800);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return [window.scrollY, Math.round(bar.getBoundingClientRect().bottom) - innerHeight];
    });
    expect(fixed).toEqual([800, 0]);
  });

  it('stands on the other side of a page from right to left', async () => {
    await visit(`${TICKET}?dir=rtl`);
    await eventually('the dock', isThere);
    // What is fixed stays where its author put it: window coordinates must mean the same as before.
    expect(await gaps()).toMatchObject({ page: DEFAULT_WIDTH, absolute: DEFAULT_WIDTH, fixed: 0 });
    const left = await page.evaluate(
      () => document.querySelector('trivet-dock')?.getBoundingClientRect().left,
    );
    expect(left).toBe(0);
  });

  it('lies over the page in a narrow window', async () => {
    await page.resize(860);
    await eventually('the whole width', async () => (await gaps()).page === 0);
    expect(await dockWidth()).toBe(DEFAULT_WIDTH);
  });

  it('is dragged wider, and as wide in the next page', async () => {
    const edge = 1400 - DEFAULT_WIDTH;
    await page.drag({ x: edge, y: 300 }, { x: edge - 100, y: 320 });
    expect(await dockWidth()).toBe(480);
    expect((await gaps()).page).toBe(480);
    await page.drag({ x: edge - 100, y: 300 }, { x: 10, y: 300 });
    expect(await dockWidth()).toBe(560);
    await visit(TICKET);
    await eventually('the kept width', async () => (await dockWidth()) === 560);
  });

  it('collapsed, it leaves a handle that opens it again, and stays collapsed in the next page', async () => {
    const port = await connectToPage(page);
    await port.post({ type: 'dock.collapse' });
    await eventually('the whole width', async () => (await gaps()).page === 0);
    await visit(TICKET);
    await eventually('the handle', () =>
      page.evaluate(
        () => document.querySelector('trivet-dock')?.getAttribute('data-view') === 'handle',
      ),
    );
    expect((await gaps()).page).toBe(0);
    const middle = await page.evaluate(() => ({ x: innerWidth - 10, y: innerHeight / 2 }));
    await page.drag(middle, middle);
    await eventually('the dock', async () => (await dockWidth()) === DEFAULT_WIDTH);
  });

  it('is not there without a ticket', async () => {
    await visit('/agent/dashboard');
    expect(await isThere()).toBe(false);
    await page.evaluate((id) => window.__standIn.open(id), mailTicket.id);
    await eventually('the dock', isThere);
    await page.evaluate(() => history.back());
    await eventually('the whole width', async () => (await gaps()).page === 0);
  });

  it('a page can neither restyle it nor forbid its styles', async () => {
    await visit('/agent/dashboard');
    await page.evaluate(async (id) => {
      const style = document.createElement('style');
      style.textContent =
        'trivet-dock, body ~ * { display: none !important; width: 1px !important; opacity: 0 !important; transform: scale(0) !important }' +
        'iframe { visibility: hidden !important }';
      document.head.append(style);
      const policy = document.createElement('meta');
      policy.httpEquiv = 'content-security-policy';
      policy.content = "style-src 'none'; frame-src 'self'";
      document.head.append(policy);
      await window.__standIn.open(id);
    }, mailTicket.id);
    await eventually('the dock', isThere);
    const size = await page.inDock(() => [innerWidth, innerHeight]);
    const height = await page.evaluate(() => innerHeight);
    expect(size).toEqual([DEFAULT_WIDTH, height]);
    const hit = await page.evaluate(() => {
      const host = document.elementFromPoint(innerWidth - 100, 100);
      return [host?.localName, host && getComputedStyle(host).opacity];
    });
    expect(hit).toEqual(['trivet-dock', '1']);
  });

  it('the page’s scripts reach nothing in it', async () => {
    const reached = await page.evaluate(() => ({
      root: document.querySelector('trivet-dock')?.shadowRoot ?? null,
      frames: [...document.querySelectorAll('iframe')].filter(({ src }) =>
        src.includes('extension'),
      ).length,
      named: Array.from({ length: window.length }, (_, at) => {
        try {
          return window[at]!.location.protocol;
        } catch {
          return 'other origin';
        }
      }).filter((protocol) => protocol.includes('extension')),
    }));
    expect(reached).toEqual({ root: null, frames: 0, named: [] });
  });

  // The last one: the extension is another instance afterwards.
  it('goes with its extension, and leaves the page as it was', async () => {
    await page.evaluate(() => document.querySelector('trivet-dock')?.setAttribute('data-old', ''));
    await page.reloadExtension();
    await eventually('the old dock to go', () =>
      page.evaluate(() => document.querySelector('[data-old]') === null),
    );
    // Firefox starts the new instance in open pages, too.
    const isBack = browser === 'firefox';
    await eventually('the new state', async () => (await isThere()) === isBack);
    expect((await gaps()).page).toBe(isBack ? DEFAULT_WIDTH : 0);
    await page.evaluate(() => {
      history.pushState(null, '', '/agent/dashboard');
    });
    await eventually('the whole width', async () => (await gaps()).page === 0);
    const styles = await page.evaluate(() => [
      document.documentElement.getAttribute('style') ?? '',
      document.body.getAttribute('style') ?? '',
    ]);
    expect(styles).toEqual(['', '']);
  });
});

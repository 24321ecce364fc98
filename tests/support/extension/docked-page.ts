/** A helpdesk page with our built extension in either browser, and a way into its docked sidebar. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchChromium } from '@/tests/support/browsers/chromium';
import { launchFirefox } from '@/tests/support/browsers/firefox';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import type { HostMap } from '@/tests/support/connect-proxy';
import { FIREFOX_EXTENSION_ID } from '@/tests/support/extension-id';

type PageFunction<A extends readonly unknown[], R> = (...args: A) => R | Promise<R>;

/** What Firefox's own scripts have, as far as it is used here. */
interface BrowserScope {
  ChromeUtils: {
    importESModule(url: string): {
      AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
    };
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface DockedPage {
  goto(url: string): Promise<void>;
  /** Runs a self-contained function in the helpdesk page. */
  evaluate<A extends readonly unknown[], R>(run: PageFunction<A, R>, ...args: A): Promise<R>;
  /** The same in the docked sidebar, which is an extension page with all its APIs. */
  inDock<A extends readonly unknown[], R>(run: PageFunction<A, R>, ...args: A): Promise<R>;
  /** Runs the body of an async function, given as text, in the docked sidebar. */
  runInDock(body: string): Promise<unknown>;
  /** A real key press on an element of the docked sidebar. */
  pressInDock(selector: string, key: string): Promise<void>;
  /** Types with real key events where the focus is. */
  type(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** Drags with the mouse from one point of the window to another. */
  drag(from: Point, to: Point): Promise<void>;
  /** Width of the page in CSS pixels. */
  resize(width: number): Promise<void>;
  /** Ends this instance of the extension under its open pages and starts another, as an update does. */
  reloadExtension(): Promise<void>;
  /** Ends the background at once, as the browser does when it is idle or short of memory. */
  stopBackground(): Promise<void>;
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

/** Builds stand in `.output`; `TRIVET_BUILDS` names another folder with `chrome-mv3` and `firefox-mv3`. */
export function builtExtension(browser: BrowserName): string {
  const name = browser === 'chromium' ? 'chrome-mv3' : 'firefox-mv3';
  const folder = resolve(process.env['TRIVET_BUILDS'] ?? '.output', name);
  if (!existsSync(folder)) throw new Error(`No build in ${folder}: run wxt build first`);
  return folder;
}

export function openDockedPage(browser: BrowserName, hosts: HostMap): Promise<DockedPage> {
  return browser === 'chromium' ? openInChromium(hosts) : openInFirefox(hosts);
}

/** Repeats until the work gives something truthy, for at most ten seconds. */
export async function eventually<T>(what: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + 10_000;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      const value = await work();
      if (value) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    await sleep(30);
  }
  throw new Error(`Waited in vain for ${what}`, { cause: last });
}

/** Keys without a character: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const WEBDRIVER_KEYS: Readonly<Record<string, string>> = { Enter: '\uE007', Escape: '\uE00C' };

/** As text, so that a function reaches the page as written; some compilers wrap inner ones in `__name`. */
const expressionOf = (run: unknown, args: readonly unknown[]): string =>
  `((__name) => (${String(run)}))((inner) => inner)(...${JSON.stringify(args)})`;

async function openInChromium(hosts: HostMap): Promise<DockedPage> {
  const session = await launchChromium({ hosts, extension: builtExtension('chromium') });
  const page = session.context.pages()[0] ?? (await session.context.newPage());
  const protocol = await session.context.newCDPSession(page);
  await protocol.send('ServiceWorker.enable');
  const dock = () =>
    eventually('the dock', async () =>
      page.frames().find((frame) => frame.url().startsWith('chrome-extension:')),
    );
  return {
    async goto(url) {
      await page.goto(url);
    },
    evaluate: (run, ...args) => page.evaluate(expressionOf(run, args)),
    async inDock(run, ...args) {
      const frame = await dock();
      return frame!.evaluate(expressionOf(run, args));
    },
    async runInDock(body) {
      const frame = await dock();
      return frame!.evaluate(`(async () => { ${body} })()`);
    },
    async pressInDock(selector, key) {
      const frame = await dock();
      await frame!.locator(selector).first().press(key);
    },
    type: (selector, text) => page.locator(selector).pressSequentially(text),
    click: (selector) => page.locator(selector).click(),
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 8 });
      await page.mouse.up();
    },
    resize: (width) => page.setViewportSize({ width, height: 800 }),
    async reloadExtension() {
      const frame = await dock();
      await frame!.evaluate('void setTimeout(() => chrome.runtime.reload(), 20)');
    },
    async stopBackground() {
      await protocol.send('ServiceWorker.stopAllWorkers');
    },
    async screenshot(file) {
      await page.screenshot({ path: file });
    },
    close: () => session.close(),
  };
}

async function openInFirefox(hosts: HostMap): Promise<DockedPage> {
  const firefox = await launchFirefox({ hosts, extension: builtExtension('firefox') });
  const enterDock = () =>
    eventually('the dock', async () => {
      await firefox.enterFrame();
      await firefox.enterDock();
      return true;
    });
  return {
    goto: (url) => firefox.goto(url),
    evaluate: (run, ...args) => firefox.evaluate(run, ...args),
    async inDock(run, ...args) {
      await enterDock();
      try {
        return await firefox.evaluate(run, ...args);
      } finally {
        await firefox.enterFrame();
      }
    },
    async runInDock(body) {
      await enterDock();
      try {
        return await firefox.evaluateText(body);
      } finally {
        await firefox.enterFrame();
      }
    },
    async pressInDock(selector, key) {
      await firefox.enterDock();
      try {
        await firefox.type(selector, WEBDRIVER_KEYS[key] ?? key);
      } finally {
        await firefox.enterFrame();
      }
    },
    type: (selector, text) => firefox.type(selector, text),
    click: (selector) => firefox.click(selector),
    async drag(from, to) {
      const move = (at: Point) => ({ type: 'pointerMove', duration: 50, ...at });
      const button = (type: string) => ({ type, button: 0 });
      const actions = [move(from), button('pointerDown'), move(to), button('pointerUp')];
      const pointer = {
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions,
      };
      await firefox.send('WebDriver:PerformActions', { actions: [pointer] });
    },
    async resize(width) {
      const extra = await firefox.evaluate(() => outerWidth - innerWidth);
      await firefox.send('WebDriver:SetWindowRect', { width: width + extra, height: 900 });
    },
    async reloadExtension() {
      await firefox.evaluateInBrowser(async (id) => {
        const { AddonManager } = (globalThis as never as BrowserScope).ChromeUtils.importESModule(
          'resource://gre/modules/AddonManager.sys.mjs',
        );
        await (await AddonManager.getAddonByID(id)).reload();
      }, FIREFOX_EXTENSION_ID);
    },
    stopBackground: () => firefox.stopBackground(),
    screenshot: (file) => firefox.screenshot(file),
    close: () => firefox.close(),
  };
}

/** One page in either browser, with the few verbs that tests need in both. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { HostMap } from '../connect-proxy';
import { launchChromium } from './chromium';
import { launchFirefox } from './firefox';

export type BrowserName = 'chromium' | 'firefox';

export interface PageDriverOptions {
  readonly hosts: HostMap;
  readonly extension?: string;
  readonly size?: { readonly width: number; readonly height: number };
}

export interface PageDriver {
  readonly browser: BrowserName;
  goto(url: string): Promise<void>;
  /** Runs a self-contained function in the page; arguments and result travel as JSON. */
  evaluate<A extends readonly unknown[], R>(
    run: (...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R>;
  /** Repeats until the result is truthy, for at most ten seconds. */
  waitFor<A extends readonly unknown[], R>(
    run: (...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R>;
  /** Types with real key events; `\n` is the Enter key. */
  type(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

export function openBrowserPage(
  browser: BrowserName,
  options: PageDriverOptions,
): Promise<PageDriver> {
  return browser === 'chromium' ? openChromiumPage(options) : openFirefoxPage(options);
}

async function openChromiumPage(options: PageDriverOptions): Promise<PageDriver> {
  const { context, close } = await launchChromium(options);
  const page = context.pages()[0] ?? (await context.newPage());
  // A text expression, so that a function reaches the page as it was written; `__name` is what some
  // compilers wrap inner functions in.
  const evaluate: PageDriver['evaluate'] = (run, ...args) =>
    page.evaluate(`((__name) => (${String(run)}))((inner) => inner)(...${JSON.stringify(args)})`);
  return {
    browser: 'chromium',
    evaluate,
    close,
    async goto(url) {
      await page.goto(url);
    },
    async waitFor(run, ...args) {
      const deadline = Date.now() + 10_000;
      while (Date.now() < deadline) {
        const value = await evaluate(run, ...args).catch(() => null);
        if (value) return value;
        await sleep(50);
      }
      throw new Error(`Waited in vain for ${String(run)}`);
    },
    type: (selector, text) => page.locator(selector).pressSequentially(text),
    click: (selector) => page.locator(selector).click(),
    async screenshot(file) {
      await page.screenshot({ path: file });
    },
  };
}

/** WebDriver's private-use code for the Enter key. */
const webDriverEnter = '\uE007';

async function openFirefoxPage(options: PageDriverOptions): Promise<PageDriver> {
  const firefox = await launchFirefox(options);
  return {
    browser: 'firefox',
    goto: (url) => firefox.goto(url),
    evaluate: (run, ...args) => firefox.evaluate(run, ...args),
    waitFor: (run, ...args) => firefox.waitFor(run, ...args),
    type: (selector, text) => firefox.type(selector, text.replaceAll('\n', webDriverEnter)),
    click: (selector) => firefox.click(selector),
    screenshot: (file) => firefox.screenshot(file),
    close: () => firefox.close(),
  };
}

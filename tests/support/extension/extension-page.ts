/** One of our extension's pages in a tab of its own, in either browser, and the power to stop the background. */
import { launchChromium } from '@/tests/support/browsers/chromium';
import { FIREFOX_EXTENSION_UUID, launchFirefox } from '@/tests/support/browsers/firefox';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import type { HostMap } from '@/tests/support/connect-proxy';
import { builtExtension } from '@/tests/support/extension/docked-page';

type PageFunction<A extends readonly unknown[], R> = (...args: A) => R | Promise<R>;

export interface ExtensionPage {
  /** Opens another page: `options.html`, or any address. */
  goto(page: string): Promise<void>;
  /** Runs a self-contained function in the page. */
  evaluate<A extends readonly unknown[], R>(run: PageFunction<A, R>, ...args: A): Promise<R>;
  /** Gives a file of this machine to a file field. */
  chooseFile(selector: string, file: string): Promise<void>;
  /** Ends the background at once, as the browser does when it is idle or short of memory. */
  stopBackground(): Promise<void>;
  close(): Promise<void>;
}

/** A fresh profile with the extension just installed, at the page. */
export async function openExtensionPage(
  browser: BrowserName,
  page: string,
  hosts: HostMap = {},
): Promise<ExtensionPage> {
  const opened = await (browser === 'chromium' ? openInChromium(hosts) : openInFirefox(hosts));
  await opened.goto(page);
  return opened;
}

const expressionOf = (run: unknown, args: readonly unknown[]): string =>
  `((__name) => (${String(run)}))((inner) => inner)(...${JSON.stringify(args)})`;

async function openInChromium(hosts: HostMap): Promise<ExtensionPage> {
  const session = await launchChromium({ hosts, extension: builtExtension('chromium') });
  const page = session.context.pages()[0] ?? (await session.context.newPage());
  const origin = `chrome-extension://${session.extensionId}`;
  const protocol = await session.context.newCDPSession(page);
  await protocol.send('ServiceWorker.enable');
  return {
    async goto(path) {
      await page.goto(new URL(path, `${origin}/`).href);
    },
    evaluate: (run, ...args) => page.evaluate(expressionOf(run, args)),
    chooseFile: (selector, file) => page.locator(selector).setInputFiles(file),
    async stopBackground() {
      await protocol.send('ServiceWorker.stopAllWorkers');
    },
    close: () => session.close(),
  };
}

async function openInFirefox(hosts: HostMap): Promise<ExtensionPage> {
  const firefox = await launchFirefox({ hosts, extension: builtExtension('firefox') });
  const origin = `moz-extension://${FIREFOX_EXTENSION_UUID}`;
  return {
    goto: (path) => firefox.goto(new URL(path, `${origin}/`).href),
    evaluate: (run, ...args) => firefox.evaluate(run, ...args),
    chooseFile: (selector, file) => firefox.type(selector, file),
    stopBackground: () => firefox.stopBackground(),
    close: () => firefox.close(),
  };
}

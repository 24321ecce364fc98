/** The demo's browser: Chromium or Firefox with the built extension on the stand-in helpdesk. */
import type { Frame, Page } from 'playwright-core';
import { launchChromium } from '@/tests/support/browsers/chromium';
import { launchFirefox, FIREFOX_EXTENSION_UUID } from '@/tests/support/browsers/firefox';
import {
  readSidebarDocument,
  type SidebarReading,
} from '@/tests/support/extension/sidebar-reading';

export interface DemoBrowser {
  openTicket(url: string): Promise<void>;
  readSidebar(): Promise<SidebarReading | null>;
  /** Presses the key that inserts the link, on this item's card. */
  insertLink(itemId: string): Promise<void>;
  /** Text of the visible composer. */
  readDraft(): Promise<string>;
  /** Imports a file of documents on the options page and waits until all are searchable. */
  importDocuments(file: string): Promise<void>;
  screenshot(file: string): Promise<void>;
  /** Resolves when the person closes the window. */
  closed: Promise<void>;
  close(): Promise<void>;
}

interface Start {
  name: 'chromium' | 'firefox';
  extension: string;
  port: number;
  headless: boolean;
}

const SIZE = { width: 1440, height: 900 };

export function startDemoBrowser({ name, ...start }: Start): Promise<DemoBrowser> {
  return name === 'chromium' ? startChromium(start) : startFirefox(start);
}

/** Runs in the helpdesk page. */
function readVisibleDraft(): string {
  const editors = [...document.querySelectorAll<HTMLElement>('.ck-editor__editable')];
  return editors.find((editor) => editor.checkVisibility())?.innerText ?? '';
}

async function startChromium({
  extension,
  port,
  headless,
}: Omit<Start, 'name'>): Promise<DemoBrowser> {
  const hosts = { '*.zendesk.com': port };
  const session = await launchChromium({ hosts, extension, headless, size: SIZE });
  const page = session.context.pages()[0] ?? (await session.context.newPage());
  const dock = (of: Page): Frame | undefined =>
    of
      .frames()
      .find((frame) => frame.url().startsWith(`chrome-extension://${session.extensionId}`));
  return {
    closed: new Promise((resolve) => session.context.once('close', () => resolve())),
    close: () => session.close(),
    async openTicket(url) {
      await page.goto(url);
    },
    readSidebar: async () =>
      (await dock(page)
        ?.evaluate(readSidebarDocument)
        .catch(() => null)) ?? null,
    async insertLink(itemId) {
      const selector = `article[data-card=${JSON.stringify(itemId)}]`;
      const card = dock(page)?.locator(selector);
      // As an agent would: the click selects the card, and the key is for the selected one.
      await card?.click({ position: { x: 4, y: 40 } });
      await dock(page)?.locator(`${selector}[aria-current]`).waitFor({ timeout: 5_000 });
      await card?.press('l');
    },
    readDraft: () => page.evaluate(readVisibleDraft),
    async importDocuments(file) {
      const options = await session.context.newPage();
      await options.goto(`chrome-extension://${session.extensionId}/options.html`);
      await options.locator('[data-import] input[type=file]').setInputFiles(file);
      await options.locator('[data-import="done"]').waitFor({ timeout: 600_000 });
      await options.close();
    },
    async screenshot(file) {
      await page.screenshot({ path: file });
    },
  };
}

async function startFirefox({
  extension,
  port,
  headless,
}: Omit<Start, 'name'>): Promise<DemoBrowser> {
  const hosts = { '*.zendesk.com': port };
  const firefox = await launchFirefox({ hosts, extension, headless, size: SIZE });
  const inDock = async <T>(work: () => Promise<T>): Promise<T> => {
    await firefox.enterDock();
    try {
      return await work();
    } finally {
      await firefox.enterFrame();
    }
  };
  return {
    closed: firefox.ended,
    close: () => firefox.close(),
    openTicket: (url) => firefox.goto(url),
    readSidebar: () => inDock(() => firefox.evaluate(readSidebarDocument)).catch(() => null),
    insertLink: (itemId) =>
      inDock(async () => {
        // As an agent would: down to the card, then the key.
        const isSelected = (id: string): boolean =>
          document.querySelector('[aria-current]')?.getAttribute('data-card') === id;
        for (let steps = 0; steps < 20 && !(await firefox.evaluate(isSelected, itemId)); steps++) {
          await firefox.type('article[aria-current]', 'j');
        }
        await firefox.type('article[aria-current]', 'l');
      }),
    readDraft: () => firefox.evaluate(readVisibleDraft),
    async importDocuments(file) {
      const back = (await firefox.tabs())[0] ?? '';
      await firefox.switchToTab(await firefox.openTab());
      await firefox.goto(`moz-extension://${FIREFOX_EXTENSION_UUID}/options.html`);
      await firefox.waitFor(
        () => document.querySelector('[data-import] input[type=file]') !== null,
      );
      await firefox.type('[data-import] input[type=file]', file);
      await firefox.waitFor(() => document.querySelector('[data-import="done"]') !== null);
      await firefox.switchToTab(back);
    },
    screenshot: (file) => firefox.screenshot(file, 'window'),
  };
}

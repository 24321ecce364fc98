/** Opens the page of editors in either browser, with real keys. */
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { launchChromium } from '@/tests/support/browsers/chromium';
import { launchFirefox } from '@/tests/support/browsers/firefox';
import type { BrowserName, PageDriver } from '@/tests/support/browsers/page-driver';
import { listenOnLoopback } from '@/tests/support/loopback';
import { buildEditorsPage } from './build-page';
import './page-hooks';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
/** WebDriver's private-use code for the Control key. */
const WEB_DRIVER_CONTROL = '\uE009';

export interface EditorsPage {
  evaluate: PageDriver['evaluate'];
  /** Loads the editor's page anew. */
  open(editor: string): Promise<void>;
  /** Types with real keys, where the caret is. */
  type(text: string): Promise<void>;
  pressUndo(): Promise<void>;
  close(): Promise<void>;
}

type Browser = Pick<PageDriver, 'evaluate' | 'goto' | 'close'> &
  Pick<EditorsPage, 'type' | 'pressUndo'>;

/** The same for both browsers. */
let built: ReturnType<typeof buildEditorsPage> | null = null;

export async function openEditors(browser: BrowserName): Promise<EditorsPage> {
  const files = await (built ??= buildEditorsPage());
  const server = createServer(({ url }, response) => {
    const path = new URL(url ?? '/', 'http://page').pathname.slice(1) || 'index.html';
    const body = files.get(path);
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': `${TYPES[extname(path)] ?? 'application/octet-stream'}; charset=utf-8`,
    });
    response.end(body);
  });
  const port = await listenOnLoopback(server);
  const { evaluate, goto, close, type, pressUndo } =
    browser === 'chromium' ? await startChromium() : await startFirefox();
  return {
    evaluate,
    type,
    pressUndo,
    async open(editor) {
      await goto(`http://127.0.0.1:${port}/?editor=${editor}`);
      await evaluate(async () => {
        const deadline = Date.now() + 20_000;
        while (!('editorUnderTest' in window)) {
          if (Date.now() > deadline) throw new Error('The editor did not load');
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      });
    },
    async close() {
      await close();
      server.close();
    },
  };
}

async function startChromium(): Promise<Browser> {
  const { context, close } = await launchChromium({ hosts: {} });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    close,
    evaluate: (run, ...args) =>
      page.evaluate(`((__name) => (${String(run)}))((inner) => inner)(...${JSON.stringify(args)})`),
    async goto(url) {
      await page.goto(url);
    },
    type: (text) => page.keyboard.type(text),
    pressUndo: () => page.keyboard.press('Control+z'),
  };
}

async function startFirefox(): Promise<Browser> {
  const firefox = await launchFirefox({ hosts: {} });
  const press = async (...keys: string[]): Promise<void> => {
    const down = keys.map((value) => ({ type: 'keyDown', value }));
    const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
    const actions = [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }];
    await firefox.send('WebDriver:PerformActions', { actions });
  };
  return {
    close: () => firefox.close(),
    evaluate: (run, ...args) => firefox.evaluate(run, ...args),
    goto: (url) => firefox.goto(url),
    async type(text) {
      // oxlint-disable-next-line no-await-in-loop -- one key after the other
      for (const key of text) await press(key);
    },
    pressUndo: () => press(WEB_DRIVER_CONTROL, 'z'),
  };
}

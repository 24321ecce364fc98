/** What a test does with a running Firefox: pages, frames, extension pages, and the browser's own window. */
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { FIREFOX_EXTENSION_ID } from '../extension-id';
import type { Marionette } from './marionette';

/** The key under which WebDriver hands out element references. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

type PageFunction<A extends readonly unknown[], R> = (...args: A) => R | Promise<R>;

export interface FirefoxSession {
  readonly profile: string;
  /** Hosts that were asked for, `name:port`, refused ones included. */
  readonly askedHosts: readonly string[];
  goto(url: string): Promise<void>;
  /** Runs a self-contained function in the current page or frame; arguments and result travel as JSON. */
  evaluate<A extends readonly unknown[], R>(run: PageFunction<A, R>, ...args: A): Promise<R>;
  /** Runs the body of an async function, given as text. */
  evaluateText(body: string): Promise<unknown>;
  /** The same as `evaluate` with the browser's own privileges. */
  evaluateInBrowser<A extends readonly unknown[], R>(
    run: PageFunction<A, R>,
    ...args: A
  ): Promise<R>;
  /** Repeats until the result is truthy, for at most ten seconds. */
  waitFor<A extends readonly unknown[], R>(run: PageFunction<A, R>, ...args: A): Promise<R>;
  click(selector: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  /** Enters the frame, or the top document when there is no selector. */
  enterFrame(selector?: string): Promise<void>;
  /** Enters our docked sidebar, whose frame stands in a closed shadow root where no selector reaches. */
  enterDock(): Promise<void>;
  openTab(): Promise<string>;
  tabs(): Promise<readonly string[]>;
  switchToTab(handle: string): Promise<void>;
  /** A PNG of the page, or of the whole window. */
  screenshot(file: string, whole?: 'page' | 'window'): Promise<void>;
  installExtension(folder: string): Promise<void>;
  /** Ends the background page as an idle browser would. */
  stopBackground(): Promise<void>;
  /** For commands without a method here. */
  send: Marionette['send'];
  /** Resolves when Firefox has ended, for whatever reason. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
  /** SIGKILL, for crash tests. The profile stays. */
  kill(): Promise<void>;
}

/** A command's result is wrapped as `{value}` by some commands and bare in others. */
const unwrap = (result: unknown): unknown =>
  typeof result === 'object' && result !== null && 'value' in result ? result.value : result;

/** `__name` is what some compilers wrap inner functions in; the page does not have it. */
const wrapScript = (source: string): string => `
  const given = [...arguments], done = given.pop(), __name = (inner) => inner;
  Promise.resolve().then(() => (${source})(...given)).then(
    (value) => done({ value }),
    (error) => done({ error: String(error) + '\\n' + (error?.stack ?? '') }),
  );`;

/** In the browser's own context: the number of our frame among the front page's frames. */
const FIND_DOCK = `() => {
  const frames = gBrowser.selectedBrowser.browsingContext.children;
  const index = frames.findIndex((frame) => frame.currentURI?.spec.startsWith('moz-extension:'));
  if (index < 0) throw new Error('There is no docked sidebar');
  return index;
}`;

/** Wraps a connection that has a WebDriver session. */
export function createFirefoxSession(
  marionette: Marionette,
  profile: string,
  askedHosts: readonly string[],
  ending: Pick<FirefoxSession, 'close' | 'ended' | 'kill'>,
): FirefoxSession {
  const { send } = marionette;

  const run = async (
    source: string,
    args: readonly unknown[],
    sandbox: string | null,
  ): Promise<unknown> => {
    const reply = await send('WebDriver:ExecuteAsyncScript', {
      script: wrapScript(source),
      args,
      sandbox,
      newSandbox: false,
    });
    const outcome = unwrap(reply) as { value?: unknown; error?: string } | null;
    if (outcome?.error !== undefined) throw new Error(outcome.error);
    return outcome?.value;
  };
  const inBrowser = async <T>(work: () => Promise<T>): Promise<T> => {
    await send('Marionette:SetContext', { value: 'chrome' });
    try {
      return await work();
    } finally {
      await send('Marionette:SetContext', { value: 'content' });
    }
  };
  const find = async (selector: string): Promise<string> => {
    const found = unwrap(
      await send('WebDriver:FindElement', { using: 'css selector', value: selector }),
    );
    return (found as Readonly<Record<string, string>>)[elementKey] ?? '';
  };
  const evaluate: FirefoxSession['evaluate'] = async (script, ...args) =>
    (await run(String(script), args, null)) as Awaited<ReturnType<typeof script>>;
  const evaluateText = (body: string): Promise<unknown> => run(`async () => { ${body} }`, [], null);
  const evaluateInBrowser: FirefoxSession['evaluateInBrowser'] = async (script, ...args) =>
    (await inBrowser(() => run(String(script), args, 'system'))) as Awaited<
      ReturnType<typeof script>
    >;

  return {
    profile,
    askedHosts,
    send,
    evaluate,
    evaluateText,
    evaluateInBrowser,
    ...ending,
    async goto(url) {
      await send('WebDriver:Navigate', { url });
    },
    async waitFor(script, ...args) {
      const deadline = Date.now() + 10_000;
      let last: unknown = 'a falsy result';
      while (Date.now() < deadline) {
        try {
          const value = await evaluate(script, ...args);
          if (value) return value;
        } catch (error) {
          last = error;
        }
        await sleep(50);
      }
      throw new Error(`Waited in vain for ${String(script)}`, { cause: last });
    },
    async click(selector) {
      await send('WebDriver:ElementClick', { id: await find(selector) });
    },
    async type(selector, text) {
      await send('WebDriver:ElementSendKeys', { id: await find(selector), text });
    },
    async enterFrame(selector) {
      await send(
        'WebDriver:SwitchToFrame',
        selector === undefined ? {} : { element: await find(selector) },
      );
    },
    async enterDock() {
      const index = await inBrowser(() => run(FIND_DOCK, [], 'system'));
      await send('WebDriver:SwitchToFrame', { id: index });
    },
    async openTab() {
      const opened = unwrap(await send('WebDriver:NewWindow', { type: 'tab' }));
      return (opened as { handle: string }).handle;
    },
    tabs: async () => unwrap(await send('WebDriver:GetWindowHandles')) as readonly string[],
    async switchToTab(handle) {
      await send('WebDriver:SwitchToWindow', { handle });
    },
    async screenshot(file, whole = 'page') {
      const take = async () => unwrap(await send('WebDriver:TakeScreenshot', { full: false }));
      const data = await (whole === 'window' ? inBrowser(take) : take());
      writeFileSync(file, Buffer.from(String(data), 'base64'));
    },
    async installExtension(folder) {
      await send('Addon:Install', { path: folder, temporary: true });
    },
    async stopBackground() {
      await inBrowser(() =>
        run(
          `async (id) => { await WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true }); }`,
          [FIREFOX_EXTENSION_ID],
          'system',
        ),
      );
    },
  };
}

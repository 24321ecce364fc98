/** The settings page in either browser, worked as people do: buttons and fields by their names, words as shown. */
import { setTimeout as sleep } from 'node:timers/promises';
import { launchChromium } from '@/tests/support/browsers/chromium';
import { FIREFOX_EXTENSION_UUID, launchFirefox } from '@/tests/support/browsers/firefox';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import type { HostMap } from '@/tests/support/connect-proxy';

type PageFunction<A extends readonly unknown[], R> = (...args: A) => R | Promise<R>;

/** What the two browsers do each in its own way. */
interface Hands {
  goto(path: string): Promise<void>;
  evaluate<A extends readonly unknown[], R>(run: PageFunction<A, R>, ...args: A): Promise<R>;
  click(selector: string): Promise<void>;
  /** Replaces what stands in a field. */
  fill(selector: string, text: string): Promise<void>;
  close(): Promise<void>;
}

export interface SettingsPage extends Pick<Hands, 'goto' | 'evaluate' | 'close'> {
  /** Presses the button of this name, or whose name begins with what stands before `*`. */
  press(name: string): Promise<void>;
  hasButton(name: string): Promise<boolean>;
  fill(label: string, text: string): Promise<void>;
  /** Waits for words on the page, or in the row of the source of this name. */
  shows(words: string | RegExp, source?: string): Promise<void>;
  /** The words of the page, or of that row; empty when there is no such row. */
  words(source?: string): Promise<string>;
  count(selector: string): Promise<number>;
}

const PATIENCE_MS = 60_000;
const LOOK_MS = 50;
const MARKED = '[data-wanted]';

/** `extension`: a build's folder. */
export async function openSettings(
  browser: BrowserName,
  extension: string,
  hosts: HostMap,
): Promise<SettingsPage> {
  const open = browser === 'chromium' ? openInChromium : openInFirefox;
  const hands = await open(extension, hosts);
  await hands.goto('options.html');
  const words = (source?: string) => hands.evaluate(readWords, source ?? null);
  return {
    ...hands,
    async press(name) {
      await until(`the button “${name}”`, () => hands.evaluate(markButton, name));
      await hands.click(MARKED);
    },
    hasButton: (name) => hands.evaluate(markButton, name),
    async fill(label, text) {
      await until(`the field “${label}”`, () => hands.evaluate(markField, label));
      await hands.fill(MARKED, text);
    },
    words,
    shows: (wanted, source) =>
      until(`“${wanted.toString()}” in ${source ?? 'the page'}`, async () => {
        const seen = await words(source);
        return typeof wanted === 'string' ? seen.includes(wanted) : wanted.test(seen);
      }),
    count: (selector) =>
      hands.evaluate((wanted) => document.querySelectorAll(wanted).length, selector),
  };
}

async function until(what: string, look: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    if (await look()) return;
    await sleep(LOOK_MS);
  }
  throw new Error(`Waited in vain for ${what}`);
}

/** In the page: marks the button, when it is there and may be pressed. */
function markButton(name: string): boolean {
  for (const old of document.querySelectorAll('[data-wanted]')) old.removeAttribute('data-wanted');
  const isWanted = (own: string): boolean =>
    name.endsWith('*') ? own.startsWith(name.slice(0, -1)) : own === name;
  const button = [...document.querySelectorAll('button')].find(
    (one) =>
      one.checkVisibility() &&
      !one.disabled &&
      one.getAttribute('aria-disabled') !== 'true' &&
      isWanted(one.getAttribute('aria-label') ?? one.textContent?.trim() ?? ''),
  );
  button?.setAttribute('data-wanted', '');
  return button !== undefined;
}

/** In the page. */
function markField(label: string): boolean {
  for (const old of document.querySelectorAll('[data-wanted]')) old.removeAttribute('data-wanted');
  const found = [...document.querySelectorAll('label')].find((one) =>
    (one.textContent ?? '').includes(label),
  );
  found?.control?.setAttribute('data-wanted', '');
  return (found?.control ?? null) !== null;
}

/** In the page. */
function readWords(source: string | null): string {
  if (source === null) return document.body.innerText;
  const rows = [...document.querySelectorAll<HTMLElement>('li.source')];
  return rows.find((row) => row.querySelector('h3')?.textContent === source)?.innerText ?? '';
}

async function openInChromium(extension: string, hosts: HostMap): Promise<Hands> {
  const session = await launchChromium({ extension, hosts });
  const page = session.context.pages()[0] ?? (await session.context.newPage());
  return {
    async goto(path) {
      await page.goto(`chrome-extension://${session.extensionId}/${path}`);
    },
    evaluate: (run, ...args) =>
      page.evaluate(`((__name) => (${String(run)}))((inner) => inner)(...${JSON.stringify(args)})`),
    click: (selector) => page.locator(selector).click(),
    fill: (selector, text) => page.locator(selector).fill(text),
    close: () => session.close(),
  };
}

/** Firefox's own tests answer its question about a host with this preference, as if somebody had pressed “Allow”. */
const ALLOWED_WHEN_ASKED = { 'extensions.webextOptionalPermissionPrompts': false };

async function openInFirefox(extension: string, hosts: HostMap): Promise<Hands> {
  const firefox = await launchFirefox({ extension, hosts, preferences: ALLOWED_WHEN_ASKED });
  return {
    goto: (path) => firefox.goto(`moz-extension://${FIREFOX_EXTENSION_UUID}/${path}`),
    evaluate: (run, ...args) => firefox.evaluate(run, ...args),
    click: (selector) => firefox.click(selector),
    async fill(selector, text) {
      await firefox.evaluate((wanted) => {
        document.querySelector<HTMLInputElement>(wanted)?.select();
      }, selector);
      await firefox.type(selector, text);
    },
    close: () => firefox.close(),
  };
}

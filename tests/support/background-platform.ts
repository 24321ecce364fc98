/** A browser for the background to start in, in a test's hands. */
import { ok } from '@/lib/core/result';
import type { BackgroundPlatform } from '@/lib/app/background/platform';
import type { CommandTab } from '@/lib/platform/panel';
import { readSampleText } from '@/tests/support/sample';

export interface PlatformInHand extends BackgroundPlatform {
  /** What the background asked the browser for, in order. */
  readonly done: string[];
  /** Sent to pages: tab id and message. */
  readonly sent: [number, unknown][];
  /** What the network and the agent's permissions are like. */
  readonly browser: {
    fetch(url: string, init: RequestInit): Promise<Response>;
    askTabOf(origin: string, message: unknown): Promise<unknown>;
    isOnline: boolean;
    /** The origin of the tab in front. */
    inFront: string | null;
    allowed: Set<string>;
  };
  goOnline(): void;
  /** The agent allows an origin. */
  allow(origin: string): void;
  press(command: string, tab: CommandTab): void;
  ring(): void;
}

export function createPlatformInHand(): PlatformInHand {
  const done: string[] = [];
  const sent: [number, unknown][] = [];
  let onCommand: (name: string, tab: CommandTab) => void = () => {};
  let onRing = () => {};
  let onOnline = () => {};
  let onPermission = () => {};
  const browser: PlatformInHand['browser'] = {
    fetch: () => Promise.reject(new TypeError('no network in this test')),
    askTabOf: () => Promise.resolve(null),
    isOnline: true,
    inFront: null,
    allowed: new Set(),
  };
  return {
    browser,
    goOnline() {
      browser.isOnline = true;
      onOnline();
    },
    allow(origin) {
      browser.allowed.add(origin);
      onPermission();
    },
    done,
    sent,
    press: (command, tab) => onCommand(command, tab),
    ring: () => onRing(),
    version: '1.0.0',
    ownOrigin: 'chrome-extension://abc',
    optionsUrl: 'chrome-extension://abc/options.html',
    isHelpdesk: (origin) => origin === 'https://acme.zendesk.com',
    readOwnFile: async (path) => ok(await readSampleText(path)),
    openOptions() {
      done.push('open options');
      return Promise.resolve(ok(null));
    },
    alarm: {
      set: () => Promise.resolve(),
      clear: () => Promise.resolve(),
      onRing(listener) {
        onRing = listener;
      },
    },
    withLock: (_, work) => work(),
    locale: 'en',
    fetch: (url, init) => browser.fetch(url, init),
    isOnline: () => browser.isOnline,
    onOnline(listener) {
      onOnline = listener;
    },
    hasOrigins: (origins) => Promise.resolve(origins.every((one) => browser.allowed.has(one))),
    onPermission(listener) {
      onPermission = listener;
    },
    originInFront: () => Promise.resolve(browser.inFront),
    askTabOf: (origin, message) => browser.askTabOf(origin, message),
    whileAwake: (work) => work(),
    bindToolbarButton: () => void done.push('bind toolbar button'),
    onCommand(listener) {
      onCommand = listener;
    },
    sendToPage(tabId, message) {
      sent.push([tabId, message]);
      return Promise.resolve(true);
    },
    openPanel: ({ windowId }) => void done.push(`open panel in ${windowId}`),
  };
}

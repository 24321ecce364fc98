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
  press(command: string, tab: CommandTab): void;
  ring(): void;
}

export function createPlatformInHand(): PlatformInHand {
  const done: string[] = [];
  const sent: [number, unknown][] = [];
  let onCommand: (name: string, tab: CommandTab) => void = () => {};
  let onRing = () => {};
  return {
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

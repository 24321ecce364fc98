/** The options page's app: its logic with the browser behind it. */
import { selectorPorts } from '@/lib/app/added-selectors';
import { attentionOf } from '@/lib/app/attention';
import { windowNetwork } from '@/lib/app/window-network';
import { createOptions, type OptionsPage } from '@/lib/app/options/options';
import type { BrowserShortcut } from '@/lib/app/stores/options-state';
import { systemClock } from '@/lib/core/clock';
import { send } from '@/lib/messaging/client';
import { commandSchema } from '@/lib/messaging/page-contract';
import { createWording, type Wording } from '@/lib/platform/i18n';
import { requestOrigins } from '@/lib/platform/permissions';
import { readReplyTemplates, writeReplyTemplates } from '@/lib/app/reply-templates';
import {
  browserName,
  canOpenShortcutSettings,
  openShortcutSettings,
  readCommandKeys,
} from '@/lib/platform/shortcuts';

export interface OptionsApp extends OptionsPage {
  wording: Wording;
}

/** Starts the options page in this window. */
export function createOptionsApp(): OptionsApp {
  const wording = createWording();
  const page = createOptions({
    background: { send },
    attention: attentionOf(window),
    isLookedAt: () => document.visibilityState === 'visible',
    askOrigins: requestOrigins,
    saveFile,
    network: windowNetwork(window),
    clock: systemClock,
    locale: wording.locale,
    replyTemplates: { read: readReplyTemplates, write: writeReplyTemplates },
    selectors: selectorPorts(document),
    browser: browserName,
    shortcutSettings: canOpenShortcutSettings() ? 'openable' : 'by-hand',
    readShortcuts,
    openShortcutSettings,
  });
  return { ...page, wording };
}

/** Our own commands in our own order; browsers add some of theirs. */
async function readShortcuts(): Promise<BrowserShortcut[]> {
  const all = await readCommandKeys();
  return commandSchema.options.map((command) => ({
    command,
    keys: all.find(({ name }) => name === command)?.keys ?? '',
  }));
}

/** A download needs no permission when a link of the page's own is followed. */
function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

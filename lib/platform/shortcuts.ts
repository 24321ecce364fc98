/** The browser-wide keys of our commands, and the page where they are changed. */
import { browser } from 'wxt/browser';

export interface CommandKeys {
  name: string;
  /** As the browser writes it; '' when unset. */
  keys: string;
}

export const browserName: 'chrome' | 'firefox' =
  import.meta.env.BROWSER === 'firefox' ? 'firefox' : 'chrome';

interface FirefoxCommands {
  openShortcutSettings?: () => Promise<void>;
}

const CHROME_SETTINGS = 'chrome://extensions/shortcuts';

/** Every command with its key. */
export async function readCommandKeys(): Promise<CommandKeys[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', shortcut = '' }) => ({ name, keys: shortcut }));
}

/** False where the browser lets no page open its shortcut settings (Firefox before 137). */
export function canOpenShortcutSettings(): boolean {
  return browserName === 'chrome' || firefoxSettings() !== null;
}

/** Opens the browser's own page for changing keys. */
export async function openShortcutSettings(): Promise<void> {
  if (browserName === 'chrome') await browser.tabs.create({ url: CHROME_SETTINGS });
  else await firefoxSettings()?.();
}

/** https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/commands/openShortcutSettings */
function firefoxSettings(): (() => Promise<void>) | null {
  const commands = browser.commands as typeof browser.commands & FirefoxCommands;
  return commands.openShortcutSettings?.bind(commands) ?? null;
}

/** Where forms that are added to a helpdesk's selectors are kept: with the extension's settings, one key each. */
import { browser, type Browser } from 'wxt/browser';

const keyOf = (helpdesk: string): string => `selectors.${helpdesk}`;

/** Whatever is stored; undefined when nothing is, or it cannot be read: then the built-in ones count. */
export async function readAddedSelectors(helpdesk: string): Promise<unknown> {
  try {
    const key = keyOf(helpdesk);
    return (await browser.storage.local.get(key))[key];
  } catch {
    return undefined;
  }
}

/** Null takes them back. False when the storage is full or broken. */
export async function writeAddedSelectors(
  helpdesk: string,
  value: object | null,
): Promise<boolean> {
  const key = keyOf(helpdesk);
  try {
    if (value === null) await browser.storage.local.remove(key);
    else await browser.storage.local.set({ [key]: value });
    return true;
  } catch {
    return false;
  }
}

/**
 * Calls `onValue` with what is stored, if anything, and with each change after that, where nothing
 * is null or undefined. Returns how to stop.
 */
export function followAddedSelectors(
  helpdesk: string,
  onValue: (value: unknown) => void,
): () => void {
  const key = keyOf(helpdesk);
  const { onChanged } = browser.storage.local;
  const listener = (changes: Record<string, Browser.storage.StorageChange>): void => {
    if (key in changes) onValue(changes[key]?.newValue);
  };
  onChanged.addListener(listener);
  void readAddedSelectors(helpdesk).then((value) => value !== undefined && onValue(value));
  return () => {
    try {
      onChanged.removeListener(listener);
    } catch {
      // The extension was reloaded; its events are gone with it.
    }
  };
}

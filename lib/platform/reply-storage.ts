/** Where a team's own sentences for ready replies are kept: with the extension's settings. */
import { browser, type Browser } from 'wxt/browser';

const KEY = 'replies';

/** Whatever is stored; undefined when nothing is, or it cannot be read: then ours are said. */
export async function readReplySetting(): Promise<unknown> {
  try {
    const stored = await browser.storage.local.get(KEY);
    return stored[KEY];
  } catch {
    return undefined;
  }
}

/** False when the storage is full or broken. */
export async function writeReplySetting(value: object): Promise<boolean> {
  try {
    await browser.storage.local.set({ [KEY]: value });
    return true;
  } catch {
    return false;
  }
}

/** Calls `onChange` when the sentences were changed, on whichever page; returns how to stop. */
export function watchReplySetting(onChange: () => void): () => void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>): void => {
    if (KEY in changes) onChange();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

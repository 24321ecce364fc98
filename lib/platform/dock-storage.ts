/** How wide the docked sidebar is and whether it is collapsed: one choice for all tabs. */
import { browser, type Browser } from 'wxt/browser';

const KEY = 'dock';

export interface DockChoice {
  /** CSS pixels. */
  width: number;
  collapsed: boolean;
}

/** What the agent chose last; null when nothing or something else is stored. */
export async function readDockChoice(): Promise<DockChoice | null> {
  try {
    const stored = await browser.storage.local.get(KEY);
    return parseChoice(stored[KEY]);
  } catch {
    return null;
  }
}

/** Remembers the choice. A full or broken storage only means that it is forgotten. */
export async function writeDockChoice(choice: DockChoice): Promise<void> {
  try {
    await browser.storage.local.set({ [KEY]: choice });
  } catch {
    // The dock itself has changed already.
  }
}

/** Calls `onChange` when any tab chooses; returns how to stop. */
export function watchDockChoice(onChange: (choice: DockChoice) => void): () => void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>): void => {
    const choice = parseChoice(changes[KEY]?.newValue);
    if (choice) onChange(choice);
  };
  const { onChanged } = browser.storage.local;
  onChanged.addListener(listener);
  return () => {
    try {
      onChanged.removeListener(listener);
    } catch {
      // The extension was reloaded; its events are gone with it.
    }
  };
}

function parseChoice(value: unknown): DockChoice | null {
  if (typeof value !== 'object' || value === null) return null;
  const { width, collapsed } = value as Partial<DockChoice>;
  return typeof width === 'number' && typeof collapsed === 'boolean' ? { width, collapsed } : null;
}

/** Browser tabs as the sidebar sees them: which one it belongs to, and the way to its content script. */
import { browser, type Browser } from 'wxt/browser';

export interface OpenTab {
  id: number;
  /** Null on pages that the extension has no permission for. */
  url: string | null;
}

/** Our end of a port to a content script. */
export interface PageEnd {
  /** False when the other end is gone. */
  post(message: unknown): boolean;
  onMessage(listener: (message: unknown) => void): void;
  /** Also called when nobody listens at the other end. */
  onDisconnect(listener: () => void): void;
  close(): void;
}

/** The tab in front in the window that this side panel belongs to. */
export async function activeTab(): Promise<OpenTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return toOpenTab(tab);
}

/** The origin of the page in front in the window used last; null when it may not be seen. */
export async function originInFront(): Promise<string | null> {
  try {
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url).origin : null;
  } catch {
    return null;
  }
}

/**
 * Asks the content scripts of this origin's tabs, the one used last first, until one answers; null
 * when none does.
 */
export async function askTabOf(origin: string, message: unknown): Promise<unknown> {
  for (const tab of await tabsOf(origin)) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- the next one is asked only when this one fails
      const answer: unknown = await browser.tabs.sendMessage(tab, message, { frameId: 0 });
      if (answer !== undefined && answer !== null) return answer;
    } catch {
      // Asleep, or open since before the extension was installed.
    }
  }
  return null;
}

async function tabsOf(origin: string): Promise<number[]> {
  try {
    const tabs = await browser.tabs.query({ url: `${origin}/*` });
    tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
    return tabs.flatMap(({ id }) => id ?? []);
  } catch {
    return [];
  }
}

/** Calls `onChange` when another tab may be in front or a tab's page has changed; returns how to stop. */
export function watchTabs(onChange: () => void): () => void {
  const { onActivated, onUpdated } = browser.tabs;
  const changed = (): void => onChange();
  const updated = (_id: number, change: Browser.tabs.OnUpdatedInfo): void => {
    if (change.status !== undefined || change.url !== undefined) onChange();
  };
  onActivated.addListener(changed);
  onUpdated.addListener(updated);
  // A panel that is dragged along to another window does not see its own tab activated.
  browser.windows.onFocusChanged.addListener(changed);
  return () => {
    onActivated.removeListener(changed);
    onUpdated.removeListener(updated);
    browser.windows.onFocusChanged.removeListener(changed);
  };
}

/**
 * Connects to the content script in the tab's main frame; null when the tab is gone. Where nobody
 * listens, the port ends by itself.
 */
export function connectToPage(tabId: number, name: string): PageEnd | null {
  try {
    return toPageEnd(browser.tabs.connect(tabId, { name, frameId: 0 }));
  } catch {
    return null;
  }
}

function toPageEnd(port: Browser.runtime.Port): PageEnd {
  return {
    post(message) {
      try {
        port.postMessage(message);
        return true;
      } catch {
        return false;
      }
    },
    onMessage(listener) {
      port.onMessage.addListener((message: unknown) => listener(message));
    },
    onDisconnect(listener) {
      port.onDisconnect.addListener(() => {
        // Reading it tells Chrome that the failure is expected; unread, it is reported as an error.
        void browser.runtime.lastError;
        listener();
      });
    },
    close() {
      port.disconnect();
    },
  };
}

function toOpenTab(tab: Browser.tabs.Tab | undefined): OpenTab | null {
  if (tab?.id === undefined) return null;
  return { id: tab.id, url: tab.url ?? null };
}

/** How a page's content script is reached: ports that our own extension pages open, commands from the background. */
import { browser, type Browser } from 'wxt/browser';

/** One connected sidebar, as the content script sees it. */
export interface SidebarPort {
  /** True for the sidebar docked in this page, false for the browser's own side panel. */
  readonly isDocked: boolean;
  /** Does nothing once the other end is gone. */
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onDisconnect(listener: () => void): void;
}

/** Calls `onPort` for every port with this name; returns how to stop. */
export function listenForPorts(name: string, onPort: (port: SidebarPort) => void): () => void {
  const onConnect = (port: Browser.runtime.Port): void => {
    if (port.name === name && port.sender?.id === browser.runtime.id) onPort(toSidebarPort(port));
  };
  browser.runtime.onConnect.addListener(onConnect);
  return whileAlive(() => browser.runtime.onConnect.removeListener(onConnect));
}

/** Calls `onMessage` for what the background sends to this tab; returns how to stop. */
export function listenToBackground(onMessage: (message: unknown) => void): () => void {
  const listener = (message: unknown, sender: Browser.runtime.MessageSender): void => {
    // Other content scripts and our pages have a tab; the background has none.
    if (sender.id === browser.runtime.id && sender.tab === undefined) onMessage(message);
  };
  browser.runtime.onMessage.addListener(listener);
  return whileAlive(() => browser.runtime.onMessage.removeListener(listener));
}

/**
 * Answers the background's questions to this tab with what `answer` resolves to, which must not
 * reject; null is no answer of ours. Returns how to stop.
 */
export function answerBackground(
  answer: (message: unknown) => Promise<unknown> | null,
): () => void {
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    respond: (value: unknown) => void,
  ): true | undefined => {
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return undefined;
    const answered = answer(message);
    if (answered === null) return undefined;
    void answered.then(respond);
    // Keeps the channel open until `respond` is called.
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return whileAlive(() => browser.runtime.onMessage.removeListener(listener));
}

/** False once the extension was reloaded, updated or removed under a page that stays open. */
export function isExtensionAlive(): boolean {
  try {
    return typeof browser.runtime.id === 'string';
  } catch {
    return false;
  }
}

/** The address of the sidebar page for docking. */
export function dockedSidebarUrl(): string {
  return `${browser.runtime.getURL('/sidepanel.html')}#dock`;
}

function toSidebarPort(port: Browser.runtime.Port): SidebarPort {
  return {
    isDocked: false,
    post(message) {
      try {
        port.postMessage(message);
      } catch {
        // Disconnected a moment ago: `onDisconnect` tells.
      }
    },
    onMessage(listener) {
      port.onMessage.addListener((message: unknown) => listener(message));
    },
    onDisconnect(listener) {
      port.onDisconnect.addListener(() => listener());
    },
  };
}

/** Extension APIs throw in a page that outlived its extension. */
function whileAlive(stop: () => void): () => void {
  return () => {
    if (isExtensionAlive()) stop();
  };
}

/** The browser's own side panel, the toolbar button that opens it, and the keyboard commands. */
import { browser, type Browser } from 'wxt/browser';

/** Firefox's sidebar, which Chrome's types do not know. */
interface SidebarAction {
  toggle(): Promise<void>;
}

/** A tab in which a command was given. */
export interface CommandTab {
  id: number;
  windowId: number;
  /** Null on pages that the extension has no permission for. */
  url: string | null;
}

/** Lets the toolbar button open and close the panel. Call it synchronously when the background starts. */
export function bindToolbarButton(): void {
  if (browser.sidePanel !== undefined) {
    void openOnClick(browser.sidePanel);
    return;
  }
  // Firefox allows this only straight from the click.
  browser.action.onClicked.addListener(() => void toggleSidebar());
}

/** Opens the panel for a key pressed on a page without a dock. Only straight from the key. */
export function openPanel(tab: CommandTab): void {
  if (browser.sidePanel === undefined) void toggleSidebar();
  else void open(browser.sidePanel, tab.windowId);
}

/** Calls `onCommand` for each key of ours that is pressed. Call it synchronously at the start. */
export function listenForCommands(onCommand: (name: string, tab: CommandTab) => void): void {
  browser.commands.onCommand.addListener((name, tab) => {
    if (tab?.id === undefined) return;
    onCommand(name, { id: tab.id, windowId: tab.windowId, url: tab.url ?? null });
  });
}

/** Sends a message to the content script in the tab's main frame; false when there is none. */
export async function sendToPage(tabId: number, message: unknown): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
    return true;
  } catch {
    return false;
  }
}

async function openOnClick(panel: typeof Browser.sidePanel): Promise<void> {
  try {
    await panel.setPanelBehavior({ openPanelOnActionClick: true });
  } catch {
    // A browser built on Chromium without side panels: the dock is all there is.
  }
}

async function open(panel: typeof Browser.sidePanel, windowId: number): Promise<void> {
  try {
    await panel.open({ windowId });
  } catch {
    // Not straight from a key, or no such window any more.
  }
}

async function toggleSidebar(): Promise<void> {
  const { sidebarAction } = browser as unknown as { sidebarAction?: SidebarAction };
  try {
    await sidebarAction?.toggle();
  } catch {
    // Not straight from a click or key.
  }
}

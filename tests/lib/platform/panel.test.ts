import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bindToolbarButton, listenForCommands, openPanel, sendToPage } from '@/lib/platform/panel';

const tab = { id: 7, windowId: 3, url: null };

/** Puts APIs into the fake browser that it does not have, as Chrome or Firefox would. */
function withApis(apis: Record<string, unknown>): void {
  for (const [name, api] of Object.entries(apis)) {
    Object.defineProperty(fakeBrowser, name, { value: api, configurable: true });
  }
}

afterEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.action.onClicked.removeAllListeners();
});

describe('in Chrome', () => {
  it('lets the toolbar button open the panel, and opens it for a key', () => {
    const setPanelBehavior = vi.fn<(behaviour: object) => Promise<void>>().mockResolvedValue();
    const open = vi.fn<(where: object) => Promise<void>>().mockRejectedValue(new Error('no key'));
    withApis({ sidePanel: { setPanelBehavior, open } });
    bindToolbarButton();
    expect(setPanelBehavior).toHaveBeenCalledExactlyOnceWith({ openPanelOnActionClick: true });
    openPanel(tab);
    expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: 3 });
  });
});

describe('in Firefox', () => {
  it('toggles the sidebar straight from the click or key', async () => {
    const toggle = vi.fn<() => Promise<void>>().mockResolvedValue();
    withApis({ sidePanel: undefined, sidebarAction: { toggle } });
    bindToolbarButton();
    expect(toggle).not.toHaveBeenCalled();
    const clicked = fakeBrowser.action.onClicked as unknown as { trigger(): Promise<void> };
    await clicked.trigger();
    expect(toggle).toHaveBeenCalledTimes(1);
    openPanel(tab);
    expect(toggle).toHaveBeenCalledTimes(2);
  });
});

describe('listenForCommands', () => {
  it('tells the tab, and keeps quiet about keys without one', () => {
    const heard: unknown[] = [];
    let press: (name: string, tab?: object) => void = () => {};
    withApis({ commands: { onCommand: { addListener: (on: typeof press) => (press = on) } } });
    listenForCommands((name, where) => heard.push([name, where]));
    press('insert-link', { id: 7, windowId: 3, url: 'https://x.example/' });
    press('insert-link', { id: 8, windowId: 3 });
    press('insert-link');
    expect(heard).toEqual([
      ['insert-link', { id: 7, windowId: 3, url: 'https://x.example/' }],
      ['insert-link', { id: 8, windowId: 3, url: null }],
    ]);
  });
});

describe('sendToPage', () => {
  it('goes to the main frame, and says when nobody is there', async () => {
    const sending = vi.spyOn(fakeBrowser.tabs, 'sendMessage');
    sending.mockResolvedValueOnce(undefined);
    expect(await sendToPage(7, { a: 1 })).toBe(true);
    expect(sending).toHaveBeenCalledExactlyOnceWith(7, { a: 1 }, { frameId: 0 });
    sending.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
    expect(await sendToPage(7, {})).toBe(false);
  });
});

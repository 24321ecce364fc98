import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { activeTab, askTabOf, connectToPage, originInFront, watchTabs } from '@/lib/platform/tabs';

beforeEach(() => fakeBrowser.reset());

interface FakePort {
  postMessage: (message: unknown) => void;
  onMessage: { addListener: (listener: (message: unknown) => void) => void };
  onDisconnect: { addListener: (listener: () => void) => void };
  disconnect: () => void;
}

function stubConnect(connect: (tabId: number, options: unknown) => FakePort) {
  Object.assign(fakeBrowser.tabs, { connect });
}

test('the tab in front, with its address where it may be seen', async () => {
  Object.assign(fakeBrowser.tabs, {
    query: async (about: unknown) => {
      expect(about).toEqual({ active: true, currentWindow: true });
      return [{ id: 7, url: 'https://acme.zendesk.com/agent/tickets/1' }];
    },
  });
  expect(await activeTab()).toEqual({ id: 7, url: 'https://acme.zendesk.com/agent/tickets/1' });
  Object.assign(fakeBrowser.tabs, { query: async () => [{ id: 8 }] });
  expect(await activeTab()).toEqual({ id: 8, url: null });
  Object.assign(fakeBrowser.tabs, { query: async () => [] });
  expect(await activeTab()).toBeNull();
});

test('tells of other tabs, of new pages, and of nothing else, until stopped', async () => {
  const onChange = vi.fn<() => void>();
  const stop = watchTabs(onChange);
  const { onActivated, onUpdated } = fakeBrowser.tabs;
  await onActivated.trigger({ tabId: 1, windowId: 1 });
  await onUpdated.trigger(1, { status: 'complete' }, {} as never);
  await onUpdated.trigger(1, { title: 'New title' }, {} as never);
  await fakeBrowser.windows.onFocusChanged.trigger(2);
  expect(onChange).toHaveBeenCalledTimes(3);
  stop();
  await onActivated.trigger({ tabId: 2, windowId: 1 });
  await fakeBrowser.windows.onFocusChanged.trigger(1);
  expect(onChange).toHaveBeenCalledTimes(3);
});

test('connects to the main frame, and says when nobody is there any more', () => {
  let isOpen = true;
  const posted: unknown[] = [];
  const connect = vi.fn<(tabId: number, options: unknown) => FakePort>(() => ({
    postMessage(message) {
      if (!isOpen) throw new Error('Attempting to use a disconnected port object');
      posted.push(message);
    },
    onMessage: { addListener: (listener) => listener({ type: 'state' }) },
    onDisconnect: { addListener: (listener) => listener() },
    disconnect: () => {
      isOpen = false;
    },
  }));
  stubConnect(connect);
  const end = connectToPage(7, 'trivet-page');
  expect(connect).toHaveBeenCalledWith(7, { name: 'trivet-page', frameId: 0 });
  const heard: unknown[] = [];
  end?.onMessage((message) => heard.push(message));
  end?.onDisconnect(() => heard.push('gone'));
  expect(heard).toEqual([{ type: 'state' }, 'gone']);
  expect(end?.post({ type: 'composer.focus' })).toBe(true);
  end?.close();
  expect(end?.post({ type: 'composer.focus' })).toBe(false);
  expect(posted).toHaveLength(1);
});

test('a tab that is gone gives no port', () => {
  stubConnect(() => {
    throw new Error('Invalid tab ID');
  });
  expect(connectToPage(99, 'trivet-page')).toBeNull();
});

test('asks the tabs of an origin, the one used last first, until one answers', async () => {
  const asked: number[] = [];
  const answers = new Map<number, unknown>([
    [1, 'old'],
    [2, undefined],
  ]);
  Object.assign(fakeBrowser.tabs, {
    query: async (about: unknown) => {
      expect(about).toEqual({ url: 'https://acme.zendesk.com/*' });
      return [
        { id: 1, lastAccessed: 10 },
        { id: 2, lastAccessed: 30 },
        { id: 3, lastAccessed: 20 },
      ];
    },
    sendMessage: async (id: number) => {
      asked.push(id);
      if (id === 3) throw new Error('Receiving end does not exist.');
      return answers.get(id);
    },
  });
  expect(await askTabOf('https://acme.zendesk.com', {})).toBe('old');
  expect(asked).toEqual([2, 3, 1]);
  answers.clear();
  expect(await askTabOf('https://acme.zendesk.com', {})).toBeNull();
  Object.assign(fakeBrowser.tabs, { query: () => Promise.reject(new Error('no permission')) });
  expect(await askTabOf('https://acme.zendesk.com', {})).toBeNull();
});

test('knows the origin in front, where it may be seen', async () => {
  const front = async (tabs: unknown) => {
    Object.assign(fakeBrowser.tabs, { query: () => Promise.resolve(tabs) });
    return originInFront();
  };
  expect(await front([{ id: 1, url: 'https://acme.zendesk.com/agent' }])).toBe(
    'https://acme.zendesk.com',
  );
  expect([await front([{ id: 1 }]), await front([])]).toEqual([null, null]);
  Object.assign(fakeBrowser.tabs, { query: () => Promise.reject(new Error('no window')) });
  expect(await originInFront()).toBeNull();
});

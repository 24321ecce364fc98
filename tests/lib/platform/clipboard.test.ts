// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { writeClipboard } from '@/lib/platform/clipboard';

const content = { html: '<p>Hi</p>', text: 'Hi' };

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(document, 'execCommand');
  Reflect.deleteProperty(navigator, 'clipboard');
});

class FakeClipboardItem {
  constructor(readonly data: Record<string, Blob>) {}
}

function stubClipboard(write: (items: FakeClipboardItem[]) => Promise<void>): void {
  vi.stubGlobal('ClipboardItem', FakeClipboardItem);
  Object.defineProperty(navigator, 'clipboard', { value: { write }, configurable: true });
}

/** As browsers do: the command fires `copy`, whose listeners may put data on it. */
function stubCommand(isAllowed: boolean): Map<string, string> {
  const written = new Map<string, string>();
  Object.defineProperty(document, 'execCommand', {
    configurable: true,
    value: (command: string) => {
      if (command !== 'copy' || !isAllowed) return false;
      const event = new Event('copy', { bubbles: true, cancelable: true });
      const clipboardData = { setData: (type: string, data: string) => written.set(type, data) };
      document.body.dispatchEvent(Object.assign(event, { clipboardData }));
      return event.defaultPrevented;
    },
  });
  return written;
}

test('both forms by the clipboard API', async () => {
  const items: FakeClipboardItem[] = [];
  stubClipboard(async (given) => void items.push(...given));
  expect((await writeClipboard(content)).ok).toBe(true);
  const { data } = items[0]!;
  expect(Object.keys(data)).toEqual(['text/html', 'text/plain']);
  expect(await data['text/html']?.text()).toBe(content.html);
  expect(await data['text/plain']?.text()).toBe(content.text);
});

test('both forms by the command where a policy forbids the API', async () => {
  stubClipboard(() => Promise.reject(new DOMException('refused', 'NotAllowedError')));
  const written = stubCommand(true);
  expect((await writeClipboard(content)).ok).toBe(true);
  expect(Object.fromEntries(written)).toEqual({ 'text/html': '<p>Hi</p>', 'text/plain': 'Hi' });
});

test('the command’s listener does not stay', async () => {
  stubCommand(true);
  await writeClipboard(content);
  const setData = vi.fn<(type: string, data: string) => void>();
  document.dispatchEvent(Object.assign(new Event('copy'), { clipboardData: { setData } }));
  expect(setData).not.toHaveBeenCalled();
});

test('refused by both is a fault', async () => {
  stubCommand(false);
  expect(await writeClipboard(content)).toMatchObject({
    ok: false,
    fault: { kind: 'clipboard-refused' },
  });
});

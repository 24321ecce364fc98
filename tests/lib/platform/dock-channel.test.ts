// @vitest-environment jsdom
/** Frames and ports of real browsers are in tests/e2e/insert.e2e.ts; here is what must not get through. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenForDock, openDockLine } from '@/lib/platform/dock-channel';
import type { SidebarPort } from '@/lib/platform/ports';

const ORIGIN = 'chrome-extension://trivet';
let ports: SidebarPort[];
let stop: () => void;

/** A frame's window: keeps what is posted to it. */
const createFrame = () => {
  const posted: { data: string; origin: string; port: MessagePort }[] = [];
  const frame = {
    postMessage: (data: string, origin: string, [port]: [MessagePort]) => {
      posted.push({ data, origin, port });
    },
  };
  return { posted, frame: frame as unknown as Window };
};
const dockFrame = createFrame();
const settle = () => new Promise((resolve) => setTimeout(resolve, 10));

/** An event as the browser makes it; jsdom lets no one set `source` to a plain object. */
function message(data: unknown, source: unknown, origin: string, offered: unknown[] = []): Event {
  return Object.assign(new Event('message'), { data, source, origin, ports: offered });
}

beforeEach(() => {
  fakeBrowser.reset();
  ports = [];
  dockFrame.posted.length = 0;
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path) => `${ORIGIN}${path}`);
  stop = listenForDock(
    document,
    (source) => source === dockFrame.frame,
    (port) => ports.push(port),
  );
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

describe('the page’s end', () => {
  const HELLO = 'trivet-dock-hello';
  it('offers its own sidebar a port, to our origin only, with a secret that the page cannot read', async () => {
    window.dispatchEvent(message(HELLO, dockFrame.frame, ORIGIN));
    await settle();
    expect(ports).toHaveLength(1);
    const [offer] = dockFrame.posted;
    expect(offer?.origin).toBe(ORIGIN);
    expect(await fakeBrowser.storage.local.get(offer!.data)).toEqual({ [offer!.data]: true });
    ports[0]!.post({ type: 'state' });
    const heard = new Promise((resolve) => {
      offer!.port.addEventListener('message', ({ data }) => resolve(data));
      offer!.port.start();
    });
    expect(await heard).toBe('{"type":"state"}');
  });

  it.each([
    ['another frame', HELLO, {}, ORIGIN],
    ['the page, under our frame’s name', HELLO, dockFrame.frame, 'https://acme.zendesk.com'],
    ['our frame, about something else', 'hello', dockFrame.frame, ORIGIN],
  ])('offers nothing to %s', async (_, data, source, origin) => {
    window.dispatchEvent(message(data, source, origin));
    await settle();
    expect(ports).toEqual([]);
    expect(dockFrame.posted).toEqual([]);
  });
});

describe('the sidebar’s end', () => {
  const offerFrom = (source: unknown, data: string) => {
    const { port1, port2 } = new MessageChannel();
    window.dispatchEvent(message(data, source, 'https://acme.zendesk.com', [port2]));
    return port1;
  };
  const received = (port: MessagePort) => {
    const texts: string[] = [];
    port.addEventListener('message', ({ data }) => texts.push(String(data)));
    port.start();
    return texts;
  };

  it('takes a port that comes with the secret, and says what waited', async () => {
    await fakeBrowser.storage.local.set({ 'dock-offer.s3': true });
    const line = openDockLine(window);
    const heard: unknown[] = [];
    line.onMessage((one) => heard.push(one));
    expect(line.post({ type: 'ticket.reload' })).toBe(true);
    const page = offerFrom(window.parent, 'dock-offer.s3');
    const texts = received(page);
    await settle();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port, not a window
    for (const text of ['{"type":"state"}', 'no json']) page.postMessage(text);
    await settle();
    expect(texts).toEqual(['{"type":"ticket.reload"}']);
    expect(heard).toEqual([{ type: 'state' }, null]);
    // Each secret is good for one line.
    const kept = await fakeBrowser.storage.local.get('dock-offer.s3');
    expect(kept['dock-offer.s3'] ?? null).toBeNull();
    line.close();
  });

  it.each([
    ['a secret that is none', 'dock-offer.guess', true],
    ['a key of ours that is no secret', 'dock', true],
    ['somebody else', 'dock-offer.s3', false],
  ])('takes nothing from %s', async (_, data, isParent) => {
    await fakeBrowser.storage.local.set({ 'dock-offer.s3': true, dock: true });
    const line = openDockLine(window);
    line.post({ type: 'ticket.reload' });
    const texts = received(offerFrom(isParent ? window.parent : {}, data));
    await settle();
    expect(texts).toEqual([]);
    line.close();
  });

  it('is down when nobody takes it up', async () => {
    vi.useFakeTimers();
    const line = openDockLine(window);
    const ended = vi.fn<() => void>();
    line.onDisconnect(ended);
    await vi.advanceTimersByTimeAsync(5000);
    expect(ended).toHaveBeenCalledOnce();
    expect(line.post({})).toBe(false);
    vi.useRealTimers();
  });
});

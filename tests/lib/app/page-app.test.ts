// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageApp } from '@/lib/app/page-app';
import { createDock, type Dock } from '@/lib/app/dock/dock';
import type { DockChoice } from '@/lib/platform/dock-storage';
import { createZendeskAdapter } from '@/lib/helpdesks/zendesk/adapter';
import {
  PAGE_PORT,
  fromPageSchema,
  type FromPage,
  type ToPage,
} from '@/lib/messaging/page-contract';
import { createTestPage, showPage, type TestPage } from '@/tests/lib/helpdesks/test-page';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { recordedPage } from '@/tests/support/pages/recorded-page';

const KEY = 'https://acme.zendesk.com#4712';
const insert: Extract<ToPage, { type: 'insert' }> = {
  type: 'insert',
  requestId: 'r1',
  ticketKey: KEY,
  form: 'link',
  html: '<p>x</p>',
  text: 'x',
  hrefs: [],
  visibility: 'public',
};

/** A port as the content script gets it, with the sidebar's end in the test's hands. */
function createPort(name = PAGE_PORT, sender = fakeBrowser.runtime.id) {
  const listeners = new Set<(message: unknown) => void>();
  const enders = new Set<() => void>();
  const received: FromPage[] = [];
  return {
    received,
    say: (message: unknown) => listeners.forEach((listener) => listener(message)),
    leave: () => enders.forEach((listener) => listener()),
    port: {
      name,
      sender: { id: sender },
      postMessage: (message: unknown) => received.push(fromPageSchema.parse(message)),
      onMessage: { addListener: (listener: (message: unknown) => void) => listeners.add(listener) },
      onDisconnect: { addListener: (listener: () => void) => enders.add(listener) },
      disconnect: () => {},
    },
  };
}

let page: TestPage;
let dock: Dock;
let stop: () => void;
let connect: (port: unknown) => void;
/** What listens to the background; a message is everybody's. */
type Listener = (message: unknown, sender: unknown, answer: () => void) => void;
const listeners = new Set<Listener>();
const command = (message: unknown, sender: unknown): void =>
  listeners.forEach((listener) => listener(message, sender, () => undefined));
let choice: DockChoice | null;
const settle = () => vi.advanceTimersByTimeAsync(10);

function open(name: string, path = '/agent/tickets/4712'): void {
  showPage(recordedPage(`zendesk/${name}`));
  page = createTestPage(`https://acme.zendesk.com${path}`);
  dock = createDock({
    document,
    frameUrl: 'about:blank#dock',
    texts: { title: 'Trivet', open: 'Open', resize: 'Width' },
    choice: {
      read: () => Promise.resolve(choice),
      write: (next) => {
        choice = next;
        return Promise.resolve();
      },
      watch: () => () => {},
    },
  });
  stop = createPageApp(page, createZendeskAdapter(), dock);
}

beforeEach(() => {
  vi.useFakeTimers();
  choice = null;
  fakeBrowser.runtime.id = 'trivet-test';
  Object.assign(fakeBrowser.runtime, {
    onConnect: {
      addListener: (listener: typeof connect) => {
        connect = listener;
      },
      removeListener: () => {
        connect = () => {};
      },
    },
    onMessage: {
      addListener: (listener: Listener) => listeners.add(listener),
      removeListener: (listener: Listener) => listeners.delete(listener),
    },
  });
});
afterEach(() => {
  stop();
  listeners.clear();
  vi.useRealTimers();
});

async function join(): Promise<ReturnType<typeof createPort>> {
  const sidebar = createPort();
  connect(sidebar.port);
  await settle();
  return sidebar;
}
const states = (of: { received: FromPage[] }) =>
  of.received.flatMap((one) => (one.type === 'state' ? [one.state.kind] : []));
const done = (of: { received: FromPage[] }) =>
  of.received.flatMap((one) => (one.type === 'insert.done' ? [[one.requestId, one.result]] : []));

describe('sidebars', () => {
  it('learn the state on connecting, and every new one', async () => {
    open('reply');
    await settle();
    const first = await join();
    expect(first.received[0]).toMatchObject({
      type: 'state',
      state: { kind: 'ticket', readBy: 'dom', channel: 'public', ticket: { id: '4712' } },
    });
    const second = await join();
    page.address = 'https://acme.zendesk.com/agent/dashboard';
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect([states(first), states(second)]).toEqual([
      ['ticket', 'none'],
      ['ticket', 'none'],
    ]);
  });

  it('of another name or another extension are not heard', async () => {
    open('reply');
    await settle();
    for (const stranger of [createPort('other'), createPort(PAGE_PORT, 'stranger')]) {
      connect(stranger.port);
      stranger.say(insert);
      await settle();
      expect(stranger.received).toEqual([]);
    }
    expect(page.editors.targets).toEqual([]);
  });

  it('are answered, each its own requests', async () => {
    open('reply');
    const [first, second] = [await join(), await join()];
    first.say(insert);
    await settle();
    expect(done(first)).toEqual([['r1', { ok: true, value: null }]]);
    expect(done(second)).toEqual([]);
    second.say({ type: 'insert.undo', requestId: 'u1', ticketKey: KEY });
    await settle();
    expect(done(second)).toEqual([['u1', { ok: true, value: null }]]);
  });

  it('that talk nonsense are not answered', async () => {
    open('reply');
    const sidebar = await join();
    for (const nonsense of [
      null,
      'insert',
      {},
      { ...insert, visibility: 'x' },
      { type: 'close' },
    ]) {
      sidebar.say(nonsense);
    }
    await settle();
    expect(done(sidebar)).toEqual([]);
    expect(page.editors.targets).toEqual([]);
  });

  it.each([
    ['another ticket', 'https://acme.zendesk.com#4711'],
    ['the same number elsewhere', 'https://other.zendesk.com#4712'],
  ])('that mean %s are refused', async (_, ticketKey) => {
    open('reply');
    const sidebar = await join();
    sidebar.say({ ...insert, ticketKey });
    sidebar.say({ type: 'insert.undo', requestId: 'u1', ticketKey });
    await settle();
    expect(done(sidebar)).toMatchObject([
      ['r1', { fault: { kind: 'switching' } }],
      ['u1', { fault: { kind: 'switching' } }],
    ]);
    expect(page.editors.targets).toEqual([]);
  });

  it('cannot undo what nobody inserted', async () => {
    open('reply');
    const sidebar = await join();
    sidebar.say({ type: 'insert.undo', requestId: 'u1', ticketKey: KEY });
    await settle();
    expect(done(sidebar)).toMatchObject([['u1', { fault: { kind: 'draft-changed' } }]]);
  });

  it('get an answer even when something breaks', async () => {
    open('reply');
    const sidebar = await join();
    page.editors.insert = () => Promise.reject(new Error('bug'));
    sidebar.say(insert);
    await settle();
    expect(done(sidebar)).toMatchObject([['r1', { fault: { kind: 'unexpected' } }]]);
  });

  it('collapse and widen the dock, and give the keyboard back', async () => {
    open('reply');
    const sidebar = await join();
    sidebar.say({ type: 'dock.resize', width: 9000 });
    expect(choice).toEqual({ width: 560, collapsed: false });
    sidebar.say({ type: 'dock.collapse' });
    expect(dock.isOpen()).toBe(false);
    sidebar.say({ type: 'composer.focus' });
    expect(document.activeElement?.closest('[data-is-active="true"]')).not.toBeNull();
  });
});

describe('the dock', () => {
  it.each([
    ['reply', '/agent/tickets/4712', true],
    ['new-ticket', '/agent/tickets/new/1', true],
    ['reply', '/agent/dashboard', false],
  ])('on %s at %s: %s', async (name, path, isThere) => {
    open(name, path);
    await settle();
    expect(dock.isOpen()).toBe(isThere);
    expect(document.querySelectorAll('trivet-dock')).toHaveLength(isThere ? 1 : 0);
  });

  it('stays while tickets change, goes when there is none', async () => {
    open('reply');
    await settle();
    page.address = 'https://acme.zendesk.com/agent/tickets/4711';
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(dock.isOpen()).toBe(true);
    page.address = 'https://acme.zendesk.com/agent/dashboard';
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(dock.isOpen()).toBe(false);
  });
});

describe('keys', () => {
  const press = (name: string, sender: object = {}) =>
    command({ type: 'command', command: name }, { id: fakeBrowser.runtime.id, ...sender });

  it('are told to the sidebar', async () => {
    open('reply');
    const sidebar = await join();
    press('insert-link');
    expect(sidebar.received.at(-1)).toEqual({ type: 'command', command: 'insert-link' });
  });

  it('that insert go to one sidebar only', async () => {
    open('reply');
    const [first, second] = [await join(), await join()];
    press('insert-passage');
    const commands = [...first.received, ...second.received].filter(
      ({ type }) => type === 'command',
    );
    expect(commands).toHaveLength(1);
    second.leave();
    press('insert-passage');
    expect(first.received.at(-1)).toEqual({ type: 'command', command: 'insert-passage' });
  });

  it('open and close the dock', async () => {
    open('reply');
    await settle();
    press('toggle-sidebar');
    expect(dock.isOpen()).toBe(false);
    press('focus-sidebar');
    expect(dock.isOpen()).toBe(true);
  });

  it('that nobody can obey open the dock instead', async () => {
    choice = { width: 400, collapsed: true };
    open('reply');
    await settle();
    press('insert-link');
    expect(dock.isOpen()).toBe(true);
    expect(page.editors.targets).toEqual([]);
  });

  it('that link take the keyboard to the sidebar, where it is confirmed', async () => {
    open('reply');
    const sidebar = await join();
    press('toggle-sidebar');
    press('link-issue');
    expect(dock.isOpen()).toBe(true);
    expect(sidebar.received.at(-1)).toEqual({ type: 'command', command: 'link-issue' });
  });

  it('from anyone but the background do nothing', async () => {
    open('reply');
    await settle();
    press('toggle-sidebar', { tab: { id: 1 } });
    press('toggle-sidebar', { id: 'stranger' });
    command({ type: 'command', command: 'close' }, { id: fakeBrowser.runtime.id });
    expect(dock.isOpen()).toBe(true);
  });
});

it('leaves no trace when the extension is reloaded under it', async () => {
  open('reply');
  await settle();
  expect(document.querySelector('trivet-dock')).not.toBeNull();
  expect(document.documentElement.style.length).toBeGreaterThan(0);
  Reflect.deleteProperty(fakeBrowser.runtime, 'id');
  await vi.advanceTimersByTimeAsync(2100);
  expect(document.querySelector('trivet-dock')).toBeNull();
  expect(document.documentElement.style).toHaveLength(0);
  const late = createPort();
  connect(late.port);
  expect(vi.getTimerCount()).toBe(0);
});

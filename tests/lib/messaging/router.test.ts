import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import { messages, type MessageName } from '@/lib/messaging/contract';
import {
  callerOf,
  route,
  startRouter,
  type CallerRules,
  type Handlers,
} from '@/lib/messaging/router';
import type { MessageSender } from '@/lib/platform/messages';

const OWN = 'chrome-extension://abc';
const rules: CallerRules = {
  ownOrigin: OWN,
  optionsUrl: `${OWN}/options.html`,
  isHelpdesk: (origin) => origin === 'https://acme.zendesk.com',
};

const sidebar: MessageSender = { isOurs: true, origin: OWN, url: `${OWN}/sidepanel.html#dock` };
const options: MessageSender = { isOurs: true, origin: OWN, url: `${OWN}/options.html?x#y` };
const page: MessageSender = {
  isOurs: true,
  origin: 'https://acme.zendesk.com',
  url: `${OWN}/options.html`,
};

/** Handlers that note what they were asked. */
function recording() {
  const asked: [string, unknown][] = [];
  const handlers = Object.fromEntries(
    Object.keys(messages).map((name) => [
      name,
      (request: unknown) => {
        asked.push([name, request]);
        return Promise.resolve(ok('answer'));
      },
    ]),
  ) as unknown as Handlers;
  return { handlers, asked };
}

const ask = (message: unknown, sender: MessageSender, handlers = recording().handlers) =>
  route(message, sender, handlers, rules);

describe('callerOf', () => {
  it.each<[string, MessageSender, string | null]>([
    ['our sidebar', sidebar, 'sidebar'],
    ['our options page', options, 'options'],
    ['our options page, other path', { ...options, url: `${OWN}/options.html/x` }, 'sidebar'],
    ['a helpdesk page that claims to be the options page', page, 'page'],
    ['another site', { ...page, origin: 'https://evil.example' }, null],
    ['another extension', { ...options, isOurs: false }, null],
    ['another extension by origin', { ...options, origin: 'chrome-extension://evil' }, null],
    ['an opaque origin', { ...options, origin: 'null' }, null],
    ['a sender without origin', { ...options, origin: null }, null],
    ['a page without address', { ...sidebar, url: null }, 'sidebar'],
  ])('takes %s for what it is', (_, sender, caller) => {
    expect(callerOf(sender, rules)).toBe(caller);
  });
});

describe('route', () => {
  it('hands a checked request to its handler and returns its answer', async () => {
    const { handlers, asked } = recording();
    const message = { name: 'item.read', request: { id: 'x', surplus: 1 } };
    expect(await ask(message, sidebar, handlers)).toEqual(ok('answer'));
    expect(asked).toEqual([['item.read', { id: 'x' }]]);
  });

  it.each(Object.keys(messages) as MessageName[])(
    'lets nobody ask %s who may not',
    async (name) => {
      const { handlers, asked } = recording();
      const stranger = { ...sidebar, isOurs: false };
      // Only what pages cannot do themselves: one helpdesk's API that answers no page.
      const refused = name === 'helpscout.ask' ? [sidebar, options, stranger] : [page, stranger];
      for (const sender of refused) {
        expect(await ask({ name, request: {} }, sender, handlers)).toMatchObject({
          fault: { kind: 'forbidden-caller' },
        });
      }
      expect(asked).toEqual([]);
    },
  );

  it.each<[MessageName, object]>([
    ['source.remove', { id: 's' }],
    [
      'source.importItems',
      { source: { id: 's', name: 'S' }, syncedAt: 't', items: [], isLast: true },
    ],
    ['precedent.count', {}],
    ['precedent.forget', {}],
  ])('keeps %s to the options page', async (name, request) => {
    const { handlers, asked } = recording();
    expect(await ask({ name, request }, sidebar, handlers)).toMatchObject({
      fault: { kind: 'forbidden-caller' },
    });
    expect(await ask({ name, request }, options, handlers)).toEqual(ok('answer'));
    expect(asked).toHaveLength(1);
  });

  it('lets the options page do what every page of ours may', async () => {
    expect(await ask({ name: 'index.status', request: {} }, options)).toEqual(ok('answer'));
  });

  it.each([
    undefined,
    null,
    'index.status',
    {},
    { name: 7, request: {} },
    { name: 'nothing.such', request: {} },
    { name: 'toString', request: {} },
    { name: '__proto__', request: {} },
    { name: 'item.read' },
    { name: 'item.read', request: { id: 7 } },
    { name: 'signal.record', request: { signal: { id: 'x' } } },
  ])('answers %j with a fault', async (message) => {
    expect(await ask(message, options)).toMatchObject({
      ok: false,
      fault: { kind: 'bad-message' },
    });
  });

  it('turns a bug in a handler into a fault that tells nothing', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { handlers } = recording();
    const broken = { ...handlers, 'index.status': () => Promise.reject(new Error('secret text')) };
    expect(await ask({ name: 'index.status', request: {} }, sidebar, broken)).toEqual(
      fail(fault('unexpected', { message: 'index.status' })),
    );
    expect(JSON.stringify(error.mock.calls)).not.toContain('secret');
    error.mockRestore();
  });
});

describe('startRouter', () => {
  afterEach(() => fakeBrowser.reset());

  it('answers through the browser until stopped', async () => {
    const added = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
    const stop = startRouter(recording().handlers, rules);
    const listener = added.mock.lastCall?.[0] as unknown as (...values: unknown[]) => unknown;
    const sender = { id: fakeBrowser.runtime.id, origin: OWN, url: `${OWN}/sidepanel.html` };
    const answered = new Promise((respond) => {
      expect(listener({ name: 'index.status', request: {} }, sender, respond)).toBe(true);
    });
    expect(await answered).toEqual(ok('answer'));
    stop();
    expect(fakeBrowser.runtime.onMessage.hasListener(listener)).toBe(false);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { browser } from 'wxt/browser';
import { createHelpscoutAccess } from '@/lib/app/helpscout-access';
import { createHelpscout } from '@/lib/app/background/helpscout';
import { route } from '@/lib/messaging/router';
import type { Handlers } from '@/lib/messaging/router';
import type { RequestEntry } from '@/lib/model/request-entry';
import { createPlatformInHand } from '@/tests/support/background-platform';
import { createApiFetch } from '@/tests/support/helpscout/api-fetch';
import { APP } from '@/tests/support/helpscout/mailbox-auth';
import { createHelpscoutStandIn, type HelpscoutStandIn } from '@/tests/support/helpscout/stand-in';
import { exportConversation } from '@/tests/support/helpscout/test-conversations';

const id = String(exportConversation.id);
const read = { op: 'conversation.read', id } as const;
const RULES = {
  ownOrigin: 'chrome-extension://abc',
  optionsUrl: 'chrome-extension://abc/options.html',
  isHelpdesk: (origin: string) => origin === 'https://secure.helpscout.net',
};
const CONNECTED = { state: 'connected', appId: APP.appId, account: 'Robin Agent' };
const PAGE = { isOurs: true, origin: 'https://secure.helpscout.net', url: null };
const OPTIONS = { isOurs: true, origin: RULES.ownOrigin, url: RULES.optionsUrl };
const SIDEBAR = { ...OPTIONS, url: 'chrome-extension://abc/sidepanel.html' };

let standIn: HelpscoutStandIn;
let handlers: Handlers;
let logged: Omit<RequestEntry, 'id'>[] = [];

beforeEach(async () => {
  await browser.storage.local.clear();
  standIn = await createHelpscoutStandIn({ conversations: [exportConversation] });
  const platform = createPlatformInHand();
  platform.browser.fetch = createApiFetch(standIn);
  logged = [];
  const recorder = { add: (entry: (typeof logged)[number]) => void logged.push(entry) };
  handlers = createHelpscout({ platform, recorder: recorder as never }) as Handlers;
});
afterEach(() => standIn.close());

const ask = (name: string, request: unknown, sender: typeof PAGE | typeof OPTIONS = PAGE) =>
  route({ name, request }, sender, handlers, RULES);
const configure = (app: unknown = APP) => ask('helpscout.configure', { app }, OPTIONS);

describe('the background', () => {
  it('answers pages once the agent has set up an app', async () => {
    expect(await ask('helpscout.ask', read)).toMatchObject({ fault: { kind: 'not-ready' } });
    const none = { state: 'not-set', appId: '', account: '' };
    expect(await ask('helpscout.status', {}, OPTIONS)).toEqual({ ok: true, value: none });
    expect(await configure()).toEqual({ ok: true, value: CONNECTED });
    expect(await ask('helpscout.status', {}, OPTIONS)).toEqual({ ok: true, value: CONNECTED });
    expect(await ask('helpscout.ask', read)).toMatchObject({
      value: { id: exportConversation.id },
    });
  });

  it('says so when Help Scout does not take the app, and forgets one that is taken away', async () => {
    const wrong = await configure({ ...APP, appSecret: 'wrong' });
    expect(wrong).toMatchObject({ fault: { kind: 'signed-out' } });
    expect(await browser.storage.local.get(null)).toEqual({});
    await configure();
    expect(await configure(null)).toMatchObject({ value: { state: 'not-set' } });
    expect(await ask('helpscout.ask', read)).toMatchObject({ fault: { kind: 'not-ready' } });
    expect(await browser.storage.local.get(null)).toEqual({});
  });

  it('keeps the app that works when another one is refused, or cannot be tried', async () => {
    await configure();
    const stored = await browser.storage.local.get(null);
    await configure({ appId: 'other', appSecret: 'wrong' });
    standIn.failNext({ path: /oauth2/, status: 'lost' });
    expect(await configure({ appId: 'other', appSecret: 'x' })).toMatchObject({
      fault: { kind: 'offline' },
    });
    expect(await browser.storage.local.get(null)).toEqual(stored);
    expect(await ask('helpscout.ask', read)).toMatchObject({ ok: true });
    const long = { appId: 'x'.repeat(201), appSecret: '' };
    expect(await configure(long)).toMatchObject({ fault: { kind: 'bad-message' } });
  });

  it('knows when Help Scout takes the app no longer, and when it does again', async () => {
    await configure();
    const check = () => ask('helpscout.check', {}, OPTIONS);
    expect(await check()).toEqual({ ok: true, value: CONNECTED });
    standIn.auth.setClosed(true);
    standIn.auth.endTokens();
    expect(await ask('helpscout.ask', read)).toMatchObject({ fault: { kind: 'signed-out' } });
    const status = () => ask('helpscout.status', {}, OPTIONS);
    expect(await status()).toEqual({ ok: true, value: { ...CONNECTED, state: 'expired' } });
    expect(await check()).toMatchObject({ fault: { kind: 'signed-out' } });
    standIn.auth.setClosed(false);
    standIn.failNext({ path: /users/, status: 429, headers: { 'x-ratelimit-retry-after': '1' } });
    expect(await check()).toMatchObject({ fault: { kind: 'rate-limited' } });
    // Being asked to wait says nothing about the app.
    expect(await status()).toMatchObject({ value: { state: 'expired' } });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await check()).toEqual({ ok: true, value: CONNECTED });
  });

  it('without a right to say who it is is taken all the same', async () => {
    standIn.failNext({ path: /users/, status: 403 });
    expect(await configure()).toEqual({ ok: true, value: { ...CONNECTED, account: '' } });
    await configure(null);
    expect(await ask('helpscout.check', {}, OPTIONS)).toMatchObject({
      fault: { kind: 'not-ready' },
    });
  });

  it('never tells the secret', async () => {
    const said = [
      await configure(),
      await ask('helpscout.status', {}, OPTIONS),
      await ask('helpscout.check', {}, OPTIONS),
      await configure({ ...APP, appId: 'other' }),
    ];
    expect(JSON.stringify([said, logged])).not.toContain(APP.appSecret);
  });

  it('does not leave one app’s token to another', async () => {
    await configure();
    standIn.auth.endTokens();
    const asking = ask('helpscout.ask', read);
    await configure(null);
    await asking;
    expect(await browser.storage.local.get(null)).toEqual({});
  });

  it('is asked only what a page may ask, by pages only, and set up by the options page only', async () => {
    await configure();
    for (const request of [
      { op: 'conversation.read', id: '../users/me' },
      { op: 'threads.read', id, page: 0 },
      { op: 'tags.write', id, tags: [''] },
      { op: 'reply.send', id },
    ]) {
      expect(await ask('helpscout.ask', request)).toMatchObject({ fault: { kind: 'bad-message' } });
    }
    const refused = { fault: { kind: 'forbidden-caller' } };
    expect(await ask('helpscout.ask', read, SIDEBAR)).toMatchObject(refused);
    expect(await ask('helpscout.configure', { app: null }, SIDEBAR)).toMatchObject(refused);
    expect(await ask('helpscout.configure', { app: null }, PAGE)).toMatchObject(refused);
  });

  it('logs every request, without what it carried', async () => {
    await configure();
    await ask('helpscout.ask', { op: 'tags.write', id, tags: ['x'] });
    expect(logged.map(({ method, host, path, status }) => [method, host, path, status])).toEqual([
      ['POST', 'api.helpscout.net', '/v2/oauth2/token', 200],
      ['GET', 'api.helpscout.net', '/v2/users/me', 200],
      ['PUT', 'api.helpscout.net', `/v2/conversations/${id}/tags`, 204],
    ]);
    expect(JSON.stringify(logged)).not.toMatch(/fixture|Robin/);
  });
});

/** What the browser does with a message: the library's own stand-in answers with `true`. */
function deliver(answer: (message: unknown) => Promise<unknown>) {
  const sent = vi.spyOn(browser.runtime, 'sendMessage') as MockInstance<typeof answer>;
  return sent.mockImplementation(answer);
}

describe('a page', () => {
  afterEach(() => vi.restoreAllMocks());

  it('gets the background’s answer', async () => {
    await configure();
    deliver((message) => route(message, PAGE, handlers, RULES));
    expect(await createHelpscoutAccess().ask(read)).toMatchObject({
      ok: true,
      value: { id: exportConversation.id },
    });
  });

  it('takes nothing for an answer that is none', async () => {
    deliver(() => Promise.resolve('hello'));
    const answer = await createHelpscoutAccess().ask(read);
    expect(answer).toMatchObject({ fault: { kind: 'bad-response' } });
  });

  it('asks once more what can be asked again, and never writes twice', async () => {
    const sent = deliver(() => Promise.resolve(undefined));
    const access = createHelpscoutAccess();
    expect(await access.ask(read)).toMatchObject({ fault: { kind: 'disconnected' } });
    expect(sent).toHaveBeenCalledTimes(2);
    await access.ask({ op: 'note.add', id, text: 'x' });
    expect(sent).toHaveBeenCalledTimes(3);
  });
});

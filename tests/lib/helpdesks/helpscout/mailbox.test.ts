import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mailbox } from '@/lib/helpdesks/helpscout/mailbox';
import type { MailboxRequest } from '@/lib/model/mailbox-request';
import { createApiWorld, type ApiWorld } from '@/tests/lib/helpdesks/helpscout/api-world';
import {
  exportConversation,
  longConversation,
  printerConversation,
} from '@/tests/support/helpscout/test-conversations';

const id = String(exportConversation.id);
const read = { op: 'conversation.read', id } as const;

let world: ApiWorld;
let mailbox: Mailbox;
beforeEach(async () => {
  world = await createApiWorld([exportConversation, longConversation, printerConversation]);
  mailbox = world.createMailbox();
});
afterEach(() => world.standIn.close());

const exchanges = () =>
  world.standIn.requests
    .filter(({ path }) => path.includes('/oauth2/'))
    .map(({ body }) => (body as { grant_type: string }).grant_type);

describe('signing in', () => {
  it('asks nothing of anybody without an app', async () => {
    world.stored.app = null;
    expect(await mailbox.ask(read)).toMatchObject({ ok: false, fault: { kind: 'not-ready' } });
    expect(world.standIn.requests).toEqual([]);
  });

  it('gets one token for many requests, and keeps it over a restart', async () => {
    const answers = await Promise.all([mailbox.ask(read), mailbox.ask(read), mailbox.ask(read)]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    await world.createMailbox().ask(read);
    expect(exchanges()).toEqual(['client_credentials']);
  });

  it('says so when Help Scout does not take the app', async () => {
    world.stored.app = { appId: 'other', appSecret: 'wrong' };
    expect(await mailbox.check()).toMatchObject({ fault: { kind: 'signed-out' } });
    expect(await mailbox.ask(read)).toMatchObject({ fault: { kind: 'signed-out' } });
  });

  it('refreshes before the end, and stores the next refresh token each time', async () => {
    const refresh = world.standIn.auth.grantRefresh();
    world.stored.tokens = { access: 'ended', refresh, endsAt: 0 };
    expect((await mailbox.ask(read)).ok).toBe(true);
    const next = world.stored.tokens.refresh;
    expect(next).not.toBe(refresh);
    world.time.now = world.stored.tokens.endsAt - 30_000;
    expect((await mailbox.ask(read)).ok).toBe(true);
    expect(world.stored.tokens.refresh).not.toBe(next);
    expect(exchanges()).toEqual(['refresh_token', 'refresh_token']);
  });

  it('signs in anew when its refresh token was used up elsewhere', async () => {
    world.stored.tokens = { access: 'ended', refresh: 'used up', endsAt: 0 };
    expect((await mailbox.ask(read)).ok).toBe(true);
    expect(exchanges()).toEqual(['refresh_token', 'client_credentials']);
  });

  it('keeps its refresh token while the network is away', async () => {
    const tokens = { access: 'ended', refresh: world.standIn.auth.grantRefresh(), endsAt: 0 };
    world.stored.tokens = tokens;
    world.standIn.failNext({ path: /oauth2/, status: 503 });
    expect(await mailbox.ask(read)).toMatchObject({ fault: { kind: 'server-error' } });
    expect(world.stored.tokens).toEqual(tokens);
    expect((await mailbox.ask(read)).ok).toBe(true);
  });

  it('gets another token when its own is refused early, once', async () => {
    await mailbox.ask(read);
    world.standIn.auth.endTokens();
    expect((await mailbox.ask(read)).ok).toBe(true);
    expect(exchanges()).toHaveLength(2);
    world.standIn.failNext({ path: /conversations/, status: 401, times: 5 });
    expect(await mailbox.ask(read)).toMatchObject({ fault: { kind: 'signed-out' } });
    expect(exchanges()).toHaveLength(3);
  });
});

describe('the limit', () => {
  it('leaves Help Scout alone for as long as it asks', async () => {
    await mailbox.ask(read);
    const headers = { 'x-ratelimit-retry-after': '17' };
    world.standIn.failNext({ path: /conversations/, status: 429, headers });
    const limited = { fault: { kind: 'rate-limited', detail: { seconds: 17 } } };
    expect(await mailbox.ask(read)).toMatchObject(limited);
    world.time.now += 16_000;
    const asked = world.standIn.requests.length;
    expect(await mailbox.ask(read)).toMatchObject({ fault: { detail: { seconds: 1 } } });
    expect(world.standIn.requests).toHaveLength(asked);
    world.time.now += 1_000;
    expect((await mailbox.ask(read)).ok).toBe(true);
  });

  it.each([
    [{}, 60],
    [{ 'retry-after': '5' }, 5],
    [{ 'x-ratelimit-retry-after': 'soon' }, 60],
    [{ 'x-ratelimit-retry-after': '999999' }, 3600],
  ])('%j is %d seconds', async (headers, seconds) => {
    world.standIn.failNext({ path: /conversations/, status: 429, headers });
    expect(await mailbox.ask(read)).toMatchObject({ fault: { detail: { seconds } } });
  });
});

describe('merged conversations', () => {
  it('answer with the one they are now', async () => {
    world.standIn.world.merge(exportConversation.id, printerConversation.id);
    expect(await mailbox.ask(read)).toMatchObject({
      ok: true,
      value: { id: printerConversation.id },
    });
  });

  it('take no writes by their old number', async () => {
    world.standIn.world.merge(exportConversation.id, printerConversation.id);
    const requests: MailboxRequest[] = [
      { op: 'note.add', id, text: 'x' },
      { op: 'tags.write', id, tags: ['x'] },
    ];
    for (const request of requests) {
      expect(await mailbox.ask(request)).toMatchObject({ fault: { kind: 'conflict' } });
    }
  });
});

describe('failures', () => {
  it.each([
    [403, 'forbidden'],
    [404, 'not-found'],
    [412, 'conflict'],
    [422, 'bad-response'],
    [500, 'server-error'],
    ['lost', 'offline'],
  ] as const)('%s is %s', async (status, kind) => {
    world.standIn.failNext({ path: /conversations/, status });
    expect(await mailbox.ask(read)).toMatchObject({ ok: false, fault: { kind } });
  });

  it('hold neither secret nor text', async () => {
    world.standIn.failNext({ path: /oauth2/, status: 500 });
    const answer = await mailbox.ask(read);
    expect(JSON.stringify(answer)).not.toMatch(/fixture|secret|helpscout/);
  });
});

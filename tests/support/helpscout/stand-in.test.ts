import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP } from '@/tests/support/helpscout/mailbox-auth';
import { createHelpscoutStandIn, type HelpscoutStandIn } from '@/tests/support/helpscout/stand-in';
import { exportConversation, longConversation } from '@/tests/support/helpscout/test-conversations';

const { id } = exportConversation;

let standIn: HelpscoutStandIn;
beforeAll(async () => {
  standIn = await createHelpscoutStandIn({ conversations: [exportConversation, longConversation] });
});
afterAll(() => standIn.close());

/** What these tests look at. */
interface ApiBody {
  tags: { tag: string }[];
  page: unknown;
  _embedded?: { threads: { type: string; state: string }[] };
  _links: { next?: { href: string } };
}

async function exchange(fields: Record<string, string>) {
  const body = { client_id: APP.appId, client_secret: APP.appSecret, ...fields };
  const response = await standIn.fetch('/v2/oauth2/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function call(path: string, method = 'GET', body?: unknown) {
  const { body: granted } = await exchange({ grant_type: 'client_credentials' });
  const response = await standIn.fetch(path, {
    method,
    headers: { authorization: `Bearer ${String(granted['access_token'])}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text ? JSON.parse(text) : null) as ApiBody,
  };
}

describe('signing in', () => {
  it('takes the app only with its secret', async () => {
    expect((await exchange({ grant_type: 'client_credentials' })).body).toMatchObject({
      token_type: 'bearer',
      expires_in: 172_800,
    });
    const wrong = await exchange({ grant_type: 'client_credentials', client_secret: 'x' });
    expect(wrong).toEqual({ status: 401, body: { error: 'invalid_client' } });
  });

  it('takes a refresh token once, and gives the next', async () => {
    const refresh = { grant_type: 'refresh_token', refresh_token: standIn.auth.grantRefresh() };
    const first = await exchange(refresh);
    expect(first.body['refresh_token']).toMatch(/^fixture-refresh/);
    expect(await exchange(refresh)).toEqual({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('answers nobody else', async () => {
    const response = await standIn.fetch(`/v2/conversations/${id}`);
    expect(response.status).toBe(401);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('conversations', () => {
  it('with threads, newest first, drafts among them', async () => {
    const { body } = await call(`/v2/conversations/${id}?embed=threads`);
    expect(body).toMatchObject({ id, number: 44477, threads: 4, mailboxId: 85 });
    const types = body['_embedded']?.threads.map(({ type, state }) => `${type} ${state}`);
    expect(types).toEqual([
      'message draft',
      'note published',
      'message published',
      'lineitem published',
      'customer published',
    ]);
  });

  it('in pages, the last without a next one, an empty one without a list', async () => {
    const path = `/v2/conversations/${longConversation.id}/threads`;
    const first = await call(`${path}?page=1`);
    expect(first.body['page']).toEqual({ size: 25, totalElements: 60, totalPages: 3, number: 1 });
    expect(first.body['_links'].next?.href).toBe(`https://api.helpscout.net${path}?page=2`);
    expect((await call(`${path}?page=3`)).body['_links'].next).toBeUndefined();
    expect((await call(`${path}?page=4`)).body['_embedded']).toBeUndefined();
  });

  it('replaces tags, lower-cased, and adds notes', async () => {
    const path = `/v2/conversations/${id}`;
    expect((await call(`${path}/tags`, 'PUT', { tags: ['Export', 'New'] })).status).toBe(204);
    const { body } = await call(path);
    expect(body.tags.map(({ tag }) => tag)).toEqual(['export', 'new']);
    const noted = await call(`${path}/notes`, 'POST', { text: 'Known.' });
    expect(noted.status).toBe(201);
    expect(noted.headers.get('resource-id')).toMatch(/^\d+$/);
    expect((await call(`${path}/notes`, 'POST', {})).status).toBe(400);
  });

  it('that were merged say where', async () => {
    standIn.world.merge(id, longConversation.id);
    const moved = await call(`/v2/conversations/${id}?embed=threads`);
    expect(moved.status).toBe(301);
    expect(moved.headers.get('location')).toBe(
      `https://api.helpscout.net/v2/conversations/${longConversation.id}?embed=threads`,
    );
    expect((await call('/v2/conversations/1')).status).toBe(404);
  });
});

describe('the limit', () => {
  it('is shared, counts writes twice, and says how long to wait', async () => {
    standIn.setRateLimit(5);
    expect((await call('/v2/mailboxes/85')).headers.get('x-ratelimit-remaining-minute')).toBe('2');
    const refused = await standIn.fetch('/v2/mailboxes/85');
    await standIn.fetch('/v2/mailboxes/85');
    const second = await standIn.fetch('/v2/mailboxes/85');
    expect([refused.status, second.status]).toEqual([401, 429]);
    expect(Number(second.headers.get('x-ratelimit-retry-after'))).toBeGreaterThan(0);
    expect(await second.json()).toEqual({ message: 'API rate limit exceeded' });
    standIn.setRateLimit(200);
  });
});

/** The stand-in answers in Zendesk's shapes and refuses what Zendesk refuses. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FailureKind } from './failures';
import { createStandIn, type StandIn } from './stand-in';
import { archivedTicket, chatTicket, longTicket, mailTicket, problemTicket } from './test-tickets';

const samples = join(import.meta.dirname, '../../fixtures/zendesk');

type Json = Readonly<Record<string, unknown>>;

let standIn: StandIn;

beforeEach(async () => {
  const tickets = [mailTicket, chatTicket, longTicket, archivedTicket, problemTicket];
  standIn = await createStandIn({ tickets });
});

afterEach(() => standIn.close());

async function get(path: string): Promise<Json> {
  const reply = await standIn.fetch(`/api/v2${path}`);
  expect(reply.status).toBe(200);
  return (await reply.json()) as Json;
}

function send(method: string, path: string, body: unknown, token: string | null = null) {
  const headers = {
    'content-type': 'application/json',
    'x-csrf-token': token ?? standIn.csrfToken,
  };
  return standIn.fetch(`/api/v2${path}`, { method, headers, body: JSON.stringify(body) });
}

function sample(name: string): unknown {
  return JSON.parse(readFileSync(join(samples, `${name}.json`), 'utf8')) as unknown;
}

/** Everything the sample has and the reply lacks or has in another type. Null fits every type. */
function missing(expected: unknown, actual: unknown, path = ''): string[] {
  if (expected === null || actual === null) return [];
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path} is no list`];
    const [first] = expected as unknown[];
    return first === undefined || actual.length === 0
      ? []
      : (actual as unknown[]).flatMap((item) => missing(first, item, `${path}[]`));
  }
  if (typeof expected === 'object') {
    if (typeof actual !== 'object') return [`${path} is no object`];
    return Object.entries(expected).flatMap(([key, value]) =>
      key in actual
        ? missing(value, (actual as Json)[key], `${path}.${key}`)
        : [`${path}.${key} is missing`],
    );
  }
  return typeof expected === typeof actual ? [] : [`${path} is a ${typeof actual}`];
}

describe('shapes', () => {
  it.each([
    ['users-me', '/users/me.json'],
    ['ticket-with-sideload', '/tickets/20101.json?include=users,organizations'],
    ['ticket-related', '/tickets/20101/related.json'],
    ['conversation-log', '/tickets/20101/conversation_log'],
    ['problems-list', '/problems.json?page[size]=100'],
    ['custom-statuses', '/custom_statuses.json'],
  ])('%s', async (name, path) => {
    expect(missing(sample(name), await get(path))).toEqual([]);
  });

  it('ticket-comments, whose first comment has an attachment and the customer’s address', async () => {
    const reply = await get('/tickets/20101/comments.json?include=users&page[size]=100');
    const expected = sample('ticket-comments') as { comments: Json[] };
    const { comments } = reply as { comments: Json[] };
    expect(missing({ ...expected, comments: [] }, reply)).toEqual([]);
    // One by one: a customer's mail and an agent's note carry different origins and metadata.
    expect(comments.map((comment, index) => missing(expected.comments[index], comment))).toEqual([
      [],
      [],
    ]);
  });

  it('answers with and without .json', async () => {
    expect(await get('/tickets/20101')).toEqual(await get('/tickets/20101.json'));
  });

  it('side-loads only what was asked for', async () => {
    expect(Object.keys(await get('/tickets/20101'))).toEqual(['ticket']);
  });

  it('holds ids that do not fit into 32 bits', async () => {
    const { ticket } = (await get('/tickets/20101')) as { ticket: { requester_id: number } };
    expect(ticket.requester_id).toBeGreaterThan(2 ** 32);
    expect(Number.isSafeInteger(ticket.requester_id)).toBe(true);
  });

  it('takes a subject of 300 characters and a body of 10 MB', async () => {
    standIn.update(20101, { subject: 'ü'.repeat(300) });
    standIn.addComment(20101, { body: 'Zeile <br> & "mehr"\n'.repeat(500_000) });
    const { ticket } = (await get('/tickets/20101')) as { ticket: { subject: string } };
    const { comments } = (await get('/tickets/20101/comments')) as { comments: { body: string }[] };
    expect(ticket.subject).toHaveLength(300);
    expect(comments.at(-1)?.body).toHaveLength(10_000_000);
  });
});

describe('refusals', () => {
  it('401 without a session, but users/me is a 200 with an anonymous user', async () => {
    const refused = await standIn.fetch('/api/v2/tickets/20101', { credentials: 'omit' });
    expect([refused.status, await refused.json()]).toEqual([401, sample('error-401')]);
    const anonymous = await standIn.fetch('/api/v2/users/me.json', { credentials: 'omit' });
    expect([anonymous.status, await anonymous.json()]).toEqual([
      200,
      sample('users-me-anonymous-unverified'),
    ]);
  });

  it('401 after logout with the same cookie, until login', async () => {
    standIn.logout();
    expect((await standIn.fetch('/api/v2/tickets/20101')).status).toBe(401);
    expect((await standIn.fetch('/agent/tickets/20101')).status).toBe(302);
    standIn.login();
    expect((await standIn.fetch('/api/v2/tickets/20101')).status).toBe(200);
  });

  it.each(['', 'stale'])('403 for a write with the CSRF token "%s"', async (token) => {
    const reply = await send('PUT', '/tickets/20101', { ticket: { type: 'incident' } }, token);
    expect(reply.status).toBe(403);
    expect(await get('/tickets/20101')).toMatchObject({ ticket: { type: null } });
  });

  it.each(['/tickets/1', '/tickets/1/comments', '/users/1', '/macros'])(
    '404 for %s',
    async (path) => {
      const reply = await standIn.fetch(`/api/v2${path}`);
      expect([reply.status, await reply.json()]).toEqual([404, sample('error-404')]);
    },
  );

  it.each([20102, 1])('422 for problem_id %i, which is no problem', async (problemId) => {
    const ticket = { type: 'incident', problem_id: problemId };
    const reply = await send('PUT', '/tickets/20101.json', { ticket });
    expect([reply.status, await reply.json()]).toEqual([422, sample('error-422')]);
  });

  it('422 for an update of an archived ticket', async () => {
    const reply = await send('PUT', '/tickets/20104', { ticket: { type: 'incident' } });
    expect(reply.status).toBe(422);
    expect(await get('/tickets/20104/related')).toMatchObject({
      ticket_related: { from_archive: true },
    });
  });

  it('409 for a safe update whose stamp is outdated', async () => {
    const stamp = ((await get('/tickets/20101')) as { ticket: { updated_at: string } }).ticket
      .updated_at;
    standIn.update(20101, { status: 'pending' });
    const ticket = { type: 'incident', safe_update: true, updated_stamp: stamp };
    const reply = await send('PUT', '/tickets/20101', { ticket });
    expect([reply.status, await reply.json()]).toEqual([409, sample('put-ticket-409-unverified')]);
  });
});

describe('writes', () => {
  it('links an incident to its problem and says so in the audit', async () => {
    const { ticket: before } = (await get('/tickets/20101')) as { ticket: { updated_at: string } };
    const ticket = {
      ...(sample('put-ticket-request') as { ticket: Json }).ticket,
      updated_stamp: before.updated_at,
    };
    const reply = await send('PUT', '/tickets/20101.json', { ticket });
    const body = (await reply.json()) as { ticket: { updated_at: string } };
    expect(reply.status).toBe(200);
    expect(missing(sample('put-ticket-reply'), body)).toEqual([]);
    expect(body).toMatchObject({ ticket: { type: 'incident', problem_id: 4500 } });
    expect(body.ticket.updated_at > before.updated_at).toBe(true);
    expect(await get('/tickets/4500/incidents')).toMatchObject({ tickets: [{ id: 20101 }] });
    expect(await get('/tickets/4500')).toMatchObject({ ticket: { has_incidents: true } });
    expect(standIn.submissions).toEqual([]);
  });

  it('adds, replaces and removes tags', async () => {
    const path = '/tickets/20101/tags.json';
    const tagsAfter = async (method: string, tags: string[]) =>
      ((await (await send(method, path, { tags })).json()) as { tags: string[] }).tags;
    expect(await tagsAfter('PUT', ['fern-1042'])).toEqual(['printing', 'fern-1042']);
    expect(await tagsAfter('DELETE', ['printing'])).toEqual(['fern-1042']);
    expect(await tagsAfter('POST', ['only'])).toEqual(['only']);
  });

  it('records a comment sent through the API as a submission', async () => {
    const comment = { html_body: '<p>Linked.</p>', public: false };
    await send('PUT', '/tickets/20101', { ticket: { comment } });
    expect(standIn.submissions).toEqual([
      { ticketId: 20101, channel: 'internal', html: '<p>Linked.</p>', via: 'api' },
    ]);
    const { comments } = (await get('/tickets/20101/comments')) as { comments: Json[] };
    expect(comments.at(-1)).toMatchObject({ public: false, plain_body: 'Linked.' });
  });

  it('finds problems by what their subject contains', async () => {
    const reply = await send('POST', '/problems/autocomplete.json', { text: 'SPOOLER' });
    expect(await reply.json()).toMatchObject({ tickets: [{ id: 4500 }] });
  });
});

describe('conversations', () => {
  it('keeps chat messages out of the comments and has them in the log', async () => {
    const { comments } = (await get('/tickets/20102/comments')) as { comments: Json[] };
    expect(comments.map(({ body, public: isPublic }) => [body, isPublic])).toEqual([
      ['Conversation with Jonas Weber', true],
      ['PAY-2250, on hold since Friday', false],
    ]);
    const { events } = (await get('/tickets/20102/conversation_log')) as { events: Json[] };
    expect(events.map(({ type }) => type)).toEqual([
      'Messaging::ConversationMessage',
      'Messaging::ConversationMessage',
      'Comment',
    ]);
  });
});

describe('ordered failures', () => {
  it.each<[FailureKind, number, string]>([
    ['401', 401, 'json'],
    ['403', 403, 'json'],
    ['404', 404, 'json'],
    ['429', 429, 'json'],
    ['429-bare', 429, 'text/plain'],
    ['500', 500, 'html'],
    ['html', 200, 'html'],
    ['empty', 200, 'json'],
  ])('%s, once and for the named path only', async (kind, status, type) => {
    standIn.failNext({ path: /\/comments/, kind, retryAfter: 37 });
    expect((await standIn.fetch('/api/v2/tickets/20101')).headers.get('content-type')).toMatch(
      'json',
    );
    const failed = await standIn.fetch('/api/v2/tickets/20101/comments.json');
    expect(failed.status).toBe(status);
    expect(failed.headers.get('content-type')).toMatch(type);
    expect(failed.headers.get('retry-after')).toBe(kind === '429' ? '37' : null);
    expect(await failed.text()).toMatch(kind === 'empty' ? /^$/ : /./);
    await get('/tickets/20101/comments.json');
  });

  it('truncated: the connection ends before the body does', async () => {
    standIn.failNext({ path: /tickets/, kind: 'truncated', times: 2 });
    await expect(standIn.fetch('/api/v2/tickets/20101')).rejects.toThrow(/aborted|hang up/);
    await expect(standIn.fetch('/api/v2/tickets/20101')).rejects.toThrow(/aborted|hang up/);
    await get('/tickets/20101');
  });

  it('timeout: no answer until the caller gives up', async () => {
    standIn.failNext({ path: /tickets/, kind: 'timeout' });
    const signal = AbortSignal.timeout(200);
    await expect(standIn.fetch('/api/v2/tickets/20101', { signal })).rejects.toThrow(
      /abort|timeout/i,
    );
  });

  it('lost: the work is done, but the answer never comes; for the named method only', async () => {
    standIn.failNext({ path: /tickets/, method: 'PUT', kind: 'lost' });
    await get('/tickets/20101');
    const headers = { 'content-type': 'application/json', 'x-csrf-token': standIn.csrfToken };
    const body = JSON.stringify({ ticket: { tags: ['vip'] } });
    const init = { method: 'PUT', headers, body };
    await expect(standIn.fetch('/api/v2/tickets/20101', init)).rejects.toThrow(/aborted|hang up/);
    expect(standIn.world.tickets.get(20101)?.record.tags).toEqual(['vip']);
  });

  it('counts down the rate headers and refuses past the limit', async () => {
    standIn.setRateLimit(2);
    const replies = [];
    for (let call = 0; call < 3; call += 1) replies.push(await standIn.fetch('/api/v2/users/me'));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(replies.map(({ headers }) => headers.get('x-rate-limit-remaining'))).toEqual([
      '1',
      '0',
      '0',
    ]);
    expect(Number(replies[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('delays replies', async () => {
    standIn.setDelay(150);
    const start = performance.now();
    await get('/tickets/20101');
    expect(performance.now() - start).toBeGreaterThanOrEqual(145);
  });

  it('logs API calls and page traffic apart', async () => {
    await get('/users/me');
    await standIn.fetch('/agent/tickets/20101');
    expect(standIn.requests.map(({ path, status }) => [path, status])).toEqual([
      ['/api/v2/users/me', 200],
    ]);
    expect(standIn.pageRequests.map(({ path }) => path)).toEqual(['/agent/tickets/20101']);
    standIn.forgetRequests();
    expect([...standIn.requests, ...standIn.pageRequests]).toEqual([]);
  });
});

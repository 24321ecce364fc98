import { describe, expect, it } from 'vitest';
import { answerSession } from '@/lib/app/page-session';

/** A page at a helpdesk, and what it was made to ask. */
function setUp(answer: () => Promise<Response> = () => Promise.resolve(new Response('{"a":1}'))) {
  const asked: [string, RequestInit][] = [];
  const page = {
    url: () => new URL('https://acme.zendesk.com/agent/tickets/1'),
    fetch: ((url: string, init: RequestInit) => {
      asked.push([url, init]);
      return answer();
    }) as typeof fetch,
  };
  const ask = (path: string) =>
    answerSession(page, { type: 'session.get', path, accept: 'application/json' });
  return { page, asked, ask };
}

describe('answerSession', () => {
  it('reads the helpdesk’s own API with the agent’s cookies', async () => {
    const { ask, asked } = setUp();
    expect(await ask('/api/v2/help_center/articles.json?page=2')).toMatchObject({
      status: 200,
      text: '{"a":1}',
    });
    expect(asked).toMatchObject([
      [
        'https://acme.zendesk.com/api/v2/help_center/articles.json?page=2',
        { credentials: 'same-origin', mode: 'same-origin' },
      ],
    ]);
    expect(asked[0]?.[1].method).toBeUndefined();
  });

  it.each([
    '/api/v2/../../agent/secret',
    '/api/v2/%2e%2e/x',
    '/agent/x',
    'https://evil.example/api/v2/x',
    '//evil.example/api/v2/x',
  ])('asks nothing for %s', async (path) => {
    const { ask, asked } = setUp();
    const answer = await ask(path);
    expect([null, 'forbidden']).toContain(
      answer !== null && 'fault' in answer ? answer.fault.kind : answer,
    );
    expect(asked).toEqual([]);
  });

  it('leaves other messages to others', () => {
    const { page } = setUp();
    for (const message of [null, 'x', {}, { type: 'command', command: 'insert-link' }]) {
      expect(answerSession(page, message)).toBeNull();
    }
  });

  it('answers when there is no answer', async () => {
    const { ask } = setUp(() => Promise.reject(new TypeError('network')));
    expect(await ask('/api/v2/x')).toEqual({ fault: { kind: 'offline', retry: 'later' } });
  });
});

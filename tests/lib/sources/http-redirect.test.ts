import { describe, expect, it } from 'vitest';
import type { RequestEntry } from '@/lib/model/request-entry';
import { createSourceHttp } from '@/lib/sources/http';
import { STILL_PORTS } from '@/tests/support/sources/still-ports';
import { unwrap } from '@/tests/support/unwrap';

const SITE = 'https://docs.example';
const { signal } = new AbortController();

/** What a browser gives for a redirect that it was told not to follow. */
const opaque = () => Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
const ended = (url: string) =>
  Object.defineProperty(new Response('Text'), 'url', { value: `${SITE}${url}` });

function setUp(answers: (Response | Error)[]) {
  const asked: RequestInit[] = [];
  const logged: Omit<RequestEntry, 'id'>[] = [];
  const wayOut = createSourceHttp({
    ...STILL_PORTS,
    fetch: (_url, init) => {
      asked.push(init);
      const answer = answers.shift() ?? new Response('');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    log: (entry) => logged.push(entry),
  });
  const http = wayOut({ sourceId: 's1', origins: [SITE] });
  const send = (headers: Record<string, string>) =>
    http.send({ url: `${SITE}/old?q=secret`, why: 'is it still there', headers }, signal);
  return { asked, logged, send };
}

describe('a redirect whose way a browser hides', () => {
  it('ends where it ends, when there was no secret to keep', async () => {
    const { send, asked, logged } = setUp([opaque(), ended('/new?x')]);
    const answer = unwrap(await send({ accept: 'text/html' }));
    expect(answer).toMatchObject({ url: `${SITE}/new?x`, text: 'Text' });
    expect(asked.map(({ redirect }) => redirect)).toEqual(['manual', 'follow']);
    expect(logged).toMatchObject([
      { path: '/old', status: null, fault: null, bytes: 0 },
      { path: '/new', status: 200, fault: null, bytes: 4 },
    ]);
  });

  it('is asked for anew with its secret, and each request stands in the log', async () => {
    const { send, asked, logged } = setUp([opaque(), ended('/new'), new Response('Mine')]);
    expect(unwrap(await send({ authorization: 'Bearer t' })).text).toBe('Mine');
    expect(asked[1]?.headers).toEqual({ accept: '*/*' });
    expect(logged.map(({ path, status }) => [path, status])).toEqual([
      ['/old', null],
      ['/old', 200],
      ['/new', 200],
    ]);
  });

  it('is a fault where it leads to a host that we may not ask', async () => {
    const { send, logged } = setUp([opaque(), new TypeError('CORS')]);
    expect(await send({})).toMatchObject({ fault: { kind: 'bad-response' } });
    expect(logged.map(({ path, fault }) => [path, fault])).toEqual([
      ['/old', null],
      ['/old', 'bad-response'],
    ]);
  });
});

describe('a redirect in the open', () => {
  it('stands in the log with where it leads', async () => {
    const on = new Response(null, { status: 302, headers: { location: '/new' } });
    const { send, logged } = setUp([on, new Response('Text')]);
    await send({});
    expect(logged).toMatchObject([
      { path: '/old', status: 302 },
      { path: '/new', status: 200 },
    ]);
  });
});

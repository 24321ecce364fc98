import { describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail } from '@/lib/core/result';
import type { RequestEntry } from '@/lib/model/request-entry';
import type { SourceRequest } from '@/lib/sources/contract';
import { createSourceHttp, type HttpScope } from '@/lib/sources/http';
import { FetchRefusal } from '@/lib/sources/http-answer';
import { unwrap } from '@/tests/support/unwrap';

const START = Date.parse('2026-11-22T09:00:00.000Z');
const SITE = 'https://tracker.example';
const never = new AbortController().signal;

type Answer = Response | Error | ((init: RequestInit, url: string) => Response | Promise<Response>);

/** A way out whose time, network and chance are in the test's hands. */
function setUp(answers: Answer[], scope: Partial<HttpScope> = {}) {
  const asked: { url: string; init: RequestInit; at: number }[] = [];
  const logged: Omit<RequestEntry, 'id'>[] = [];
  const slept: number[] = [];
  const world = { now: START, isOnline: true };
  const queues = new Map<string, Promise<unknown>>();
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    asked.push({ url, init, at: world.now - START });
    const answer = answers.shift() ?? new Response('{}');
    if (answer instanceof Error) throw answer;
    return answer instanceof Response ? answer : answer(init, url);
  };
  const wayOut = createSourceHttp({
    fetch,
    now: () => world.now,
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      world.now += milliseconds;
      return Promise.resolve();
    },
    exclusively: async (name, _signal, work) => {
      const before = queues.get(name) ?? Promise.resolve();
      const done = before.then(work, work);
      queues.set(name, done);
      return done;
    },
    random: () => 0.5,
    isOnline: () => world.isOnline,
    log: (entry) => logged.push(entry),
  });
  const http = wayOut({ sourceId: 's1', origins: [SITE], ...scope });
  const send = (request: Partial<SourceRequest> = {}, signal = never) =>
    http.send({ url: `${SITE}/api/issues?q=secret`, why: 'issues', ...request }, signal);
  return { asked, logged, slept, world, http, send, wayOut };
}

const status = (code: number, headers: Record<string, string> = {}, body = '') =>
  new Response(code === 204 || code === 304 ? null : body, { status: code, headers });

describe('an answer', () => {
  it('comes with the server’s clock, and is asked for without cookies', async () => {
    const date = 'Sun, 22 Nov 2026 08:30:00 GMT';
    const { send, asked, http } = setUp([status(200, { date }, 'Grüße')]);
    expect(unwrap(await send({ headers: { accept: 'text/plain' } }))).toMatchObject({
      status: 200,
      text: 'Grüße',
      url: `${SITE}/api/issues?q=secret`,
      servedAt: '2026-11-22T08:30:00.000Z',
    });
    expect(asked[0]?.init).toMatchObject({ credentials: 'omit', cache: 'no-store', method: 'GET' });
    expect([http.takeBytes(), http.takeBytes()]).toEqual([7, 0]);
  });

  it('is read in the charset that it says', async () => {
    const bytes = new Uint8Array([0x47, 0x72, 0xfc, 0xdf, 0x65]);
    const latin = new Response(bytes, { headers: { 'content-type': 'text/html; charset=latin1' } });
    const odd = new Response('ok', { headers: { 'content-type': 'text/html; charset=klingon' } });
    const { send } = setUp([latin, odd]);
    expect(unwrap(await send()).text).toBe('Grüße');
    expect(unwrap(await send()).text).toBe('ok');
  });

  it('has our clock where the server tells no time', async () => {
    const { send } = setUp([status(200)]);
    expect(unwrap(await send()).servedAt).toBe('2026-11-22T09:00:00.000Z');
  });

  it('may be a status that was expected', async () => {
    const { send } = setUp([status(304), status(404)]);
    expect(unwrap(await send({ expect: [304] })).status).toBe(304);
    expect(unwrap(await send({ expect: [404] })).status).toBe(404);
  });

  it.each([
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [410, 'not-found'],
    [400, 'bad-response'],
    [418, 'bad-response'],
  ] as const)('of %i is the fault %s, at once', async (code, kind) => {
    const { send, asked } = setUp([status(code)]);
    expect(await send()).toEqual(fail(fault(kind, { status: code })));
    expect(asked).toHaveLength(1);
  });

  it('is cut off at the largest size, told or not', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1_000));
      },
    });
    const told = status(200, { 'content-length': '99999' }, 'x');
    const { send } = setUp([new Response(endless), told]);
    const tooLarge = fail(fault('bad-response', { why: 'too large', limit: 5_000 }));
    expect(await send({ maxBytes: 5_000 })).toEqual(tooLarge);
    expect(sent).toBeLessThan(10);
    expect(await send({ maxBytes: 5_000 })).toEqual(tooLarge);
  });
});

describe('waiting', () => {
  it('sleeps a short while and tries again', async () => {
    const { send, asked, slept } = setUp([status(429, { 'retry-after': '3' }), status(200)]);
    expect(unwrap(await send()).status).toBe(200);
    expect(slept).toEqual([3_000]);
    expect(asked.map(({ at }) => at)).toEqual([0, 3_000]);
  });

  it('hands a long wait back, and asks nothing of that host until then', async () => {
    const { send, asked, world } = setUp([status(429, { 'retry-after': '90' }), status(200)]);
    const limited = await send();
    expect(limited).toEqual(fail(fault('rate-limited', { seconds: 90, status: 429 })));
    world.now += 30_000;
    expect(await send()).toEqual(fail(fault('rate-limited', { seconds: 60 })));
    expect(asked).toHaveLength(1);
    world.now += 60_000;
    expect(unwrap(await send()).status).toBe(200);
  });

  it('gives up on a server that goes on refusing', async () => {
    const { send, asked } = setUp(
      Array.from({ length: 9 }, () => status(429, { 'retry-after': '1' })),
    );
    expect(await send()).toMatchObject({ fault: { kind: 'rate-limited' } });
    expect(asked).toHaveLength(4);
  });

  it('keeps the gap that a request asks for', async () => {
    const { send, asked } = setUp([]);
    await send({ minGapMs: 1_000 });
    await send({ minGapMs: 1_000 });
    await send();
    expect(asked.map(({ at }) => at)).toEqual([0, 1_000, 1_000]);
  });

  it('does not outlast a clock that is put back', async () => {
    const { send, world } = setUp([status(429, { 'retry-after': '3600' }), status(200)]);
    await send();
    world.now -= 24 * 3_600_000;
    expect(unwrap(await send()).status).toBe(200);
  });

  it('sends one request at a time to a host', async () => {
    let open = 0;
    let most = 0;
    const slow = async () => {
      most = Math.max(most, ++open);
      await new Promise((resolve) => setTimeout(resolve, 5));
      open -= 1;
      return new Response('{}');
    };
    const { send } = setUp([slow, slow, slow]);
    await Promise.all([send(), send(), send()]);
    expect(most).toBe(1);
  });
});

describe('trying again', () => {
  it('helps against servers that stumble, with growing, random waits', async () => {
    const { send, slept } = setUp([
      status(500),
      status(502),
      new TypeError('network'),
      status(200),
    ]);
    expect(unwrap(await send()).status).toBe(200);
    expect(slept).toEqual([1_000, 2_000, 4_000]);
  });

  it('ends after a few times', async () => {
    const { send, asked } = setUp(Array.from({ length: 9 }, () => status(503)));
    expect(await send()).toEqual(fail(fault('server-error', { status: 503 })));
    expect(asked).toHaveLength(4);
  });

  it('is not done for requests that change something', async () => {
    const { send, asked } = setUp([status(500), status(200)]);
    expect(await send({ method: 'POST', body: '{}' })).toMatchObject({
      fault: { kind: 'server-error' },
    });
    expect(asked).toHaveLength(1);
  });

  it('is not done without a connection', async () => {
    const { send, asked, world } = setUp([]);
    world.isOnline = false;
    expect(await send()).toEqual(fail(fault('offline')));
    expect(asked).toHaveLength(0);
  });

  it('is done when an answer breaks off', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(10));
        controller.error(new TypeError('reset'));
      },
    });
    const { send, logged } = setUp([new Response(broken), status(200)]);
    expect(unwrap(await send()).status).toBe(200);
    expect(logged.map(({ fault: kind }) => kind)).toEqual(['server-error', null]);
  });
});

describe('stopping', () => {
  it('ends a request that is under way', async () => {
    const abort = new AbortController();
    const hanging = (init: RequestInit) =>
      new Promise<Response>((_, reject) => {
        init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      });
    const { send, asked } = setUp([hanging]);
    const sent = send({}, abort.signal);
    await new Promise((resolve) => setTimeout(resolve, 1));
    abort.abort();
    expect(await sent).toEqual(fail(fault('cancelled')));
    expect(asked).toHaveLength(1);
  });
});

describe('origins', () => {
  it('that the agent did not allow are never asked', async () => {
    const { send, asked } = setUp([]);
    for (const url of ['https://other.example/', 'http://tracker.example/', 'file:///etc/passwd']) {
      expect(await send({ url })).toMatchObject({ fault: { kind: 'forbidden' } });
    }
    expect(await send({ url: 'no address' })).toMatchObject({ fault: { kind: 'bad-response' } });
    expect(asked).toHaveLength(0);
  });

  it('are kept through redirects, with the headers', async () => {
    const moved = status(301, { location: '/v2/issues' });
    const { send, asked } = setUp([moved, status(200)]);
    const headers = { 'private-token': 'glpat-1' };
    expect(unwrap(await send({ headers })).url).toBe(`${SITE}/v2/issues`);
    expect(asked[1]).toMatchObject({ url: `${SITE}/v2/issues`, init: { headers } });
  });

  it('are not left through redirects', async () => {
    const { send, asked } = setUp([status(302, { location: 'https://evil.example/' })]);
    expect(await send({ headers: { 'private-token': 'glpat-1' } })).toMatchObject({
      fault: { kind: 'bad-response', detail: { why: 'redirected to another host' } },
    });
    expect(asked).toHaveLength(1);
  });

  it('may be several', async () => {
    const origins = [SITE, 'https://www.tracker.example'];
    const { send, asked } = setUp([status(302, { location: `${origins[1]}/x` })], { origins });
    expect(unwrap(await send()).url).toBe('https://www.tracker.example/x');
    expect(asked).toHaveLength(2);
  });

  it('where a browser hides the way, it is looked for without credentials', async () => {
    const opaque = () =>
      Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
    const ended = (url: string) => () =>
      Object.defineProperty(new Response(''), 'url', { value: url });
    const here = setUp([opaque, ended(`${SITE}/v2/issues`), status(200)]);
    const headers = { accept: 'application/json', 'private-token': 'glpat-1' };
    expect(unwrap(await here.send({ headers })).url).toBe(`${SITE}/v2/issues`);
    expect(here.asked[1]?.init.headers).toEqual({ accept: 'application/json' });
    const gone = setUp([opaque, ended('https://evil.example/')]);
    expect(await gone.send({ headers })).toMatchObject({ fault: { kind: 'bad-response' } });
    const closed = setUp([opaque, new TypeError('CORS')]);
    expect(await closed.send({ headers })).toMatchObject({ fault: { kind: 'bad-response' } });
  });

  it('do not send us in circles', async () => {
    const { send, asked } = setUp(
      Array.from({ length: 20 }, () => status(302, { location: '/again' })),
    );
    expect(await send()).toMatchObject({ fault: { detail: { why: 'redirected too often' } } });
    expect(asked).toHaveLength(6);
  });
});

describe('the log', () => {
  it('names every request, what it was for and what came of it, and nothing of its content', async () => {
    const { send, logged } = setUp([status(500), status(200, {}, '12345')]);
    await send({ headers: { authorization: 'Bearer t' } });
    const entry = { sourceId: 's1', method: 'GET', host: 'tracker.example', path: '/api/issues' };
    expect(logged).toMatchObject([
      { ...entry, why: 'issues', status: 500, fault: 'server-error', bytes: 0, via: 'direct' },
      { ...entry, status: 200, fault: null, bytes: 5 },
    ]);
    expect(JSON.stringify(logged)).not.toMatch(/secret|Bearer/);
  });
});

describe('through a tab', () => {
  it('goes what needs the agent’s session, connected or not', async () => {
    const asked: string[] = [];
    const tab = (url: string) => {
      asked.push(url);
      return Promise.resolve(new Response('{}'));
    };
    const { send, logged } = setUp([], { tab });
    expect(unwrap(await send()).status).toBe(200);
    expect(asked).toHaveLength(1);
    expect(logged[0]?.via).toBe('tab');
  });

  it('keeps the reason why the tab cannot answer', async () => {
    const tab = () => Promise.reject(new FetchRefusal(fault('not-ready', { why: 'no tab' })));
    const { send } = setUp([], { tab });
    expect(await send()).toEqual(fail(fault('not-ready', { why: 'no tab' })));
  });
});

/** What can go wrong with one request on its way, for the real way out to deal with. */

type Answer = () => Promise<Response>;

function statusOf(status: number, headers: Record<string, string> = {}): Answer {
  return () => Promise.resolve(new Response('{"error":"no"}', { status, headers }));
}

function cutOff(): Promise<Response> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"rows":[{"id":1,'));
      controller.error(new TypeError('reset'));
    },
  });
  return Promise.resolve(new Response(body));
}

export const MISHAPS = {
  'no network': () => Promise.reject(new TypeError('network')),
  'signed out': statusOf(401),
  forbidden: statusOf(403),
  'not found': statusOf(404),
  'wait a moment': statusOf(429, { 'retry-after': '2' }),
  'wait long': statusOf(429, { 'retry-after': '600' }),
  broken: statusOf(500),
  down: statusOf(503),
  'cut off': cutOff,
  'half an answer': () => Promise.resolve(new Response('{"rows":[{"id":1')),
  'a page to sign in': () => Promise.resolve(new Response('<!doctype html><form></form>')),
  elsewhere: statusOf(302, { location: 'https://login.example/' }),
} satisfies Record<string, Answer>;

export type MishapName = keyof typeof MISHAPS;

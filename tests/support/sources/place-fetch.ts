/** A stand-in as a `fetch`, for tests that go the whole way: retries, waits and limits included. */
import type { Place } from '@/tests/support/sources/place';

/** `headers` are added on the way, as a browser adds cookies. */
export function placeFetch(
  place: Pick<Place, 'answer'>,
  headers: Record<string, string> = {},
): (url: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return (url, init = {}) => {
    if (init.signal?.aborted === true) return Promise.reject(new DOMException('', 'AbortError'));
    const sent = new Headers(init.headers);
    for (const [name, value] of Object.entries(headers)) sent.set(name, value);
    const answer = place.answer({
      method: init.method ?? 'GET',
      url: new URL(String(url)),
      headers: sent,
      body: typeof init.body === 'string' ? init.body : '',
    });
    const isBodiless = [204, 304].includes(answer.status);
    const response = new Response(isBodiless ? null : answer.body, {
      status: answer.status,
      headers: answer.headers ?? {},
    });
    return Promise.resolve(Object.defineProperty(response, 'url', { value: String(url) }));
  };
}

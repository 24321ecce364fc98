/**
 * Redirects, followed by hand: credentials never leave for another origin. The browser would strip
 * `Authorization` there, but not the headers that vendors have of their own (`PRIVATE-TOKEN`).
 */
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 5;

/** The answer and the address that gave it. Rejects as `fetch` does; faults are our own refusals. */
export async function fetchWithin(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  isAllowed: (origin: string) => boolean,
): Promise<Result<{ response: Response; url: string }>> {
  let address = url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each redirect is known by the one before
    const response = await fetch(address, { ...init, redirect: 'manual' });
    const isOpaque = response.type === 'opaqueredirect';
    if (!isOpaque && !REDIRECTS.has(response.status)) return ok({ response, url: address });
    // oxlint-disable-next-line no-await-in-loop
    await response.body?.cancel();
    if ((init.method ?? 'GET') !== 'GET') return refused('redirected', response.status);
    const next = isOpaque
      ? // oxlint-disable-next-line no-await-in-loop
        await findEnd(fetch, address, init)
      : response.headers.get('location');
    if (next === null || !URL.canParse(next, address)) return refused('redirected', 0);
    const target = new URL(next, address);
    if (!isAllowed(target.origin)) return refused('redirected to another host', response.status);
    address = target.href;
  }
  return refused('redirected too often', 0);
}

/** A browser does not say where a redirect leads, only where it ended; asked without credentials. */
async function findEnd(fetch: Fetch, url: string, init: RequestInit): Promise<string | null> {
  const accept = new Headers(init.headers).get('accept') ?? '*/*';
  try {
    const found = await fetch(url, { ...init, headers: { accept }, redirect: 'follow' });
    await found.body?.cancel();
    return found.url === '' || found.url === url ? null : found.url;
  } catch {
    // It leads to a host that we may not ask.
    return null;
  }
}

function refused(why: string, status: number): Result<never> {
  return fail(fault('bad-response', status === 0 ? { why } : { why, status }));
}

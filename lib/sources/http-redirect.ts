/**
 * Redirects, followed by hand: credentials never leave for another origin. The browser would strip
 * `Authorization` there, but not the headers that vendors have of their own (`PRIVATE-TOKEN`).
 */
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 5;

export interface RedirectRules {
  isAllowed: (origin: string) => boolean;
  /** A request whose answer only led on; null where the browser does not say how. */
  noteHop: (url: string, status: number | null) => void;
}

/** The answer and the address that gave it. Rejects as `fetch` does; faults are our own refusals. */
export async function fetchWithin(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  { isAllowed, noteHop }: RedirectRules,
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
    if (isOpaque) noteHop(address, null);
    // oxlint-disable-next-line no-await-in-loop
    const end = isOpaque ? await fetchEnd(fetch, address, init) : null;
    const next = isOpaque ? end?.url : response.headers.get('location');
    const target = next && URL.canParse(next, address) ? new URL(next, address) : null;
    const isRefused = target === null || !isAllowed(target.origin);
    if (!isRefused && end !== null && isBare(init)) return ok({ response: end, url: end.url });
    // oxlint-disable-next-line no-await-in-loop
    await end?.body?.cancel();
    if (target === null) return refused('redirected', 0);
    if (isRefused) return refused('redirected to another host', response.status);
    noteHop(address, (end ?? response).status);
    address = target.href;
  }
  return refused('redirected too often', 0);
}

/**
 * A browser does not say where a redirect leads, only where it ended, and goes there itself: without
 * credentials, and as it would for any reader. An end that may not be asked is no answer to us.
 */
async function fetchEnd(fetch: Fetch, url: string, init: RequestInit): Promise<Response | null> {
  const accept = new Headers(init.headers).get('accept') ?? '*/*';
  try {
    const end = await fetch(url, { ...init, headers: { accept }, redirect: 'follow' });
    if (end.url !== '' && end.url !== url) return end;
    await end.body?.cancel();
    return null;
  } catch {
    // It leads to a host that we may not ask.
    return null;
  }
}

/** Nothing was left out when it was asked without credentials: that answer is the answer. */
function isBare({ headers }: RequestInit): boolean {
  return [...new Headers(headers).keys()].every((name) => name === 'accept');
}

function refused(why: string, status: number): Result<never> {
  return fail(fault('bad-response', status === 0 ? { why } : { why, status }));
}

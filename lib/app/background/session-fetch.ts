/** Sends a source's requests through an open helpdesk tab, with the agent's own session there. */
import type { BackgroundPlatform } from '@/lib/app/background/platform';
import { fault } from '@/lib/core/fault';
import {
  SESSION_PATH,
  sessionAnswerSchema,
  type SessionRequest,
} from '@/lib/messaging/session-contract';
import { FetchRefusal } from '@/lib/sources/http-answer';
import { NO_TAB } from '@/lib/sync/trouble';

/** Statuses whose responses may have no body. */
const BODILESS = new Set([204, 205, 304]);

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A `fetch` for GETs of the API at `origin`; rejects with a `FetchRefusal`, as the way out to sources expects. */
export function createSessionFetch(
  platform: Pick<BackgroundPlatform, 'askTabOf'>,
  origin: string,
): Fetch {
  return async (address, init) => {
    const url = new URL(address);
    const isApi = url.origin === origin && url.pathname.startsWith(SESSION_PATH);
    if (!isApi || (init.method ?? 'GET') !== 'GET')
      throw new FetchRefusal(fault('forbidden', { why: 'not the API' }));
    const request: SessionRequest = {
      type: 'session.get',
      path: url.pathname + url.search,
      accept: new Headers(init.headers).get('accept') ?? 'application/json',
    };
    const answer = await unlessAborted(platform.askTabOf(origin, request), init.signal);
    const parsed = sessionAnswerSchema.safeParse(answer);
    if (!parsed.success) throw new FetchRefusal(fault('not-ready', { why: NO_TAB }));
    if ('fault' in parsed.data) throw new FetchRefusal(parsed.data.fault);
    const { status, headers, text } = parsed.data;
    return new Response(BODILESS.has(status) ? null : text, { status, headers });
  };
}

/** A tab that is asleep may never answer. */
async function unlessAborted<T>(work: Promise<T>, signal?: AbortSignal | null): Promise<T> {
  if (!signal) return work;
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new DOMException('aborted', 'AbortError'));
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

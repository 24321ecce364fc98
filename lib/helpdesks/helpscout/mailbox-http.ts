/** Requests to the Mailbox API: every failure becomes a fault, no answer is unbounded. */
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';

export const MAILBOX_API = 'https://api.helpscout.net/v2';

const TIMEOUT_MS = 8_000;
/** A 429 may come without saying how long to wait. */
const DEFAULT_WAIT_S = 60;
const LONGEST_WAIT_S = 3_600;
const MAX_BYTES = 4_000_000;

/** An answer with success; `url` after redirects, `body` null where there was none. */
export interface ApiAnswer {
  url: string;
  body: unknown;
}

interface ApiRequest {
  method: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** `fetch` with an absolute address. */
export type ApiFetch = (url: string, init: RequestInit) => Promise<Response>;

export async function requestJson(
  send: ApiFetch,
  address: string,
  { method, headers = {}, body }: ApiRequest,
): Promise<Result<ApiAnswer>> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await send(address, {
      method,
      signal,
      // A write must not end up at another conversation than the one it was meant for.
      redirect: method === 'GET' ? 'follow' : 'manual',
      cache: 'no-store',
      // The token says who asks; the agent's session in the same browser has no part in it.
      credentials: 'omit',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) return fail(faultOf(response));
    const text = await readBody(response);
    if (text === null) return fail(fault('bad-response', { why: 'too large' }));
    return parse(response.url || address, text);
  } catch {
    return fail(fault(signal.aborted ? 'timeout' : 'offline'));
  }
}

function parse(url: string, text: string): Result<ApiAnswer> {
  if (text.trim() === '') return ok({ url, body: null });
  try {
    return ok({ url, body: JSON.parse(text) as unknown });
  } catch {
    return fail(fault('bad-response', { why: 'not JSON' }));
  }
}

function faultOf({ type, status, headers }: Response): Fault {
  if (type === 'opaqueredirect') return fault('conflict');
  switch (status) {
    case 401:
      return fault('signed-out');
    case 403:
      return fault('forbidden');
    case 404:
    case 410:
      return fault('not-found');
    case 409:
    case 412:
      return fault('conflict');
    case 429: {
      const wait = headers.get('x-ratelimit-retry-after') ?? headers.get('retry-after');
      return fault('rate-limited', { seconds: secondsOf(wait) });
    }
    default:
      return fault(status >= 500 ? 'server-error' : 'bad-response', { status });
  }
}

function secondsOf(header: string | null): number {
  const seconds = header === null || header.trim() === '' ? NaN : Number(header);
  if (!Number.isFinite(seconds)) return DEFAULT_WAIT_S;
  return Math.min(Math.max(Math.ceil(seconds), 1), LONGEST_WAIT_S);
}

/** Null past the limit, where reading stops. */
async function readBody(response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a stream is read piece by piece
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_BYTES) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

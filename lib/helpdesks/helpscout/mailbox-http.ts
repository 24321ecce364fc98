/** Requests to the Mailbox API: every failure becomes a fault, no answer is unbounded. */
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { faultOfStatus, parseJson, readBody } from '@/lib/helpdesks/http';

export const MAILBOX_API = 'https://api.helpscout.net/v2';

const TIMEOUT_MS = 8_000;

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
    return text.ok ? parse(response.url || address, text.value) : text;
  } catch {
    return fail(fault(signal.aborted ? 'timeout' : 'offline'));
  }
}

function parse(url: string, text: string): Result<ApiAnswer> {
  if (text.trim() === '') return ok({ url, body: null });
  const body = parseJson(text);
  return body.ok ? ok({ url, body: body.value }) : body;
}

function faultOf({ type, status, headers }: Response): Fault {
  if (type === 'opaqueredirect') return fault('conflict');
  const wait = headers.get('x-ratelimit-retry-after') ?? headers.get('retry-after');
  return faultOfStatus(status, wait);
}

/** The way out to a real server on this machine: plain requests, no waits, no retries. */
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import type { SourceHttp, SourceRequest } from '@/lib/sources/contract';

/** Counts what was asked, by status. */
export class DirectHttp implements SourceHttp {
  readonly asked: { url: string; status: number; bytes: number }[] = [];

  async send(request: SourceRequest, signal: AbortSignal) {
    const { url, method = 'GET', headers = {}, body = null } = request;
    const response = await fetch(url, { method, headers, body, signal }).catch(() => null);
    if (response === null) return fail(fault('offline'));
    const text = await response.text();
    const { status } = response;
    this.asked.push({ url, status, bytes: text.length });
    if (!response.ok && !(request.expect ?? []).includes(status)) return fail(faultOf(status));
    const date = Date.parse(response.headers.get('date') ?? '');
    const servedAt = new Date(Number.isNaN(date) ? Date.now() : date).toISOString();
    return ok({ status, headers: response.headers, url: response.url, text, servedAt });
  }
}

function faultOf(status: number): Fault {
  if (status === 401) return fault('signed-out', { status });
  if (status === 403) return fault('forbidden', { status });
  if (status === 404 || status === 410) return fault('not-found', { status });
  if (status === 429) return fault('rate-limited', { status, seconds: 60 });
  return fault(status >= 500 ? 'server-error' : 'bad-response', { status });
}

/** What an answer means: a body with the server's clock, or a fault. */
import { isoTime } from '@/lib/core/clock';
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { SourceRequest, SourceResponse } from '@/lib/sources/contract';
import { readBody } from '@/lib/sources/http-body';
import { askedToWait } from '@/lib/sources/http-wait';

/** What a `fetch` of ours rejects with when it knows why, e.g. one that needs an open tab. */
export class FetchRefusal extends Error {
  constructor(readonly fault: Fault) {
    super(fault.kind);
  }
}

const MAX_BYTES = 10_000_000;

/** Reads an answer; `now` stands in for the clock of a server that does not send its own. Rejects when cut off. */
export async function readAnswer(
  { expect = [], maxBytes = MAX_BYTES, maxUnpackedBytes = 0 }: SourceRequest,
  response: Response,
  now: number,
): Promise<Result<{ answer: Omit<SourceResponse, 'url'>; bytes: number }>> {
  const { status, headers } = response;
  const served = Date.parse(headers.get('date') ?? '');
  const servedAt = Number.isNaN(served) ? now : served;
  const cause = expect.includes(status) ? null : faultOf(status, headers, servedAt);
  if (cause !== null) {
    await response.body?.cancel();
    return fail(cause);
  }
  const body = await readBody(response, { bytes: maxBytes, unpackedBytes: maxUnpackedBytes });
  if (!body.ok) return body;
  const { text, bytes } = body.value;
  return ok({ answer: { status, headers, text, servedAt: isoTime(() => servedAt) }, bytes });
}

/** Null for success. */
function faultOf(status: number, headers: Headers, servedAt: number): Fault | null {
  const seconds = askedToWait(status, headers, servedAt);
  if (seconds !== null) return fault('rate-limited', { seconds, status });
  if (status >= 200 && status < 300) return null;
  if (status === 401) return fault('signed-out', { status });
  if (status === 403) return fault('forbidden', { status });
  if (status === 404 || status === 410) return fault('not-found', { status });
  return fault(status >= 500 ? 'server-error' : 'bad-response', { status });
}

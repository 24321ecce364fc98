/** What every helpdesk's API has in common: refusals as faults, bodies within a limit, JSON that may be none. */
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';

/** A 429 may come without saying how long to wait. */
export const DEFAULT_WAIT_S = 60;
const LONGEST_WAIT_S = 3_600;
const MAX_BYTES = 4_000_000;

/** `why` of a `bad-response` fault for answers over the byte limit: a smaller page may fit. */
export const TOO_LARGE = 'too large';
export const NOT_JSON = 'not JSON';

/** The fault of an answer without success. `wait` is the header with the seconds to leave the API alone. */
export function faultOfStatus(status: number, wait: string | null): Fault {
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
    case 429:
      return fault('rate-limited', { seconds: secondsOf(wait) });
    default:
      return fault(status >= 500 ? 'server-error' : 'bad-response', { status });
  }
}

function secondsOf(header: string | null): number {
  const seconds = header === null || header.trim() === '' ? NaN : Number(header);
  if (!Number.isFinite(seconds)) return DEFAULT_WAIT_S;
  return Math.min(Math.max(Math.ceil(seconds), 1), LONGEST_WAIT_S);
}

/** Stops reading at four million bytes, so that a huge ticket costs no more than that. */
export async function readBody(response: Response): Promise<Result<string>> {
  const reader = response.body?.getReader();
  if (!reader) return ok('');
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a stream is read piece by piece
    const { done, value } = await reader.read();
    if (done) return ok(text + decoder.decode());
    bytes += value.byteLength;
    if (bytes > MAX_BYTES) {
      await reader.cancel();
      return fail(fault('bad-response', { why: TOO_LARGE }));
    }
    text += decoder.decode(value, { stream: true });
  }
}

export function parseJson(text: string): Result<unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch {
    return fail(fault('bad-response', { why: NOT_JSON }));
  }
}

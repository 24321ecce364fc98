/** Requests to Linear's GraphQL API. */
import type * as z from 'zod/mini';
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { SourceHttp, SourceResponse } from '@/lib/sources/contract';
import { parseJson, readRows } from '@/lib/sources/read-json';
import { answerSchema, errorSchema } from '@/lib/sources/linear/records';

export const LINEAR_API = 'https://api.linear.app';

const MAX_BYTES = 30_000_000;
/** Where the answer does not say when to come again. */
const WAIT_SECONDS = 60;

export interface Question {
  query: string;
  variables?: Record<string, unknown>;
  /** See `SourceRequest.why`. */
  why: string;
}

interface LinearAnswer<T> {
  data: T;
  /** ISO 8601, the server's clock. */
  servedAt: string;
}

/** Asks one query; what Linear refuses comes with status 200 or 400 and an error's code. */
export async function askLinear<T>(
  http: SourceHttp,
  token: string,
  question: Question,
  schema: z.ZodMiniType<T>,
  signal: AbortSignal,
): Promise<Result<LinearAnswer<T>>> {
  const { query, variables = {}, why } = question;
  const request = {
    url: `${LINEAR_API}/graphql`,
    method: 'POST' as const,
    // A personal key stands alone; only tokens of apps are bearers'.
    headers: {
      authorization: token,
      'content-type': 'application/json',
      accept: 'application/json',
    },
    body: JSON.stringify({ query, variables }),
    why,
    expect: [400],
    maxBytes: MAX_BYTES,
  };
  const sent = await http.send(request, signal);
  if (!sent.ok) return sent;
  const answer = parseJson(sent.value.text, answerSchema);
  if (!answer.ok) return answer;
  const { data, errors } = answer.value;
  if (errors !== undefined || sent.value.status === 400) return fail(refusalOf(errors, sent.value));
  const parsed = schema.safeParse(data);
  if (!parsed.success) return fail(fault('bad-response', { why: 'unexpected shape' }));
  return ok({ data: parsed.data, servedAt: sent.value.servedAt });
}

function refusalOf(errors: unknown, { headers, status, servedAt }: SourceResponse): Fault {
  const rows = Array.isArray(errors) ? (errors as unknown[]) : [];
  const { code = '', type = '' } = readRows(rows, errorSchema).rows[0]?.extensions ?? {};
  const word = (code || type).toLowerCase().replaceAll(' ', '_');
  switch (word) {
    case 'ratelimited':
      return fault('rate-limited', { status, seconds: secondsToWait(headers, servedAt) });
    case 'authentication_error':
      return fault('signed-out', { status });
    case 'forbidden':
      return fault('forbidden', { status });
    default:
      return fault('bad-response', { status, why: /^[a-z_]{1,40}$/.test(word) ? word : 'errors' });
  }
}

/** The limits of requests and of complexity each say when they end, in milliseconds since 1970. */
function secondsToWait(headers: Headers, servedAt: string): number {
  const waits = ['requests', 'complexity'].flatMap((kind) => {
    const isUsedUp = Number(headers.get(`x-ratelimit-${kind}-remaining`) ?? 1) <= 0;
    const reset = Number(headers.get(`x-ratelimit-${kind}-reset`) ?? NaN);
    const wait = Math.ceil((reset - Date.parse(servedAt)) / 1_000);
    return isUsedUp && wait > 0 ? [Math.min(wait, 3_600)] : [];
  });
  return Math.max(0, ...waits) || WAIT_SECONDS;
}

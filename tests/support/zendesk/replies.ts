/** Replies of the API in Zendesk's words: bodies, refusals and the rate headers every reply carries. */

/** A reply before it is written to a socket. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const jsonType = 'application/json; charset=utf-8';

export function json(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return { status, headers: { 'content-type': jsonType, ...headers }, body: JSON.stringify(value) };
}

export const unauthenticated = (): Reply => json(401, { error: "Couldn't authenticate you" });

/** The wording for a missing CSRF token is not documented; clients may only rely on the status. */
export const forbidden = (): Reply =>
  json(403, {
    error: { title: 'Forbidden', message: 'You do not have access to this page.' },
  });

export const notFound = (): Reply =>
  json(404, { error: 'RecordNotFound', description: 'Not found' });

export const conflict = (): Reply =>
  json(409, {
    error: 'UpdateConflict',
    description:
      'Safe Update prevented the update due to outdated ticket data. Please fetch the latest ticket data and try again.',
  });

/** 422 that names the field, as Rails-made replies do: `Problem: is invalid`. */
export function invalidRecord(field: string, description: string): Reply {
  return json(422, {
    error: 'RecordInvalid',
    description: 'Record validation errors',
    details: { [field]: [{ description, error: 'InvalidValue' }] },
  });
}

export const badRequest = (description: string): Reply =>
  json(400, { error: 'BadRequest', description });

/** 429 as an API client usually sees it. */
export const tooManyRequests = (retryAfterSeconds: number): Reply =>
  json(
    429,
    {
      error: 'APIRateLimitExceeded',
      description: 'Number of allowed API requests per minute exceeded',
    },
    { 'retry-after': String(retryAfterSeconds) },
  );

/** 429 from the edge: plain text, and nothing says how long to wait. */
export const tooManyRequestsBare = (): Reply => ({
  status: 429,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'Number of allowed API requests per minute exceeded',
});

export const serverError = (): Reply => ({
  status: 500,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><title>Sorry</title><h1>Something went wrong</h1>',
});

/** A 200 that is not JSON: what a proxy or a sign-in redirect makes of an API call. */
export const signInPage = (): Reply => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><html lang="en"><title>Sign in</title><h1>Sign in to Acme</h1></html>',
});

export const emptyReply = (): Reply => ({
  status: 200,
  headers: { 'content-type': jsonType },
  body: '',
});

/** Counts requests per minute and tells the caller what is left, in both header families Zendesk sends. */
export interface RateMeter {
  setLimit(requestsPerMinute: number): void;
  /** Counts one request; `null` when it is within the limit, else the seconds to wait. */
  count(now: number): number | null;
  headers(now: number): Record<string, string>;
}

export function createRateMeter(requestsPerMinute: number): RateMeter {
  const minute = 60_000;
  let limit = requestsPerMinute;
  let windowStart = 0;
  let used = 0;
  const secondsLeft = (now: number) => Math.max(1, Math.ceil((windowStart + minute - now) / 1000));
  return {
    setLimit(next) {
      limit = next;
      used = 0;
    },
    count(now) {
      if (now >= windowStart + minute) {
        windowStart = now;
        used = 0;
      }
      used += 1;
      return used > limit ? secondsLeft(now) : null;
    },
    headers(now) {
      const remaining = String(Math.max(0, limit - used));
      return {
        'x-rate-limit': String(limit),
        'x-rate-limit-remaining': remaining,
        'ratelimit-limit': String(limit),
        'ratelimit-remaining': remaining,
        'ratelimit-reset': String(secondsLeft(now)),
      };
    },
  };
}

/** How long a server asks to be left alone, in all the ways that vendors say it. */

/** Beyond this a wait says nothing any more. */
const LONGEST_WAIT_S = 24 * 3_600;
/** When a server only says that it was too much. */
const DEFAULT_WAIT_S = 60;

/** RFC 9110 §10.2.3, Help Scout, Zendesk's help centre search. */
const WAIT_HEADERS = ['retry-after', 'x-ratelimit-retry-after', 'x-ratelimit-limit-retry-after'];
/** When the allowance is renewed: GitHub, GitLab (epoch), IETF draft (seconds), Linear (epoch in ms). */
const RESET_HEADERS = [
  'x-ratelimit-reset',
  'ratelimit-reset',
  'x-ratelimit-requests-reset',
  'x-rate-limit-reset',
];
/** Numbers above are times since 1970, in seconds or milliseconds; below, a wait. */
const EPOCH_S = 1e9;
const EPOCH_MS = 1e12;

/**
 * Seconds to wait when the answer means "too much": 429; GitHub's 403 with nothing left; 503 with a
 * wait; MediaWiki's `maxlag`, whose status is 200. Null when it means something else. `servedAt` is
 * the server's own clock, in milliseconds: times are measured against it, never against ours.
 */
export function askedToWait(status: number, headers: Headers, servedAt: number): number | null {
  return isTooMuch(status, headers) ? waitOf(headers, servedAt) : null;
}

function isTooMuch(status: number, headers: Headers): boolean {
  switch (status) {
    case 429:
      return true;
    case 403:
      return headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after');
    case 503:
      return headers.has('retry-after');
    case 200:
      return /^(?:maxlag|ratelimited)$/.test(headers.get('mediawiki-api-error') ?? '');
    default:
      return false;
  }
}

function waitOf(headers: Headers, servedAt: number): number {
  for (const name of WAIT_HEADERS) {
    const seconds = readWait(headers.get(name), servedAt);
    if (seconds !== null) return bounded(seconds);
  }
  for (const name of RESET_HEADERS) {
    const seconds = readReset(headers.get(name), servedAt);
    if (seconds !== null) return bounded(seconds);
  }
  return DEFAULT_WAIT_S;
}

/** Seconds, or an HTTP date. */
function readWait(value: string | null, servedAt: number): number | null {
  const text = value?.trim() ?? '';
  if (text === '') return null;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return seconds;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : (date - servedAt) / 1000;
}

function readReset(value: string | null, servedAt: number): number | null {
  const number = value === null || value.trim() === '' ? NaN : Number(value);
  if (!Number.isFinite(number)) return null;
  if (number > EPOCH_MS) return (number - servedAt) / 1000;
  return number > EPOCH_S ? number - servedAt / 1000 : number;
}

/** Whole seconds, at least one: a clock that is a little off must not mean "at once". */
function bounded(seconds: number): number {
  return Math.min(Math.max(Math.ceil(seconds), 1), LONGEST_WAIT_S);
}

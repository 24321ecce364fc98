import { describe, expect, it } from 'vitest';
import { askedToWait } from '@/lib/sources/http-wait';

const SERVED = Date.parse('2026-11-22T09:00:00.000Z');
const EPOCH = SERVED / 1000;

describe('askedToWait', () => {
  it.each<[string, number, Record<string, string>, number | null]>([
    ['seconds', 429, { 'retry-after': '7' }, 7],
    ['a date, by the server’s clock', 429, { 'retry-after': 'Sun, 22 Nov 2026 09:01:30 GMT' }, 90],
    ['a date that has passed', 429, { 'retry-after': 'Sun, 22 Nov 2026 08:00:00 GMT' }, 1],
    ['a fraction', 429, { 'retry-after': '0.2' }, 1],
    ['Help Scout’s way', 429, { 'x-ratelimit-retry-after': '12' }, 12],
    ['Zendesk’s other way', 429, { 'x-ratelimit-limit-retry-after': '9' }, 9],
    [
      'GitHub’s reset',
      403,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${EPOCH + 61}` },
      61,
    ],
    ['GitHub’s secondary limit', 403, { 'retry-after': '60' }, 60],
    ['GitLab’s reset', 429, { 'ratelimit-reset': `${EPOCH + 5}` }, 5],
    ['the draft’s reset', 429, { 'ratelimit-reset': '30' }, 30],
    ['Linear’s reset', 429, { 'x-ratelimit-requests-reset': `${SERVED + 4_000}` }, 4],
    ['the wait before the reset', 429, { 'retry-after': '3', 'x-ratelimit-reset': '99' }, 3],
    ['MediaWiki’s lag', 200, { 'mediawiki-api-error': 'maxlag', 'retry-after': '5' }, 5],
    ['a server that is down for a while', 503, { 'retry-after': '120' }, 120],
    ['nothing said', 429, {}, 60],
    ['nonsense', 429, { 'retry-after': 'soon', 'x-ratelimit-reset': 'later' }, 60],
    ['a year', 429, { 'retry-after': '31536000' }, 86_400],
    ['a plain refusal', 403, { 'x-ratelimit-remaining': '12' }, null],
    ['an answer with little left', 200, { 'x-ratelimit-remaining': '0' }, null],
    ['a broken server', 503, {}, null],
    ['another wiki error', 200, { 'mediawiki-api-error': 'badtoken' }, null],
  ])('understands %s', (_, status, headers, seconds) => {
    expect(askedToWait(status, new Headers(headers), SERVED)).toBe(seconds);
  });
});

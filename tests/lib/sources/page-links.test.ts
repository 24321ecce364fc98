import { describe, expect, it } from 'vitest';
import { nextPage } from '@/lib/sources/page-links';

const LIST = 'https://api.fernway.example/v1/issues?page=1';
const next = (link?: string) => nextPage(new Headers(link === undefined ? {} : { link }), LIST);

describe('the next page', () => {
  it.each([
    ['<https://api.fernway.example/v1/issues?page=2>; rel="next"', '/v1/issues?page=2'],
    [
      '<https://api.fernway.example/v1/issues?page=9>; rel="last", <https://api.fernway.example/v1/issues?page=2&a=b,c>; title="x"; rel="next"',
      '/v1/issues?page=2&a=b,c',
    ],
    ['</v1/issues?page=2>; rel=next', '/v1/issues?page=2'],
    ['<?page=2>; rel="prev next"', '/v1/issues?page=2'],
  ])('is read from %s', (link, path) => {
    expect(next(link)).toBe(`https://api.fernway.example${path}`);
  });

  it.each([
    undefined,
    '',
    'nonsense',
    '<https://api.fernway.example/v1/issues?page=1>; rel="first"',
    '<https://api.fernway.example/v1/issues?page=2>; rel="nextcloud"',
    '<https://api.fernway.example/v1/issues?page=2>; title="rel=next"',
    // Another host would be sent the source's secrets.
    '<https://evil.example/v1/issues?page=2>; rel="next"',
    '<http://api.fernway.example/v1/issues?page=2>; rel="next"',
    '<//evil.example/?page=2>; rel="next"',
  ])('is not in %s', (link) => {
    expect(next(link)).toBe(null);
  });

  it('is looked for in linear time', () => {
    const started = performance.now();
    expect(next('<'.repeat(100_000) + '>; rel='.repeat(20_000))).toBe(null);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

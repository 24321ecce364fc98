import { describe, expect, it } from 'vitest';
import { readRobots } from '@/lib/sources/site/robots';

const at = (path: string): URL => new URL(path, 'https://docs.fernway.example');

describe('readRobots', () => {
  it('lets everything be read where nothing is said', () => {
    expect(readRobots('').allows(at('/x'))).toBe(true);
    expect(readRobots('User-agent: *\nDisallow:').allows(at('/x'))).toBe(true);
  });

  it('goes by the longest rule, the kinder of equals', () => {
    const robots = readRobots(
      'User-agent: *\r\nDisallow: /a\r\nAllow: /a/open\r\nDisallow: /b\r\nAllow: /b # same',
    );
    expect(robots.allows(at('/a/x'))).toBe(false);
    expect(robots.allows(at('/a/open/x'))).toBe(true);
    expect(robots.allows(at('/b'))).toBe(true);
  });

  it('knows * and $', () => {
    const robots = readRobots(
      'User-agent: *\nDisallow: /*.pdf$\nDisallow: /*?print=\nDisallow: /x$',
    );
    expect(robots.allows(at('/a/b.pdf'))).toBe(false);
    expect(robots.allows(at('/a/b.pdf?v=1'))).toBe(true);
    expect(robots.allows(at('/a?print=1'))).toBe(false);
    expect(robots.allows(at('/x'))).toBe(false);
    expect(robots.allows(at('/xy'))).toBe(true);
  });

  it('goes by the group that names us, else by the one for all', () => {
    const text =
      'User-agent: other\nUser-agent: Trivet\nDisallow: /mine\n\nUser-agent: *\nDisallow: /';
    expect(readRobots(text).allows(at('/x'))).toBe(true);
    expect(readRobots(text).allows(at('/mine'))).toBe(false);
    expect(readRobots(text.replace('Trivet', 'third')).allows(at('/x'))).toBe(false);
  });

  it('finds sitemaps and how long to wait, within reason', () => {
    const robots = readRobots('Sitemap: https://a.example/s.xml\nUser-agent: *\nCrawl-delay: 900');
    expect(robots.sitemaps).toEqual(['https://a.example/s.xml']);
    expect(robots.crawlDelay).toBe(30);
    expect(readRobots('User-agent: *\nCrawl-delay: soon').crawlDelay).toBe(0);
  });

  it('reads hostile rules in time', () => {
    const start = performance.now();
    const robots = readRobots(`User-agent: *\nDisallow: /${'*a'.repeat(100_000)}$\n`.repeat(5));
    expect(robots.allows(at(`/${'a'.repeat(2_000)}`))).toBe(true);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

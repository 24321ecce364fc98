import { describe, expect, it } from 'vitest';
import { mediaWikiKind } from '@/lib/sources/mediawiki/connector';
import { findApiUrl } from '@/lib/sources/mediawiki/settings';
import { createWiki, WIKI_API, WIKI_ORIGIN, WIKI_TOKEN } from '@/tests/support/sources/mediawiki';
import { describeConnector } from '@/tests/support/sources/suite';
import { createFill } from '@/tests/support/sources/world';
import { unwrap } from '@/tests/support/unwrap';
import { fail, ok } from '@/lib/core/result';
import { fault } from '@/lib/core/fault';
import type { SourceHttp } from '@/lib/sources/contract';

const signal = new AbortController().signal;
const settings = { apiUrl: WIKI_API, namespaces: ['0'] };
const publicCase = {
  kind: mediaWikiKind,
  settings,
  createPlace: createWiki,
  addresses: {
    mine: [
      WIKI_API,
      'https://de.wikipedia.org/wiki/Kasse',
      `${WIKI_ORIGIN}/w/index.php?title=Offline&action=history`,
      'https://fernway.fandom.com/wiki/Offline',
    ],
    others: [`${WIKI_ORIGIN}/wiki/Offline`, 'https://fernway.example/index.php/blog'],
  },
};
const privateCase = {
  ...publicCase,
  secrets: { token: WIKI_TOKEN },
  createPlace: (clock: Parameters<typeof createWiki>[0]) => createWiki(clock, { isPrivate: true }),
};

describeConnector('a public wiki', publicCase);
describeConnector('a private wiki', privateCase);

describe('MediaWiki', () => {
  it('is public where anyone may read, internal where only those signed in may', async () => {
    for (const [contract, visibility] of [
      [publicCase, 'public'],
      [privateCase, 'internal'],
    ] as const) {
      const { mirror } = createFill(contract)();
      await mirror.pull();
      const found = new Set([...mirror.items.values()].map((item) => item.visibility));
      expect([...found]).toEqual([visibility]);
    }
  });

  it('says whose eyes it reads with', async () => {
    const { mirror } = createFill(privateCase)();
    expect(unwrap(await mirror.connect().check(signal))).toEqual({
      name: 'Fernway Wiki',
      account: 'Robin',
    });
  });

  it.each([
    ['maxlag', { kind: 'rate-limited', detail: { seconds: 7 } }],
    ['ratelimited', { kind: 'rate-limited' }],
    ['internal_api_error_DBQueryError', { kind: 'server-error' }],
    ['permissiondenied', { kind: 'forbidden' }],
    ['odd <code>', { kind: 'bad-response', detail: { code: 'an error' } }],
  ])('reads the refusal %s, which comes with status 200', async (code, expected) => {
    const http: SourceHttp = {
      send: () =>
        Promise.resolve(
          ok({
            status: 200,
            headers: new Headers({ 'retry-after': '7' }),
            url: WIKI_API,
            text: JSON.stringify({ error: { code, info: 'x' } }),
            servedAt: '2026-11-22T08:00:00Z',
          }),
        ),
    };
    const connector = mediaWikiKind.create(
      { id: 'w', settings, secrets: {} },
      {
        http,
        now: () => 0,
        languageOf: () => 'en',
        giveWay: () => Promise.resolve(),
        readOwnFile: () => Promise.resolve(fail(fault('not-found'))),
      },
    );
    expect(await connector.pull(null, signal)).toMatchObject({ ok: false, fault: expected });
  });

  it('leaves out a page that the wiki cannot show, and reads the rest', async () => {
    const { mirror, http } = createFill(publicCase)();
    http.mishap = {
      at: 1,
      mishap: {
        name: 'no text',
        kind: 'bad-response',
        spoil: () => ({ status: 200, body: '{"error":{"code":"missingcontent-pageid"}}' }),
      },
    };
    expect(await mirror.pull()).toBeNull();
    expect(mirror.items.size).toBe(6);
    expect(mirror.skipped).toEqual([
      {
        where: `${WIKI_ORIGIN}/wiki/Row%200`,
        why: 'refused',
        detail: 'missingcontent-pageid',
      },
    ]);
  });

  it('finds the API where a page names it, on its own site only', () => {
    const page = `${WIKI_ORIGIN}/wiki/X`;
    const link = (href: string) =>
      `<head><link rel="EditURI" type="application/rsd+xml" href="${href}"/></head>`;
    expect(findApiUrl(link('//wiki.fernway.example/w/api.php?action=rsd'), page)).toBe(WIKI_API);
    expect(findApiUrl(link('https://evil.example/api.php?action=rsd'), page)).toBeNull();
    expect(findApiUrl('<link rel="stylesheet" href="/w/api.php">', page)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { RequestEntry } from '@/lib/model/request-entry';
import { createSourceHttp } from '@/lib/sources/http';
import { compareAddresses, recheckPage } from '@/lib/sources/page-recheck';
import { makeArticle } from '@/tests/support/items';
import { STILL_PORTS } from '@/tests/support/sources/still-ports';
import { unwrap } from '@/tests/support/unwrap';

const DOCS = 'https://docs.example';
const PAGE = `${DOCS}/guide/printers`;
const { signal } = new AbortController();

/** A site that answers each path with a status, and with a place to go on to. */
function site(pages: Record<string, [status: number, to?: string]>) {
  const logged: Omit<RequestEntry, 'id'>[] = [];
  const wayOut = createSourceHttp({
    ...STILL_PORTS,
    fetch: (url) => {
      const { pathname, origin } = new URL(url);
      const [status, to] = (origin === DOCS ? pages[pathname] : undefined) ?? [404];
      const headers = new Headers(to === undefined ? {} : { location: to });
      return Promise.resolve(new Response('<p>Text</p>', { status, headers }));
    },
    log: (entry) => logged.push(entry),
  });
  const http = wayOut({ sourceId: 's1', origins: [DOCS] });
  const recheck = (visibility: 'public' | 'internal' = 'public', url = PAGE) =>
    recheckPage(http, makeArticle('a', { url, visibility }), signal);
  return { recheck, logged };
}

describe('the page of an item', () => {
  it('is there, and the question stands in the log', async () => {
    const { recheck, logged } = site({ '/guide/printers': [200] });
    expect(unwrap(await recheck())).toEqual({ kind: 'there' });
    expect(logged).toMatchObject([{ path: '/guide/printers', why: 'is it still there' }]);
  });

  it.each([404, 410])('is gone when it answers %i', async (status) => {
    const { recheck } = site({ '/guide/printers': [status] });
    expect(unwrap(await recheck())).toEqual({ kind: 'gone', status });
  });

  it('is gone when what it leads to is gone', async () => {
    const { recheck } = site({ '/guide/printers': [301, '/old'] });
    expect(unwrap(await recheck())).toEqual({ kind: 'gone', status: 404 });
  });

  it('has moved on the same host, and keeps the place in it', async () => {
    const { recheck } = site({
      '/guide/printers': [301, '/help/printers'],
      '/help/printers': [200],
    });
    const url = `${DOCS}/help/printers#offline`;
    expect(unwrap(await recheck('public', `${PAGE}#offline`))).toEqual({ kind: 'moved', url });
  });

  it('has moved to a host that we may not ask', async () => {
    const { recheck } = site({ '/guide/printers': [302, 'https://new.example/printers'] });
    expect(unwrap(await recheck())).toEqual({ kind: 'moved' });
  });

  it('has moved where a browser does not say to where', async () => {
    const { recheck } = site({ '/guide/printers': [302] });
    expect(unwrap(await recheck())).toEqual({ kind: 'moved' });
  });

  it.each([401, 403, 429, 500])('is in doubt when it answers %i', async (status) => {
    const { recheck } = site({ '/guide/printers': [status] });
    expect((await recheck()).ok).toBe(false);
  });

  it('is not asked for when it is not for everyone', async () => {
    const { recheck, logged } = site({});
    expect(unwrap(await recheck('internal'))).toEqual({ kind: 'unknown' });
    expect(logged).toEqual([]);
  });
});

describe('two addresses', () => {
  it.each([
    ['a slash more', `${PAGE}/`],
    ['another place on the page', `${PAGE}#top`],
    ['another protocol', PAGE.replace('https', 'http')],
  ])('are the same with %s', (_what, found) => {
    expect(compareAddresses(PAGE, found)).toEqual({ kind: 'there' });
  });

  it.each([
    ['the front page', `${DOCS}/`],
    ['a place to sign in', `${DOCS}/users/sign_in?to=%2Fguide`],
    ['another one', `${DOCS}/login`],
    ['a third one', `${DOCS}/hc/en-us/signin`],
    ['no address', 'nowhere'],
  ])('say nothing when one is %s', (_what, found) => {
    expect(compareAddresses(PAGE, found)).toEqual({ kind: 'unknown' });
  });

  it('differ in what is asked for', () => {
    const url = `${DOCS}/index.php?title=New`;
    const found = compareAddresses(`${DOCS}/index.php?title=Old`, url);
    expect(found).toEqual({ kind: 'moved', url });
    expect(compareAddresses(PAGE, 'https://new.example/guide/printers')).toEqual({ kind: 'moved' });
    const lookalike = `${DOCS}/guide/sign-in-sheets/logins-explained`;
    expect(compareAddresses(PAGE, lookalike)).toEqual({ kind: 'moved', url: lookalike });
  });
});

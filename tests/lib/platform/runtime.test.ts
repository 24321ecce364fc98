import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import { namedAlarm } from '@/lib/platform/alarms';
import {
  extensionOrigin,
  isServedOrigin,
  matchesOrigin,
  readOwnFile,
} from '@/lib/platform/runtime';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  fakeBrowser.reset();
});

describe('matchesOrigin', () => {
  it.each([
    ['https://*.zendesk.com/agent/*', 'https://acme.zendesk.com', true],
    ['https://*.zendesk.com/agent/*', 'https://a.b.zendesk.com', true],
    ['https://*.zendesk.com/agent/*', 'https://zendesk.com', true],
    ['https://*.zendesk.com/agent/*', 'http://acme.zendesk.com', false],
    ['https://*.zendesk.com/agent/*', 'https://acme.zendesk.com:8443', false],
    ['https://*.zendesk.com/agent/*', 'https://evilzendesk.com', false],
    ['https://*.zendesk.com/agent/*', 'https://acme.zendesk.com.evil.example', false],
    ['https://*.zendesk.com/agent/*', 'https://acme.zendesk.com/', false],
    ['https://*.zendesk.com/agent/*', 'null', false],
    ['https://secure.helpscout.net/*', 'https://secure.helpscout.net', true],
    ['https://secure.helpscout.net/*', 'https://x.secure.helpscout.net', false],
    ['*://desk.example/*', 'http://desk.example', true],
    ['*://desk.example/*', 'ftp://desk.example', false],
    ['https://*/*', 'https://any.example', true],
    ['<all_urls>', 'https://any.example', false],
  ])('%s covers %s: %s', (pattern, origin, covered) => {
    expect(matchesOrigin(pattern, origin)).toBe(covered);
  });
});

describe('isServedOrigin', () => {
  it('reads the manifest', () => {
    const content_scripts = [{ matches: ['https://*.zendesk.com/agent/*'] }];
    const manifest = { manifest_version: 3, name: 'x', version: '1', content_scripts } as const;
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest);
    expect(isServedOrigin('https://acme.zendesk.com')).toBe(true);
    expect(isServedOrigin('https://other.example')).toBe(false);
  });
});

describe('extensionOrigin', () => {
  it('has no slash at the end, as in a sender', () => {
    expect(extensionOrigin()).toBe('chrome-extension://test-extension-id');
  });
});

describe('readOwnFile', () => {
  const signal = new AbortController().signal;

  it('reads below the extension', async () => {
    const fetching = vi.fn<typeof fetch>().mockResolvedValue(new Response('text'));
    vi.stubGlobal('fetch', fetching);
    expect(await readOwnFile('sample/x.md', signal)).toEqual(ok('text'));
    const [url] = fetching.mock.lastCall ?? [];
    expect(String(url)).toBe('chrome-extension://test-extension-id/sample/x.md');
  });

  it('says why not', async () => {
    const file = { file: 'x.md' };
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
    expect(await readOwnFile('x.md', signal)).toEqual(fail(fault('not-found', file)));
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await readOwnFile('x.md', signal)).toEqual(fail(fault('server-error', file)));
    expect(await readOwnFile('x.md', AbortSignal.abort())).toEqual(fail(fault('timeout', file)));
  });
});

describe('namedAlarm', () => {
  it('rings again and again until cleared, and only for its own name', async () => {
    const alarm = namedAlarm('sync');
    const rung = vi.fn<() => void>();
    alarm.onRing(rung);
    await alarm.set(30_000);
    expect(await fakeBrowser.alarms.get('sync')).toMatchObject({ periodInMinutes: 0.5 });
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'other', scheduledTime: 0 });
    expect(rung).not.toHaveBeenCalled();
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'sync', scheduledTime: 0 });
    expect(rung).toHaveBeenCalledOnce();
    await alarm.clear();
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it('is quiet when the browser refuses', async () => {
    vi.spyOn(fakeBrowser.alarms, 'create').mockRejectedValue(new Error('too many'));
    await expect(namedAlarm('sync').set(1)).resolves.toBeUndefined();
  });
});

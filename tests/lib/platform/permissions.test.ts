import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hasOrigins, listenForPermissions, requestOrigins } from '@/lib/platform/permissions';

afterEach(() => void vi.unstubAllGlobals());

/** The browser's permissions, as far as we use them. */
function stub(allowed: string[], isGranting = true) {
  const listeners: (() => void)[] = [];
  const contains = vi.fn<(asked: { origins: string[] }) => Promise<boolean>>(({ origins }) =>
    Promise.resolve(origins.every((one) => allowed.includes(one))),
  );
  const request = vi.fn<(asked: { origins: string[] }) => Promise<boolean>>(() =>
    isGranting ? Promise.resolve(true) : Promise.reject(new Error('no gesture')),
  );
  const onAdded = { addListener: (listener: () => void) => void listeners.push(listener) };
  Object.assign(fakeBrowser, { permissions: { contains, request, onAdded } });
  return { contains, request, listeners };
}

describe('host permissions', () => {
  it('are asked by host, whatever the port', async () => {
    const { contains, request } = stub(['https://a.example/*', 'http://localhost/*']);
    expect(await hasOrigins(['https://a.example', 'http://localhost:3000'])).toBe(true);
    expect(contains).toHaveBeenCalledWith({
      origins: ['https://a.example/*', 'http://localhost/*'],
    });
    expect(await hasOrigins(['https://b.example'])).toBe(false);
    expect(await requestOrigins(['https://b.example'])).toBe(true);
    expect(request).toHaveBeenCalledWith({ origins: ['https://b.example/*'] });
  });

  it('are none where none are needed, and none where the browser refuses to ask', async () => {
    const { contains, request } = stub([], false);
    expect([await hasOrigins([]), await requestOrigins([])]).toEqual([true, true]);
    expect([contains.mock.calls, request.mock.calls]).toEqual([[], []]);
    expect(await requestOrigins(['https://b.example'])).toBe(false);
    expect(await hasOrigins(['no origin'])).toBe(false);
  });

  it('are told of when they are given', () => {
    const { listeners } = stub([]);
    const told = vi.fn<() => void>();
    listenForPermissions(told);
    for (const listener of listeners) listener();
    expect(told).toHaveBeenCalledOnce();
  });
});

import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { whileAwake } from '@/lib/platform/network';

afterEach(() => void vi.useRealTimers());

test('a worker that waits for an answer is kept awake, and no longer than that', async () => {
  vi.useFakeTimers();
  const getPlatformInfo = vi.fn<() => Promise<unknown>>(() => Promise.resolve({}));
  Object.assign(fakeBrowser.runtime, { getPlatformInfo });
  let finish: (value: string) => void = () => {};
  const work = whileAwake(
    () =>
      new Promise<string>((resolve) => {
        finish = resolve;
      }),
  );
  await vi.advanceTimersByTimeAsync(65_000);
  expect(getPlatformInfo).toHaveBeenCalledTimes(3);
  finish('done');
  expect(await work).toBe('done');
  await vi.advanceTimersByTimeAsync(65_000);
  expect(getPlatformInfo).toHaveBeenCalledTimes(3);
});

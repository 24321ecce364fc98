import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backoff, debounce, sleep, withTimeLimit, yieldToOthers } from '@/lib/core/async';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('sleep', () => {
  it('resolves after its time, not before', async () => {
    const done = vi.fn<() => void>();
    void (async () => {
      await sleep(100);
      done();
    })();
    await vi.advanceTimersByTimeAsync(99);
    expect(done).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toHaveBeenCalledOnce();
  });

  it('rejects with the reason when aborted, before and while it sleeps', async () => {
    const controller = new AbortController();
    const sleeping = sleep(100, controller.signal);
    controller.abort('enough');
    await expect(sleeping).rejects.toBe('enough');
    await expect(sleep(100, controller.signal)).rejects.toBe('enough');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('withTimeLimit', () => {
  it('returns the value of work in time, and leaves no timer', async () => {
    expect(await withTimeLimit(Promise.resolve(1), 100, () => 2)).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('returns the other value when work is late', async () => {
    const result = withTimeLimit(new Promise<number>(() => {}), 100, () => 2);
    await vi.advanceTimersByTimeAsync(100);
    expect(await result).toBe(2);
  });

  it('passes a rejection on', async () => {
    await expect(withTimeLimit(Promise.reject(new Error('x')), 100, () => 2)).rejects.toThrow('x');
  });
});

describe('backoff', () => {
  it('doubles up to the most', () => {
    expect([0, 1, 2, 3, 50, 5000].map((attempt) => backoff(attempt, 100, 700))).toEqual([
      100, 200, 400, 700, 700, 700,
    ]);
  });
});

describe('debounce', () => {
  it('calls once, after the last call', () => {
    const work = vi.fn<() => void>();
    const debounced = debounce(work, 100);
    debounced.call();
    vi.advanceTimersByTime(80);
    debounced.call();
    vi.advanceTimersByTime(80);
    expect(work).not.toHaveBeenCalled();
    vi.advanceTimersByTime(20);
    expect(work).toHaveBeenCalledOnce();
    debounced.call();
    debounced.cancel();
    vi.runAllTimers();
    expect(work).toHaveBeenCalledOnce();
  });
});

describe('yieldToOthers', () => {
  it('lets waiting tasks run first', async () => {
    const order: string[] = [];
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      order.push('waiting');
      port1.close();
    });
    port1.start();
    port2.postMessage(null);
    await yieldToOthers();
    order.push('after');
    expect(order).toEqual(['waiting', 'after']);
  });
});

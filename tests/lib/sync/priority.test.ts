import { afterEach, describe, expect, it, vi } from 'vitest';
import { sleep } from '@/lib/core/async';
import { createPriority, type Priority } from '@/lib/sync/priority';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('what an agent waits for', () => {
  it('is waited for, and work goes on when it is done or failed', async () => {
    const priority = createPriority();
    const order: string[] = [];
    const question = (name: string, end: () => void) =>
      priority.ahead(async () => {
        await sleep(30);
        order.push(name);
        end();
      });
    const answered = question('answer', () => {});
    await priority.giveWay();
    order.push('sync');
    await answered;
    const broken = question('no answer', () => {
      throw new Error('bug');
    }).catch(() => order.push('caught'));
    await priority.giveWay();
    await broken;
    order.push('sync');
    expect(order).toEqual(['answer', 'sync', 'no answer', 'caught', 'sync']);
  });

  it('is not waited for without end', async () => {
    vi.useFakeTimers();
    const priority = createPriority();
    void priority.ahead(() => new Promise(() => {}));
    let hasGoneOn = false;
    void priority.giveWay().then(() => (hasGoneOn = true));
    await vi.advanceTimersByTimeAsync(900);
    expect(hasGoneOn).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(hasGoneOn).toBe(true);
  });
});

describe('what nobody waits for', () => {
  it('is asked of the storage one after the other, and behind a question', async () => {
    const priority = createPriority();
    const order: string[] = [];
    const step = (name: string) => async () => {
      order.push(`${name} begins`);
      await sleep(5);
      order.push(`${name} ends`);
      return name;
    };
    const answered = priority.ahead(step('answer'));
    const failed = priority.behind(async () => {
      await step('first')();
      throw new Error('bug');
    });
    const done = priority.behind(step('second'));
    await expect(failed).rejects.toThrow('bug');
    expect(await done).toBe('second');
    await answered;
    expect(order).toEqual(
      ['answer', 'first', 'second'].flatMap((name) => [`${name} begins`, `${name} ends`]),
    );
  });

  /** How long the storage rests after a request that took so long. */
  async function restsAfter(priority: Priority, milliseconds: number): Promise<number[]> {
    const clock = vi.spyOn(performance, 'now');
    const timer = vi.spyOn(globalThis, 'setTimeout');
    await priority.behind(() => {
      const now = performance.now();
      clock.mockImplementation(() => now + milliseconds);
      return Promise.resolve();
    });
    await priority.behind(() => Promise.resolve());
    const rests = timer.mock.calls.map(([, rest]) => rest ?? 0);
    vi.restoreAllMocks();
    return rests;
  }

  it('lets the storage rest while an agent is at work, and not for long', async () => {
    const priority = createPriority();
    expect(await restsAfter(priority, 40)).toEqual([]);
    await priority.ahead(() => Promise.resolve());
    const [rest] = await restsAfter(priority, 40);
    expect(rest).toBeGreaterThanOrEqual(20);
    expect(rest).toBeLessThan(60);
    const [longest] = await restsAfter(priority, 3_000);
    expect(longest).toBe(100);
    expect(await restsAfter(priority, 11_000)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { createActivity } from '@/lib/sync/activity';

describe('what is under way', () => {
  it('is told, and stopped', () => {
    const activity = createActivity(() => 0);
    const signal = activity.begin('a', 'pull');
    const other = activity.begin('b', 'sweep');
    expect([activity.doing('a'), activity.doing('b'), activity.doing('c')]).toEqual([
      'pull',
      'sweep',
      null,
    ]);
    activity.stop('a');
    expect([signal.aborted, other.aborted]).toEqual([true, false]);
    activity.end('a');
    activity.stopAll();
    expect([activity.doing('a'), other.aborted]).toEqual([null, true]);
  });

  it('has a pace over the last minute, once there is something to tell', () => {
    let now = 0;
    const activity = createActivity(() => now);
    activity.begin('a', 'pull');
    activity.note('a', 100, 5_000);
    expect(activity.rates('a')).toBeNull();
    now = 10_000;
    expect(activity.rates('a')).toEqual({ items: 10, bytes: 500 });
    now = 61_000;
    activity.note('a', 60, 600);
    expect(activity.rates('a')).toEqual({ items: 1, bytes: 10 });
    expect(activity.rates('b')).toBeNull();
  });

  it('does one thing in turn, also after one that failed', async () => {
    const activity = createActivity(() => 0);
    const order: string[] = [];
    const slow = activity.inTurn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push('first');
      throw new Error('bug');
    });
    const next = activity.inTurn(() => Promise.resolve(order.push('second')));
    await expect(slow).rejects.toThrow('bug');
    await next;
    expect(order).toEqual(['first', 'second']);
  });
});

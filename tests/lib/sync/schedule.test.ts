import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { createScheduler, type SchedulerPorts } from '@/lib/sync/schedule';

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

/** A scheduler whose world is in the test's hands. */
function setUp(
  outcomes: (Result<null> | Error)[],
  work: Result<boolean> = ok(true),
  due: number | null = null,
) {
  const log: string[] = [];
  const ports: SchedulerPorts = {
    hasWork: () => Promise.resolve(work),
    run: () => {
      log.push('run');
      const outcome = outcomes.shift() ?? ok(null);
      return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
    },
    msUntilDue: () => Promise.resolve(ok(due)),
    onWake: () => {},
    alarm: {
      set: (milliseconds) => {
        log.push(`alarm ${milliseconds / 1000}`);
        return Promise.resolve();
      },
      clear: () => {
        log.push('clear');
        return Promise.resolve();
      },
    },
    exclusively: (work) => {
      log.push('lock');
      return work();
    },
  };
  return { log, ports, scheduler: createScheduler(ports) };
}

describe('createScheduler', () => {
  it('arms the alarm before the work, and takes it back after', async () => {
    const { log, scheduler } = setUp([ok(null)]);
    scheduler.wake();
    expect(scheduler.isRunning()).toBe(true);
    await scheduler.whenIdle();
    expect(log).toEqual(['alarm 30', 'lock', 'run', 'clear']);
    expect(scheduler.isRunning()).toBe(false);
    expect(scheduler.lastFault()).toBeNull();
  });

  it('does not run when there is nothing to do', async () => {
    const { log, scheduler } = setUp([], ok(false));
    scheduler.wake();
    await scheduler.whenIdle();
    expect(log).toEqual(['clear']);
  });

  it('runs once more, not many times, when woken while it runs', async () => {
    const { log, scheduler } = setUp([]);
    scheduler.wake();
    scheduler.wake();
    scheduler.wake();
    await scheduler.whenIdle();
    expect(log.filter((what) => what === 'run').length).toBeLessThanOrEqual(2);
    scheduler.wake();
    expect(scheduler.isRunning()).toBe(true);
    await scheduler.whenIdle();
  });

  it('never runs twice at the same time', async () => {
    let now = 0;
    let most = 0;
    const { ports } = setUp([]);
    const scheduler = createScheduler({
      ...ports,
      run: async () => {
        now += 1;
        most = Math.max(most, now);
        scheduler.wake();
        await Promise.resolve();
        now -= 1;
        return ok(null);
      },
      hasWork: vi
        .fn<SchedulerPorts['hasWork']>()
        .mockResolvedValueOnce(ok(true))
        .mockResolvedValueOnce(ok(true))
        .mockResolvedValue(ok(false)),
    });
    scheduler.wake();
    await scheduler.whenIdle();
    expect(most).toBe(1);
  });

  it('waits longer after each failure, and no longer at all after success', async () => {
    const failed = fail(fault('offline'));
    const { log, scheduler } = setUp([failed, failed, failed, ok(null), failed]);
    for (let round = 0; round < 5; round += 1) {
      scheduler.wake();
      await scheduler.whenIdle();
    }
    const waits = log.filter((what, at) => what !== 'run' && log[at - 1] === 'run');
    expect(waits).toEqual(['alarm 30', 'alarm 60', 'alarm 120', 'clear', 'alarm 30']);
    expect(scheduler.lastFault()?.kind).toBe('offline');
  });

  it('rings when something is due next, but never sooner than browsers do', async () => {
    for (const [due, wait] of [
      [90_000, 'alarm 90'],
      [1_000, 'alarm 30'],
    ] as const) {
      const { log, scheduler } = setUp([ok(null)], ok(true), due);
      scheduler.wake();
      await scheduler.whenIdle();
      expect(log.at(-1)).toBe(wait);
      const resting = setUp([], ok(false), due);
      resting.scheduler.wake();
      await resting.scheduler.whenIdle();
      expect(resting.log).toEqual([wait]);
    }
  });

  it('looks seldom at what only the agent can mend', async () => {
    const { log, scheduler } = setUp([fail(fault('storage-full'))]);
    scheduler.wake();
    await scheduler.whenIdle();
    expect(log.at(-1)).toBe('alarm 3600');
    expect(scheduler.lastFault()?.kind).toBe('storage-full');
  });

  it('survives a bug in a run', async () => {
    const { scheduler } = setUp([new TypeError('bug'), ok(null)]);
    scheduler.wake();
    await scheduler.whenIdle();
    expect(scheduler.lastFault()?.kind).toBe('unexpected');
    scheduler.wake();
    await scheduler.whenIdle();
    expect(scheduler.lastFault()).toBeNull();
  });

  it('reports a store that cannot be read', async () => {
    const { log, scheduler } = setUp([], fail(fault('storage-broken')));
    scheduler.wake();
    await scheduler.whenIdle();
    expect(log).not.toContain('run');
    expect(scheduler.lastFault()?.kind).toBe('storage-broken');
  });
});

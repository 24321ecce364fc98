/** When to run: on start, when told, when something is due, and after a kill or a failure. One run at a time. */
import { backoff } from '@/lib/core/async';
import { fault, type Fault } from '@/lib/core/fault';
import { createLog } from '@/lib/core/log';
import { fail, type Result } from '@/lib/core/result';

/** Wakes the extension even when the background was stopped. */
interface Alarm {
  /** Rings after `milliseconds`, and again each time that passes, until cleared. */
  set(milliseconds: number): Promise<void>;
  clear(): Promise<void>;
}

export interface SchedulerPorts {
  hasWork(): Promise<Result<boolean>>;
  run(): Promise<Result<null>>;
  /** Milliseconds until there is work again; null when that is up to the agent. */
  msUntilDue(): Promise<Result<number | null>>;
  /** Called at each wake, for a run that is under way. */
  onWake(): void;
  alarm: Alarm;
  /** Runs the work while no other context of the extension does. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

export interface Scheduler {
  /** There may be something to do: do it, or go on doing it. */
  wake(): void;
  isRunning(): boolean;
  /** Why the last run stopped; null when it came to its end. */
  lastFault(): Fault | null;
  /** Resolves when no run is under way. */
  whenIdle(): Promise<void>;
}

/** Browsers ring no alarm sooner. */
const FIRST_RETRY_MS = 30_000;
const LAST_RETRY_MS = 3_600_000;

const log = createLog('schedule');

export function createScheduler(ports: SchedulerPorts): Scheduler {
  let running: Promise<void> | null = null;
  let wanted = false;
  let failures = 0;
  let lastFault: Fault | null = null;

  async function loop(): Promise<void> {
    while (wanted) {
      wanted = false;
      lastFault = await runOnce(ports, failures);
      failures = lastFault === null ? 0 : failures + 1;
    }
    running = null;
  }

  return {
    wake() {
      wanted = true;
      ports.onWake();
      running ??= loop();
    },
    isRunning: () => running !== null,
    lastFault: () => lastFault,
    whenIdle: async () => running ?? undefined,
  };
}

/** One look and, if need be, one run. Never rejects: a bug is the fault `unexpected`. */
async function runOnce(ports: SchedulerPorts, failures: number): Promise<Fault | null> {
  try {
    const work = await ports.hasWork();
    if (work.ok && !work.value) {
      await setNext(ports);
      return null;
    }
    // Set before the work: when the background is killed in the middle, the alarm brings it back.
    await ports.alarm.set(FIRST_RETRY_MS);
    const done = work.ok ? await ports.exclusively(() => ports.run()) : work;
    return await settle(ports, done, failures);
  } catch (error) {
    log.bug('a run threw', error);
    return settle(ports, fail(fault('unexpected')), failures);
  }
}

async function settle(
  ports: SchedulerPorts,
  done: Result<unknown>,
  failures: number,
): Promise<Fault | null> {
  if (done.ok) {
    await setNext(ports);
    return null;
  }
  // What only the agent can mend, such as a full disk, is looked at seldom.
  const isHopeless = done.fault.retry === 'never';
  const wait = isHopeless ? LAST_RETRY_MS : backoff(failures, FIRST_RETRY_MS, LAST_RETRY_MS);
  await ports.alarm.set(wait);
  return done.fault;
}

async function setNext(ports: SchedulerPorts): Promise<void> {
  const wait = await ports.msUntilDue();
  if (!wait.ok) await ports.alarm.set(LAST_RETRY_MS);
  else if (wait.value === null) await ports.alarm.clear();
  else await ports.alarm.set(Math.max(wait.value, FIRST_RETRY_MS));
}

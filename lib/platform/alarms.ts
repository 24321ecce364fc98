/** Alarms: the only clock that goes on while the background is stopped. */
import { browser } from 'wxt/browser';

export interface NamedAlarm {
  /** Rings after `milliseconds`, and again each time that passes, until cleared. Never rejects. */
  set(milliseconds: number): Promise<void>;
  /** Never rejects. */
  clear(): Promise<void>;
  /** Register synchronously when the background starts, or the ring that started it is lost. */
  onRing(listener: () => void): void;
}

/** An alarm by its name; the same name is the same alarm after a restart. */
export function namedAlarm(name: string): NamedAlarm {
  return {
    async set(milliseconds) {
      const minutes = milliseconds / 60_000;
      const timing = { delayInMinutes: minutes, periodInMinutes: minutes };
      await quietly(() => browser.alarms.create(name, timing));
    },
    async clear() {
      await quietly(() => browser.alarms.clear(name));
    },
    onRing(listener) {
      browser.alarms.onAlarm.addListener((alarm) => {
        if (alarm.name === name) listener();
      });
    },
  };
}

/** Without its alarm the work goes on at the next start of the background. */
async function quietly(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch {
    // Too many alarms of one extension is the only known reason.
  }
}

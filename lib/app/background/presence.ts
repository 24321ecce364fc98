/** Whether the agent is at work in a helpdesk: then sources are read more often. */
import type { Clock } from '@/lib/core/clock';

export interface Presence {
  isActive(): boolean;
  /** The agent has a ticket of this helpdesk in front. */
  note(origin: string): void;
}

const ACTIVE_MS = 10 * 60_000;
/** So often, at most, what waits for an open helpdesk tab is told of one. */
const TELL_MS = 60_000;

/** `onTab` hears of a helpdesk in front now and then, and at once when the agent comes back to it. */
export function createPresence(now: Clock, onTab: (origin: string) => void): Presence {
  let lastSeen = -Infinity;
  const told = new Map<string, number>();
  return {
    isActive: () => Math.abs(now() - lastSeen) < ACTIVE_MS,
    note(origin) {
      lastSeen = now();
      if (Math.abs(now() - (told.get(origin) ?? -Infinity)) < TELL_MS) return;
      told.set(origin, now());
      onTab(origin);
    },
  };
}

/** Whether the agent is at work in a helpdesk: then sources are read more often. */
import type { Clock } from '@/lib/core/clock';

export interface Presence {
  isActive(): boolean;
  /** The agent has a ticket of this helpdesk in front. */
  note(origin: string): void;
}

const ACTIVE_MS = 10 * 60_000;
/** So often, at most, what waits for an open helpdesk tab is told of one. */
const TELL_MS = 10_000;

/**
 * `onTab` hears of a helpdesk in front at once, and of what was noted soon after that a little later: the
 * agent may have signed in in between, and no other ticket may follow.
 */
export function createPresence(now: Clock, onTab: (origin: string) => void): Presence {
  let lastSeen = -Infinity;
  const told = new Map<string, number>();
  const waiting = new Set<string>();

  function tell(origin: string): void {
    waiting.delete(origin);
    told.set(origin, now());
    onTab(origin);
  }

  return {
    isActive: () => Math.abs(now() - lastSeen) < ACTIVE_MS,
    note(origin) {
      lastSeen = now();
      const since = Math.abs(now() - (told.get(origin) ?? -Infinity));
      if (since >= TELL_MS) return tell(origin);
      if (waiting.has(origin)) return;
      waiting.add(origin);
      setTimeout(() => tell(origin), TELL_MS - since);
    },
  };
}

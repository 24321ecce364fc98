/** How long to wait for a helpdesk page to settle, and how often to look meanwhile. */
import type { Clock } from '@/lib/core/clock';

/** Pages that change tickets settle within half a second; look often at first. */
const PAUSES_MS = [40, 80, 160, 320] as const;
const LONGEST_PAUSE_MS = 640;
/** A page that is still unsettled after this long has changed for good. */
const PATIENCE_MS = 6_000;

export interface Patience {
  /** Milliseconds until the next look at the same trouble, or null when it has lasted too long. */
  pause(trouble: string): number | null;
  /** The page has settled. */
  reset(): void;
}

export function createPatience(clock: Clock): Patience {
  let current: { trouble: string; since: number; looks: number } | null = null;
  return {
    pause(trouble) {
      if (current?.trouble !== trouble) current = { trouble, since: clock(), looks: 0 };
      if (clock() - current.since >= PATIENCE_MS) return null;
      return PAUSES_MS[current.looks++] ?? LONGEST_PAUSE_MS;
    },
    reset() {
      current = null;
    },
  };
}

/** The time, moving on in steps that are fine enough for "4 min ago". */
import { useEffect, useState } from 'react';
import type { Clock } from '@/lib/core/clock';

const STEP_MS = 30_000;

/** Milliseconds by `clock`, renewed twice a minute. */
export function useClock(clock: Clock): number {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), STEP_MS);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}

/** Closes a toast after a while, but not under someone's pointer or focus. */
import { useEffect } from 'react';

/** Long enough to read it, look at the reply and decide to undo. */
const SHOWN_MS = 10_000;

/** `toast` restarts the time when it is another one; nothing happens while `isHeld`. */
export function useToastTimer(toast: object | null, isHeld: boolean, close: () => void): void {
  useEffect(() => {
    if (toast === null || isHeld) return undefined;
    const timer = setTimeout(close, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, isHeld, close]);
}

/** Moves the focus into something that opens, and back to where it came from when it closes. */
import { useEffect, type RefObject } from 'react';

export function useFocusVisit(target: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const origin = document.activeElement;
    target.current?.focus({ preventScroll: true });
    return () => {
      if (origin instanceof HTMLElement && origin.isConnected) {
        origin.focus({ preventScroll: true });
      }
    };
  }, [target]);
}

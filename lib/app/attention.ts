/** Tells when someone comes back to a page, so that what it shows is renewed only then. */

export interface Attention {
  /** Calls `listener` when the page comes to the front or gets the focus; returns how to stop. */
  onReturn: (listener: () => void) => () => void;
}

/** The attention that a window's own events tell of. */
export function attentionOf(window: Window): Attention {
  return {
    onReturn(listener) {
      const { document } = window;
      const shown = (): void => {
        if (document.visibilityState === 'visible') listener();
      };
      window.addEventListener('focus', listener);
      document.addEventListener('visibilitychange', shown);
      return () => {
        window.removeEventListener('focus', listener);
        document.removeEventListener('visibilitychange', shown);
      };
    },
  };
}

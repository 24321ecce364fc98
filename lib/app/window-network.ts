/** Whether a page's browser has a network, and when that changes. */
import type { Network } from '@/lib/app/sidebar/parts';

export function windowNetwork(window: Window): Network {
  return {
    isOnline: () => window.navigator.onLine,
    onChange(listener) {
      window.addEventListener('online', listener);
      window.addEventListener('offline', listener);
      return () => {
        window.removeEventListener('online', listener);
        window.removeEventListener('offline', listener);
      };
    },
  };
}

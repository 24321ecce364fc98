/** Reads a whole store and renders again when it changes. */
import { useSyncExternalStore } from 'react';

/** The reading half of a zustand store. */
export interface ReadableStore<T> {
  getState: () => T;
  subscribe: (listener: () => void) => () => void;
}

export function useStoreState<T>(store: ReadableStore<T>): T {
  return useSyncExternalStore(store.subscribe, store.getState);
}

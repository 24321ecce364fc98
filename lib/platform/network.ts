/** The network as the browser tells of it, and staying awake while it is used. */
import { browser } from 'wxt/browser';

/** False only when there is surely no connection. */
export function isOnline(): boolean {
  return navigator.onLine;
}

/** Calls `onOnline` when a connection is back. */
export function listenForOnline(onOnline: () => void): void {
  globalThis.addEventListener?.('online', () => onOnline());
}

/** A worker that calls no API of the extension's for 30 s is stopped, even while it waits for an answer. */
const AWAKE_MS = 20_000;

/** Runs the work without being stopped as idle. */
export async function whileAwake<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), AWAKE_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

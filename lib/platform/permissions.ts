/** Host permissions: asked one by one, by the agent's own click. */
import { browser } from 'wxt/browser';

/** True when the agent allows all of these origins. */
export async function hasOrigins(origins: readonly string[]): Promise<boolean> {
  if (origins.length === 0) return true;
  try {
    return await browser.permissions.contains({ origins: origins.map(toPattern) });
  } catch {
    return false;
  }
}

/** Asks the agent; call it straight from a click, or the browser refuses. */
export async function requestOrigins(origins: readonly string[]): Promise<boolean> {
  if (origins.length === 0) return true;
  try {
    return await browser.permissions.request({ origins: origins.map(toPattern) });
  } catch {
    return false;
  }
}

/** Calls `onAdded` when the agent allowed something. Register synchronously at the start. */
export function listenForPermissions(onAdded: () => void): void {
  browser.permissions.onAdded.addListener(() => onAdded());
}

/** Match patterns know no ports everywhere, so one host's ports are one. */
function toPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

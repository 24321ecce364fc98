/** The browsers that the end-to-end tests drive. */
import { findChromium as findPath } from '@/lib/cli/find-browsers.mjs';

export { findFirefox } from '@/lib/cli/find-browsers.mjs';

export interface ChromiumBinary {
  readonly path: string;
  /** Chrome and Edge refuse `--load-extension` since version 137; Chromium does not. */
  readonly isBranded: boolean;
}

/** The Chromium named by `TRIVET_CHROMIUM`, else the first one installed, else null. */
export function findChromium(): ChromiumBinary | null {
  const path = findPath();
  return path === null ? null : { path, isBranded: /google|microsoft|msedge/i.test(path) };
}

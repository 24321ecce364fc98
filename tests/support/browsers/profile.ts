/** Browser profiles: a folder of its own per run, gone afterwards unless the test brought one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Profile {
  readonly path: string;
  remove(): void;
}

/** Uses the given folder and keeps it, or makes a temporary one that `remove` deletes. */
export function openProfile(given?: string): Profile {
  if (given !== undefined) return { path: given, remove: () => undefined };
  const path = mkdtempSync(join(tmpdir(), 'trivet-profile-'));
  // A browser may still be closing files when its process has ended.
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

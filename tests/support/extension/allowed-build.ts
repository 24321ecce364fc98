/** The build to test, with a host that the agent allows. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { builtExtension } from '@/tests/support/extension/docked-page';

/**
 * Firefox can be told to answer “Allow” when it is asked about a host; nothing presses that for Chromium,
 * so its copy of the build holds the host from the start, as after the agent has allowed it.
 */
export function buildAllowing(
  browser: BrowserName,
  host: string,
): { folder: string; remove: () => void } {
  const build = builtExtension(browser);
  if (browser === 'firefox') return { folder: build, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'trivet-build-'));
  cpSync(build, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { host_permissions: string[] };
  manifest.host_permissions.push(`https://${host}/*`);
  writeFileSync(file, JSON.stringify(manifest));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

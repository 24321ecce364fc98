/** Finds the browsers the end-to-end tests drive, on Linux, macOS and Windows. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface ChromiumBinary {
  readonly path: string;
  /** Chrome and Edge refuse `--load-extension` since version 137; Chromium does not. */
  readonly isBranded: boolean;
}

const programFiles = [
  process.env['PROGRAMFILES'] ?? 'C:\\Program Files',
  process.env['PROGRAMFILES(X86)'] ?? 'C:\\Program Files (x86)',
  process.env['LOCALAPPDATA'] ?? '',
].filter(Boolean);

const inProgramFiles = (...parts: string[]) => programFiles.map((folder) => join(folder, ...parts));

// Debian's /usr/bin/chromium is a shell wrapper that adds flags of its own: the real binary comes first.
const chromiumCandidates: readonly string[] = [
  '/usr/lib/chromium/chromium',
  '/usr/lib/chromium-browser/chromium-browser',
  'chromium',
  'chromium-browser',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...inProgramFiles('Chromium', 'Application', 'chrome.exe'),
  '/opt/google/chrome/chrome',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ...inProgramFiles('Google', 'Chrome', 'Application', 'chrome.exe'),
  '/opt/microsoft/msedge/msedge',
  'microsoft-edge',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...inProgramFiles('Microsoft', 'Edge', 'Application', 'msedge.exe'),
];

const firefoxCandidates: readonly string[] = [
  '/usr/lib/firefox-esr/firefox-esr',
  '/usr/lib/firefox/firefox',
  'firefox-esr',
  'firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
  ...inProgramFiles('Mozilla Firefox', 'firefox.exe'),
];

/** The Chromium named by `TRIVET_CHROME`, else the first one installed, else null. */
export function findChromium(): ChromiumBinary | null {
  const path = findFirst(process.env['TRIVET_CHROME'], chromiumCandidates);
  return path === null ? null : { path, isBranded: /google|microsoft|msedge/i.test(path) };
}

/** The Firefox named by `TRIVET_FIREFOX`, else the first one installed, else null. */
export function findFirefox(): string | null {
  return findFirst(process.env['TRIVET_FIREFOX'], firefoxCandidates);
}

function findFirst(chosen: string | undefined, candidates: readonly string[]): string | null {
  if (chosen) return resolveExecutable(chosen);
  for (const candidate of candidates) {
    const path = resolveExecutable(candidate);
    if (path !== null) return path;
  }
  return null;
}

/** An absolute path as it is; a bare name along `PATH`. */
function resolveExecutable(candidate: string): string | null {
  const isBareName = !/[\\/]/.test(candidate);
  const folders = isBareName ? (process.env['PATH'] ?? '').split(delimiter) : [''];
  for (const folder of folders) {
    const path = folder === '' ? candidate : join(folder, candidate);
    if (isExecutable(path)) return path;
  }
  return null;
}

function isExecutable(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where the browsers of this machine are. Plain JavaScript: it runs before anything is installed. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** The real binary comes before Debian's wrapper script, and Chromium, which takes `--load-extension`, before Chrome. */
const CHROMIUM = {
  linux: [
    '/usr/lib/chromium/chromium',
    '/usr/lib/chromium-browser/chromium-browser',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const FIREFOX = {
  linux: ['/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox', 'firefox-esr', 'firefox'],
  darwin: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
  ],
  win32: ['Mozilla Firefox\\firefox.exe'],
};

/** The folders in which a name without a folder is looked for. */
function searchFolders() {
  const names =
    process.platform === 'win32' ? ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'] : ['PATH'];
  return names.flatMap((name) => (process.env[name] ?? '').split(delimiter)).filter(Boolean);
}

function firstExisting(candidates) {
  const paths = (candidates[process.platform] ?? []).flatMap((candidate) =>
    candidate.startsWith('/')
      ? [candidate]
      : searchFolders().map((folder) => join(folder, candidate)),
  );
  return paths.find((path) => existsSync(path)) ?? null;
}

/** Path of a Chromium-based browser or null; the variable TRIVET_CHROMIUM names another one. */
export function findChromium() {
  return process.env.TRIVET_CHROMIUM || firstExisting(CHROMIUM);
}

/** Path of Firefox or null; the variable TRIVET_FIREFOX names another one. */
export function findFirefox() {
  return process.env.TRIVET_FIREFOX || firstExisting(FIREFOX);
}

/** Brings a fresh clone to the point where it can run: packages from npm, browsers from Debian. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { findChromium, findFirefox } from './find-browsers.mjs';

function run(command, args, options = {}) {
  return spawnSync(command, args, { stdio: 'inherit', ...options }).status === 0;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * True when node_modules holds what the lock file asks for. `installed` is npm's own record of
 * what it put there; optional packages (other platforms' binaries) may be absent.
 */
export function isInstalled(lock, installed) {
  if (!lock?.packages || !installed?.packages) return false;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    return found
      ? found.version === wanted.version
      : Boolean(wanted.optional || wanted.devOptional);
  });
}

/** npm by the path it gives its scripts, else by name (Windows finds a .cmd only through a shell). */
function npm(root, args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('npm-cli.js'))
    return run(process.execPath, [script, ...args], { cwd: root });
  return run('npm', args, { cwd: root, shell: process.platform === 'win32' });
}

/** Installs the packages when they are not those of package-lock.json; false when that failed. */
export function ensurePackages(root) {
  const lock = readJson(join(root, 'package-lock.json'));
  const isComplete = () =>
    isInstalled(lock, readJson(join(root, 'node_modules/.package-lock.json')));
  if (isComplete()) return true;
  console.log('Installing the npm packages …');
  // An npm that reads the lock file differently refuses `ci`; `install` mends the difference.
  return npm(root, ['ci', '--include=dev']) || npm(root, ['install', '--include=dev', '--no-save']);
}

const canUseApt = () =>
  existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

function missingBrowsers() {
  return [
    { name: 'Chromium', debianPackage: 'chromium', path: findChromium() },
    { name: 'Firefox', debianPackage: 'firefox-esr', path: findFirefox() },
  ].filter(({ path }) => path === null);
}

/** Installs missing browsers where it may, and returns the names of those that are still missing. */
export function ensureBrowsers() {
  const missing = missingBrowsers();
  if (missing.length > 0 && canUseApt()) {
    const packages = missing.map(({ debianPackage }) => debianPackage);
    console.log(`Installing ${packages.join(' and ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], { env });
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
  }
  return missingBrowsers().map(({ name }) => name);
}

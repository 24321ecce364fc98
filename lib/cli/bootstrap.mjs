/**
 * `node lib/cli/bootstrap.mjs NAME …`: prepares a fresh clone, then runs lib/cli/NAME.ts.
 * Plain JavaScript on Node's own modules: it runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium, findFirefox } from './find-browsers.mjs';
import { ensureBrowsers, ensurePackages } from './install.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const OLDEST_NODE = [20, 19];

/** Ends with the line that readers of a test run expect last. */
function giveUp(name, reason) {
  console.error(reason);
  if (name === 'test') console.log('0 passed, 1 failed');
  process.exit(1);
}

function isNodeTooOld() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
}

function checkBrowsers(name) {
  const missing = ensureBrowsers();
  if (missing.length === 0) return;
  console.error(
    `Not found: ${missing.join(', ')}. Install it, or name it in TRIVET_CHROMIUM / TRIVET_FIREFOX.`,
  );
  if (missing.length > 1 && name !== 'test') process.exit(1);
}

function start(script, args) {
  const env = { ...process.env };
  const chromium = findChromium();
  const firefox = findFirefox();
  if (chromium) env.TRIVET_CHROMIUM = chromium;
  if (firefox) env.TRIVET_FIREFOX = firefox;
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  // The child hears Ctrl-C itself and cleans up; this process waits for it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code ?? 1));
}

const [name = '', ...args] = process.argv.slice(2);
const scripts = { test: 'lib/cli/run-tests.ts' };
const script = join(root, scripts[name] ?? `lib/cli/${name}.ts`);
if (!existsSync(script)) giveUp(name, `There is no command "${name}".`);
if (isNodeTooOld()) giveUp(name, `Node ${OLDEST_NODE.join('.')} or newer is needed.`);
if (!ensurePackages(root)) giveUp(name, 'The npm packages could not be installed.');
checkBrowsers(name);
start(script, args);

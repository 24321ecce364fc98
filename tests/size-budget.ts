/**
 * Fails when a page or content script has grown past its budget: gzip bytes of all the script it
 * loads, through every chunk. `tsx tests/size-budget.ts` after a build for both browsers.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { init, parse } from 'es-module-lexer';

const BUDGETS = [
  { file: 'content-scripts/zendesk.js', kilobytes: 25 },
  { file: 'content-scripts/helpscout.js', kilobytes: 25 },
  { file: 'sidepanel.html', kilobytes: 180 },
  { file: 'options.html', kilobytes: 220 },
];
const OUTPUTS = ['.output/chrome-mv3', '.output/firefox-mv3'];

const SCRIPT_TAG = /<script\b[^>]*\bsrc="([^"]+)"/g;
const PRELOAD_TAG = /<link\b[^>]*\brel="modulepreload"[^>]*\bhref="([^"]+)"/g;

function scriptsOfPage(html: string): string[] {
  return [SCRIPT_TAG, PRELOAD_TAG].flatMap((tag) => [...html.matchAll(tag)].map(([, url]) => url!));
}

/** What a script imports, at once or later; content scripts are classic scripts and import nothing. */
function importsOfScript(code: string): string[] {
  return parse(code)[0].flatMap(({ n: name }) => (name?.startsWith('.') ? [name] : []));
}

function resolve(output: string, from: string, url: string): string {
  return url.startsWith('/') ? join(output, url) : join(dirname(from), url);
}

/** Every script that `entry` can load, once each. */
function scriptsFrom(output: string, entry: string): Set<string> {
  const scripts = new Set<string>();
  const queue = [join(output, entry)];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (scripts.has(file)) continue;
    const text = readFileSync(file, 'utf8');
    const isPage = file.endsWith('.html');
    if (!isPage) scripts.add(file);
    for (const url of isPage ? scriptsOfPage(text) : importsOfScript(text)) {
      queue.push(resolve(output, file, url));
    }
  }
  return scripts;
}

function isWithinBudget(output: string, { file, kilobytes }: (typeof BUDGETS)[number]): boolean {
  if (!existsSync(join(output, file))) {
    console.log(`✗ ${output}/${file} is missing`);
    return false;
  }
  const scripts = [...scriptsFrom(output, file)];
  const bytes = scripts.reduce((sum, script) => sum + gzipSync(readFileSync(script)).length, 0);
  const fits = bytes <= kilobytes * 1000;
  const names = scripts.map((script) => relative(output, script)).join(', ');
  const used = (bytes / 1000).toFixed(1).padStart(6);
  console.log(`${fits ? '✓' : '✗'} ${used} of ${kilobytes} kB  ${output}/${file}  (${names})`);
  return fits;
}

await init;
const checks = OUTPUTS.flatMap((output) => BUDGETS.map((budget) => isWithinBudget(output, budget)));
process.exitCode = checks.every(Boolean) ? 0 : 1;

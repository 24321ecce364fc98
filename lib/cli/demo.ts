/** `npm run demo`: a browser with Trivet on a helpdesk ticket, on this machine alone. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDemoBrowser, type DemoBrowser } from '@/lib/cli/demo/browser';
import { DEMO_HELP, parseDemoOptions, type DemoOptions } from '@/lib/cli/demo/options';
import { loadDemoWorld, type DemoWorld } from '@/lib/cli/demo/world';
import { findChromium, findFirefox } from '@/lib/cli/find-browsers.mjs';
import type { SidebarReading } from '@/tests/support/extension/sidebar-reading';
import { createStandIn } from '@/tests/support/zendesk/stand-in';

const PATIENCE_MS = 90_000;

function chooseBrowser({ browser }: DemoOptions): 'chromium' | 'firefox' | null {
  if (browser !== undefined) return browser;
  if (findChromium() !== null) return 'chromium';
  return findFirefox() === null ? null : 'firefox';
}

/** Builds the extension and returns its folder. */
function build(browser: 'chromium' | 'firefox'): string {
  const target = browser === 'chromium' ? 'chrome' : 'firefox';
  const command = ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', target];
  const built = spawnSync(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (built.status !== 0) throw new Error('The extension could not be built.');
  return path.resolve(`.output/${target}-mv3`);
}

/** Waits until the sidebar shows what is wanted; fails with what it showed last. */
async function waitForSidebar(
  browser: DemoBrowser,
  isWanted: (reading: SidebarReading) => boolean,
): Promise<SidebarReading> {
  const deadline = Date.now() + PATIENCE_MS;
  let last: SidebarReading | null = null;
  while (Date.now() < deadline) {
    last = await browser.readSidebar();
    if (last !== null && isWanted(last)) return last;
    await sleep(20);
  }
  throw new Error(`The sidebar did not answer. It shows: ${last?.text.slice(0, 500) ?? 'nothing'}`);
}

/** True when the suggestions for this ticket are on screen. */
function isAnswered({ subject, isBusy, cards }: SidebarReading, wanted: string): boolean {
  return wanted.startsWith(subject.replace(/…$/, '')) && !isBusy && cards.length > 0;
}

function print(world: DemoWorld, number: number, reading: SidebarReading, elapsed: string): void {
  const ticket = world.tickets.find(({ id }) => id === number);
  console.log(`\nTicket #${number}: ${ticket?.subject ?? ''}`);
  console.log(`  ${(ticket?.messages[0]?.body ?? '').replaceAll(/\s+/g, ' ').slice(0, 300)}`);
  console.log(`\nSuggested ${elapsed} s after the page began to load:`);
  reading.cards.forEach((card, index) => {
    const kind = card.isKnownIssue ? 'KNOWN ISSUE  ' : '';
    console.log(`  ${index + 1}. ${kind}${card.title}   [${card.itemId}]`);
    for (const reason of card.reasons) console.log(`       – ${reason}`);
  });
  console.log(`\nRight for this ticket: ${world.expected(number)}`);
}

/** Editors keep word joiners where the caret stands. */
async function readDraft(browser: DemoBrowser): Promise<string> {
  return (await browser.readDraft()).replaceAll('\u2060', '').trim() || '(nothing)';
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1_000).toFixed(1);
}

async function showHeadless(
  browser: DemoBrowser,
  world: DemoWorld,
  options: DemoOptions,
  url: string,
) {
  const number = options.ticket ?? world.first;
  const subject = world.tickets.find(({ id }) => id === number)?.subject ?? '';
  const opened = performance.now();
  await browser.openTicket(url);
  await waitForSidebar(browser, (seen) => isAnswered(seen, subject) && !seen.isIndexing);
  console.log(`Knowledge searchable after ${seconds(opened)} s, first page load included.`);
  const started = performance.now();
  await browser.openTicket(url);
  const reading = await waitForSidebar(browser, (seen) => isAnswered(seen, subject));
  print(world, number, reading, seconds(started));
  const first = reading.cards.find(({ isPublic }) => isPublic);
  if (first !== undefined) {
    console.log(`\nInserting the first that a customer may see: ${first.title}`);
    await browser.insertLink(first.itemId);
    await sleep(1_000);
  }
  console.log(`The reply now holds: ${await readDraft(browser)}`);
  await browser.screenshot(options.screenshot);
  console.log(`\nPicture: ${options.screenshot}`);
}

async function main(options: DemoOptions): Promise<void> {
  const name = chooseBrowser(options);
  if (name === null) {
    console.error('No browser found. Install Chromium, Chrome, Edge or Firefox and try again.');
    process.exitCode = 1;
    return;
  }
  console.log('Building the extension …');
  const extension = build(name);
  const world = loadDemoWorld(options.data);
  const standIn = await createStandIn({ tickets: world.tickets });
  const { headless } = options;
  const browser = await startDemoBrowser({ name, extension, port: standIn.port, headless });
  const url = `${standIn.origin}/agent/tickets/${options.ticket ?? world.first}`;
  try {
    if (world.documents !== null) await browser.importDocuments(world.documents);
    if (headless) {
      await showHeadless(browser, world, options, url);
    } else {
      await browser.openTicket(url);
      console.log(`The helpdesk is open at ${url}. Close the browser to end the demo.`);
      await browser.closed;
    }
  } finally {
    await browser.close();
    await standIn.close();
  }
}

const options = parseDemoOptions(process.argv.slice(2));
if (options === null) {
  console.log(DEMO_HELP);
  process.exitCode = process.argv.includes('--help') ? 0 : 2;
} else {
  await main(options);
}

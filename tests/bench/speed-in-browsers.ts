/** Speed and startup of ours in real browsers: warm questions, and the first one after the background was ended. */
import type { Ticket } from '@/lib/model/ticket';
import { quantile, type Figure, type Report } from '@/tests/bench/report';
import { loadExtension, type LoadedExtension } from '@/tests/bench/speed-browser';
import { readSets, withWorkspace } from '@/tests/bench/speed-given';
import type { Workspace } from '@/tests/bench/speed-workspace';
import { OURS } from '@/tests/bench/speed-jobs';
import type { SpeedOptions } from '@/tests/bench/index';
import type { BrowserName } from '@/tests/support/browsers/page-driver';
import { toDataTicket } from '@/tests/support/data-items';

const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];
const DOCUMENTS = 100_000;
const TICKETS = 120;
const PASSES = 5;
const KILLS = 15;

type About = Pick<Figure, 'bench' | 'engine' | 'docs' | 'set'>;
type Measure = (
  extension: LoadedExtension,
  tickets: readonly Ticket[],
  about: Omit<About, 'bench'>,
  report: Report,
) => Promise<void>;

/** Runs the measurements in each of the browsers named, over one import. */
export async function measureInBrowsers(
  { report, folders, docs, browsers }: SpeedOptions,
  measures: readonly Measure[],
): Promise<void> {
  const sets = readSets(folders);
  if (sets.length === 0) return;
  const known = browsers.flatMap((name) => BROWSERS.find((one) => one === name) ?? []);
  if (known.length < browsers.length) throw new Error(`Choose from: ${BROWSERS.join(', ')}`);
  for (const documents of docs.length > 0 ? docs : [DOCUMENTS]) {
    await withWorkspace(sets, { documents, fresh: 0, tickets: TICKETS }, async (workspace) => {
      const tickets = workspace.queries.map((query) => toDataTicket({ ...query, split: 'test' }));
      for (const browser of known) {
        await measureOne(browser, workspace, tickets, measures, report).catch((error: unknown) => {
          console.error(`${browser}: ${String(error)}`);
          process.exitCode = 1;
        });
      }
    });
  }
}

async function measureOne(
  browser: BrowserName,
  workspace: Workspace,
  tickets: readonly Ticket[],
  measures: readonly Measure[],
  report: Report,
): Promise<void> {
  const extension = await loadExtension(browser, workspace);
  const about = { engine: OURS, docs: workspace.documents, set: browser };
  try {
    for (const measure of measures) await measure(extension, tickets, about, report);
  } finally {
    await extension.close();
  }
}

/** Warm questions: the suggester's own time, and with the message there and back. */
export const measureWarm: Measure = async (extension, tickets, about, report) => {
  const own: number[][] = [];
  const whole: number[][] = [];
  for (let pass = 0; pass <= PASSES; pass++) {
    const answers = [];
    for (const ticket of tickets) answers.push(await extension.ask(ticket));
    if (answers.some(({ searchedItems }) => searchedItems !== about.docs)) {
      throw new Error('Not all documents were searched');
    }
    // The first pass warms up.
    if (pass === 0) continue;
    own.push(answers.map(({ tookMs }) => tookMs));
    whole.push(answers.map(({ ms }) => ms));
  }
  for (const [variant, passes] of [
    ['raw', own],
    ['raw, with message', whole],
  ] as const) {
    for (const [metric, share] of [
      ['query_p50_ms', 0.5],
      ['query_p95_ms', 0.95],
    ] as const) {
      const value = quantile(
        passes.map((times) => quantile(times, share)),
        0.5,
      );
      const n = tickets.length;
      report({ bench: 'speed', ...about, metric, value, unit: 'ms', variant, n });
    }
  }
};

/** The background is ended as the browser ends it, then a page asks: each time another ticket. */
export const measureRestart: Measure = async (extension, tickets, about, report) => {
  const answers = [];
  for (const ticket of tickets.slice(0, KILLS)) {
    await extension.stopBackground();
    answers.push(await extension.ask(ticket));
  }
  const whole = answers.map(({ ms }) => ms);
  const own = answers.map(({ tookMs }) => tookMs);
  const figure = { bench: 'startup', ...about, unit: 'ms', n: answers.length };
  const metric = 'first_answer_ms';
  report({ ...figure, metric, value: quantile(whole, 0.5), variant: 'raw' });
  report({ ...figure, metric, value: quantile(own, 0.5), variant: 'raw, in the suggester' });
  report({
    ...figure,
    metric: 'first_answer_p95_ms',
    value: quantile(whole, 0.95),
    variant: 'raw',
  });
};

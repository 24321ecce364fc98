/**
 * `npm run bench -- NAME [--json] [--data DIR]...`: the project's measurements. `speed`, `startup` and `sync`
 * also take `--docs N` (documents), the first two `--engine NAME` and `--browser chromium|firefox`, too; lists
 * are repeated or separated by commas.
 */
import { parseArgs } from 'node:util';
import { createReport } from '@/tests/bench/report';
import type { Report } from '@/tests/bench/report';

/** What a bench gets: where to report, and the folders of data named; none means the usual ones. */
export interface BenchOptions {
  report: Report;
  folders: string[];
}

/** What else may be named on the command line; an empty list means the usual ones. */
export interface SpeedOptions extends BenchOptions {
  /** Sizes to measure, in documents. */
  docs: number[];
  engines: string[];
  browsers: string[];
}

const benches: Record<string, () => Promise<(options: SpeedOptions) => Promise<void>>> = {
  sample: async () => (await import('@/tests/bench/sample')).benchSample,
  relevance: async () => (await import('@/tests/bench/relevance')).benchRelevance,
  train: async () => (await import('@/tests/bench/train')).benchTrain,
  page: async () => (await import('@/tests/bench/page')).benchPage,
  speed: async () => (await import('@/tests/bench/speed')).benchSpeed,
  startup: async () => (await import('@/tests/bench/startup')).benchStartup,
  start: async () => (await import('@/tests/bench/sync-start')).benchStart,
  sync: async () => (await import('@/tests/bench/sync')).benchSync,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    data: { type: 'string', multiple: true, default: [] },
    docs: { type: 'string', multiple: true, default: [] },
    engine: { type: 'string', multiple: true, default: [] },
    browser: { type: 'string', multiple: true, default: [] },
  },
});
const split = (list: readonly string[]): string[] =>
  list.flatMap((words) => words.split(',')).filter((word) => word !== '');

/** Training writes a file, and measuring every library takes an hour: they run only when named. */
const NAMED_ONLY = ['train', 'speed', 'startup', 'sync'];
const usual = Object.keys(benches).filter((name) => !NAMED_ONLY.includes(name));
const names = positionals.length > 0 ? positionals : usual;
for (const name of names) {
  const load = benches[name];
  if (load === undefined) {
    console.error(`There is no bench "${name}". Choose from: ${Object.keys(benches).join(', ')}`);
    process.exit(2);
  }
  const run = await load();
  await run({
    report: createReport(values.json, console.log),
    folders: split(values.data),
    docs: split(values.docs).map(Number),
    engines: split(values.engine),
    browsers: split(values.browser),
  });
}

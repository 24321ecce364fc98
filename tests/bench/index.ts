/** `npm run bench -- NAME [--json] [--data DIR]`: the project's measurements. */
import { parseArgs } from 'node:util';
import { createReport } from '@/tests/bench/report';
import type { Report } from '@/tests/bench/report';

/** What a bench gets: where to report, and a folder of other data if one was named. */
export interface BenchOptions {
  report: Report;
  data: string | undefined;
}

const benches: Record<string, () => Promise<(options: BenchOptions) => Promise<void>>> = {
  sample: async () => (await import('@/tests/bench/sample')).benchSample,
  relevance: async () => (await import('@/tests/bench/relevance')).benchRelevance,
  train: async () => (await import('@/tests/bench/train')).benchTrain,
  page: async () => (await import('@/tests/bench/page')).benchPage,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, data: { type: 'string' } },
});

/** Training writes a file; it runs only when named. */
const usual = Object.keys(benches).filter((name) => name !== 'train');
const names = positionals.length > 0 ? positionals : usual;
for (const name of names) {
  const load = benches[name];
  if (load === undefined) {
    console.error(`There is no bench "${name}". Choose from: ${Object.keys(benches).join(', ')}`);
    process.exit(2);
  }
  const run = await load();
  await run({ report: createReport(values.json, console.log), data: values.data });
}

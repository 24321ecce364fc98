/**
 * How fast, how small: our suggester beside the libraries, over the same documents and the same test tickets.
 * Each engine has a process of its own. Memory is what the process holds after its questions were answered,
 * less what it held before it was given anything.
 */
import { availableParallelism, loadavg } from 'node:os';
import type { SpeedOptions } from '@/tests/bench/index';
import { PEERS } from '@/tests/bench/peers/registry';
import type { Figure, Report } from '@/tests/bench/report';
import { runJob } from '@/tests/bench/run-job';
import { measureInBrowsers, measureWarm } from '@/tests/bench/speed-in-browsers';
import { isWanted, readSets, withWorkspace } from '@/tests/bench/speed-given';
import { OURS } from '@/tests/bench/speed-jobs';

const SIZES = [10_000, 100_000];
/** The libraries cannot hold more than this, or take hours for it. */
const MOST_FOR_PEERS = 200_000;
const TICKETS = 120;
const FRESH = 300;
const PASSES = 5;
const QUERY_MS = 45_000;
/** The longest that building, or any other one thing, may take. */
const PHASE_MS = 360_000;
const PHASE_MS_PER_DOCUMENT = 3;

export async function benchSpeed(options: SpeedOptions): Promise<void> {
  const { report, folders, docs, engines, browsers } = options;
  if (browsers.length > 0) return measureInBrowsers(options, [measureWarm]);
  const sets = readSets(folders);
  if (sets.length === 0) return;
  for (const documents of docs.length > 0 ? docs : SIZES) {
    const size = { documents, fresh: FRESH, tickets: TICKETS };
    await withWorkspace(sets, size, async ({ folder }) => {
      const peers = documents <= MOST_FOR_PEERS ? PEERS.map(({ name }) => name) : [];
      const figures: Figure[] = [];
      for (const engine of [OURS, ...peers].filter((name) => isWanted(name, engines))) {
        await measureEngine(engine, folder, documents, (figure) => {
          figures.push(figure);
          report(figure);
        });
      }
      reportRatios(figures, report);
    });
  }
}

async function measureEngine(
  engine: string,
  workspace: string,
  docs: number,
  report: Report,
): Promise<void> {
  const limits = { queryMs: QUERY_MS, passes: PASSES };
  const phaseMs = Math.max(PHASE_MS, docs * PHASE_MS_PER_DOCUMENT);
  const busy = loadavg()[0] ?? 0;
  if (busy > availableParallelism()) {
    console.error(`Other programs are busy here (load ${busy.toFixed(1)}): times are too long.`);
  }
  await runJob({ task: { kind: 'speed', limits }, engine, workspace }, phaseMs, {
    measured: (figure) => report({ bench: 'speed', engine, docs, ...figure }),
    said: (sentence) => console.error(`${engine}, ${docs} documents: ${sentence}`),
  });
}

/** How many times more the others need. Ours is the whole ticket through both stages. */
function reportRatios(figures: readonly Figure[], report: Report): void {
  const ours = (metric: string): number | undefined =>
    figures.find(
      (one) => one.engine === OURS && one.metric === metric && (one.variant ?? 'raw') === 'raw',
    )?.value;
  const ratios: Record<string, string> = {
    query_p50_ms: 'p50_speedup_vs',
    query_p95_ms: 'p95_speedup_vs',
    query_cpu_p95_ms: 'cpu_p95_speedup_vs',
    memory_mb: 'memory_ratio_vs',
    add100_ms: 'add100_speedup_vs',
    build_docs_per_s: 'build_speedup_vs',
    build_docs_per_cpu_s: 'cpu_build_speedup_vs',
  };
  for (const figure of figures) {
    const name = ratios[figure.metric];
    const base = ours(figure.metric);
    if (figure.engine === OURS || name === undefined || base === undefined) continue;
    const isRate = figure.metric.startsWith('build_');
    const value = isRate ? base / figure.value : figure.value / base;
    report({ ...figure, metric: name, value, unit: 'x' });
  }
}

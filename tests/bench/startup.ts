/**
 * The first answer of a cold process: the index stands on disk as each engine saves it; the clock starts when the
 * engine's code is loaded and ends with the first answer. The system's file cache is warm for all.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { SpeedOptions } from '@/tests/bench/index';
import type { Form } from '@/tests/bench/peers/contract';
import { PEERS } from '@/tests/bench/peers/registry';
import { quantile, type Figure, type Report } from '@/tests/bench/report';
import { runJob } from '@/tests/bench/run-job';
import { measureInBrowsers, measureRestart } from '@/tests/bench/speed-in-browsers';
import { isWanted, readSets, withWorkspace } from '@/tests/bench/speed-given';
import { OURS } from '@/tests/bench/speed-jobs';

const DOCUMENTS = [100_000];
const RUNS = 7;
/** After so many milliseconds of one engine's first answers of one form, no more are asked. */
const PATIENCE_MS = 90_000;
const PHASE_MS = 360_000;

const OUR_FORMS: readonly Form[] = ['raw', 'pruned'];

export async function benchStartup(options: SpeedOptions): Promise<void> {
  const { report, folders, docs, engines, browsers } = options;
  if (browsers.length > 0) return measureInBrowsers(options, [measureRestart]);
  const sets = readSets(folders);
  if (sets.length === 0) return;
  const subjects = [
    { name: OURS, forms: OUR_FORMS },
    ...PEERS.map(({ name, forms }) => ({ name, forms })),
  ].filter(({ name }) => isWanted(name, engines));
  for (const documents of docs.length > 0 ? docs : DOCUMENTS) {
    await withWorkspace(sets, { documents, fresh: 0, tickets: RUNS }, async ({ folder }) => {
      const figures: Figure[] = [];
      for (const { name, forms } of subjects) {
        await measureEngine({ engine: name, forms, workspace: folder }, (figure) => {
          figures.push({ ...figure, docs: documents });
          report({ ...figure, docs: documents });
        });
      }
      reportRatios(figures, report);
    });
  }
}

async function measureEngine(
  subject: { engine: string; forms: readonly Form[]; workspace: string },
  report: Report,
): Promise<void> {
  const { engine, forms, workspace } = subject;
  const saved = mkdtempSync(path.join(workspace, 'saved-'));
  const said = (sentence: string): void => console.error(`${engine}: ${sentence}`);
  try {
    const isSaved = await runJob(
      { task: { kind: 'save', into: saved }, engine, workspace },
      PHASE_MS,
      {
        measured: () => undefined,
        said,
      },
    );
    if (!isSaved) return;
    for (const form of forms) {
      const times = await measureForm(engine, form, saved, workspace, said);
      if (times.length === 0) continue;
      const value = quantile(times, 0.5);
      const about = { bench: 'startup', engine, variant: form, n: times.length };
      report({ ...about, metric: 'first_answer_ms', value, unit: 'ms' });
    }
  } finally {
    rmSync(saved, { recursive: true, force: true });
  }
}

/** Each time a fresh process, and another ticket. */
async function measureForm(
  engine: string,
  form: Form,
  saved: string,
  workspace: string,
  said: (sentence: string) => void,
): Promise<number[]> {
  const times: number[] = [];
  const started = performance.now();
  for (let question = 0; question < RUNS; question++) {
    const task = { kind: 'first', from: saved, form, question } as const;
    const isDone = await runJob({ task, engine, workspace }, PHASE_MS, {
      measured: ({ value }) => times.push(value),
      said,
    });
    if (!isDone || performance.now() - started > PATIENCE_MS) break;
  }
  return times;
}

/** How many times longer the others take, against ours with the whole ticket. */
function reportRatios(figures: readonly Figure[], report: Report): void {
  const ours = figures.find(({ engine, variant }) => engine === OURS && variant === 'raw');
  if (ours === undefined) return;
  for (const figure of figures) {
    if (figure.engine === OURS) continue;
    report({
      ...figure,
      metric: 'startup_speedup_vs',
      value: figure.value / ours.value,
      unit: 'x',
    });
  }
}

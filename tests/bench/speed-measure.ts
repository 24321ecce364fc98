/** What is measured of one engine, in a process of its own. */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Form, Peer, PeerIndex, Surroundings } from '@/tests/bench/peers/contract';
import { quantile } from '@/tests/bench/report';
import type { SpeedQuery } from '@/tests/bench/speed-queries';
import { openDocuments, readWorkspace, type Workspace } from '@/tests/bench/speed-workspace';

/** A figure of one engine; the rest of it is known to whoever started the process. */
export interface Measured {
  metric: string;
  value: number;
  unit: string;
  variant?: string;
  n?: number;
}

export interface SpeedLimits {
  /** Milliseconds for the questions of one form, warming up included. */
  queryMs: number;
  passes: number;
}

interface Ear {
  measured(figure: Measured): void;
  /** What the process is at, and what went otherwise than planned. */
  at(phase: string): void;
  said(sentence: string): void;
}

const BATCH = 1_000;
const ANSWERS = 10;
const ADDED = 100;
const MEGABYTE = 2 ** 20;

/** Builds the index and takes every figure of it. */
export async function measureSpeed(
  peer: Peer,
  surroundings: Surroundings,
  limits: SpeedLimits,
  ear: Ear,
): Promise<void> {
  const workspace = readWorkspace(surroundings.workspace);
  const before = usedBytes();
  ear.at('build');
  const index = await peer.create(surroundings);
  const { ms, cpuMs } = await build(index, workspace);
  const rate = (time: number): number => workspace.documents / (time / 1_000);
  ear.measured({ metric: 'build_docs_per_s', value: rate(ms), unit: 'docs/s' });
  ear.measured({ metric: 'build_docs_per_cpu_s', value: rate(cpuMs), unit: 'docs/s' });
  for (const form of peer.forms) {
    ear.at(`query ${form}`);
    await measureQueries(index, form, workspace.queries, limits, ear);
  }
  const used = usedBytes() - before;
  ear.measured({ metric: 'memory_mb', value: used / MEGABYTE, unit: 'MB' });
  ear.at('add');
  if (peer.canAdd) await measureAdding(index, peer.forms[0] ?? 'pruned', workspace, ear);
  ear.at('save');
  await measureBytes(index, surroundings.scratch, workspace, ear);
}

/** Milliseconds by the clock, and of the processor, which other programs do not lengthen. */
interface Took {
  ms: number;
  cpuMs: number;
}

async function time(work: () => unknown): Promise<Took> {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - started, cpuMs: (user + system) / 1_000 };
}

/** Indexes the corpus; only time spent in the engine counts. */
export async function build(index: PeerIndex, workspace: Workspace): Promise<Took> {
  const reader = openDocuments(workspace.folder);
  const steps: Took[] = [];
  for (let from = 0; from < workspace.documents; from += BATCH) {
    const documents = reader.read(from, Math.min(from + BATCH, workspace.documents));
    steps.push(await time(() => index.add(documents)));
    await nextTurn();
  }
  reader.close();
  steps.push(await time(() => index.finish?.()));
  return {
    ms: steps.reduce((sum, step) => sum + step.ms, 0),
    cpuMs: steps.reduce((sum, step) => sum + step.cpuMs, 0),
  };
}

/**
 * Medians over passes through all questions, the first pass not counted. An engine that is too slow
 * for that is judged by what it did in the time it had.
 */
async function measureQueries(
  index: PeerIndex,
  form: Form,
  queries: readonly SpeedQuery[],
  limits: SpeedLimits,
  ear: Ear,
): Promise<void> {
  const deadline = performance.now() + limits.queryMs;
  const passes: Took[][] = [];
  for (let pass = 0; pass <= limits.passes; pass++) {
    const times: Took[] = [];
    for (const query of queries) {
      times.push(await time(() => index.search(query, form, ANSWERS)));
      // A process whose parent is gone hears of it only between two turns.
      await nextTurn();
      if (performance.now() > deadline) break;
    }
    const isWhole = times.length === queries.length;
    if (pass === 0 && !isWhole) {
      ear.said(`too slow for all questions (${form}): ${times.length} of ${queries.length}`);
    }
    // The first pass warms up; it counts only where there was no time for another.
    if (isWhole || passes.length === 0) passes.push(times);
    if (!isWhole) break;
  }
  const counted = passes.length > 1 ? passes.slice(1) : passes;
  const about = { unit: 'ms', variant: form, n: counted[0]?.length ?? 0 };
  const middle = (share: number, pick: (took: Took) => number): number =>
    quantile(
      counted.map((times) => quantile(times.map(pick), share)),
      0.5,
    );
  ear.measured({ metric: 'query_p50_ms', value: middle(0.5, ({ ms }) => ms), ...about });
  ear.measured({ metric: 'query_p95_ms', value: middle(0.95, ({ ms }) => ms), ...about });
  ear.measured({ metric: 'query_cpu_p95_ms', value: middle(0.95, ({ cpuMs }) => cpuMs), ...about });
}

/** Adds documents a hundred at a time; each hundred must be found before it counts. */
async function measureAdding(
  index: PeerIndex,
  form: Form,
  workspace: Workspace,
  ear: Ear,
): Promise<void> {
  const reader = openDocuments(workspace.folder);
  const times: number[] = [];
  const end = workspace.documents + workspace.fresh;
  for (let from = workspace.documents; from + ADDED <= end; from += ADDED) {
    const marker = `zyxmarker${'abcdefghij'[times.length] ?? ''}`;
    const documents = reader
      .read(from, from + ADDED)
      .map((document) => ({ ...document, title: `${marker} ${document.title}` }));
    times.push((await time(() => index.add(documents))).ms);
    const found = await index.search(questionFor(marker), form, ANSWERS);
    const ids = new Set(documents.map(({ id }) => id));
    if (!found.some((id) => ids.has(id))) throw new Error('What was added is not found');
  }
  reader.close();
  ear.measured({
    metric: 'add100_ms',
    value: quantile(times, 0.5),
    unit: 'ms',
    n: times.length,
  });
}

function questionFor(word: string): SpeedQuery {
  const about = { created: '', product: '', component: '', version: '' };
  return { id: word, title: word, body: '', pruned: [{ word, weight: 1 }], ...about };
}

async function measureBytes(
  index: PeerIndex,
  scratch: string,
  workspace: Workspace,
  ear: Ear,
): Promise<void> {
  const folder = path.join(scratch, 'saved');
  mkdirSync(folder);
  await index.save(folder);
  const bytes = readdirSync(folder).reduce(
    (sum, name) => sum + statSync(path.join(folder, name)).size,
    0,
  );
  const value = bytes / workspace.textBytes;
  ear.measured({ metric: 'index_bytes_per_text_byte', value, unit: 'ratio' });
}

/** Bytes of the heap, array buffers and WebAssembly memory, after everything unused is gone. */
function usedBytes(): number {
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

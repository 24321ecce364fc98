/** Runs one engine's measurement in a process of its own, and ends it when it takes too long. */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildChild } from '@/tests/bench/build-child';
import type { FromChild, Job } from '@/tests/bench/speed-jobs';
import type { Measured } from '@/tests/bench/speed-measure';

/** Some libraries need several gigabytes for a hundred thousand documents. */
const HEAP_MB = 10_000;

let script: Promise<string> | null = null;

export interface JobEvents {
  measured(figure: Measured): void;
  said(sentence: string): void;
}

/** True when the process came to its end. `phaseMs` is the longest that any one phase may take. */
export async function runJob(
  job: Omit<Job, 'scratch'>,
  phaseMs: number,
  events: JobEvents,
): Promise<boolean> {
  const scratch = mkdtempSync(path.join(job.workspace, 'scratch-'));
  script ??= buildChild();
  const child = fork(await script, {
    execArgv: ['--expose-gc', `--max-old-space-size=${HEAP_MB}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  try {
    child.send({ ...job, scratch });
    return await listen(child, phaseMs, events);
  } finally {
    child.kill('SIGKILL');
    rmSync(scratch, { recursive: true, force: true });
  }
}

function listen(child: ChildProcess, phaseMs: number, events: JobEvents): Promise<boolean> {
  return new Promise((resolve) => {
    let phase = 'start';
    let isOver = false;
    let lastWords = '';
    const end = (sentence: string | null): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      if (sentence !== null) events.said(sentence);
      resolve(sentence === null);
    };
    const watch = () =>
      setTimeout(() => end(`given up in "${phase}" after ${phaseMs / 1_000} s`), phaseMs);
    let timer = watch();
    child.stderr?.on('data', (text: Buffer) => {
      lastWords = `${lastWords}${text.toString()}`.slice(-2_000);
    });
    child.on('message', (message: FromChild) => {
      if (isOver) return;
      if (message.type === 'done') end(null);
      else if (message.type === 'failed') end(`failed in "${phase}": ${message.why}`);
      else if (message.type === 'measured') events.measured(message.figure);
      else if (message.type === 'said') events.said(message.sentence);
      else {
        phase = message.phase;
        clearTimeout(timer);
        timer = watch();
      }
    });
    child.on('exit', (code) =>
      end(`ended in "${phase}" (${code ?? 'killed'}): ${lastLine(lastWords)}`),
    );
  });
}

/** What a crashed process says that names the reason. */
function lastLine(words: string): string {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /error|fatal/i.test(line)) ?? lines.at(-1) ?? 'without a word';
}

/** Runs one command of the test run in a process group of its own, with a limit on its time. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import * as z from 'zod/mini';

export interface Step {
  name: string;
  /** A script for Node and its arguments. */
  command: readonly [string, ...string[]];
  /** Killed after this many minutes. */
  minutes: number;
  /** Where the step leaves vitest's JSON report; a step without one counts as one test. */
  report?: string;
  /** Shows the output as it comes, not only when the step fails. */
  live?: boolean;
}

export interface StepResult {
  name: string;
  seconds: number;
  passed: number;
  failed: number;
  skipped: number;
}

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});

/** What a step's end says about its tests: a step that fails counts at least one failure. */
export function countTests(
  succeeded: boolean,
  report: unknown,
): Omit<StepResult, 'name' | 'seconds'> {
  const parsed = reportSchema.safeParse(report);
  if (!parsed.success) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests } = parsed.data;
  // A file that cannot be loaded has no tests to fail.
  const failed = succeeded ? numFailedTests : Math.max(1, numFailedTests);
  return { passed: numPassedTests, failed, skipped: numPendingTests };
}

function readReport(path: string | undefined): unknown {
  if (path === undefined || !existsSync(path)) return undefined;
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The whole group: tools leave browsers and workers behind when only they are killed. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

function runCommand(step: Step): Promise<boolean> {
  const output: Buffer[] = [];
  const child = spawn(process.execPath, step.command, {
    detached: true,
    env: { ...process.env, CI: '1' },
    stdio: ['ignore', step.live ? 'inherit' : 'pipe', step.live ? 'inherit' : 'pipe'],
  });
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
  const stop = (reason: string) => {
    output.push(Buffer.from(`\n${step.name}: ${reason}\n`));
    killGroup(child.pid);
  };
  const onSignal = () => {
    stop('interrupted');
    process.exit(130);
  };
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const timer = setTimeout(
    () => stop(`no end after ${step.minutes} minutes`),
    step.minutes * 60_000,
  );
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer);
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
      if (code !== 0) process.stdout.write(Buffer.concat(output));
      resolve(code === 0);
    });
  });
}

export async function runStep(step: Step): Promise<StepResult> {
  if (step.report !== undefined) {
    rmSync(step.report, { force: true });
    mkdirSync(dirname(step.report), { recursive: true });
  }
  const start = performance.now();
  const succeeded = await runCommand(step);
  const seconds = (performance.now() - start) / 1000;
  return { name: step.name, seconds, ...countTests(succeeded, readReport(step.report)) };
}

/** `npm test`: every check of the project in order, the count of its tests on the last line. */
import process from 'node:process';
import { runStep, type Step, type StepResult } from '@/lib/cli/run-step';

const bin = (path: string) => `node_modules/${path}`;
const TSC = bin('typescript/bin/tsc');
const WXT = bin('wxt/bin/wxt.mjs');

function vitestStep(project: string, minutes: number): Step {
  const report = `.cache/tests/${project}.json`;
  return {
    name: project,
    minutes,
    report,
    live: true,
    command: [
      bin('vitest/vitest.mjs'),
      'run',
      '--config=tests/vitest.config.ts',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
  };
}

function planSteps(): Step[] {
  const quick = (name: string, ...command: Step['command']): Step => ({
    name,
    minutes: 5,
    command,
  });
  return [
    quick('wxt prepare', WXT, 'prepare'),
    quick('format', bin('prettier/bin/prettier.cjs'), '--check', '.'),
    quick('lint', bin('oxlint/bin/oxlint'), '--type-aware', '-c', 'tests/oxlintrc.json'),
    quick('types', TSC),
    quick('types without a DOM', TSC, '-p', 'tests/tsconfig.worker.json'),
    quick('dead code', bin('knip/bin/knip.js')),
    vitestStep('unit', 10),
    // Real servers from Debian's packages; skipped, and said so, where they cannot run.
    vitestStep('servers', 12),
    quick('build for Chrome', WXT, 'build'),
    quick('build for Firefox', WXT, 'build', '-b', 'firefox'),
    quick('add-on lint', bin('web-ext/bin/web-ext.js'), 'lint', '-s', '.output/firefox-mv3'),
    quick('size budgets', '--import', 'tsx', 'tests/size-budget.ts'),
    vitestStep('e2e', 16),
  ];
}

function describe({ name, seconds, passed, failed, skipped }: StepResult): string {
  const mark = failed === 0 ? '✓' : '✗';
  const counts = [
    passed + failed > 1 ? `${passed} passed` : '',
    failed > 0 ? `${failed} failed` : '',
    skipped > 0 ? `${skipped} skipped` : '',
  ];
  const details = counts.filter(Boolean).join(', ');
  return `${mark} ${name.padEnd(20)} ${seconds.toFixed(1).padStart(6)} s  ${details}`.trimEnd();
}

const results: StepResult[] = [];
for (const step of planSteps()) {
  console.log(`… ${step.name}`);
  const result = await runStep(step);
  results.push(result);
  console.log(describe(result));
}

const sum = (key: 'passed' | 'failed') => results.reduce((total, result) => total + result[key], 0);
console.log(['', ...results.map(describe), ''].join('\n'));
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

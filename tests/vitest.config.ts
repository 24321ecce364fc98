import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (path: string) => `${root}${path}`;

/** The names that WXT resolves in a build. */
const alias = [
  { find: /^@\//, replacement: root },
  { find: '#i18n', replacement: inRoot('tests/support/i18n.ts') },
  { find: 'wxt/browser', replacement: inRoot('tests/support/browser.ts') },
];

/** Vitest keeps these in process.env, where all is text: an empty text is its only `false`. */
const buildConstants = {
  'import.meta.env.BROWSER': '"chrome"',
  'import.meta.env.CHROME': '"true"',
  'import.meta.env.FIREFOX': '""',
  'import.meta.env.ENTRYPOINT': '"test"',
};

const shared = { root, resolve: { alias }, define: buildConstants };
/** Random tests that are worth running for long; `soak()` in them sets how long. */
const SOAKED = [
  'tests/lib/search/analyse/fuzz.test.ts',
  'tests/lib/search/faults.test.ts',
  'tests/lib/search/same-answers.test.ts',
  'tests/lib/sources/*/contract.test.ts',
  'tests/lib/sources/numbered-pages.test.ts',
  'tests/lib/sources/zendesk-tickets/redact.test.ts',
  'tests/lib/sync/model.test.ts',
  'tests/lib/sync/precedents.test.ts',
  'tests/lib/sync/run.test.ts',
  'tests/e2e/switching.e2e.ts',
  'tests/e2e/random-agent.e2e.ts',
  'tests/e2e/background.e2e.ts',
  'tests/servers/real-pages.server.ts',
];
const minutes = (count: number) => count * 60_000;

export default defineConfig({
  root,
  test: {
    projects: [
      {
        ...shared,
        ssr: { noExternal: ['wxt'] },
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          setupFiles: [inRoot('tests/support/setup.ts')],
          // Left to itself, one core of two would stand idle.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          testTimeout: 20_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          // Much of it is waiting, and each file has browsers and servers of its own.
          maxWorkers: 2,
          testTimeout: minutes(2),
          hookTimeout: minutes(2),
        },
      },
      {
        ...shared,
        test: {
          name: 'servers',
          include: ['tests/servers/**/*.server.ts'],
          globalSetup: inRoot('tests/support/servers/fetch-programs.ts'),
          // All at once: much of it is waiting for servers that start.
          maxWorkers: 4,
          testTimeout: minutes(2),
          hookTimeout: minutes(3),
        },
      },
      {
        ...shared,
        test: {
          name: 'soak',
          include: SOAKED,
          env: { TRIVET_SOAK: '1' },
          fileParallelism: false,
          testTimeout: minutes(30),
          hookTimeout: minutes(2),
        },
      },
    ],
  },
});

/**
 * The measured process as one plain file. Our code is measured as the browser gets it, bundled; to compile it
 * module by module, as it is loaded, keeps the names of functions at the price of their speed. The libraries
 * stay as they are published.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ENTRY = fileURLToPath(new URL('./speed-child.ts', import.meta.url));
/** Inside the project, so that libraries are found. */
const FOLDER = path.join(ROOT, '.cache/bench');

/** Bundles it; the answer is the path of the script. */
export async function buildChild(): Promise<string> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    resolve: { alias: [{ find: /^@\//, replacement: ROOT }] },
    build: {
      ssr: ENTRY,
      outDir: FOLDER,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'speed-child.mjs' } },
    },
  });
  return path.join(FOLDER, 'speed-child.mjs');
}

/** Bundles the page of editors in memory; CKEditor comes as its own browser build. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = fileURLToPath(new URL('./page', import.meta.url));
const require = createRequire(import.meta.url);

/** File content by its path. */
export async function buildEditorsPage(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    resolve: {
      alias: [
        { find: /^@\//, replacement: root },
        // Slate 0.47 is older than React 17.
        { find: /^react$/, replacement: 'react-16' },
        { find: /^react-dom$/, replacement: 'react-dom-16' },
        { find: /^react-dom\/server$/, replacement: 'react-dom-16/server' },
      ],
    },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      rolldownOptions: { external: ['/ckeditor5.js'] },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const ckeditor = join(dirname(require.resolve('ckeditor5/package.json')), 'dist/browser');
  const files = new Map<string, string | Uint8Array>([
    ['ckeditor5.js', readFileSync(join(ckeditor, 'ckeditor5.js'))],
  ]);
  for (const output of outputs) {
    if (!('output' in output)) throw new Error('The page was built to watch');
    for (const file of output.output) {
      files.set(file.fileName, file.type === 'chunk' ? file.code : file.source);
    }
  }
  return files;
}

/** Builds the gallery page in memory with the bundler that builds the extension. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { LANGUAGES, readMessages } from '@/tests/support/ui-gallery/messages';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = fileURLToPath(new URL('.', import.meta.url));

/** File content by its path in the page's folder. */
export type GalleryFiles = Map<string, string | Uint8Array>;

export async function buildGallery(): Promise<GalleryFiles> {
  const messages = Object.fromEntries(LANGUAGES.map((name) => [name, readMessages(name)]));
  const built = await build({
    configFile: false,
    root: folder,
    base: './',
    logLevel: 'error',
    define: { GALLERY_MESSAGES: JSON.stringify(messages) },
    resolve: {
      alias: [
        { find: /^@\//, replacement: root },
        { find: '#i18n', replacement: `${root}tests/support/i18n.ts` },
      ],
    },
    build: { write: false, assetsInlineLimit: 0 },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const files: GalleryFiles = new Map();
  for (const output of outputs) {
    if (!('output' in output)) throw new Error('The gallery was built to watch');
    for (const file of output.output) {
      files.set(file.fileName, file.type === 'chunk' ? file.code : file.source);
    }
  }
  return files;
}

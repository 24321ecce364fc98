/** The sample's files as they lie in the repository. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const publicFolder = join(import.meta.dirname, '../../public');

/** For `loadSampleItems`: the text of a file below `public/`. */
export async function readSampleText(path: string): Promise<string> {
  return readFile(join(publicFolder, path), 'utf8');
}

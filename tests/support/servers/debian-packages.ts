/** Debian packages fetched and unpacked below a folder, nothing installed: programs for real-server tests. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Why a real server cannot run here, or null where it can. */
export async function whyNoDebian(): Promise<string | null> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID=debian$/m.test(release) && /^VERSION_ID="12"$/m.test(release)
    ? null
    : 'its programs come from packages of Debian 12, and this machine runs something else';
}

/**
 * Downloads `packages` and unpacks them into `<folder>/root`; at once when that was done before.
 * Rejects when the packages cannot be had.
 */
export async function unpackPackages(folder: string, packages: readonly string[]): Promise<string> {
  const root = `${folder}/root`;
  const done = `${folder}/unpacked`;
  if (existsSync(done)) return root;
  const debs = `${folder}/debs`;
  const unpacking = `${folder}/unpacking`;
  for (const path of [root, unpacking]) await rm(path, { recursive: true, force: true });
  for (const path of [debs, unpacking]) await mkdir(path, { recursive: true });
  await run('apt-get', ['download', '-q', ...packages], { cwd: debs });
  const left = (await readdir(debs)).filter((name) => name.endsWith('.deb'));
  const unpackRest = async (): Promise<void> => {
    for (let deb = left.pop(); deb !== undefined; deb = left.pop()) {
      await run('dpkg-deb', ['-x', `${debs}/${deb}`, unpacking]);
    }
  };
  // One core each on the smallest machine.
  await Promise.all([unpackRest(), unpackRest()]);
  await rename(unpacking, root);
  await writeFile(done, '');
  return root;
}

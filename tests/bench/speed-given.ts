/** The data sets that a run was given, and a folder for its corpus that goes when it is done. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeWorkspace, type Workspace } from '@/tests/bench/speed-workspace';
import { readDataSet, type DataSet } from '@/tests/support/data-set';

const DEFAULT_FOLDERS = ['jquery', 'titanium', 'jquery-docs', 'titanium-docs'].map(
  (name) => `../shared/data/${name}`,
);

/** Reads the folders, or the usual ones when none is named; says which of them are not there. */
export function readSets(folders: readonly string[]): DataSet[] {
  const wanted = folders.length > 0 ? folders : DEFAULT_FOLDERS;
  return wanted.flatMap((folder) => {
    if (existsSync(path.resolve(folder))) return [readDataSet(folder)];
    console.error(`Skipped ${folder}: there is no such folder. Name one with --data DIR.`);
    return [];
  });
}

/** Works on a corpus in a temporary folder. */
export async function withWorkspace<T>(
  sets: readonly DataSet[],
  size: { documents: number; fresh: number; tickets: number },
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'trivet-bench-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const leave = (): never => process.exit(1);
  // A run that is interrupted leaves no gigabyte behind.
  process.once('exit', remove);
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
  try {
    return await work(writeWorkspace(folder, sets, size));
  } finally {
    remove();
    process.off('exit', remove);
    process.off('SIGINT', leave);
    process.off('SIGTERM', leave);
  }
}

/** All engines when none is named. */
export function isWanted(name: string, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.includes(name);
}

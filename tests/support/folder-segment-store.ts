/**
 * A segment store over a folder: an index that outlives its process, without a browser. Each file is two here: its
 * blocks one after the other, and a row for each of them that says where it stands. A kill of the process
 * at any moment leaves the last commit or the next; a power cut may not (nothing is forced to the disk).
 */
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import type { Commit, SegmentStore } from '@/lib/search/contract';

/** A commit's directory is `<generation>.commit`; the latest one counts. */
const COMMIT = '.commit';
const BLOCKS = '.blocks';
const ROWS = '.rows';
/** A row: the block's number, where it begins, and its length, eight bytes each. */
const ROW_WORDS = 3;
const ROW_BYTES = ROW_WORDS * Float64Array.BYTES_PER_ELEMENT;

/** A file as it is open for reading. */
interface OpenFile {
  handle: number;
  places: Map<number, { offset: number; length: number }>;
}

export interface FolderSegmentStore extends SegmentStore {
  /** Bytes of all files and the directory. */
  bytes(): number;
  /** Lets go of the files that were read. */
  close(): void;
}

/** Opens the index in `folder`, which is made when it is not there. */
export function createFolderSegmentStore(folder: string): FolderSegmentStore {
  mkdirSync(folder, { recursive: true });
  const opened = new Map<string, OpenFile>();
  const pathOf = (file: string, part: string): string =>
    path.join(folder, `${encodeURIComponent(file)}${part}`);

  const commitAt = (generation: number): string => path.join(folder, `${generation}${COMMIT}`);

  /** 0 before the first commit. */
  function lastGeneration(): number {
    const commits = readdirSync(folder).filter((name) => name.endsWith(COMMIT));
    return Math.max(0, ...commits.map((name) => Number(name.slice(0, -COMMIT.length))));
  }

  function readCommit(): Commit | null {
    const generation = lastGeneration();
    if (generation === 0) return null;
    return JSON.parse(readFileSync(commitAt(generation), 'utf8')) as Commit;
  }

  function open(file: string): OpenFile | null {
    const known = opened.get(file);
    if (known !== undefined || !existsSync(pathOf(file, ROWS))) return known ?? null;
    const places = readRows(pathOf(file, ROWS));
    const fresh = { handle: openSync(pathOf(file, BLOCKS), 'r'), places };
    opened.set(file, fresh);
    return fresh;
  }

  function close(file: string): void {
    const known = opened.get(file);
    if (known !== undefined) closeSync(known.handle);
    opened.delete(file);
  }

  return {
    readCommit: () => Promise.resolve(ok(readCommit())),
    readBlocks(file, numbers) {
      const from = open(file);
      const blocks: Uint8Array[] = [];
      for (const number of numbers) {
        const place = from?.places.get(number);
        const block = new Uint8Array(place?.length ?? 0);
        const read = place && from && readSync(from.handle, block, 0, place.length, place.offset);
        if (read === undefined || read === null || read < block.length) {
          return Promise.resolve(fail(fault('storage-broken', { file })));
        }
        blocks.push(block);
      }
      return Promise.resolve(ok(blocks));
    },
    writeBlocks(file, first, blocks) {
      close(file);
      appendBlocks(pathOf(file, BLOCKS), pathOf(file, ROWS), first, blocks);
      return Promise.resolve(ok(undefined));
    },
    commit(next) {
      const generation = lastGeneration();
      if (next.generation !== generation + 1) {
        return Promise.resolve(fail(fault('conflict', { generation })));
      }
      // Whole under another name first, so that a kill leaves no half of it.
      const draft = path.join(folder, 'next');
      writeFileSync(draft, JSON.stringify(next));
      renameSync(draft, commitAt(next.generation));
      rmSync(commitAt(generation), { force: true });
      return Promise.resolve(ok(undefined));
    },
    removeSome(file) {
      close(file);
      for (const part of [ROWS, BLOCKS]) rmSync(pathOf(file, part), { force: true });
      return Promise.resolve(ok(false));
    },
    files() {
      const names = readdirSync(folder).filter((name) => name.endsWith(BLOCKS));
      return Promise.resolve(
        ok(names.map((name) => decodeURIComponent(name.slice(0, -BLOCKS.length)))),
      );
    },
    bytes: () =>
      readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0),
    close() {
      for (const file of opened.keys()) close(file);
    },
  };
}

/** Where the blocks stand; of a number written twice, the last. */
function readRows(place: string): OpenFile['places'] {
  const bytes = readFileSync(place);
  const whole = Math.floor(bytes.length / ROW_BYTES) * ROW_BYTES;
  const words = new Float64Array(new Uint8Array(bytes.subarray(0, whole)).buffer);
  const places: OpenFile['places'] = new Map();
  for (let at = 0; at < words.length; at += ROW_WORDS) {
    const [number = 0, offset = 0, length = 0] = words.subarray(at, at + ROW_WORDS);
    places.set(number, { offset, length });
  }
  return places;
}

/** The rows follow their blocks, so that a kill in between leaves no row without its block. */
function appendBlocks(
  blocksAt: string,
  rowsAt: string,
  first: number,
  blocks: readonly Uint8Array[],
): void {
  let offset = existsSync(blocksAt) ? statSync(blocksAt).size : 0;
  const rows = new Float64Array(blocks.length * ROW_WORDS);
  for (const [at, { length }] of blocks.entries()) {
    rows.set([first + at, offset, length], at * ROW_WORDS);
    offset += length;
  }
  appendFileSync(blocksAt, Buffer.concat(blocks));
  // What a kill left of a row would shift all that follow.
  const torn = existsSync(rowsAt) ? statSync(rowsAt).size % ROW_BYTES : 0;
  if (torn > 0) truncateSync(rowsAt, statSync(rowsAt).size - torn);
  appendFileSync(rowsAt, new Uint8Array(rows.buffer));
}

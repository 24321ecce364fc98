/** A corpus on disk, written once for all engines of a run: each of them reads the very same lines. */
import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { makeCorpus, type SpeedDocument } from '@/tests/bench/speed-corpus';
import {
  chooseTickets,
  countTerms,
  toSpeedQuery,
  type SpeedQuery,
} from '@/tests/bench/speed-queries';
import type { DataSet } from '@/tests/support/data-set';

const LINES = 'docs.jsonl';
const OFFSETS = 'docs.offsets';
const ABOUT = 'about.json';
const NUMBER_BYTES = 8;
/** Term statistics of so many documents choose the words of the pruned questions. */
const COUNTED = 50_000;
const WRITE_BYTES = 1 << 20;

export interface Workspace {
  folder: string;
  /** Documents of the index that is measured; `fresh` more follow, to be added later. */
  documents: number;
  fresh: number;
  /** UTF-8 bytes of the titles and bodies of those documents. */
  textBytes: number;
  queries: SpeedQuery[];
}

/** Makes the corpus of `documents` and `fresh` more, with up to `tickets` questions, in `folder`. */
export function writeWorkspace(
  folder: string,
  sets: readonly DataSet[],
  size: { documents: number; fresh: number; tickets: number },
): Workspace {
  const { documents, fresh } = size;
  const frequencies = new Map<string, number>();
  const offsets = new Float64Array(documents + fresh + 1);
  const file = openSync(path.join(folder, LINES), 'w');
  let textBytes = 0;
  let end = 0;
  let waiting: string[] = [];
  let waitingBytes = 0;
  const flush = (): void => {
    writeSync(file, waiting.join(''));
    waiting = [];
    waitingBytes = 0;
  };
  const given = sets.flatMap((set) => set.documents);
  for (const document of makeCorpus(given, documents + fresh)) {
    if (document.number < COUNTED) countTerms(document, frequencies);
    if (document.number < documents) {
      textBytes += Buffer.byteLength(document.title) + Buffer.byteLength(document.body);
    }
    const line = `${JSON.stringify(document)}\n`;
    const bytes = Buffer.byteLength(line);
    offsets[document.number + 1] = end += bytes;
    waiting.push(line);
    if ((waitingBytes += bytes) > WRITE_BYTES) flush();
  }
  flush();
  closeSync(file);
  writeFileSync(path.join(folder, OFFSETS), offsets);
  const tickets = chooseTickets(
    sets.flatMap((set) => set.queries),
    size.tickets,
  );
  const counted = Math.min(COUNTED, documents + fresh);
  const queries = tickets.map((ticket) => toSpeedQuery(ticket, frequencies, counted));
  const workspace: Workspace = { folder, documents, fresh, textBytes, queries };
  writeFileSync(path.join(folder, ABOUT), JSON.stringify(workspace));
  return workspace;
}

export function readWorkspace(folder: string): Workspace {
  return JSON.parse(readFileSync(path.join(folder, ABOUT), 'utf8')) as Workspace;
}

export interface DocumentReader {
  /** Documents `from` to `to`, the latter not included. */
  read(from: number, to: number): SpeedDocument[];
  close(): void;
}

/** Reads documents by number; holds none of them. */
export function openDocuments(folder: string): DocumentReader {
  const lines = openSync(path.join(folder, LINES), 'r');
  const offsets = openSync(path.join(folder, OFFSETS), 'r');
  const { size } = fstatSync(offsets);
  const offsetAt = (number: number): number => {
    const word = new Float64Array(1);
    const at = Math.min(number * NUMBER_BYTES, size - NUMBER_BYTES);
    readSync(offsets, word, 0, NUMBER_BYTES, at);
    return word[0] ?? 0;
  };
  return {
    read(from, to) {
      const start = offsetAt(from);
      const bytes = Buffer.alloc(offsetAt(to) - start);
      readSync(lines, bytes, 0, bytes.length, start);
      const text = bytes.toString('utf8').trimEnd();
      if (text === '') return [];
      return text.split('\n').map((line) => JSON.parse(line) as SpeedDocument);
    },
    close() {
      closeSync(lines);
      closeSync(offsets);
    },
  };
}

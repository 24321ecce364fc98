/** The documents in a file picked by hand: one a line, a list, a table, an archive, or the file itself. */
import type { Block } from '@/lib/model/block';
import { readTable } from '@/lib/sources/csv/read-table';
import { isArchive, readArchive } from '@/lib/sources/folder/read-archive';
import { isDocument, readDocument } from '@/lib/sources/folder/read-document';
import { readBytes, readLines, UnreadableFile, type Line } from '@/lib/sources/jsonl/read-lines';
import type { SkipReason } from '@/lib/sources/jsonl/records';

/** A document as it was found, or why it cannot be one. `place` is its line or number, from 1. */
export type FoundDocument =
  | { place: number; status: 'read'; data: unknown; blocks?: Block[]; size: number }
  | { place: number; status: SkipReason };

/** Formats that must be read whole; bigger files belong into one document a line. */
const MOST_WHOLE = 64 * 1024 * 1024;

/**
 * Tells the format by the file's first bytes and its name. `onRead` is told of the bytes read, so
 * that they add up to the file's size. Rejects with UnreadableFile.
 */
export async function* readDocuments(
  file: File,
  onRead: (bytes: number) => void,
): AsyncGenerator<FoundDocument> {
  const name = file.name.replace(/\.gz$/i, '');
  if (await startsLikeArchive(file)) yield* documentsOfArchive(file, onRead);
  else if (/\.(?:csv|tsv)$/i.test(name)) yield* documentsOfTable(file, onRead);
  else if (/\.json$/i.test(name)) yield* documentsOfList(file, onRead);
  else if (isDocument(name)) yield* documentItself(file, name, onRead);
  else for await (const line of readLines(readBytes(file, onRead))) yield documentOfLine(line);
}

async function startsLikeArchive(file: File): Promise<boolean> {
  try {
    return await isArchive(file);
  } catch (error) {
    throw new UnreadableFile('The file cannot be read', { cause: error });
  }
}

function documentOfLine(line: Line): FoundDocument {
  const { number: place } = line;
  if (line.status !== 'read') return { place, status: line.status };
  const data = parse(line.text);
  if (data === undefined) return { place, status: 'not-json' };
  return { place, status: 'read', data, size: line.text.length };
}

async function* documentsOfTable(
  file: File,
  onRead: (bytes: number) => void,
): AsyncGenerator<FoundDocument> {
  const text = await readWhole(file, onRead);
  const rows = text === null ? [] : await readTable(text);
  if (text === null) yield { place: 1, status: 'too-long' };
  if (rows === null) yield { place: 1, status: 'no-columns' };
  for (const { number, record } of rows ?? []) {
    yield { place: number, status: 'read', data: record, size: sizeOf(record) };
  }
}

/** A list of documents, or an object with one; a file of lines may be called `.json`, too. */
async function* documentsOfList(
  file: File,
  onRead: (bytes: number) => void,
): AsyncGenerator<FoundDocument> {
  const text = await readWhole(file, onRead);
  if (text === null) {
    yield { place: 1, status: 'too-long' };
    return;
  }
  const data = parse(text);
  if (data === undefined) {
    for await (const line of readLines(readBytes(file))) yield documentOfLine(line);
    return;
  }
  for (const [at, record] of listIn(data).entries()) {
    yield { place: at + 1, status: 'read', data: record, size: sizeOf(record) };
  }
}

async function* documentItself(
  file: File,
  name: string,
  onRead: (bytes: number) => void,
): AsyncGenerator<FoundDocument> {
  const text = await readWhole(file, onRead);
  if (text === null) yield { place: 1, status: 'too-long' };
  else yield documentOf(name, text, 1);
}

async function* documentsOfArchive(
  file: File,
  onRead: (bytes: number) => void,
): AsyncGenerator<FoundDocument> {
  let place = 0;
  try {
    for await (const { path, bytes } of readArchive(readBytes(file, onRead), isDocument)) {
      place += 1;
      if (bytes === null) yield { place, status: 'too-long' };
      else yield documentOf(path, new TextDecoder().decode(bytes), place);
    }
  } catch (error) {
    throw new UnreadableFile('The archive is damaged', { cause: error });
  }
}

function documentOf(path: string, text: string, place: number): FoundDocument {
  const { record, blocks } = readDocument(path, text);
  return { place, status: 'read', data: record, blocks, size: text.length };
}

/** The file's text, unpacked; null when it is too big to be held. */
async function readWhole(file: File, onRead: (bytes: number) => void): Promise<string | null> {
  const chunks: BlobPart[] = [];
  let length = 0;
  for await (const chunk of readBytes(file, onRead)) {
    length += chunk.length;
    if (length > MOST_WHOLE) return null;
    // Copied: streams may use a chunk's memory again.
    chunks.push(chunk.slice());
  }
  return decode(new Uint8Array(await new Blob(chunks).arrayBuffer()));
}

/** Office programs save tables in UTF-16 or in Windows' own western charset, and do not say which. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function listIn(data: unknown): unknown[] {
  if (Array.isArray(data)) return data;
  if (typeof data !== 'object' || data === null) return [data];
  const lists = Object.values(data).filter((value) => Array.isArray(value) && value.some(isObject));
  return lists.length === 1 && Array.isArray(lists[0]) ? lists[0] : [data];
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sizeOf(record: unknown): number {
  return JSON.stringify(record)?.length ?? 0;
}

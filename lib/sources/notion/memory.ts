/** What the Notion connector remembers from step to step and from reading to reading, bounded. */
import * as z from 'zod/mini';
import { readCursor } from '@/lib/sources/cursor';
import { plainId } from '@/lib/sources/notion/children';

/** Beyond so many listed pages, children are not told from listed pages any more: the lists must do. */
const MOST_LISTED = 8_000;
const MOST_QUEUED = 1_000;
const MOST_STRAYS = 500;
const MOST_DATABASES = 200;
/** Each costs a request in each reading. */
const STRAYS_AT_ONCE = 50;
const KEY_LENGTH = 10;

const memorySchema = z.object({
  /** ISO 8601: the reading that read all. */
  wholeAt: z.string(),
  /** ISO 8601: this reading. */
  startedAt: z.string(),
  /** Keys of the pages that the search named in the reading before this one. */
  before: z.string(),
  now: z.string(),
  /** What is to be asked for by its id: pages, and `rows:<data source>:<list cursor>`. */
  queue: z.array(z.string()),
  /** Pages that only their parents name, and when each was there last when asked for. */
  strays: z.array(z.tuple([z.string(), z.string()])),
  /** Data sources whose rows are read. */
  databases: z.array(z.string()),
  /** Those of them whose rows were read to the last. */
  walked: z.array(z.string()),
});

type MemoryState = z.infer<typeof memorySchema>;

export class Memory {
  readonly #state: MemoryState;
  readonly #before: ReadonlySet<string>;
  readonly #now: Set<string>;

  private constructor(state: MemoryState) {
    this.#state = state;
    this.#before = keysIn(state.before);
    this.#now = keysIn(state.now);
  }

  /** Null when there is none of this version: all is to be read. */
  static read(note: string | null): Memory | null {
    const state = readCursor(note, memorySchema);
    return state === null ? null : new Memory(state);
  }

  /** For a reading of everything. */
  static empty(startedAt: string): Memory {
    const nothing = { before: '', now: '', queue: [], strays: [], databases: [], walked: [] };
    return new Memory({ wholeAt: startedAt, startedAt, ...nothing });
  }

  /** For a reading of what changed: the strays that waited longest are asked for again. */
  next(startedAt: string): Memory {
    const { strays, now } = this.#state;
    const [asked, rest] = [strays.slice(0, STRAYS_AT_ONCE), strays.slice(STRAYS_AT_ONCE)];
    const queue = [...new Set([...this.#state.queue, ...asked.map(([id]) => id)])];
    const state = { ...this.#state, startedAt, before: now, now: '', queue };
    return new Memory({ ...state, strays: [...rest, ...asked] });
  }

  get wholeAt(): string {
    return this.#state.wholeAt;
  }

  get startedAt(): string {
    return this.#state.startedAt;
  }

  get isWhole(): boolean {
    return this.#state.wholeAt === this.#state.startedAt;
  }

  get databases(): readonly string[] {
    return this.#state.databases;
  }

  /** Whether all rows are to be looked at, and not only those that changed. */
  isNewDatabase(id: string): boolean {
    return !this.#state.walked.includes(plainId(id));
  }

  isListed(id: string): boolean {
    return this.#now.has(keyOf(id));
  }

  /** A page that the search names. True when it did not in the reading before. */
  list(id: string): boolean {
    const key = keyOf(id);
    const isFull = this.#now.size >= MOST_LISTED;
    if (!isFull) this.#now.add(key);
    this.#state.strays = this.#state.strays.filter(([stray]) => stray !== plainId(id));
    return this.#before.size < MOST_LISTED && !this.#before.has(key);
  }

  /** Not there, whatever a list says; when it is again, it is new. */
  forget(id: string): void {
    this.#now.delete(keyOf(id));
    this.#state.strays = this.#state.strays.filter(([stray]) => stray !== plainId(id));
  }

  /** Asks for a page by its id later in this reading; false where there is no room. */
  ask(id: string): boolean {
    return this.#enqueue(plainId(id));
  }

  /** A page that is in another one: read by its id unless the search names it. False: no room. */
  meetPage(id: string): boolean {
    if (this.#now.size >= MOST_LISTED || this.isListed(id)) return true;
    return this.#enqueue(plainId(id));
  }

  /** A database that is in a page: its rows are read unless they are anyway. */
  meetDatabase(id: string): void {
    if (this.addDatabase(id)) this.#enqueue(rowsEntry(id, ''));
  }

  /** False when it is known, or there is no room. */
  addDatabase(id: string): boolean {
    const { databases } = this.#state;
    const plain = plainId(id);
    if (databases.length >= MOST_DATABASES || databases.includes(plain)) return false;
    databases.push(plain);
    return true;
  }

  /** All its rows were looked at. */
  finishDatabase(id: string): void {
    if (this.isNewDatabase(id)) this.#state.walked.push(plainId(id));
  }

  dropDatabase(id: string): void {
    for (const ids of [this.#state.databases, this.#state.walked]) {
      const at = ids.indexOf(plainId(id));
      if (at !== -1) ids.splice(at, 1);
    }
  }

  /** The next page of rows to read, as data source and list cursor; or null. */
  takeRows(): { database: string; page: string | null } | null {
    const at = this.#state.queue.findIndex((entry) => entry.startsWith('rows:'));
    if (at === -1) return null;
    const [, database = '', page = ''] = (this.#state.queue.splice(at, 1)[0] ?? '').split(':');
    return { database, page: page === '' ? null : page };
  }

  /** Rows go on there. */
  putRows(database: string, page: string): void {
    this.#state.queue.push(rowsEntry(database, page));
  }

  takePages(count: number): string[] {
    return this.#state.queue.splice(0, count);
  }

  get isQueueEmpty(): boolean {
    return this.#state.queue.length === 0;
  }

  /** When a page that only its parent names was asked for last; null: never. ISO 8601. */
  askedAt(id: string): string | null {
    const askedAt = this.#state.strays.find(([stray]) => stray === plainId(id))?.[1] ?? '';
    return askedAt === '' ? null : askedAt;
  }

  /** A page was asked for by its id; `at` is empty when it is not there now. */
  noteStray(id: string, at: string): void {
    const strays = this.#state.strays.filter(([stray]) => stray !== plainId(id));
    if (!this.isListed(id) && strays.length < MOST_STRAYS) strays.push([plainId(id), at]);
    this.#state.strays = strays;
  }

  /** The next reading reads everything. */
  wantWhole(): void {
    this.#state.wholeAt = '';
  }

  write(): string {
    return JSON.stringify({ ...this.#state, now: [...this.#now].join('') });
  }

  #enqueue(entry: string): boolean {
    const { queue } = this.#state;
    if (queue.includes(entry)) return true;
    if (queue.length >= MOST_QUEUED) return false;
    queue.push(entry);
    return true;
  }
}

function rowsEntry(database: string, page: string): string {
  return `rows:${plainId(database)}:${page}`;
}

function keysIn(text: string): Set<string> {
  const keys = new Set<string>();
  for (let at = 0; at < text.length; at += KEY_LENGTH) keys.add(text.slice(at, at + KEY_LENGTH));
  return keys;
}

/** 50 bits of an id (two rounds of FNV-1a): of 8,000 pages, two are one in thirty million times. */
function keyOf(id: string): string {
  const plain = plainId(id);
  const [high, low] = [hash(plain, 0x81_1c_9d_c5), hash(plain, 0x05_12_f6_a7)];
  return ((high >>> 14) * 2 ** 32 + low).toString(36).padStart(KEY_LENGTH, '0');
}

function hash(text: string, seed: number): number {
  let value = seed;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01_00_01_93);
  value = Math.imul(value ^ (value >>> 15), 0x2c_1b_3c_6d);
  return (value ^ (value >>> 13)) >>> 0;
}

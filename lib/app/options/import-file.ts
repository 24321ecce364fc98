/** Reads a file of documents into the store, batch by batch, so that any size fits. */
import type { BackgroundClient } from '@/lib/app/background-client';
import { isoTime, type Clock } from '@/lib/core/clock';
import type { Fault } from '@/lib/core/fault';
import type { Result } from '@/lib/core/result';
import { hashText } from '@/lib/core/ids';
import { cut } from '@/lib/core/text';
import { IMPORT_BATCH, type MessageRequest } from '@/lib/messaging/contract';
import { UNKNOWN_LOCALE, type Item } from '@/lib/model/item';
import type { Source } from '@/lib/model/source';
import { readDocuments, type FoundDocument } from '@/lib/app/options/import-documents';
import { mapDocument, type MapContext } from '@/lib/sources/jsonl/map';
import { UnreadableFile } from '@/lib/sources/jsonl/read-lines';
import type { SkipReason } from '@/lib/sources/jsonl/records';

/** A message may hold 64 MB; this keeps the background from chewing on one for long. */
const BATCH_CHARACTERS = 2_000_000;
const BATCH_LIMIT_MS = 60_000;
/** Enough to see what is wrong with a file. */
const MOST_NAMED_LINES = 20;
/** Lines left out between two reports; batches report, too. */
const TELLING_LINES = 500;
const SLUG_LENGTH = 40;

type BatchSource = MessageRequest<'source.importItems'>['source'];

/** Lines that were left out: how many, and the first of them. */
export interface SkippedLines {
  count: number;
  first: { line: number; why: SkipReason }[];
}

export interface ImportProgress {
  /** Bytes of the file read so far. */
  bytes: number;
  items: number;
  skipped: SkippedLines;
}

export type ImportEnd =
  | { kind: 'imported'; source: Source; skipped: SkippedLines }
  /** Not one line was a document. What an earlier import brought stays. */
  | { kind: 'no-documents'; skipped: SkippedLines }
  | { kind: 'unreadable' }
  | { kind: 'cancelled' }
  | { kind: 'fault'; fault: Fault };

export interface ImportParts {
  background: BackgroundClient;
  clock: Clock;
}

export interface ImportJob {
  file: File;
  /** Records that do not say who may see them are for customers, too. */
  isForCustomers: boolean;
  signal: AbortSignal;
  onProgress: (progress: ImportProgress) => void;
}

/**
 * Imports the file as one source. An import that does not come to its end is taken back if it was
 * the source's first; otherwise what it has renewed stays, and nothing is removed.
 */
export async function importFile(parts: ImportParts, job: ImportJob): Promise<ImportEnd> {
  const sources = await parts.background.send('source.list', {});
  if (!sources.ok) return { kind: 'fault', fault: sources.fault };
  const source = await sourceOf(job.file);
  const work = new FileImport(parts, job, source);
  const end = await work.run();
  const isNew = !sources.value.some(({ id }) => id === source.id);
  if (end.kind !== 'imported' && isNew && work.hasSent) {
    await parts.background.send('source.remove', { id: source.id });
  }
  return end;
}

/** The same name gives the same source: importing a newer file renews it. */
export async function sourceOf({ name }: Pick<File, 'name'>): Promise<BatchSource> {
  const bare =
    name.replace(/(?:\.(?:jsonl|ndjson|json|csv|tsv|zip))?(?:\.gz)?$/i, '').trim() || name;
  const slug = cut(bare.toLowerCase().replace(/[^a-z0-9]+/g, '-'), SLUG_LENGTH);
  const hash = (await hashText(bare)).slice(0, 8);
  return { id: `file-${slug.replace(/^-|-$/g, '')}-${hash}`, name: bare };
}

class FileImport {
  readonly #parts: ImportParts;
  readonly #job: ImportJob;
  readonly #source: BatchSource;
  readonly #context: MapContext;
  readonly #progress: ImportProgress = { bytes: 0, items: 0, skipped: { count: 0, first: [] } };
  #batch: Item[] = [];
  #characters = 0;
  #underWay: Promise<Result<Source>> | null = null;
  #failed: Fault | null = null;
  /** True when the background may hold something of this import. */
  hasSent = false;

  constructor(parts: ImportParts, job: ImportJob, source: BatchSource) {
    this.#parts = parts;
    this.#job = job;
    this.#source = source;
    this.#context = {
      sourceId: source.id,
      syncedAt: isoTime(parts.clock),
      visibility: job.isForCustomers ? 'public' : 'unknown',
      languageOf: () => UNKNOWN_LOCALE,
    };
  }

  async run(): Promise<ImportEnd> {
    try {
      await this.#readAll();
    } catch (error) {
      if (error instanceof UnreadableFile) return { kind: 'unreadable' };
      throw error;
    } finally {
      await this.#arrived();
    }
    const { skipped } = this.#progress;
    if (this.#failed !== null) return { kind: 'fault', fault: this.#failed };
    if (this.#job.signal.aborted) return { kind: 'cancelled' };
    if (this.#batch.length === 0) return { kind: 'no-documents', skipped };
    const sent = await this.#send(true);
    this.#tell();
    return sent.ok
      ? { kind: 'imported', source: sent.value, skipped }
      : { kind: 'fault', fault: sent.fault };
  }

  async #readAll(): Promise<void> {
    const documents = readDocuments(this.#job.file, (count) => {
      this.#progress.bytes += count;
    });
    for await (const found of documents) {
      if (this.#job.signal.aborted || this.#failed !== null) return;
      await this.#take(found);
    }
  }

  async #take(found: FoundDocument): Promise<void> {
    const mapped =
      found.status === 'read'
        ? await mapDocument(found.data, this.#context, found.blocks)
        : ({ ok: false, why: found.status } as const);
    if (!mapped.ok) {
      this.#skip(found.place, mapped.why);
      return;
    }
    // The last batch says that it is, so a full one waits until it is known not to be.
    if (this.#batch.length >= IMPORT_BATCH || this.#characters >= BATCH_CHARACTERS) {
      await this.#arrived();
      if (this.#failed !== null) return;
      // The next batch is read while this one is being stored.
      this.#underWay = this.#send(false);
      this.#tell();
    }
    this.#batch.push(mapped.item);
    this.#characters += found.status === 'read' ? found.size : 0;
    this.#progress.items += 1;
  }

  #skip(line: number, why: SkipReason): void {
    const { skipped } = this.#progress;
    skipped.count += 1;
    if (skipped.first.length < MOST_NAMED_LINES) skipped.first.push({ line, why });
    if (skipped.count % TELLING_LINES === 0) this.#tell();
  }

  #tell(): void {
    this.#job.onProgress(structuredClone(this.#progress));
  }

  /** Waits for the batch under way. */
  async #arrived(): Promise<void> {
    const sent = await this.#underWay;
    this.#underWay = null;
    if (sent?.ok === false) this.#failed = sent.fault;
  }

  #send(isLast: boolean): Promise<Result<Source>> {
    const { syncedAt } = this.#context;
    const request = { source: this.#source, syncedAt, items: this.#batch, isLast };
    this.#batch = [];
    this.#characters = 0;
    this.hasSent = true;
    return this.#parts.background.send('source.importItems', request, BATCH_LIMIT_MS);
  }
}

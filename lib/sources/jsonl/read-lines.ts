/** Reads a file line by line without ever holding more than one line of it. */

/** Bytes of the longest line that is read; no document comes near. */
const LINE_LIMIT = 10 * 1024 * 1024;

/** A line and its number, counted from 1. Empty lines are counted and left out. */
export type Line =
  { number: number; status: 'read'; text: string } | { number: number; status: 'too-long' };

const NEW_LINE = 0x0a;
const GZIP_START = [0x1f, 0x8b] as const;

/**
 * The lines of a UTF-8 stream. Ends of line are `\n` or `\r\n`; a byte order mark is left out;
 * lines over `limit` bytes are skipped without being kept. Rejects when the stream fails.
 */
export async function* readLines(
  bytes: AsyncIterable<Uint8Array>,
  limit: number = LINE_LIMIT,
): AsyncGenerator<Line> {
  const assembler = new LineAssembler(limit);
  for await (const chunk of bytes) yield* assembler.take(chunk);
  yield* assembler.end();
}

/** The file is gone, was changed meanwhile, or is not the gzip that its first bytes promise. */
export class UnreadableFile extends Error {}

/**
 * The file's bytes, unpacked if it is gzip by its first bytes, whatever its name says. `onRead`
 * is told of the bytes read from the file itself, so that they add up to its size. Rejects with
 * UnreadableFile.
 */
export async function* readBytes(
  file: Blob,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  try {
    const reader = (await openStream(file, onRead)).getReader();
    try {
      for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
    } finally {
      // A reader who stops early lets go of the file.
      await reader.cancel().catch(() => undefined);
    }
  } catch (error) {
    throw new UnreadableFile('The file cannot be read', { cause: error });
  }
}

async function openStream(
  file: Blob,
  onRead: (bytes: number) => void,
): Promise<ReadableStream<Uint8Array>> {
  const start = new Uint8Array(await file.slice(0, GZIP_START.length).arrayBuffer());
  const isPacked = GZIP_START.every((byte, at) => start[at] === byte);
  const counted = file.stream().pipeThrough(countBytes(onRead));
  return isPacked ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
}

function countBytes(
  onRead: (bytes: number) => void,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  return new TransformStream({
    transform(chunk, controller) {
      onRead(chunk.length);
      controller.enqueue(chunk);
    },
  });
}

class LineAssembler {
  readonly #limit: number;
  readonly #decoder = new TextDecoder();
  #pieces: Uint8Array[] = [];
  #length = 0;
  #number = 1;

  constructor(limit: number) {
    this.#limit = limit;
  }

  *take(chunk: Uint8Array): Generator<Line> {
    let at = 0;
    for (let end = chunk.indexOf(NEW_LINE); end !== -1; end = chunk.indexOf(NEW_LINE, at)) {
      this.#add(chunk.subarray(at, end));
      yield* this.#finish();
      at = end + 1;
    }
    this.#add(chunk.subarray(at));
  }

  *end(): Generator<Line> {
    if (this.#length > 0) yield* this.#finish();
  }

  #add(piece: Uint8Array): void {
    this.#length += piece.length;
    if (this.#length > this.#limit) this.#pieces = [];
    // Copied: streams may use a chunk's memory again.
    else if (piece.length > 0) this.#pieces.push(piece.slice());
  }

  *#finish(): Generator<Line> {
    const number = this.#number;
    const isTooLong = this.#length > this.#limit;
    const text = isTooLong ? '' : this.#decode();
    this.#pieces = [];
    this.#length = 0;
    this.#number += 1;
    if (isTooLong) yield { number, status: 'too-long' };
    else if (text.trim() !== '') yield { number, status: 'read', text };
  }

  #decode(): string {
    const whole = new Uint8Array(this.#length);
    let at = 0;
    for (const piece of this.#pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    // Drops a byte order mark; broken UTF-8 becomes U+FFFD.
    return this.#decoder.decode(whole).replace(/\r$/, '');
  }
}

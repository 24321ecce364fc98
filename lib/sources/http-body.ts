/** Reading the body of an answer: capped while it streams, in the charset it says. */
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';

export interface BodyLimits {
  /** Most bytes that may arrive. */
  bytes: number;
  /** Files packed with gzip are unpacked up to so many bytes; 0: they are text like any other. */
  unpackedBytes?: number;
}

/** The text and how many bytes came; the stream is aborted beyond a limit. Rejects when cut off. */
export async function readBody(
  response: Response,
  { bytes: limit, unpackedBytes = 0 }: BodyLimits,
): Promise<Result<{ text: string; bytes: number }>> {
  const declared = Number(response.headers.get('content-length') ?? 0);
  if (declared > limit) {
    await response.body?.cancel();
    return tooLarge(limit);
  }
  if (response.body === null) return ok({ text: '', bytes: 0 });
  const arriving = new Pieces(response.body, limit);
  try {
    const first = await arriving.next();
    const isPacked = unpackedBytes > 0 && first?.[0] === 0x1f && first[1] === 0x8b;
    const pieces = isPacked ? new Pieces(unpack(first, arriving), unpackedBytes) : arriving;
    const decoder = decoderFor(isPacked ? null : response.headers.get('content-type'));
    const parts: string[] = [];
    let piece = isPacked ? await pieces.next() : first;
    while (piece !== null) {
      parts.push(decoder.decode(piece, { stream: true }));
      // oxlint-disable-next-line no-await-in-loop -- a stream is read piece by piece
      piece = await pieces.next();
    }
    parts.push(decoder.decode());
    return ok({ text: parts.join(''), bytes: arriving.bytes });
  } catch (error) {
    if (error instanceof TooLarge) return tooLarge(error.limit);
    if (arriving.isLost) throw error;
    await arriving.stop();
    return fail(fault('bad-response', { why: 'broken file' }));
  }
}

class TooLarge extends Error {
  constructor(readonly limit: number) {
    super('too large');
  }
}

/** A stream, piece by piece, counted. */
class Pieces {
  bytes = 0;
  /** The stream failed, and not what was made of it. */
  isLost = false;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #limit: number;

  constructor(stream: ReadableStream<Uint8Array>, limit: number) {
    this.#reader = stream.getReader();
    this.#limit = limit;
  }

  /** Null at the end. Rejects with `TooLarge`, and as the stream does. */
  async next(): Promise<Uint8Array | null> {
    const { done, value } = await this.#read();
    if (done) return null;
    this.bytes += value.byteLength;
    if (this.bytes <= this.#limit) return value;
    await this.stop();
    throw new TooLarge(this.#limit);
  }

  stop(): Promise<void> {
    return this.#reader.cancel();
  }

  async #read(): Promise<ReadableStreamReadResult<Uint8Array>> {
    try {
      return await this.#reader.read();
    } catch (error) {
      this.isLost = true;
      throw error;
    }
  }
}

/** Unpacks no faster than it is read, so that a bomb goes off in small pieces. */
function unpack(first: Uint8Array, rest: Pieces): ReadableStream<Uint8Array> {
  let next: Uint8Array | null = first;
  const packed = new ReadableStream<BufferSource>({
    async pull(controller) {
      const piece = next ?? (await rest.next());
      next = null;
      if (piece === null) controller.close();
      else controller.enqueue(new Uint8Array(piece));
    },
    cancel: () => rest.stop(),
  });
  return packed.pipeThrough(new DecompressionStream('gzip'));
}

/** Broken bytes become replacement characters; an unknown charset is read as UTF-8. */
function decoderFor(contentType: string | null): TextDecoder {
  const label = /charset="?([^\s";]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}

function tooLarge(limit: number): Result<never> {
  return fail(fault('bad-response', { why: 'too large', limit }));
}

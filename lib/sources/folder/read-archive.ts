/** Reads a zip archive file by file, never holding more than one of them unpacked. */
import { Unzip, UnzipInflate, UnzipPassThrough, type UnzipFile } from 'fflate';

/** A file of an archive; null for one that is over the bound or cannot be unpacked. */
export interface ArchivedFile {
  path: string;
  bytes: Uint8Array | null;
}

/** The archive unpacks to more than it says, as ones that are meant to hurt do. */
export class HostileArchive extends Error {}

/** No document comes near. */
const MOST_BYTES = 10 * 1024 * 1024;
const MOST_FILES = 100_000;
/** A byte unpacks to a thousand at most. */
const PIECE = 16_384;

/** First bytes of every archive with something in it. */
const START = [0x50, 0x4b, 0x03, 0x04];

export async function isArchive(file: Blob): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, START.length).arrayBuffer());
  return START.every((byte, at) => start[at] === byte);
}

/**
 * The files that `wants` says yes to, in the archive's order. Rejects when the archive is damaged,
 * with HostileArchive when it lies about its size. `limit`: bytes of one file, unpacked.
 */
export async function* readArchive(
  chunks: AsyncIterable<Uint8Array>,
  wants: (path: string) => boolean,
  limit = MOST_BYTES,
): AsyncGenerator<ArchivedFile> {
  const ready: ArchivedFile[] = [];
  const open = new Set<UnzipFile>();
  const lies: string[] = [];
  let seen = 0;
  const unzip = new Unzip((file) => {
    seen += 1;
    if (seen > MOST_FILES || !wants(file.name)) return;
    // What says that it is too big costs nothing.
    if ((file.originalSize ?? 0) > limit) ready.push({ path: file.name, bytes: null });
    else {
      open.add(file);
      const give = (bytes: Uint8Array | null): void => {
        if (open.delete(file)) ready.push({ path: file.name, bytes });
      };
      collect(file, limit, give, () => lies.push(file.name));
    }
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  for await (const chunk of chunks) {
    // In small pieces, so that a file that grows without end is stopped soon.
    for (let at = 0; at < chunk.length && lies.length === 0; at += PIECE) {
      unzip.push(chunk.subarray(at, at + PIECE));
    }
    if (lies.length > 0) throw new HostileArchive('A file is bigger than it says');
    yield* ready.splice(0);
  }
  unzip.push(new Uint8Array(0), true);
  yield* ready.splice(0);
  if (open.size > 0) throw new Error('The archive breaks off');
}

/** Puts a file together; `give` is called once. */
function collect(
  file: UnzipFile,
  limit: number,
  give: (bytes: Uint8Array | null) => void,
  onLie: () => void,
): void {
  let pieces: Uint8Array[] = [];
  let length = 0;
  file.ondata = (error, piece, isLast) => {
    length += piece?.length ?? 0;
    if (length > limit) {
      pieces = [];
      onLie();
    } else if (error !== null) give(null);
    else {
      pieces.push(piece);
      if (isLast) give(joined(pieces, length));
    }
  };
  try {
    file.start();
  } catch {
    // Packed in a way that few programs know.
    give(null);
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

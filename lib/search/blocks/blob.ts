/** Blobs: byte strings that are always read whole, cut into blocks. The first block begins with their number. */
import { ok, type Result } from '@/lib/core/result';
import { ByteReader, ByteWriter } from '@/lib/search/blocks/bytes';
import { readSealed } from '@/lib/search/blocks/block-cache';
import { sealBlock } from '@/lib/search/blocks/seal';
import type { SegmentStore } from '@/lib/search/contract';
import { BLOCK_BYTES } from '@/lib/search/segment/format';

/** Writes `bytes` to blocks 0, 1 and so on of the file. */
export async function writeBlob(
  store: SegmentStore,
  file: string,
  bytes: Uint8Array,
): Promise<Result<void>> {
  const size = BLOCK_BYTES.head;
  const count = Math.max(1, Math.ceil(bytes.length / size));
  const first = new ByteWriter();
  first.varint(count);
  first.append(bytes.subarray(0, size));
  const blocks = [sealBlock(file, 0, first.take())];
  for (let at = 1; at < count; at++) {
    blocks.push(sealBlock(file, at, bytes.subarray(at * size, (at + 1) * size)));
  }
  return store.writeBlocks(file, 0, blocks);
}

/** Reads it back. Fault `storage-broken` when a block is missing or damaged. */
export async function readBlob(store: SegmentStore, file: string): Promise<Result<Uint8Array>> {
  const start = await readSealed(store, file, [0]);
  if (!start.ok) return start;
  const reader = new ByteReader(start.value[0] ?? new Uint8Array());
  const count = reader.varint();
  const numbers = Array.from({ length: count - 1 }, (_, at) => at + 1);
  const rest = numbers.length === 0 ? ok([]) : await readSealed(store, file, numbers);
  if (!rest.ok) return rest;
  const whole = new ByteWriter();
  whole.append(reader.bytes.subarray(reader.at));
  for (const block of rest.value) whole.append(block);
  return ok(whole.take());
}

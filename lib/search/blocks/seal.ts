/** Seals: each block ends in a checksum over its bytes and its place, so that damage is never read. */

const SEAL_BYTES = 4;

/** The block as it is stored. `file` and `number` say where; it is valid nowhere else. */
export function sealBlock(
  file: string,
  number: number,
  bytes: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const sealed = new Uint8Array(bytes.length + SEAL_BYTES);
  sealed.set(bytes);
  const sum = checksum(bytes, bytes.length, placeOf(file, number));
  for (let at = 0; at < SEAL_BYTES; at++) sealed[bytes.length + at] = sum >>> (at * 8);
  return sealed;
}

/** The bytes of a block that was sealed here, and need not be checked. */
export function withoutSeal(sealed: Uint8Array): Uint8Array {
  return sealed.subarray(0, sealed.length - SEAL_BYTES);
}

/** The bytes of a stored block, or null when they are not what was sealed for that place. */
export function openBlock(file: string, number: number, sealed: Uint8Array): Uint8Array | null {
  const length = sealed.length - SEAL_BYTES;
  if (length < 0) return null;
  const sum = checksum(sealed, length, placeOf(file, number));
  for (let at = 0; at < SEAL_BYTES; at++) {
    if (sealed[length + at] !== ((sum >>> (at * 8)) & 0xff)) return null;
  }
  return withoutSeal(sealed);
}

function placeOf(file: string, number: number): number {
  let hash = number;
  for (let at = 0; at < file.length; at++) hash = mix(hash, file.charCodeAt(at));
  return hash;
}

/** FNV-1a over words of four bytes, with a final mix (the finaliser of MurmurHash3). */
function checksum(bytes: Uint8Array, length: number, seed: number): number {
  let hash = mix(seed, length);
  let at = 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (; at + 4 <= length; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at, true), 0x01000193);
    hash ^= hash >>> 15;
  }
  for (; at < length; at++) hash = mix(hash, bytes[at] ?? 0);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function mix(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193);
}

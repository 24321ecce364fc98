/**
 * The filter: a Bloom filter over the ids of a segment, so that looking for a document in many segments
 * reads records of the one that has it (Bloom 1970; all bits of an id stand in one block, Putze, Sanders,
 * Singler 2007). Ten bits an id, six of them set: one wrong "perhaps" in a hundred.
 */

const BITS_PER_ID = 10;
const HASHES = 6;
const BLOCK_BITS = 65_536;

export interface FilterShape {
  blocks: number;
  /** Of each block. */
  bits: number;
}

export function filterShape(documents: number): FilterShape {
  const wanted = Math.max(64, documents * BITS_PER_ID);
  const blocks = Math.ceil(wanted / BLOCK_BITS);
  return { blocks, bits: Math.ceil(wanted / blocks / 8) * 8 };
}

/** An empty filter for so many documents: its blocks. */
export function createFilter(documents: number): Uint8Array[] {
  const { blocks, bits } = filterShape(documents);
  return Array.from({ length: blocks }, () => new Uint8Array(bits / 8));
}

export function addToFilter(filter: readonly Uint8Array[], id: string): void {
  const block = filter[filterBlock(id, filter.length)];
  if (block === undefined) return;
  forEachBit(id, block.length * 8, (bit) => {
    block[bit >>> 3] = (block[bit >>> 3] ?? 0) | (1 << (bit & 7));
    return true;
  });
}

/** Which of the filter's blocks knows of the id. */
export function filterBlock(id: string, blocks: number): number {
  return hashOf(id, 0x9747b28c) % blocks;
}

/** False when the id is surely not in the segment. */
export function mayHold(block: Uint8Array, id: string): boolean {
  return forEachBit(id, block.length * 8, (bit) => {
    return ((block[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  });
}

/** Until `visit` says no. Two hashes make all (Kirsch, Mitzenmacher 2006). */
function forEachBit(id: string, bits: number, visit: (bit: number) => boolean): boolean {
  const first = hashOf(id, 0x811c9dc5);
  const second = hashOf(id, 0x5bd1e995) | 1;
  for (let at = 0; at < HASHES; at++) {
    if (!visit(((first + Math.imul(at, second)) >>> 0) % bits)) return false;
  }
  return true;
}

/** FNV-1a with the finaliser of MurmurHash3. */
function hashOf(id: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

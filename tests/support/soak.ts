/** How long random tests go on: a short seeded share in `npm test`, the same code far longer in `npm run soak`. */

/** `short` in the usual run, `long` when soaking. */
export function soak(short: number, long: number): number {
  return process.env['TRIVET_SOAK'] === '1' ? long : short;
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

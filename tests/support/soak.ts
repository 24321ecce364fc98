/** How long random tests go on: a short seeded share in `npm test`, the same code far longer in `npm run soak`. */

/** `short` in the usual run, `long` when soaking. */
export function soak(short: number, long: number): number {
  return process.env['TRIVET_SOAK'] === '1' ? long : short;
}

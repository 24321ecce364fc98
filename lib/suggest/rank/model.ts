/**
 * A generalised additive model (Hastie and Tibshirani 1986): every feature has a curve of its own, straight
 * between a few knots, and the rating is the sum of the curves. So what each feature adds can be said.
 */

/** Knots in rising order and the curve's value at each; level beyond the ends. */
export interface Curve {
  knots: readonly number[];
  values: readonly number[];
}

/** Curves by feature name; a feature without a curve adds nothing. */
export type RankModel = Readonly<Record<string, Curve>>;

/** Where `x` lies: the knot before it, and how far it is on the way to the next, 0 to 1. */
export function locate(knots: readonly number[], x: number): { at: number; share: number } {
  let at = 0;
  while (at < knots.length - 2 && x >= (knots[at + 1] ?? Infinity)) at++;
  const from = knots[at] ?? 0;
  const to = knots[at + 1] ?? from + 1;
  return { at, share: Math.min(1, Math.max(0, (x - from) / (to - from))) };
}

/** What a feature of that value adds to the rating. */
export function valueOn({ knots, values }: Curve, x: number): number {
  const { at, share } = locate(knots, x);
  return (values[at] ?? 0) * (1 - share) + (values[at + 1] ?? 0) * share;
}

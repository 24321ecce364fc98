/** The best few of many scores, in one pass. */

/**
 * Indexes of the `limit` highest positive scores that pass `accept`, best first. Equal scores keep the
 * lower index.
 */
export function topIndexes(
  scores: Float32Array,
  limit: number,
  accept: (index: number) => boolean,
): number[] {
  const best: number[] = [];
  let floor = 0;
  for (let index = 0; index < scores.length; index++) {
    const score = scores[index] ?? 0;
    if (score <= floor || !accept(index)) continue;
    insertSorted(best, index, scores);
    if (best.length > limit) best.pop();
    if (best.length === limit) floor = scores[best[limit - 1] ?? 0] ?? 0;
  }
  return best;
}

/** `limit` is a few dozen, and after the first few thousand documents little gets here. */
function insertSorted(best: number[], index: number, scores: Float32Array): void {
  const score = scores[index] ?? 0;
  let at = best.length;
  while (at > 0 && (scores[best[at - 1] ?? 0] ?? 0) < score) at--;
  best.splice(at, 0, index);
}

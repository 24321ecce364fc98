/** Which parts of a title to highlight, as ranges that are in order and apart. */

export type Mark = [start: number, end: number];

/** Ranges `[start, end)` sorted, cut to `length`, and merged where they touch or overlap. */
export function mergeMarks(ranges: readonly Readonly<Mark>[], length: number): Mark[] {
  const merged: Mark[] = [];
  const sorted = ranges
    .map(([start, end]): Mark => [Math.max(0, start), Math.min(length, end)])
    .filter(([start, end]) => end > start)
    .toSorted(([a], [b]) => a - b);
  for (const [start, end] of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

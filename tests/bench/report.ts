/** One figure a line: JSON with `--json`, aligned words without. */

export interface Figure {
  bench: string;
  metric: string;
  value: number;
  unit: string;
  /** `trivet`, or the name of the library measured beside it. */
  engine: string;
  set?: string;
  /** Cases behind the figure. */
  n?: number;
  docs?: number;
  variant?: string;
}

export type Report = (figure: Figure) => void;

export function createReport(json: boolean, write: (line: string) => void): Report {
  return (figure) => {
    const value = Number(figure.value.toPrecision(6));
    if (json) {
      write(JSON.stringify({ ...figure, value }));
      return;
    }
    const size = figure.docs && `${figure.docs} documents`;
    const about = [figure.engine, figure.set, figure.variant, size].filter(Boolean).join(', ');
    const count = figure.n === undefined ? '' : ` (n = ${figure.n})`;
    write(
      `${figure.metric.padEnd(28)} ${String(value).padStart(10)} ${figure.unit.padEnd(6)} ${about}${count}`,
    );
  };
}

/** The value below which `share` of the sorted values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

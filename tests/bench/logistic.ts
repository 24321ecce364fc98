/** Logistic regression with L2 regularisation by Newton's method, for a dozen features. */

/**
 * Weights for standardised inputs, turned back to plain ones: `[bias, ...weights]`. `importance` says how much
 * each row counts.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  penalty: number,
  importance: readonly number[] = rows.map(() => 1),
): number[] {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? 0));
  const means = columns.map((column) => sum(column) / column.length);
  const deviations = columns.map((column, at) => {
    const variance = sum(column.map((x) => (x - (means[at] ?? 0)) ** 2)) / column.length;
    return Math.sqrt(variance) + 1e-9;
  });
  const scaled = rows.map((row) => [
    1,
    ...row.map((x, at) => (x - (means[at] ?? 0)) / (deviations[at] ?? 1)),
  ]);
  const fitted = newton(scaled, labels, penalty, importance);
  const plain = fitted.slice(1).map((weight, at) => weight / (deviations[at] ?? 1));
  const shift = sum(plain.map((weight, at) => weight * (means[at] ?? 0)));
  return [(fitted[0] ?? 0) - shift, ...plain];
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function newton(
  rows: readonly number[][],
  labels: readonly number[],
  penalty: number,
  importance: readonly number[],
): number[] {
  const size = rows[0]?.length ?? 0;
  let weights = Array.from({ length: size }, () => 0);
  for (let round = 0; round < 100; round++) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : penalty * weight));
    const hessian = weights.map((_, i) => weights.map((__, j) => (i === j && i > 0 ? penalty : 0)));
    rows.forEach((row, index) => {
      const p = sigmoid(dot(row, weights));
      const counts = importance[index] ?? 1;
      const error = counts * (p - (labels[index] ?? 0));
      const curvature = counts * Math.max(p * (1 - p), 1e-9);
      row.forEach((x, i) => {
        gradient[i] = (gradient[i] ?? 0) + error * x;
        const line = hessian[i];
        if (line === undefined) return;
        row.forEach((y, j) => (line[j] = (line[j] ?? 0) + curvature * x * y));
      });
    });
    const step = solve(hessian, gradient);
    weights = weights.map((weight, at) => weight - (step[at] ?? 0));
    if (Math.max(...step.map(Math.abs)) < 1e-8) break;
  }
  return weights;
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const below = rows.slice(column);
    const best = below.reduce((a, b) => (magnitude(b, column) > magnitude(a, column) ? b : a));
    const at = rows.indexOf(best);
    [rows[column], rows[at]] = [best, rows[column] ?? best];
    for (const row of rows) {
      if (row === best) continue;
      const factor = (row[column] ?? 0) / (best[column] ?? 1);
      for (let k = column; k <= size; k++) row[k] = (row[k] ?? 0) - factor * (best[k] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}

function magnitude(row: readonly number[], column: number): number {
  return Math.abs(row[column] ?? 0);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((total, x, at) => total + x * (b[at] ?? 0), 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * Fits an additive model (`lib/suggest/rank/model.ts`) to rankings: the loss of a ticket is the negative log
 * of the probability that a softmax over its candidates gives to the right ones (ListNet's top-one
 * likelihood, Cao et al. 2007); curves are kept smooth by a penalty on their second differences; the optimiser
 * is Adam (Kingma and Ba 2015).
 */
import { locate, type RankModel } from '@/lib/suggest/rank/model';

/** One ticket: a row of numbers per candidate, and which candidates are right. */
export interface TrainingList {
  rows: readonly (readonly number[])[];
  right: readonly boolean[];
  /** How much the ticket counts; sets of different size are made equal by it. */
  weight: number;
}

export interface FitOptions {
  knots?: number;
  rounds?: number;
  /** Adam's step, a third of it in the last rounds. */
  step?: number;
  /** Penalty on values, and on bends. */
  ridge?: number;
  smooth?: number;
}

/** Few knots: more of them fit the training tickets better and others worse. */
const USUAL_FIT = { knots: 3, rounds: 110, step: 0.05, ridge: 1e-3, smooth: 1e-3 };

/** All rows as (column, weight) pairs: two neighbouring knots per feature. */
interface Design {
  columns: Uint16Array;
  weights: Float32Array;
  right: Uint8Array;
  starts: Uint32Array;
  shares: Float64Array;
  perRow: number;
}

/** Finds the curves. Lists without a right candidate teach nothing and are left out. */
export function fitAdditive(
  names: readonly string[],
  lists: readonly TrainingList[],
  given: FitOptions = {},
): RankModel {
  const options = { ...USUAL_FIT, ...given };
  const useful = lists.filter(({ right }) => right.includes(true) && !right.every(Boolean));
  const knots = names.map((_, at) => knotsFor(useful, at, options.knots));
  const offsets = [0];
  for (const one of knots) offsets.push((offsets.at(-1) ?? 0) + one.length);
  const values = descend(layOut(useful, knots, offsets), knots, offsets, options);
  return Object.fromEntries(
    names.map((name, at) => {
      const own = knots[at] ?? [];
      const from = offsets[at] ?? 0;
      const curve = Array.from(values.subarray(from, from + own.length));
      // Only differences between candidates matter: every curve is moved to begin at nought.
      const base = curve[0] ?? 0;
      return [name, { knots: [...own], values: curve.map((value) => round(value - base)) }];
    }),
  );
}

/** Quantiles; a value that very many rows share (often nought) is a knot of its own. */
function knotsFor(lists: readonly TrainingList[], at: number, count: number): number[] {
  const all = lists.flatMap(({ rows }) => rows.map((row) => row[at] ?? 0)).sort((a, b) => a - b);
  const quantiles = (values: readonly number[], parts: number): number[] =>
    Array.from({ length: parts }, (_, part) => {
      const index = Math.round(((values.length - 1) * part) / Math.max(1, parts - 1));
      return round(values[index] ?? 0);
    });
  let found = [...new Set(quantiles(all, count))];
  if (found.length < count) {
    const rest = all.filter((value) => value !== all[0]);
    found = [...new Set([round(all[0] ?? 0), ...quantiles(rest, count - 1)])];
  }
  const [only = 0] = found;
  return found.length > 1 ? found.sort((a, b) => a - b) : [only, only + 1];
}

function layOut(
  lists: readonly TrainingList[],
  knots: readonly (readonly number[])[],
  offsets: readonly number[],
): Design {
  const size = lists.reduce((sum, { rows }) => sum + rows.length, 0);
  const perRow = knots.length * 2;
  const design: Design = {
    columns: new Uint16Array(size * perRow),
    weights: new Float32Array(size * perRow),
    right: new Uint8Array(size),
    starts: new Uint32Array(lists.length + 1),
    shares: new Float64Array(lists.length),
    perRow,
  };
  const total = lists.reduce((sum, { weight }) => sum + weight, 0);
  let row = 0;
  lists.forEach((list, index) => {
    design.shares[index] = list.weight / total;
    list.rows.forEach((numbers, which) => {
      design.right[row] = Number(list.right[which] ?? false);
      knots.forEach((own, at) => {
        const place = locate(own, numbers[at] ?? 0);
        const to = row * perRow + at * 2;
        design.columns[to] = (offsets[at] ?? 0) + place.at;
        design.columns[to + 1] = (offsets[at] ?? 0) + place.at + 1;
        design.weights[to] = 1 - place.share;
        design.weights[to + 1] = place.share;
      });
      row++;
    });
    design.starts[index + 1] = row;
  });
  return design;
}

function descend(
  design: Design,
  knots: readonly (readonly number[])[],
  offsets: readonly number[],
  { rounds, step, ridge, smooth }: Required<FitOptions>,
): Float64Array {
  const size = offsets.at(-1) ?? 0;
  const values = new Float64Array(size);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  for (let turn = 1; turn <= rounds; turn++) {
    const gradient = slope(design, values);
    for (let at = 0; at < size; at++)
      gradient[at] = (gradient[at] ?? 0) + ridge * (values[at] ?? 0);
    knots.forEach((own, at) => addBends(gradient, values, offsets[at] ?? 0, own.length, smooth));
    const rate = turn < rounds * 0.7 ? step : step * 0.3;
    for (let at = 0; at < size; at++) {
      const g = gradient[at] ?? 0;
      const m = 0.9 * (mean[at] ?? 0) + 0.1 * g;
      const s = 0.99 * (square[at] ?? 0) + 0.01 * g * g;
      mean[at] = m;
      square[at] = s;
      const move = m / (1 - 0.9 ** turn) / (Math.sqrt(s / (1 - 0.99 ** turn)) + 1e-8);
      values[at] = (values[at] ?? 0) - rate * move;
    }
  }
  return values;
}

/** Gradient of the mean loss. */
function slope(design: Design, values: Float64Array): Float64Array {
  const { columns, weights, right, starts, shares, perRow } = design;
  const gradient = new Float64Array(values.length);
  let scores = new Float64Array(0);
  for (let list = 0; list + 1 < starts.length; list++) {
    const from = starts[list] ?? 0;
    const count = (starts[list + 1] ?? 0) - from;
    if (scores.length < count) scores = new Float64Array(count);
    let top = -Infinity;
    for (let row = 0; row < count; row++) {
      let sum = 0;
      const first = (from + row) * perRow;
      for (let at = first; at < first + perRow; at++) {
        sum += (values[columns[at] ?? 0] ?? 0) * (weights[at] ?? 0);
      }
      scores[row] = sum;
      top = Math.max(top, sum);
    }
    let all = 0;
    let good = 0;
    for (let row = 0; row < count; row++) {
      const odds = Math.exp((scores[row] ?? 0) - top);
      scores[row] = odds;
      all += odds;
      if (right[from + row] === 1) good += odds;
    }
    for (let row = 0; row < count; row++) {
      const odds = scores[row] ?? 0;
      const error = odds / all - (right[from + row] === 1 ? odds / good : 0);
      const push = error * (shares[list] ?? 0);
      if (Math.abs(push) < 1e-12) continue;
      const first = (from + row) * perRow;
      for (let at = first; at < first + perRow; at++) {
        const column = columns[at] ?? 0;
        gradient[column] = (gradient[column] ?? 0) + push * (weights[at] ?? 0);
      }
    }
  }
  return gradient;
}

function addBends(
  gradient: Float64Array,
  values: Float64Array,
  from: number,
  length: number,
  smooth: number,
): void {
  for (let at = from; at + 2 < from + length; at++) {
    const bend = (values[at + 2] ?? 0) - 2 * (values[at + 1] ?? 0) + (values[at] ?? 0);
    gradient[at] = (gradient[at] ?? 0) + smooth * bend;
    gradient[at + 1] = (gradient[at + 1] ?? 0) - 2 * smooth * bend;
    gradient[at + 2] = (gradient[at + 2] ?? 0) + smooth * bend;
  }
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}

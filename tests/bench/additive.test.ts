/** The fit finds the curves that lists were made with, and takes lists that say nothing. */
import { describe, expect, it } from 'vitest';
import { valueOn, type RankModel } from '@/lib/suggest/rank/model';
import { fitAdditive, type TrainingList } from '@/tests/bench/additive';

/** The same numbers each run, 0 to 1: a linear congruential generator (Numerical Recipes). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const NAMES = ['rising', 'bent', 'idle'];
const TRUTH: RankModel = {
  rising: { knots: [0, 1], values: [0, 4] },
  bent: { knots: [0, 0.5, 1], values: [0, 3, 0] },
  idle: { knots: [0, 1], values: [0, 0] },
};

const rate = (model: RankModel, row: readonly number[]): number =>
  NAMES.reduce((sum, name, at) => sum + valueOn(model[name]!, row[at]!), 0);

/** Lists whose right candidate is drawn with the odds that the model gives. */
function listsOf(count: number, seed: number): TrainingList[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const rows = Array.from({ length: 12 }, () => NAMES.map(() => random()));
    const odds = rows.map((row) => Math.exp(rate(TRUTH, row)));
    let left = random() * odds.reduce((sum, one) => sum + one, 0);
    const drawn = odds.findIndex((one) => (left -= one) < 0);
    return { rows, right: rows.map((_, at) => at === Math.max(0, drawn)), weight: 1 };
  });
}

const ROUNDS = { rounds: 300, ridge: 1e-5, smooth: 1e-5 };

describe('fitAdditive', () => {
  it('recovers the curves that the right ones were drawn by', () => {
    const found = fitAdditive(NAMES, listsOf(1_500, 7), ROUNDS);
    for (const name of NAMES) {
      for (const x of [0.25, 0.5, 0.75, 1]) {
        const [is, was] = [found, TRUTH].map((model) => valueOn(model[name]!, x));
        expect({ name, x, far: Math.abs(is! - was!) > 0.6 }).toEqual({ name, x, far: false });
      }
      expect(found[name]!.values[0]).toBe(0);
    }
  });

  it('orders other lists about as well as the truth does', () => {
    const found = fitAdditive(NAMES, listsOf(600, 1), ROUNDS);
    const others = listsOf(600, 2);
    const hits = (model: RankModel) =>
      others.filter(({ rows, right }) => {
        const rated = rows.map((row) => rate(model, row));
        return right[rated.indexOf(Math.max(...rated))];
      }).length;
    expect(hits(TRUTH)).toBeGreaterThan(200);
    expect(hits(found)).toBeGreaterThan(hits(TRUTH) * 0.95);
  });

  it('lets a list that weighs more decide', () => {
    const list = (right: number, weight: number): TrainingList => ({
      rows: [[0], [1]],
      right: [right === 0, right === 1],
      weight,
    });
    const slope = (low: number, high: number) =>
      fitAdditive(['x'], [list(0, low), list(1, high)]).x!.values.at(-1)!;
    expect(slope(1, 3)).toBeGreaterThan(0.5);
    expect(slope(3, 1)).toBeLessThan(-0.5);
    expect(slope(1, 1)).toBeCloseTo(0, 6);
    // Odds of three to one, and only their ratio matters.
    expect(Math.exp(slope(1, 3))).toBeCloseTo(3, 0);
    expect(slope(10, 30)).toBeCloseTo(slope(1, 3), 6);
  });

  it('counts a list of weight two as two lists', () => {
    const lists = listsOf(60, 3);
    const heavy = lists.map((list, at) => ({ ...list, weight: at === 0 ? 2 : 1 }));
    const [one, other] = [fitAdditive(NAMES, heavy), fitAdditive(NAMES, [lists[0]!, ...lists])];
    // The knots of the middle may move by the row that is there twice.
    for (const name of NAMES)
      expect(valueOn(one[name]!, 0.8)).toBeCloseTo(valueOn(other[name]!, 0.8), 1);
  });

  it.each([0, 1, -2.5, 12_346, 1_234_567])(
    'makes nothing of a feature that is always %d',
    (constant) => {
      const lists = listsOf(50, 5).map((list) => ({
        ...list,
        rows: list.rows.map(([x]) => [x!, constant]),
      }));
      const found = fitAdditive(['rising', 'constant'], lists);
      const { knots, values } = found.constant!;
      expect(knots[0]).toBeLessThan(knots[1]!);
      expect(values.every((value) => Math.abs(value) < 1e-3)).toBe(true);
      expect(valueOn(found.constant!, constant)).toBeCloseTo(0, 3);
      expect(valueOn(found.rising!, 1)).toBeGreaterThan(1);
    },
  );

  it('gives a value that most rows share a knot of its own', () => {
    const random = createRandom(4);
    const lists = listsOf(80, 4).map((list) => ({
      ...list,
      rows: list.rows.map(() => [random() < 0.9 ? 0 : 1 + random()]),
    }));
    const { knots } = fitAdditive(['seldom'], lists, { knots: 4 }).seldom!;
    expect(knots).toHaveLength(4);
    expect(knots[0]).toBe(0);
    expect(knots[1]).toBeGreaterThanOrEqual(1);
  });

  it('learns nothing from lists in which none or all are right', () => {
    const rows = [[0], [1]];
    const useless = [true, false].map((right) => ({ rows, right: [right, right], weight: 9 }));
    const lists = listsOf(40, 6).map((list) => ({ ...list, rows: list.rows.map(([x]) => [x!]) }));
    expect(fitAdditive(['x'], [...useless, ...lists])).toEqual(fitAdditive(['x'], lists));
    expect(fitAdditive(['x'], useless).x!.values.every((value) => value === 0)).toBe(true);
  });
});

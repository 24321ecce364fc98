import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_FEATURES, ISSUE_FEATURES } from '@/lib/suggest/rank/features/index';
import { locate, valueOn, type Curve } from '@/lib/suggest/rank/model';
import { ANSWER_MODEL, ISSUE_MODEL } from '@/lib/suggest/rank/models';

const CURVE: Curve = { knots: [0, 2, 10], values: [0, 4, -4] };

describe('valueOn', () => {
  it.each([
    [-5, 0],
    [0, 0],
    [0.5, 1],
    [2, 4],
    [6, 0],
    [9, -3],
    [10, -4],
    [99, -4],
    [Infinity, -4],
    [-Infinity, 0],
  ])('of %d is %d', (x, expected) => {
    expect(valueOn(CURVE, x)).toBeCloseTo(expected, 12);
  });

  const anyCurve: fc.Arbitrary<Curve> = fc
    .uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 6 })
    .chain((found) =>
      fc.record({
        knots: fc.constant(found.toSorted((a, b) => a - b).map((knot) => knot / 10)),
        values: fc.array(fc.integer({ min: -20, max: 20 }), {
          minLength: found.length,
          maxLength: found.length,
        }),
      }),
    );
  const anyX = fc.double({ min: -60, max: 60, noNaN: true });

  it('passes through every knot and is level beyond the ends', () => {
    fc.assert(
      fc.property(anyCurve, fc.double({ min: 0, max: 1e6, noNaN: true }), (curve, far) => {
        const { knots, values } = curve;
        knots.forEach((knot, at) => expect(valueOn(curve, knot)).toBeCloseTo(values[at]!, 9));
        expect(valueOn(curve, knots[0]! - far)).toBeCloseTo(values[0]!, 9);
        expect(valueOn(curve, knots.at(-1)! + far)).toBeCloseTo(values.at(-1)!, 9);
      }),
    );
  });

  it('is straight between two knots', () => {
    fc.assert(
      fc.property(
        anyCurve,
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (curve, pick, part) => {
          const { knots, values } = curve;
          const at = pick % (knots.length - 1);
          const [from, to] = [knots[at]!, knots[at + 1]!];
          const expected = values[at]! + (values[at + 1]! - values[at]!) * part;
          expect(valueOn(curve, from + (to - from) * part)).toBeCloseTo(expected, 6);
        },
      ),
    );
  });

  it('has no step: it moves no faster than its steepest piece', () => {
    fc.assert(
      fc.property(anyCurve, anyX, anyX, (curve, a, b) => {
        const { knots, values } = curve;
        const slopes = knots
          .slice(1)
          .map((knot, at) => Math.abs((values[at + 1]! - values[at]!) / (knot - knots[at]!)));
        const moved = Math.abs(valueOn(curve, a) - valueOn(curve, b));
        expect(moved).toBeLessThanOrEqual(Math.max(...slopes) * Math.abs(a - b) + 1e-9);
      }),
    );
  });
});

describe('locate', () => {
  it('names the piece and how far on it', () => {
    expect(locate([0, 2, 10], 1)).toEqual({ at: 0, share: 0.5 });
    expect(locate([0, 2, 10], 2)).toEqual({ at: 1, share: 0 });
    expect(locate([0, 2, 10], 8)).toEqual({ at: 1, share: 0.75 });
    expect(locate([0, 2, 10], 11)).toEqual({ at: 1, share: 1 });
    expect(locate([0, 2, 10], -1)).toEqual({ at: 0, share: 0 });
  });
});

describe.each([
  ['issues', ISSUE_MODEL, ISSUE_FEATURES],
  ['answers', ANSWER_MODEL, ANSWER_FEATURES],
] as const)('the model for %s', (_, model, features) => {
  it('has a proper curve for features that there are, and for no others', () => {
    const names = features.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(model).length).toBeGreaterThan(0);
    for (const [name, { knots, values }] of Object.entries(model)) {
      expect(names).toContain(name);
      expect(knots.length).toBeGreaterThan(1);
      expect(values).toHaveLength(knots.length);
      expect([...knots, ...values].every((number) => Number.isFinite(number))).toBe(true);
      expect(knots.every((knot, at) => at === 0 || knot > knots[at - 1]!)).toBe(true);
    }
  });
});

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { headingLevels } from '@/components/ui/heading-levels';
import type { Block } from '@/lib/model/block';

const headings = (levels: number[]): Block[] =>
  levels.map((level) => ({ type: 'heading', level, text: [] }));
const rendered = (levels: number[], base: number) => [
  ...headingLevels(headings(levels), base).values(),
];

it.each([
  [[2, 3, 3, 2], 3, [3, 4, 4, 3]],
  [[1, 4, 2], 3, [3, 4, 4]],
  [[6, 1], 3, [3, 3]],
  [[1, 2, 3, 4, 5, 6], 4, [4, 5, 6, 6, 6, 6]],
])('renders %j below h%i as %j', (levels, base, expected) => {
  expect(rendered(levels, base)).toEqual(expected);
});

it('never skips a level on the way down', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1 }), (levels) => {
      const steps = rendered(levels, 3);
      expect(steps[0]).toBe(3);
      steps.slice(1).forEach((level, place) => {
        expect(level).toBeLessThanOrEqual((steps[place] ?? 0) + 1);
      });
    }),
  );
});

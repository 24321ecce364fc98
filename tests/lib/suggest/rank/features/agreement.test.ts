import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameComponent, sameProduct, sameVersion } from '@/lib/suggest/rank/features/agreement';
import { makeContext, makeHit, numbersOf } from '@/tests/lib/suggest/rank/small-list';

const listOf = (facts: string[], ...about: string[][]) =>
  makeContext(
    about.map((values, at) => makeHit(`i${at}`, { about: values })),
    { facts: new Set(facts) },
  );

describe('agreement', () => {
  it('says more for agreeing the fewer agree, by the letter but for case', () => {
    const context = listOf(['till'], ['product:Till'], ['product:Web'], ['product:Web'], []);
    // One of three that speak agrees: (1 + 1) / (3 + 2).
    const [yes, no] = [-Math.log(0.4), Math.log(0.6)];
    expect(numbersOf(sameProduct, context)).toEqual([yes, no, no, 0]);
  });

  it('agrees where any of several values does', () => {
    const context = listOf(['3.8.0'], ['version:3.7.0', 'version:3.8.0'], ['version:3.7.0']);
    const [some, none] = numbersOf(sameVersion, context);
    expect(some).toBeGreaterThan(0);
    expect(none).toBeLessThan(0);
  });

  it('keeps product, component and version apart', () => {
    const context = listOf(['till'], ['component:Till'], ['component:Web']);
    expect(numbersOf(sameComponent, context)[0]).toBeGreaterThan(0);
    expect(numbersOf(sameProduct, context)).toEqual([0, 0]);
    expect(numbersOf(sameVersion, context)).toEqual([0, 0]);
  });

  it('says nothing where the ticket names none of the values', () => {
    const context = listOf(['windows', 'urgent'], ['product:Till'], ['product:Web']);
    expect(numbersOf(sameProduct, context)).toEqual([0, 0]);
  });

  it('gives way as more agree, and never contradicts itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(40), (agreeing, others) => {
        const numbers = (count: number) =>
          numbersOf(
            sameProduct,
            listOf(
              ['till'],
              ...Array.from({ length: count }, () => ['product:till']),
              ...Array.from({ length: others + 1 }, () => ['product:web']),
            ),
          );
        const [fewer, more] = [numbers(agreeing), numbers(agreeing + 1)];
        expect(fewer[0]).toBeGreaterThan(0);
        expect(fewer.at(-1)).toBeLessThan(0);
        expect(more[0]).toBeLessThan(fewer[0]!);
        expect(more.at(-1)).toBeLessThan(fewer.at(-1)!);
      }),
    );
  });
});

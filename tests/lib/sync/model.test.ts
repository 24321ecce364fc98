/**
 * The model check: whatever happens at places and on the way, and wherever the background is killed,
 * once things are quiet the store and the index hold what the places hold.
 */
import * as fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MISHAPS, type MishapName } from '@/tests/support/sync/mishaps';
import { ModelWorld, MOST_ROWS } from '@/tests/support/sync/model-world';
import { soak } from '@/tests/support/soak';

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

const MINUTE = 60_000;

const changeAt = fc.record({
  how: fc.constantFrom('create', 'edit', 'delete', 'hide', 'show', 'restore'),
  place: fc.nat({ max: 1 }),
  row: fc.nat({ max: MOST_ROWS }),
});
const mishap = fc.record({
  at: fc.nat({ max: 12 }),
  what: fc.constantFrom(...(Object.keys(MISHAPS) as MishapName[])),
});

const step = fc.oneof(
  { weight: 8, arbitrary: changeAt.map((change) => ({ do: 'change' as const, change })) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('sync' as const),
      /** The agent signed in again, or did not want to wait. */
      isHurried: fc.boolean(),
      minutesLater: fc.nat({ max: 40 }),
      mishaps: fc.array(mishap, { maxLength: 3 }),
      /** What people do while we read, by the number of the request. */
      meanwhile: fc.array(fc.tuple(fc.nat({ max: 12 }), changeAt), { maxLength: 3 }),
      deathAt: fc.option(fc.nat({ max: 120 }), { freq: 1 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc
      .oneof(fc.nat({ max: 3 }), fc.nat({ max: 90 }), fc.nat({ max: 30 * 60 }))
      .map((minutes) => ({ do: 'wait' as const, milliseconds: minutes * MINUTE + 1 })),
  },
  /** Our clock is wrong, or put right. */
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: -600, max: 600 })
      .map((minutes) => ({ do: 'skew' as const, milliseconds: minutes * MINUTE })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('hurry' as const, 'read anew' as const, 'pause' as const),
      place: fc.nat({ max: 1 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'lose the index' as const }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(world: ModelWorld, one: Step): Promise<void> {
  switch (one.do) {
    case 'change':
      return world.change(one.change);
    case 'wait':
      return world.wait(one.milliseconds);
    case 'skew':
      return world.setSkew(one.milliseconds);
    case 'sync':
      world.wait(one.minutesLater * MINUTE);
      return world.sync(one);
    case 'lose the index':
      return world.loseIndex();
    default:
      return world.control(one.do, one.place);
  }
}

describe('after any history', () => {
  const patience = soak(2, 30) * MINUTE;
  it('the store and the index hold what the places hold', { timeout: patience }, async () => {
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 30 }),
      async (steps) => {
        const world = await ModelWorld.start(new IDBFactory());
        for (const one of steps) await take(world, one);
        await world.settle();
        expect(await world.stored()).toEqual(world.truth());
        expect(await world.indexed()).toEqual(world.truth());
      },
    );
    const { failed, counterexample, errorInstance, seed } = await fc.check(property, {
      numRuns: soak(60, 1_000),
    });
    if (failed) {
      throw new Error(`seed ${seed}: ${JSON.stringify(counterexample)}`, { cause: errorInstance });
    }
  });
});

/** The contract suite, part two: rows that move, requests that fail, and long random histories. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Fault } from '@/lib/core/fault';
import { MISHAPS, type Mishap } from '@/tests/support/sources/place-http';
import {
  FIRST,
  HOUR,
  MINUTE,
  SECOND,
  settle,
  type Fill,
  type World,
} from '@/tests/support/sources/world';
import { soak } from '@/tests/support/soak';

const MOVES: [string, <S>(world: World<S>) => void][] = [
  ['the oldest is edited', ({ place }) => place.shelf.edit(FIRST, 'Moved')],
  ['the newest is edited', ({ place }) => place.shelf.edit(FIRST + 6, 'Moved')],
  ['one is created', ({ place }) => place.shelf.create('New')],
  ['the oldest is deleted', ({ place }) => place.shelf.delete(FIRST)],
  ['the newest is deleted', ({ place }) => place.shelf.delete(FIRST + 6)],
  ['the newest is hidden', ({ place }) => place.shelf.hide(FIRST + 6)],
  [
    'four are deleted',
    ({ place }) => {
      for (const at of [0, 2, 5, 6]) place.shelf.delete(FIRST + at);
    },
  ],
];

export function describeMovingRows<S>(fill: Fill<S>): void {
  it.each(MOVES)('loses nothing when rows move between pages: %s', async (_name, move) => {
    for (let at = 0; ; at += 1) {
      const world = fill();
      let moved = false;
      world.http.beforeRequest = (request) => {
        if (moved || request !== at) return;
        moved = true;
        move(world);
      };
      expect(await world.mirror.pull()).toBe(null);
      if (!moved) return;
      world.clock.advance(SECOND);
      expect(await settle(world)).toEqual([]);
    }
  });
}

/** `mishaps`: those that a reader of this kind of place can tell from an answer. */
export function describeMishaps<S>(fill: Fill<S>, mishaps: readonly Mishap[] = MISHAPS): void {
  const cases = mishaps.map((mishap) => [mishap.name, mishap] as const);
  const afresh = () => Promise.resolve(fill());
  const again = () => change(fill());

  it.each(cases)('loses nothing when the first reading meets: %s', async (_name, mishap) => {
    expect(await meetEverywhere(afresh, mishap, (world) => world.mirror.pull())).toEqual([]);
  });

  it.each(cases)('loses nothing when a later reading meets: %s', async (_name, mishap) => {
    expect(await meetEverywhere(again, mishap, (world) => world.mirror.pull())).toEqual([]);
  });

  it.each(cases)('forgets nothing when a sweep meets: %s', async (_name, mishap) => {
    expect(await meetEverywhere(again, mishap, (world) => world.mirror.sweep())).toEqual([]);
  });
}

type Run = <S>(world: World<S>) => Promise<Fault | null>;

/** Each request of the run in turn meets the mishap, then all is well again: what went wrong. */
async function meetEverywhere<S>(
  start: () => Promise<World<S>>,
  mishap: Mishap,
  run: Run,
): Promise<string[]> {
  const problems: string[] = [];
  for (let at = 0; ; at += 1) {
    const world = await start();
    const { http } = world;
    const before = http.log.length;
    http.mishap = { at: before + at, mishap };
    const found = (await run(world))?.kind ?? 'no fault';
    const asked = http.log[before + at];
    if (asked === undefined) return at > 0 ? problems : ['the run asks for nothing'];
    const where = `${new URL(asked.url).pathname} (${at})`;
    // A refusal of one record may mean that the record is gone, and be no fault of the reading.
    if (http.refusedRows.size === 0 && found !== mishap.kind) problems.push(`${where}: ${found}`);
    http.mishap = null;
    problems.push(...(await settle(world)).map((problem) => `${where}: ${problem}`));
  }
}

/** Read once, then changed in all the ways there are. */
async function change<S>(world: World<S>): Promise<World<S>> {
  expect(await world.mirror.pull()).toBe(null);
  world.clock.advance(HOUR);
  const { shelf } = world.place;
  shelf.create('New');
  for (const at of [0, 1, 2, 3]) shelf.edit(FIRST + at, `Edited ${at}`);
  shelf.delete(FIRST + 4);
  shelf.hide(FIRST + 5);
  world.clock.advance(MINUTE);
  return world;
}

/** What happens next; numbers are taken modulo what there is. */
type Event =
  | { do: 'create' }
  | { do: 'edit' | 'delete' | 'hide' | 'restore'; row: number }
  | { do: 'wait'; seconds: number }
  | { do: 'pull' | 'sweep'; mishap: { at: number; which: number } | null }
  /** A change while a reading is under way. */
  | { do: 'pull amid'; at: number; row: number; what: 'edit' | 'delete' | 'hide' };

const place = fc.nat(20);
const mishapArbitrary = fc.option(fc.record({ at: fc.nat(6), which: fc.nat(20) }));
const eventArbitrary: fc.Arbitrary<Event> = fc.oneof(
  fc.constant<Event>({ do: 'create' }),
  fc.record({ do: fc.constantFrom('edit', 'delete', 'hide', 'restore'), row: place }),
  fc.record({ do: fc.constant('wait'), seconds: fc.constantFrom(0, 1, 45, 400, 4_000, 90_000) }),
  fc.record({ do: fc.constantFrom('pull', 'sweep'), mishap: mishapArbitrary }),
  fc.record({
    do: fc.constant('pull amid'),
    at: fc.nat(6),
    row: place,
    what: fc.constantFrom('edit', 'delete', 'hide'),
  }),
) as fc.Arbitrary<Event>;

/** Refusals of one record are no lie in a history: they would take it away for good. */
const TRANSIENT = MISHAPS.filter(({ kind }) => kind !== 'not-found' && kind !== 'forbidden');

export function describeHistories<S>(fill: Fill<S>): void {
  it('shows the place as it is after any history', { timeout: 600_000 }, async () => {
    // Rows of the place, readings of it and mishaps, in any order.
    await fc.assert(
      fc.asyncProperty(fc.array(eventArbitrary, { maxLength: 40 }), async (events) => {
        const world = fill(4);
        for (const event of events) await happen(world, event);
        world.clock.advance(MINUTE);
        // What is under way ends without what was created behind its back.
        expect(await world.mirror.pull()).toBe(null);
        expect(await settle(world)).toEqual([]);
      }),
      { numRuns: soak(25, 1_000), seed: 20_261_122 },
    );
  });
}

async function happen<S>(world: World<S>, event: Event): Promise<void> {
  const { shelf } = world.place;
  const idOf = (row: number) => FIRST + (row % shelf.count);
  switch (event.do) {
    case 'create':
      shelf.create(`New ${shelf.count}`);
      return;
    case 'wait':
      world.clock.advance(event.seconds * SECOND);
      return;
    case 'pull':
    case 'sweep':
      await meet(world, event);
      return;
    case 'pull amid':
      await pullAmid(world, event.at, () => alter(world, event.what, idOf(event.row)));
      return;
    default:
      alter(world, event.do, idOf(event.row));
  }
}

function alter<S>(world: World<S>, what: 'edit' | 'delete' | 'hide' | 'restore', id: number): void {
  const { shelf } = world.place;
  const row = shelf.get(id);
  const isReadable = row !== undefined && !row.deleted && !row.hidden;
  // Nobody edits what is gone, or brings back what is there.
  if (isReadable === (what === 'restore')) return;
  if (what === 'edit') shelf.edit(id, `Edited at ${world.clock.now()} as ${shelf.nextNumber()}`);
  else shelf[what](id);
}

async function meet<S>(
  { http, mirror }: World<S>,
  { do: what, mishap }: Extract<Event, { do: 'pull' | 'sweep' }>,
): Promise<void> {
  const chosen = mishap === null ? undefined : TRANSIENT[mishap.which % TRANSIENT.length];
  if (mishap !== null && chosen !== undefined) {
    http.mishap = { at: http.log.length + mishap.at, mishap: chosen };
  }
  await mirror[what]();
  http.mishap = null;
}

async function pullAmid<S>({ http, mirror }: World<S>, at: number, act: () => void): Promise<void> {
  const from = http.log.length;
  http.beforeRequest = (request) => {
    if (request === from + at) act();
  };
  await mirror.pull();
  http.beforeRequest = () => {};
}

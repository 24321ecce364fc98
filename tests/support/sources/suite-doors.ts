/** The contract suite, part one: being let in, reading whole, following changes. */
import { expect, it } from 'vitest';
import { Mirror } from '@/tests/support/sources/mirror';
import {
  differences,
  FIRST,
  HOUR,
  MINUTE,
  ROWS,
  SECOND,
  settle,
  type ContractCase,
  type Fill,
  type World,
} from '@/tests/support/sources/world';

const { signal } = new AbortController();

export function describeDoors<S>(contract: ContractCase<S>, fill: Fill<S>): void {
  const { kind, settings, secrets = {}, addresses, refusal = 'signed-out' } = contract;

  it('has settings of its own schema, and knows its addresses', () => {
    expect(kind.settings.safeParse(structuredClone(settings)).success).toBe(true);
    for (const { name } of kind.secrets.filter(({ required }) => required)) {
      expect(Object.keys(secrets)).toContain(name);
    }
    for (const address of addresses?.mine ?? []) {
      const found = kind.detect(new URL(address));
      expect({ address, isMine: kind.settings.safeParse(found).success }).toEqual({
        address,
        isMine: true,
      });
    }
    for (const address of addresses?.others ?? []) {
      expect({ address, found: kind.detect(new URL(address)) }).toEqual({ address, found: null });
    }
  });

  it('asks only the origins it named, says why, and writes no secret into an address', async () => {
    const { http, mirror } = fill();
    await mirror.connect().check(signal);
    await mirror.pull();
    await mirror.sweep();
    const origins = kind.origins(settings);
    expect(http.log.length).toBeGreaterThan(2);
    for (const request of http.log) {
      expect(origins).toContain(new URL(request.url).origin);
      expect(request.why).not.toBe('');
      for (const secret of Object.values(secrets)) {
        expect(decodeURIComponent(request.url)).not.toContain(secret);
      }
    }
  });

  it('checks that the place lets us in', async () => {
    const report = await fill().mirror.connect().check(signal);
    expect(report.ok && report.value.name).toBeTruthy();
  });

  it.runIf(Object.keys(secrets).length > 0)('says so when the secrets are refused', async () => {
    const { clock, http } = fill();
    const wrong = Object.fromEntries(Object.keys(secrets).map((key) => [key, `wrong-${key}`]));
    const mirror = new Mirror({ kind, settings, secrets: wrong, http, clock });
    const report = await mirror.connect().check(signal);
    expect(report.ok ? 'let in' : report.fault.kind).toBe(refusal);
    expect((await mirror.pull())?.kind).toBe(refusal);
    expect(mirror.items.size).toBe(0);
  });

  it('stops when told to', async () => {
    const connector = fill().mirror.connect();
    const stopped = AbortSignal.abort();
    for (const result of [
      await connector.check(stopped),
      await connector.pull(null, stopped),
      await connector.sweep(null, stopped),
    ]) {
      expect(result.ok ? 'went on' : result.fault.kind).toBe('cancelled');
    }
  });
}

export function describeReading<S>(fill: Fill<S>): void {
  // None, less than a page, whole pages, and one row more.
  it.each([0, 1, 3, 4, 6, 7])('reads all of %d rows', async (count) => {
    const world = fill(count);
    expect(await world.mirror.pull()).toBe(null);
    expect(differences(world)).toEqual([]);
    expect(await settle(world)).toEqual([]);
  });

  it.each(['', 'x', '{}', '[]', 'null', '{"page":-1}', '{"v":99}'])(
    'begins anew with a cursor that it does not understand: %s',
    async (cursor) => {
      const world = fill();
      world.mirror.startAt(cursor);
      expect(await settle(world)).toEqual([]);
      expect(await world.mirror.sweep(cursor)).toBe(null);
      expect(await world.mirror.sweep(cursor)).toBe(null);
      expect(differences(world)).toEqual([]);
    },
  );
}

const CHANGES: [string, <S>(world: World<S>) => void][] = [
  ['create', ({ place }) => place.shelf.create('New')],
  ['edit', ({ place }) => place.shelf.edit(FIRST + 2, 'Edited')],
  ['delete', ({ place }) => place.shelf.delete(FIRST + 3)],
  ['hide', ({ place }) => place.shelf.hide(FIRST + 4)],
];

export function describeChanges<S>(fill: Fill<S>, lagMs: number): void {
  it.each(CHANGES)('follows: %s', async (_name, change) => {
    const world = fill();
    expect(await settle(world)).toEqual([]);
    world.clock.advance(30 * MINUTE);
    change(world);
    world.clock.advance(MINUTE);
    expect(await settle(world)).toEqual([]);
  });

  it('follows what was hidden or deleted and came back', async () => {
    const world = fill();
    const { shelf } = world.place;
    shelf.hide(FIRST);
    shelf.delete(FIRST + 2);
    expect(await settle(world)).toEqual([]);
    world.clock.advance(HOUR);
    shelf.restore(FIRST);
    shelf.restore(FIRST + 2);
    world.clock.advance(MINUTE);
    expect(await settle(world)).toEqual([]);
  });

  it('follows many changes of one second, in the second of the reading too', async () => {
    const world = fill();
    const { shelf } = world.place;
    expect(await settle(world)).toEqual([]);
    world.clock.advance(HOUR);
    for (const { id } of shelf.readable()) shelf.edit(id, `Same ${id}`);
    expect(await settle(world)).toEqual([]);
    shelf.edit(FIRST + 1, 'Right after');
    shelf.create('New, right after');
    expect(await settle(world)).toEqual([]);
  });

  it.runIf(lagMs > 0)('sees a row that lists learn of late', async () => {
    const world = fill();
    const { clock, place } = world;
    expect(await settle(world)).toEqual([]);
    clock.advance(HOUR);
    place.shelf.late(() => {
      place.shelf.create('Late');
      place.shelf.edit(FIRST + 1, 'Edited, late');
    });
    clock.advance(lagMs / 4);
    // More than a page of them, so that a reading that stops at what it knows stops before the late ones.
    for (const at of [2, 3, 4, 5]) place.shelf.edit(FIRST + at, 'Edited, at once');
    clock.advance(lagMs / 4);
    expect(await world.mirror.pull()).toBe(null);
    clock.advance(lagMs / 4);
    place.shelf.catchUp();
    clock.advance(lagMs / 4);
    expect(await settle(world)).toEqual([]);
  });

  it.each([-10, 10])('bears a clock that is %d minutes off', async (minutes) => {
    const world = fill(ROWS, minutes * MINUTE);
    expect(await settle(world)).toEqual([]);
    for (const wait of [2 * SECOND, 2 * SECOND, 5 * MINUTE, 11 * MINUTE, HOUR]) {
      world.clock.advance(wait);
      for (const at of [0, 1, 2, 3]) world.place.shelf.edit(FIRST + at, `Edited after ${wait}`);
      world.place.shelf.create(`New after ${wait}`);
      expect(await settle(world)).toEqual([]);
    }
  });
}

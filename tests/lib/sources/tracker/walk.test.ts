import { describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import {
  pullChanged,
  sweepPages,
  type Place,
  type ReadPage,
  type WalkOptions,
} from '@/lib/sources/tracker/walk';
import { unwrap } from '@/tests/support/unwrap';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const at = (seconds: number) =>
  new Date(Date.UTC(2026, 10, 22, 8) + seconds * SECOND).toISOString();

const page = (more: Partial<ReadPage>): ReadPage => ({
  servedAt: at(1_000),
  rows: [],
  next: null,
  upserts: [],
  deletes: [],
  skipped: [],
  ...more,
});
const row = (id: string, seconds: number) => ({ id, at: at(seconds) });

/** Pulls with the given answers in order; where each of them was read. */
async function walk(cursor: string | null, answers: ReadPage[], own: Partial<WalkOptions> = {}) {
  const places: Place[] = [];
  let now = cursor;
  let done = false;
  for (const answer of answers) {
    const step = await pullChanged(now, {
      overlapMs: MINUTE,
      grainMs: SECOND,
      read: (place) => {
        places.push(place);
        return Promise.resolve(ok(answer));
      },
      ...own,
    });
    ({ cursor: now, done } = unwrap(step));
  }
  return { places, cursor: now, done };
}

describe('the walk through changed rows', () => {
  it('asks for what changed since the last row, not for the next page', async () => {
    const { places, done } = await walk(null, [
      page({ rows: [row('a', 10), row('b', 20)], next: '2' }),
      page({ rows: [row('b', 20), row('c', 30)] }),
    ]);
    expect(places).toEqual([
      { since: null, page: null, isWhole: true },
      { since: at(20), page: null, isWhole: true },
    ]);
    expect(done).toBe(true);
  });

  it('turns pages within one moment only', async () => {
    const { places } = await walk(null, [
      page({ rows: [row('a', 10), row('b', 10)], next: '2' }),
      page({ rows: [row('a', 10), row('b', 10)], next: '2' }),
      page({ rows: [row('c', 10), row('d', 10)], next: '3' }),
      page({ rows: [row('e', 10), row('f', 11)], next: '4' }),
      page({ rows: [row('f', 11)] }),
    ]);
    expect(places.map((place) => [place.since, place.page])).toEqual([
      [null, null],
      [at(10), null],
      [at(10), '2'],
      [at(10), '3'],
      [at(11), null],
    ]);
  });

  it('reads a moment again when its rows moved, and not for ever', async () => {
    const tie = page({ rows: [row('a', 10), row('b', 10)], next: '2' });
    const moved = page({ rows: [row('c', 10), row('d', 10)], next: '3', before: 'x' });
    const { places } = await walk(null, [tie, tie, moved, tie, moved, tie, moved, tie, moved, tie]);
    expect(places.map((place) => place.page)).toEqual([
      null,
      null,
      '2',
      null,
      '2',
      null,
      '2',
      null,
      '2',
      '3',
    ]);
    const steady = page({ ...moved, before: 'b' });
    const calm = await walk(null, [tie, tie, steady, tie]);
    expect(calm.places.at(-1)?.page).toBe('3');
  });

  it('does not end where rows moved on the last page', async () => {
    const tie = page({ rows: [row('a', 10), row('b', 10)], next: '2' });
    const last = page({ rows: [row('d', 10)], before: 'x' });
    expect((await walk(null, [tie, tie, last])).done).toBe(false);
    expect((await walk(null, [tie, tie, { ...last, before: 'b' }])).done).toBe(true);
  });

  it('asks in the grain that the tracker understands', async () => {
    const own = { grainMs: MINUTE };
    const rows = [row('a', 61), row('b', 119)];
    const { places } = await walk(
      null,
      [page({ rows, next: 't' }), page({ rows, next: 't' }), page({})],
      own,
    );
    expect(places.map((place) => [place.since, place.page])).toEqual([
      [null, null],
      [at(60), null],
      [at(60), 't'],
    ]);
  });

  it('begins the next reading before the end of this one’s beginning', async () => {
    const first = await walk(null, [
      page({ servedAt: at(100), rows: [row('a', 10)], next: '2' }),
      page({ servedAt: at(200), rows: [row('b', 150)] }),
    ]);
    const { places } = await walk(first.cursor, [page({})]);
    expect(places).toEqual([{ since: at(100 - 60), page: null, isWhole: false }]);
  });

  it('never trusts a clock beyond the newest change seen', async () => {
    const first = await walk(null, [page({ servedAt: at(9_000), rows: [row('a', 300)] })]);
    const second = await walk(first.cursor, [page({ servedAt: at(9_900) })]);
    const { places } = await walk(second.cursor, [page({})]);
    expect(places[0]?.since).toBe(at(300 - 60));
  });

  it('reads an empty place from its beginning', async () => {
    const first = await walk(null, [page({})]);
    expect(first.done).toBe(true);
    expect((await walk(first.cursor, [page({})])).places[0]?.since).toBe(null);
  });

  it('ends when the next page is the same page', async () => {
    const stuck = page({ rows: [row('a', 10)], next: 't' });
    expect((await walk(null, [stuck, stuck, stuck])).done).toBe(true);
  });

  it('begins anew when what all items share has changed', async () => {
    const rows = [row('a', 10)];
    const first = await walk(null, [page({ rows })], { basis: 'public' });
    const since = async (basis: string) =>
      (await walk(first.cursor, [page({})], { basis })).places[0]?.since;
    expect(await since('public')).not.toBe(null);
    expect(await since('internal')).toBe(null);
  });

  it.each(['', 'x', '{}', '{"mark":"soon"}', '{"mark":null,"run":{"since":"never"}}'])(
    'begins anew with the cursor %s',
    async (cursor) => {
      expect((await walk(cursor, [page({})])).places[0]).toMatchObject({ since: null, page: null });
    },
  );

  it('passes on why nothing was read, and keeps no cursor', async () => {
    const read = () => Promise.resolve(fail(fault('offline')));
    const step = await pullChanged(null, { overlapMs: 0, grainMs: 1, read });
    expect(step).toEqual(fail(fault('offline')));
  });
});

describe('a sweep by pages', () => {
  it('goes on where it stood, and names an id once', async () => {
    const first = unwrap(
      await sweepPages(null, () => Promise.resolve(ok({ ids: ['a', 'a'], next: '2' }))),
    );
    expect(first).toMatchObject({ ids: ['a'], done: false });
    const seen: (string | null)[] = [];
    const second = await sweepPages(first.cursor, (at) => {
      seen.push(at);
      return Promise.resolve(ok({ ids: ['b'], next: null }));
    });
    expect(seen).toEqual(['2']);
    expect(unwrap(second)).toEqual({ ids: ['b'], cursor: '', done: true });
  });

  it('takes a list that goes in a circle for no list', async () => {
    const circle = () => Promise.resolve(ok({ ids: ['a'], next: '2' }));
    const second = await sweepPages('{"page":"2"}', circle);
    expect(second.ok ? 'went on' : second.fault.kind).toBe('bad-response');
  });
});

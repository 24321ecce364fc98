import { describe, expect, it } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import { sealItem } from '@/lib/model/seal-item';
import { hasReached, pullLegs, sweepLegs, type Known, type PullLegs } from '@/lib/sources/legs';
import { unwrap } from '@/tests/support/unwrap';

const item = (id: string) =>
  sealItem({
    id,
    sourceId: 's',
    kind: 'article',
    title: id,
    url: 'https://a.example/',
    locale: 'en',
    products: [],
    labels: [],
    visibility: 'public',
    updatedAt: '2026-11-02T08:00:00.000Z',
    syncedAt: '2026-11-02T08:00:00.000Z',
    blocks: [],
  });

const PAGE = { upserts: [], deletes: [], skipped: [] };
const STARTED = '2026-11-02T08:00:00.000Z';

/** Two legs of two pages each. */
function createReader(change: Partial<PullLegs> = {}) {
  const asked: string[] = [];
  const known: Known[] = [];
  const reader: PullLegs = {
    overlapMs: 60_000,
    plan: (before) => {
      known.push({ since: before.since, note: before.note });
      return Promise.resolve(ok({ legs: ['a', 'b'], servedAt: STARTED }));
    },
    async read(leg, page) {
      asked.push(`${leg}${page ?? ''}`);
      const upserts = [await item(`${leg}${page ?? ''}`)];
      return ok({ ...PAGE, upserts, next: page === null ? '2' : null });
    },
    ...change,
  };
  return { reader, asked, known };
}

async function readAll(reader: PullLegs, from: string | null = null): Promise<string> {
  for (let cursor = from, step = 0; step < 20; step += 1) {
    const batch = unwrap(await pullLegs(reader, cursor));
    ({ cursor } = batch);
    if (batch.done) return batch.cursor;
  }
  throw new Error('The reading never ends');
}

describe('pullLegs', () => {
  it('reads leg by leg, page by page, and begins the next before this one did', async () => {
    const { reader, asked, known } = createReader();
    const cursor = await readAll(reader);
    expect(asked).toEqual(['a', 'a2', 'b', 'b2']);
    await readAll(reader, cursor);
    expect(known).toEqual([
      { since: null, note: null },
      { since: '2026-11-02T07:59:00.000Z', note: null },
    ]);
  });

  it('does not move its beginning when a reading fails', async () => {
    let isDown = false;
    const { reader, known } = createReader();
    const read = reader.read;
    const failing: PullLegs = {
      ...reader,
      read: (...asked) => (isDown ? Promise.resolve(fail(fault('offline'))) : read(...asked)),
    };
    const first = unwrap(await pullLegs(failing, null));
    isDown = true;
    expect(await pullLegs(failing, first.cursor)).toMatchObject({ fault: { kind: 'offline' } });
    isDown = false;
    await readAll(failing, first.cursor);
    expect(known.length).toBe(1);
  });

  it('keeps the note of a plan and of a page', async () => {
    const { reader, known } = createReader({
      read: (leg) => Promise.resolve(ok({ ...PAGE, next: null, note: `read ${leg}` })),
    });
    await readAll(reader, await readAll(reader));
    expect(known.map(({ note }) => note)).toEqual([null, 'read b']);
  });

  it('names an item once in a batch, and what is there not as gone', async () => {
    const upserts = [await item('x'), await item('x'), await item('y')];
    const { reader } = createReader({
      read: () =>
        Promise.resolve(ok({ upserts, deletes: ['y', 'z', 'z'], skipped: [], next: null })),
    });
    const batch = unwrap(await pullLegs(reader, null));
    expect(batch.upserts.map(({ id }) => id)).toEqual(['x', 'y']);
    expect(batch.deletes).toEqual(['z']);
  });

  it('is done at once where there is nothing to read', async () => {
    const { reader } = createReader({
      plan: () => Promise.resolve(ok({ legs: [], servedAt: STARTED })),
    });
    expect(unwrap(await pullLegs(reader, null))).toMatchObject({ upserts: [], done: true });
  });

  it('begins anew when a page has expired, and says so when that does not help', async () => {
    let expired = 1;
    const { reader } = createReader();
    const read = reader.read;
    const expiring: PullLegs = {
      ...reader,
      read: (leg, page, known) => {
        if (page === null || expired === 0) return read(leg, page, known);
        expired -= 1;
        return Promise.resolve(fail(fault('bad-response', { status: 422 })));
      },
    };
    await readAll(expiring);
    expired = 100;
    await expect(readAll(expiring)).rejects.toThrow('bad-response');
  });
});

describe('sweepLegs', () => {
  it('lists leg by leg, and goes on after a fault', async () => {
    let isDown = true;
    const reader = {
      plan: () => Promise.resolve(ok({ legs: ['a', 'b'] })),
      list: (leg: string, page: string | null) => {
        if (leg === 'b' && isDown) return Promise.resolve(fail(fault('timeout')));
        return Promise.resolve(ok({ ids: [leg, leg], next: page === null ? '2' : null }));
      },
    };
    const ids: string[] = [];
    let cursor: string | null = null;
    for (let done = false, step = 0; !done && step < 20; step += 1) {
      const batch = await sweepLegs(reader, cursor);
      if (!batch.ok) isDown = false;
      else {
        ids.push(...batch.value.ids);
        ({ cursor, done } = batch.value);
      }
    }
    expect(ids).toEqual(['a', 'a', 'b', 'b']);
  });
});

describe('hasReached', () => {
  const times = ['2026-11-02T08:00:00Z', '2026-11-02T07:00:00Z'];
  it.each([
    [times, null, false],
    [[], '2026-11-02T07:30:00Z', false],
    [times, '2026-11-02T07:30:00Z', true],
    [times, '2026-11-02T07:00:00Z', false],
    [times.toReversed(), '2026-11-02T09:00:00Z', false],
  ])('%j since %s: %s', (listed, since, reached) => {
    expect(hasReached(listed, since)).toBe(reached);
  });
});

/** What agents decide and take back, in any order and over any death: store and index hold what is left of it. */
import * as fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '@/lib/core/result';
import { verdictOf, type Precedent } from '@/lib/model/precedent';
import type { Signal } from '@/lib/model/signal';
import type { Ticket } from '@/lib/model/ticket';
import { PRECEDENT_GROUP, precedentOf } from '@/lib/suggest/precedents';
import { hasWork, runSync } from '@/lib/sync/run';
import { readIndexStatus } from '@/lib/sync/status';
import { makeArticle, makeTicket } from '@/tests/support/items';
import { soak } from '@/tests/support/soak';
import { articleFiles, startWorld, type SyncWorld } from '@/tests/support/sync-world';
import { unwrap } from '@/tests/support/unwrap';

const SYNCED = '2026-11-22T08:00:00.000Z';
const NAMES = ['a', 'b', 'c'];
const idOf = (name: string) => `kb:article:${name}`;
const ITEMS = NAMES.map((name) =>
  makeArticle(name, { id: idOf(name), sourceId: 'kb', syncedAt: SYNCED }),
);
const TICKETS = ['till frozen', 'printer silent', 'drawer stuck', 'card declined'].map(
  (subject, at) => makeTicket(subject, `The ${subject} since noon`, { id: `${at}` }),
);

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

const begin = (disk: IDBFactory, onStep?: (what: string) => void) =>
  startWorld(articleFiles([]), disk, onStep);

async function open(disk: IDBFactory): Promise<SyncWorld> {
  const world = begin(disk);
  const batch = { source: { id: 'kb', name: 'KB' }, syncedAt: SYNCED, items: ITEMS, isLast: true };
  unwrap(await world.store.importItems(batch));
  unwrap(await runSync(world.ports));
  return world;
}

interface Decision {
  signal: Signal;
  ticket: Ticket;
}

async function record({ store }: SyncWorld, { signal, ticket }: Decision): Promise<void> {
  const { kind, itemId, at } = signal;
  const verdict = verdictOf(kind);
  if (verdict === null || itemId === undefined) throw new Error('decides nothing');
  unwrap(await store.recordSignal(signal, await precedentOf(ticket, { itemId, verdict, at })));
}

/** What is stored and what is indexed, in one form. */
async function read(world: SyncWorld) {
  unwrap(await runSync(world.ports));
  expect(await hasWork(world.ports)).toEqual(ok(false));
  const stored = unwrap(await world.store.readExperience(() => Date.parse(SYNCED)));
  unwrap(await world.store.markAllPending());
  const { precedents } = unwrap(await world.store.readPending(1_000));
  const parts = [{ text: 'noon', weight: 1, locale: 'en' }];
  const lists = [{ groups: [PRECEDENT_GROUP], limit: 1_000 }];
  const hits = unwrap(await world.engine.search({ parts, lists })).lists[0] ?? [];
  const indexed = hits.map(({ id, time, about, original }) => ({ id, time, about, original }));
  return {
    stored: { ...stored, timesUsed: Object.fromEntries(stored.timesUsed) },
    precedents: precedents.map(bare),
    indexed: indexed.toSorted((a, b) => a.id.localeCompare(b.id)),
    documents: unwrap(await world.engine.size()),
  };
}

function bare({ id, at, verdict, subject, body }: Precedent) {
  return { id, at, verdict, subject, body };
}

const decision: fc.Arbitrary<Step> = fc
  .record({
    kind: fc.constantFrom('inserted' as const, 'copied' as const, 'dismissed' as const),
    item: fc.constantFrom(...NAMES),
    ticket: fc.nat({ max: TICKETS.length - 1 }),
    day: fc.integer({ min: 10, max: 20 }),
  })
  .map((decided) => ({ do: 'decide', ...decided }));

type Step =
  | { do: 'decide'; kind: Signal['kind']; item: string; ticket: number; day: number }
  | { do: 'undo'; which: number }
  | { do: 'sync'; deathAt: number }
  | { do: 'forget' }
  | { do: 'lose the index' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: decision },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat() }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('sync' as const), deathAt: fc.nat({ max: 40 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose the index' as const) }) },
);

/** A background that does so many steps of its work and is then killed. */
async function syncUntil(disk: IDBFactory, deathAt: number): Promise<void> {
  let steps = 0;
  const mortal = begin(disk, () => {
    steps += 1;
    if (steps > deathAt) throw new Error('killed');
  });
  await runSync(mortal.ports).catch((error: unknown) => {
    if (!(error instanceof Error && error.message === 'killed')) throw error;
  });
}

/** Does the steps; returns the decisions that were neither taken back nor forgotten. */
async function live(disk: IDBFactory, steps: readonly Step[]): Promise<Decision[]> {
  let left: Decision[] = [];
  let world = await open(disk);
  for (const [at, one] of steps.entries()) {
    if (one.do === 'decide') {
      const ticket = TICKETS[one.ticket]!;
      const signal: Signal = {
        id: `s${String(at).padStart(3, '0')}`,
        kind: one.kind,
        ticketKey: `${ticket.origin}#${ticket.id}`,
        itemId: idOf(one.item),
        at: `2026-11-${one.day}T08:00:00.000Z`,
      };
      await record(world, { signal, ticket });
      left.push({ signal, ticket });
    } else if (one.do === 'undo') {
      const undone = left[one.which % Math.max(1, left.length)];
      unwrap(await world.store.removeSignal(undone?.signal.id ?? 'nothing'));
      left = left.filter((other) => other !== undone);
    } else if (one.do === 'forget') {
      unwrap(await world.store.forgetPrecedents());
      left = [];
    } else if (one.do === 'lose the index') unwrap(await world.engine.reset());
    else {
      await syncUntil(disk, one.deathAt);
      world = begin(disk);
    }
  }
  return left;
}

describe('precedents', () => {
  it('are what is left of all decisions, in the store and in the index', async () => {
    const property = fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const disk = new IDBFactory();
      const left = await live(disk, steps);
      const expected = await open(new IDBFactory());
      for (const one of left) await record(expected, one);
      expect(await read(begin(disk))).toEqual(await read(expected));
    });
    const { failed, counterexample, errorInstance } = await fc.check(property, {
      numRuns: soak(20, 500),
    });
    if (failed) throw new Error(JSON.stringify(counterexample), { cause: errorInstance });
  });

  it('are indexed without a word about it', async () => {
    const disk = new IDBFactory();
    const world = await open(disk);
    const ticket = TICKETS[0]!;
    const ready = ok({ state: 'ready', items: 3, indexed: 3 });
    const status = (isRunning: boolean) =>
      readIndexStatus(world.store, '1.0.0', { isRunning: () => isRunning, lastFault: () => null });
    const signal = { id: '1', ticketKey: 't', itemId: idOf('a'), at: SYNCED } as const;
    await record(world, { signal: { ...signal, kind: 'inserted' }, ticket });
    expect(await hasWork(world.ports)).toEqual(ok(true));
    expect(await status(true)).toEqual(ready);
    unwrap(await runSync(world.ports));
    expect(unwrap(await world.engine.size())).toBe(4);
    expect(await status(false)).toEqual(ready);
    unwrap(await world.store.removeSignal('1'));
    expect(await status(true)).toEqual(ready);
    unwrap(await runSync(world.ports));
    expect(unwrap(await world.engine.size())).toBe(3);
    expect(await status(false)).toEqual(ready);
  });
});

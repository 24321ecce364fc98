/** Learning with the real store, engine and scheduler, on a database in memory. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createLearning } from '@/lib/app/background/learning';
import { createServices } from '@/lib/app/background/services';
import { fault } from '@/lib/core/fault';
import { fail } from '@/lib/core/result';
import type { Signal } from '@/lib/model/signal';
import { ticketKey, type Ticket } from '@/lib/model/ticket';
import { createEngine } from '@/lib/search/engine';
import { PRECEDENT_GROUP } from '@/lib/suggest/precedents';
import { createPlatformInHand } from '@/tests/support/background-platform';
import { makeArticle, makeTicket, paragraph } from '@/tests/support/items';
import { freshDatabase } from '@/tests/support/store';
import { unwrap } from '@/tests/support/unwrap';

const SYNCED = '2026-11-22T08:00:00.000Z';
const ITEM = makeArticle('a', { syncedAt: SYNCED });
const TICKET = makeTicket('Till frozen', 'The screen stays black since the update');

let world: Awaited<ReturnType<typeof start>>;
beforeEach(async () => {
  world = await start();
});

async function start() {
  const services = createServices(createPlatformInHand(), freshDatabase());
  const { store, scheduler } = services;
  const batch = { source: { id: 'kb', name: 'KB' }, syncedAt: SYNCED, items: [ITEM], isLast: true };
  unwrap(await store.importItems(batch));
  scheduler.wake();
  await scheduler.whenIdle();
  return { ...services, learning: createLearning(services) };
}

const signalOf = (id: string, kind: Signal['kind'], ticket: Ticket = TICKET): Signal => ({
  id,
  kind,
  ticketKey: ticketKey(ticket),
  itemId: ITEM.id,
  at: SYNCED,
});

const record = async (id: string, kind: Signal['kind'], ticket: Ticket = TICKET) =>
  unwrap(await world.learning['signal.record']({ signal: signalOf(id, kind, ticket), ticket }));

/** What the index holds of it, once it has followed. */
async function indexed() {
  await world.scheduler.whenIdle();
  const parts = [{ text: 'till frozen', weight: 1, locale: 'en' }];
  const lists = [{ groups: [PRECEDENT_GROUP], limit: 10 }];
  const { lists: found } = unwrap(await createEngine(world.store).search({ parts, lists }));
  return (found[0] ?? []).map(({ original, about }) => [original, ...about]);
}

const answeredTickets = async () =>
  unwrap(await world.learning['precedent.count']({})).answeredTickets;

describe('learning', () => {
  it('remembers what answered a ticket until it is taken back, and the index follows', async () => {
    await record('1', 'inserted');
    expect(await indexed()).toEqual([[ITEM.id, 'verdict:answered']]);
    expect(await answeredTickets()).toBe(1);
    unwrap(await world.learning['signal.remove']({ id: '1' }));
    expect(await indexed()).toEqual([]);
    expect(await answeredTickets()).toBe(0);
  });

  it('names the tickets linked to an item, newest first, once each', async () => {
    const links = async () =>
      unwrap(await world.learning['signal.linked']({ itemId: ITEM.id })).map(({ id }) => id);
    const other: Ticket = { ...TICKET, id: '2' };
    const at = (id: string, day: number, ticket: Ticket): Signal => ({
      ...signalOf(id, 'linked', ticket),
      at: `2026-11-0${day}T08:00:00.000Z`,
    });
    const learn = async (signal: Signal, ticket: Ticket) =>
      unwrap(await world.learning['signal.record']({ signal, ticket }));
    await learn(at('old', 1, TICKET), TICKET);
    await learn(at('new', 3, TICKET), TICKET);
    await learn(at('other', 2, other), other);
    await record('inserted', 'inserted');
    expect(await links()).toEqual(['new', 'other']);
    unwrap(await world.learning['signal.remove']({ id: 'other' }));
    expect(await links()).toEqual(['new']);
    expect(unwrap(await world.learning['signal.linked']({ itemId: 'none' }))).toEqual([]);
  });

  it('remembers a dismissal as one', async () => {
    await record('1', 'inserted');
    await record('2', 'dismissed', { ...TICKET, id: '2' });
    expect((await indexed()).toSorted(([, a], [, b]) => a!.localeCompare(b!))).toEqual([
      [ITEM.id, 'verdict:answered'],
      [ITEM.id, 'verdict:dismissed'],
    ]);
    expect(await answeredTickets()).toBe(1);
  });

  it('learns nothing from looking, nor without the ticket', async () => {
    await record('1', 'shown');
    await record('2', 'opened');
    const signal = signalOf('3', 'inserted');
    unwrap(await world.learning['signal.record']({ signal }));
    expect(await indexed()).toEqual([]);
    expect(unwrap(await world.store.countPrecedents())).toBe(0);
  });

  it('takes no other ticket for the signal’s', async () => {
    const signal = signalOf('1', 'inserted');
    const ticket = { ...TICKET, id: '5' };
    expect(await world.learning['signal.record']({ signal, ticket })).toEqual(
      fail(fault('bad-message')),
    );
    expect(unwrap(await world.store.countPrecedents())).toBe(0);
  });

  it('forgets all of it', async () => {
    await record('1', 'inserted');
    await record('2', 'copied', { ...TICKET, id: '2' });
    expect(await answeredTickets()).toBe(2);
    unwrap(await world.learning['precedent.forget']({}));
    expect(await indexed()).toEqual([]);
    expect(await answeredTickets()).toBe(0);
  });
});

describe('the next ticket like it', () => {
  const FILLER = Array.from({ length: 40 }, (_, at) =>
    makeArticle(`filler-${at}`, { syncedAt: SYNCED, title: `Tax rate of zone ${at}` }),
  );
  const FIRMWARE = makeArticle('firmware', {
    syncedAt: SYNCED,
    title: 'Update the firmware of a register',
    blocks: [paragraph('Hold the power key for ten seconds, then choose Recovery.')],
  });
  // None of these words stands in the article.
  const FROZEN = makeTicket('Till frozen', 'The till shows a black screen and beeps three times');
  const LIKE_IT = makeTicket('Black screen', 'Our till is frozen, it only beeps', { id: '9' });

  it('is offered what answered the first, with the reason, until that is taken back', async () => {
    const items = [ITEM, FIRMWARE, ...FILLER];
    const batch = { source: { id: 'kb', name: 'KB' }, syncedAt: SYNCED, items, isLast: true };
    unwrap(await world.store.importItems(batch));
    world.scheduler.wake();
    await world.scheduler.whenIdle();
    const offered = async () => {
      await world.scheduler.whenIdle();
      const { suggestions, searchedItems } = unwrap(await world.suggester.suggest(LIKE_IT));
      expect(searchedItems).toBe(items.length);
      return suggestions.filter(({ item }) => item.id === FIRMWARE.id);
    };
    expect(await offered()).toEqual([]);
    const signal = { ...signalOf('1', 'inserted', FROZEN), itemId: FIRMWARE.id };
    unwrap(await world.learning['signal.record']({ signal, ticket: FROZEN }));
    expect((await offered())[0]?.reasons).toContainEqual({ kind: 'precedent', tickets: 1 });
    unwrap(await world.learning['signal.remove']({ id: '1' }));
    expect(await offered()).toEqual([]);
  });
});

/** Signals: what agents did with suggestions. What they decided with it becomes a precedent. */
import { Dexie } from 'dexie';
import type { Result } from '@/lib/core/result';
import type { Precedent } from '@/lib/model/precedent';
import type { Signal } from '@/lib/model/signal';
import type { TrivetDatabase } from '@/lib/store/database';
import { guarded } from '@/lib/store/guard';
import { decide, undecide } from '@/lib/store/precedent-writes';

export interface SignalRepository {
  /** `precedent`: what the signal decides, if anything. Recording the same again changes nothing. */
  recordSignal(signal: Signal, precedent: Precedent | null): Promise<Result<null>>;
  /** Takes back what it decided, too. */
  removeSignal(id: string): Promise<Result<null>>;
  /** The signals that linked a ticket to the item: one a ticket, newest first. */
  linkedTickets(itemId: string): Promise<Result<Pick<Signal, 'id' | 'ticketKey' | 'at'>[]>>;
  /** Item ids dismissed on a ticket and not taken back. */
  dismissedItems(ticketKey: string): Promise<Result<string[]>>;
}

export function createSignalRepository(db: TrivetDatabase): SignalRepository {
  const write = (work: () => Promise<void>): Promise<Result<null>> =>
    guarded(() =>
      db.transaction('rw', db.signals, db.precedents, db.outbox, db.items, async () => {
        await work();
        return null;
      }),
    );
  return {
    recordSignal: (signal, precedent) =>
      write(async () => {
        await db.signals.put(signal);
        if (precedent !== null) await decide(db, signal.id, precedent);
      }),
    removeSignal: (id) =>
      write(async () => {
        await db.signals.delete(id);
        await undecide(db, id);
      }),
    linkedTickets: (itemId) =>
      guarded(async () => {
        // What was decided about an item is found by it; its signals are found by their ids.
        const decided = await db.precedents
          .where('[itemId+at]')
          .between([itemId, Dexie.minKey], [itemId, Dexie.maxKey])
          .toArray();
        const signals = await db.signals.bulkGet(decided.flatMap(({ signals: ids }) => ids));
        const linked = signals.flatMap((signal) => (signal?.kind === 'linked' ? [signal] : []));
        linked.sort((a, b) => (a.at < b.at ? 1 : -1));
        return linked
          .filter(
            ({ ticketKey }, at) => linked.findIndex((one) => one.ticketKey === ticketKey) === at,
          )
          .map(({ id, ticketKey, at }) => ({ id, ticketKey, at }));
      }),
    dismissedItems: (ticketKey) =>
      guarded(async () => {
        const signals = await db.signals.where({ ticketKey }).toArray();
        const dismissed = signals.filter(({ kind }) => kind === 'dismissed');
        return [...new Set(dismissed.flatMap(({ itemId }) => itemId ?? []))];
      }),
  };
}

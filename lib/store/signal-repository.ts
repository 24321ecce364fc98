/** Signals: what agents did with suggestions. */
import type { Result } from '@/lib/core/result';
import type { Signal } from '@/lib/model/signal';
import type { TrivetDatabase } from '@/lib/store/database';
import { guarded } from '@/lib/store/guard';

export interface SignalRepository {
  /** Recording the same signal again changes nothing. */
  recordSignal(signal: Signal): Promise<Result<null>>;
  removeSignal(id: string): Promise<Result<null>>;
  /** Item ids dismissed on a ticket and not taken back. */
  dismissedItems(ticketKey: string): Promise<Result<string[]>>;
}

export function createSignalRepository(db: TrivetDatabase): SignalRepository {
  return {
    recordSignal: (signal) =>
      guarded(async () => {
        await db.signals.put(signal);
        return null;
      }),
    removeSignal: (id) =>
      guarded(async () => {
        await db.signals.delete(id);
        return null;
      }),
    dismissedItems: (ticketKey) =>
      guarded(async () => {
        const signals = await db.signals.where({ ticketKey }).toArray();
        const dismissed = signals.filter(({ kind }) => kind === 'dismissed');
        return [...new Set(dismissed.flatMap(({ itemId }) => itemId ?? []))];
      }),
  };
}

/** Remembers what the agent does with suggestions. Failing to remember never disturbs the agent. */
import type { BackgroundClient } from '@/lib/app/background-client';
import { isoTime, type Clock } from '@/lib/core/clock';
import type { Signal } from '@/lib/model/signal';
import type { Ticket } from '@/lib/model/ticket';

/** More than any working day brings; then the oldest half is forgotten. */
const MOST_REMEMBERED = 10_000;

export interface Signals {
  /** Records one signal and returns its id. */
  record: (kind: Signal['kind'], ticketKey: string, itemId?: string) => string;
  /** The same, for what is learned from: `ticket` is the one with that key, null when no page shows it. */
  recordDecision: (
    kind: Signal['kind'],
    about: { ticketKey: string; ticket: Ticket | null },
    itemId: string,
  ) => string;
  /** Records `shown` for each item that this ticket has not shown before. */
  recordShown: (ticketKey: string, itemIds: readonly string[]) => void;
  /** Takes a signal back, in order after its recording. */
  remove: (id: string) => Promise<void>;
  /** Resolves when what was recorded and taken back so far is stored, or could not be. */
  settled: () => Promise<void>;
}

interface SignalParts {
  background: BackgroundClient;
  clock: Clock;
  createId: () => string;
}

export function createSignals({ background, clock, createId }: SignalParts): Signals {
  const shown = new Set<string>();
  /** The last that is being done with each signal. */
  const underway = new Map<string, Promise<unknown>>();

  async function keep(id: string, work: Promise<unknown>): Promise<void> {
    underway.set(id, work);
    await work;
    if (underway.get(id) === work) underway.delete(id);
  }

  function send(signal: Omit<Signal, 'id' | 'at'>, ticket: Ticket | null): string {
    const id = createId();
    const request = { signal: { id, ...signal, at: isoTime(clock) } };
    const recording = background.send(
      'signal.record',
      ticket === null ? request : { ...request, ticket },
    );
    void keep(id, recording);
    return id;
  }

  function record(kind: Signal['kind'], ticketKey: string, itemId?: string): string {
    return send({ kind, ticketKey, ...(itemId === undefined ? {} : { itemId }) }, null);
  }

  return {
    record,
    recordDecision: (kind, { ticketKey, ticket }, itemId) =>
      send({ kind, ticketKey, itemId }, ticket),
    recordShown(ticketKey, itemIds) {
      for (const itemId of itemIds) {
        const once = `${ticketKey} ${itemId}`;
        if (shown.has(once)) continue;
        shown.add(once);
        record('shown', ticketKey, itemId);
      }
      forgetOldest(shown);
    },
    async remove(id) {
      const recording = underway.get(id) ?? Promise.resolve();
      const removal = recording.then(() => background.send('signal.remove', { id }));
      await keep(id, removal);
    },
    async settled() {
      await Promise.all(underway.values());
    },
  };
}

function forgetOldest(remembered: Set<string>): void {
  if (remembered.size <= MOST_REMEMBERED) return;
  const old = [...remembered].slice(0, MOST_REMEMBERED / 2);
  for (const key of old) remembered.delete(key);
}

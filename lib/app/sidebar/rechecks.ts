/** Whether what the agent is about to use is still there: asked when it is opened or inserted. */
import type { BackgroundClient } from '@/lib/app/background-client';
import type { SidebarStore } from '@/lib/app/sidebar/store';
import { withTimeLimit } from '@/lib/core/async';
import type { Clock } from '@/lib/core/clock';
import { fault, type Fault } from '@/lib/core/fault';
import type { ItemHead, ItemKind } from '@/lib/model/item';
import type { Recheck } from '@/lib/model/recheck';

export interface Rechecks {
  /** What is found is in the state; the answer comes in a second, or there is none. */
  ask: (head: ItemHead) => Promise<Recheck>;
  /** Why the item should not go out; null the second time, when the agent has read why. */
  objection: (head: ItemHead, found: Recheck) => Fault | null;
}

interface RecheckParts {
  store: SidebarStore;
  background: BackgroundClient;
  clock: Clock;
}

/** Nobody waits longer for an insert. */
const PATIENCE_MS = 1_000;
/** The background asks the place no more often. */
const FRESH_MS = 600_000;
const KINDS: readonly ItemKind[] = ['article', 'thread'];
const UNKNOWN: Recheck = { kind: 'unknown' };

export function createRechecks({ store, background, clock }: RecheckParts): Rechecks {
  const asked = new Map<string, { at: number; answer: Promise<Recheck> }>();
  const warned = new Set<string>();

  async function look(id: string): Promise<Recheck> {
    const result = await background.send('item.recheck', { id });
    const found = result.ok ? result.value : UNKNOWN;
    store.setState(({ rechecks }) => ({ rechecks: { ...rechecks, [id]: found } }));
    return found;
  }

  return {
    ask({ id, kind }) {
      if (!KINDS.includes(kind)) return Promise.resolve(UNKNOWN);
      const before = asked.get(id);
      const isFresh = before !== undefined && Math.abs(clock() - before.at) < FRESH_MS;
      const answer = isFresh ? before.answer : look(id);
      if (!isFresh) asked.set(id, { at: clock(), answer });
      return withTimeLimit(answer, PATIENCE_MS, () => UNKNOWN);
    },
    objection({ id }, found) {
      if (found.kind !== 'gone' || warned.has(id)) return null;
      warned.add(id);
      return fault('gone', { status: found.status });
    },
  };
}

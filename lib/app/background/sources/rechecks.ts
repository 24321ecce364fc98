/** Asks an item's place for it when an agent uses it, so that no customer gets a dead link. */
import type { Services } from '@/lib/app/background/services';
import { systemClock, type Clock } from '@/lib/core/clock';
import { ok, type Result } from '@/lib/core/result';
import type { Handlers } from '@/lib/messaging/router';
import type { Item, ItemKind } from '@/lib/model/item';
import type { Recheck } from '@/lib/model/recheck';
import type { SourceProgress } from '@/lib/sync/ports';

type Parts = Pick<Services, 'store' | 'connecting'>;

/** How long an answer holds: an item is asked for no more often. */
export const RECHECK_MS = 600_000;
/** Below what the asking side waits. */
const PATIENCE_MS = 8_000;
const MOST_KEPT = 500;

/** What customers are sent to. */
const KINDS: readonly ItemKind[] = ['article', 'thread'];

export function createRechecks(
  parts: Parts,
  now: Clock = systemClock,
): Pick<Handlers, 'item.recheck'> {
  /** Also holds questions under way. */
  const asked = new Map<string, { at: number; answer: Promise<Result<Recheck>> }>();
  return {
    'item.recheck'({ id }) {
      const before = asked.get(id);
      const age = before === undefined ? Infinity : now() - before.at;
      // A clock that was put back makes nothing last longer.
      if (before !== undefined && age >= 0 && age < RECHECK_MS) return before.answer;
      const answer = askAbout(parts, id);
      asked.delete(id);
      asked.set(id, { at: now(), answer });
      const [oldest] = asked.keys();
      if (asked.size > MOST_KEPT && oldest !== undefined) asked.delete(oldest);
      return answer;
    },
  };
}

async function askAbout({ store, connecting }: Parts, id: string): Promise<Result<Recheck>> {
  const item = await store.readItem(id);
  if (!item.ok) return item;
  const rows = await store.listRows();
  if (!rows.ok) return rows;
  const source = rows.value.find((row) => row.id === item.value.sourceId);
  if (source === undefined || !isAskable(item.value, source)) return ok({ kind: 'unknown' });
  const answer = await connecting.recheck(source, item.value, AbortSignal.timeout(PATIENCE_MS));
  // No answer is no news: what was read stays as it is.
  return answer.ok ? answer : ok({ kind: 'unknown' });
}

function isAskable({ kind }: Item, { isPaused, phase }: SourceProgress): boolean {
  return KINDS.includes(kind) && !isPaused && phase !== 'purge';
}

/** What agents do to their sources: change, stop, hurry and remove them. */
import type { Services } from '@/lib/app/background/services';
import { ok, type Result } from '@/lib/core/result';
import type { Handlers } from '@/lib/messaging/router';
import { configure } from '@/lib/sources/registry';

type ControlHandlers = Pick<
  Handlers,
  | 'source.edit'
  | 'source.remove'
  | 'source.pause'
  | 'source.resume'
  | 'source.cancel'
  | 'source.syncNow'
>;

/** A reading that was stopped goes on when the source would be read next anyway. */
const FALLBACK_WAIT_MS = 3_600_000;

export function createControl(services: Services): ControlHandlers {
  const { store, activity, scheduler } = services;
  /** The change is stored first: what is under way then finds itself out of date, wherever it is. */
  const stopping = async <T>(id: string, change: Promise<Result<T>>): Promise<Result<T>> => {
    const changed = await change;
    if (!changed.ok) return changed;
    activity.stop(id);
    scheduler.wake();
    return changed;
  };
  return {
    async 'source.edit'({ id, ...change }) {
      const fitting = await checkSettings(services, id, change.settings);
      return fitting.ok ? stopping(id, store.changeSource(id, change)) : fitting;
    },
    'source.remove': ({ id }) => stopping(id, store.removeSource(id)),
    'source.pause': ({ id }) => stopping(id, store.pauseSource(id, true)),
    'source.resume': ({ id }) => stopping(id, store.pauseSource(id, false)),
    'source.cancel': ({ id }) => stopping(id, postpone(services, id)),
    async 'source.syncNow'({ id, isFull }) {
      const hurried = await store.hurrySource(id, isFull);
      if (hurried.ok && isFull) activity.stop(id);
      if (hurried.ok) scheduler.wake();
      return hurried;
    },
  };
}

async function postpone(services: Services, id: string): Promise<Result<null>> {
  const { store, circumstances } = services;
  const rows = await store.listRows();
  if (!rows.ok) return rows;
  const row = rows.value.find((one) => one.id === id);
  const cadence = row === undefined ? null : circumstances.cadenceOf(row.kind);
  const wait = Math.min(cadence?.pullMs ?? FALLBACK_WAIT_MS, 24 * FALLBACK_WAIT_MS);
  return store.postponeSource(id, circumstances.now() + wait);
}

/** Settings that its kind does not understand would stop a source for good. */
async function checkSettings(
  { store }: Services,
  id: string,
  settings: Record<string, unknown> | undefined,
): Promise<Result<unknown>> {
  if (settings === undefined) return ok(null);
  const rows = await store.listRows();
  if (!rows.ok) return rows;
  const row = rows.value.find((one) => one.id === id);
  return row === undefined ? ok(null) : configure(row.kind, settings);
}

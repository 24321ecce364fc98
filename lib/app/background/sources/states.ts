/** All that the options page tells about the sources and their reading. */
import type { Services } from '@/lib/app/background/services';
import { ok, type Result } from '@/lib/core/result';
import { LOG_PAGE } from '@/lib/messaging/contract';
import type { Handlers } from '@/lib/messaging/router';
import type { ReadingProgress, SourceState } from '@/lib/model/source-state';
import { configure, secretsOf } from '@/lib/sources/registry';
import type { SourceRow } from '@/lib/store/rows';
import { nextTime } from '@/lib/sync/plan';

type StateHandlers = Pick<Handlers, 'source.states' | 'requestLog.read' | 'requestLog.clear'>;

export function createStates(services: Services): StateHandlers {
  const { store, recorder } = services;
  return {
    'source.states': () => readStates(services),
    async 'requestLog.read'(asked) {
      await recorder.flush();
      return store.readRequests(asked, LOG_PAGE);
    },
    async 'requestLog.clear'() {
      await recorder.flush();
      return store.clearRequests();
    },
  };
}

async function readStates(services: Services): Promise<Result<SourceState[]>> {
  const rows = await services.store.listRows();
  if (!rows.ok) return rows;
  const states: SourceState[] = [];
  for (const row of rows.value) {
    if (row.phase === 'purge') continue;
    // oxlint-disable-next-line no-await-in-loop -- a handful of rows
    const secrets = await services.store.readSecrets(row.id);
    if (!secrets.ok) return secrets;
    states.push(stateOf(services, row, secrets.value));
  }
  return ok(states.toSorted((a, b) => a.addedAt.localeCompare(b.addedAt)));
}

function stateOf(services: Services, row: SourceRow, secrets: Record<string, string>): SourceState {
  const { id, kind, name, addedAt, items, syncedAt, settings, lastCounts, skipped } = row;
  const configured = configure(kind, settings);
  const activity = activityOf(services, row);
  const nextAt = nextAtOf(services, row, activity);
  return {
    id,
    kind,
    name,
    addedAt,
    items,
    settings,
    lastCounts,
    skipped,
    activity,
    ...(syncedAt === undefined ? {} : { syncedAt }),
    ...(nextAt === null ? {} : { nextAt }),
    origins: configured.ok ? configured.value.origins : [],
    isSession: configured.ok && configured.value.sessionOrigin !== null,
    secrets: secretsOf(kind).map((field) => ({
      name: field.name,
      required: field.required,
      isSet: (secrets[field.name] ?? '') !== '',
    })),
    needs: row.needs,
    fault: row.fault,
    progress: progressOf(services, row),
  };
}

function activityOf(
  { activity, circumstances }: Services,
  { id, kind, phase, isPaused, sweep }: SourceRow,
): SourceState['activity'] {
  if (isPaused) return 'paused';
  if (circumstances.cadenceOf(kind) === null) return 'by-hand';
  const doing = activity.doing(id);
  if (doing === 'pull') return 'reading';
  if (doing === 'sweep') return 'checking';
  return phase === 'pull' || sweep !== null ? 'waiting' : 'idle';
}

function nextAtOf(
  { circumstances }: Services,
  row: SourceRow,
  activity: SourceState['activity'],
): string | null {
  if (activity !== 'idle' && activity !== 'waiting') return null;
  const at = nextTime(row, circumstances);
  if (at === null) return null;
  return new Date(Math.max(at, circumstances.now())).toISOString();
}

function progressOf({ activity }: Services, row: SourceRow): ReadingProgress | null {
  const rates = activity.rates(row.id);
  if (row.phase !== 'pull' && activity.doing(row.id) === null) return null;
  const { items, bytes, total } = row.reading;
  const progress: ReadingProgress = { items, bytes };
  if (total !== undefined) progress.total = Math.max(total, items);
  if (rates === null) return progress;
  progress.itemsPerSecond = rates.items;
  progress.bytesPerSecond = rates.bytes;
  if (total !== undefined && rates.items > 0) {
    progress.secondsLeft = Math.ceil(Math.max(0, total - items) / rates.items);
  }
  return progress;
}

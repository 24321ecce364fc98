/** What the background is made of. Nothing is opened or read before it is first used. */
import { createConnecting, type Connecting } from '@/lib/app/background/connecting';
import type { BackgroundPlatform } from '@/lib/app/background/platform';
import { createPresence, type Presence } from '@/lib/app/background/presence';
import { createRequestRecorder, type RequestRecorder } from '@/lib/app/background/request-recorder';
import { systemClock } from '@/lib/core/clock';
import { createEngine } from '@/lib/search/engine';
import { cadenceOf, configure } from '@/lib/sources/registry';
import type { TrivetDatabase } from '@/lib/store/database';
import { createStore, type Store } from '@/lib/store/store';
import type { Suggester } from '@/lib/suggest/contract';
import { toPrecedentDocument } from '@/lib/suggest/precedents';
import { toSearchDocument } from '@/lib/suggest/search-document';
import { createSuggester } from '@/lib/suggest/suggester';
import { createActivity, type Activity } from '@/lib/sync/activity';
import type { Circumstances } from '@/lib/sync/plan';
import type { SyncPorts } from '@/lib/sync/ports';
import { storeBehind } from '@/lib/sync/store-behind';
import { hasWork, readMsUntilDue, runSync } from '@/lib/sync/run';
import { createScheduler, type Scheduler } from '@/lib/sync/schedule';

export interface Services {
  platform: BackgroundPlatform;
  store: Store;
  suggester: Suggester;
  scheduler: Scheduler;
  connecting: Connecting;
  activity: Activity;
  presence: Presence;
  recorder: RequestRecorder;
  /** What the plan of reading depends on. */
  circumstances: Circumstances;
}

export function createServices(platform: BackgroundPlatform, db: TrivetDatabase): Services {
  const store = createStore(db);
  const activity = createActivity(systemClock);
  const behind = storeBehind(activity, store);
  const engine = createEngine(behind, { giveWay: () => activity.giveWay() });
  const recorder = createRequestRecorder(store);
  const connecting = createConnecting(platform, store, recorder, () => activity.giveWay());
  const presence = createPresence(systemClock, (origin) => {
    void resumeAt(origin, store).then(() => scheduler.wake());
  });
  const circumstances: Circumstances = {
    version: platform.version,
    now: systemClock,
    isActive: () => presence.isActive(),
    cadenceOf,
  };
  const ports: SyncPorts = {
    ...circumstances,
    store: behind,
    index: engine,
    connect: (source) => connecting.connect(source),
    toDocument: toSearchDocument,
    toPrecedentDocument,
    activity,
    random: () => Math.random(),
  };
  const scheduler = createScheduler({
    async hasWork() {
      await lookAround(platform, presence);
      return hasWork(ports);
    },
    run: () => platform.whileAwake(() => runSync(ports)),
    msUntilDue: () => readMsUntilDue(ports),
    onWake: () => activity.nudge(),
    alarm: platform.alarm,
    exclusively: (work) => platform.withLock('sync', work),
  });
  const suggester = createSuggester({
    engine,
    items: store,
    experience: store,
    now: () => new Date(systemClock()),
  });
  return {
    platform,
    store,
    suggester,
    scheduler,
    connecting,
    activity,
    presence,
    recorder,
    circumstances,
  };
}

/** A background that was stopped does not remember that the agent is at work; the tab in front tells. */
async function lookAround(platform: BackgroundPlatform, presence: Presence): Promise<void> {
  const origin = await platform.originInFront();
  if (origin !== null && platform.isHelpdesk(origin)) presence.note(origin);
}

/** The agent is at this helpdesk: what waits for its tab, or for a session there, goes on. */
async function resumeAt(origin: string, store: Store): Promise<void> {
  const rows = await store.listRows();
  if (!rows.ok) return;
  const ids = rows.value.flatMap(({ id, kind, settings, needs }) => {
    if (needs !== 'helpdesk-tab' && needs !== 'sign-in') return [];
    const configured = configure(kind, settings);
    return configured.ok && configured.value.sessionOrigin === origin ? [id] : [];
  });
  if (ids.length === 0) return;
  await store.satisfyNeed('helpdesk-tab', ids);
  await store.satisfyNeed('sign-in', ids);
}

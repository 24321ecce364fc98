/** What the background is made of. Nothing is opened or read before it is first used. */
import { systemClock } from '@/lib/core/clock';
import type { BackgroundPlatform } from '@/lib/app/background/platform';
import { createEngine } from '@/lib/search/engine';
import { createConnector } from '@/lib/sources/registry';
import type { Connector } from '@/lib/sources/contract';
import type { TrivetDatabase } from '@/lib/store/database';
import { createStore, type Store } from '@/lib/store/store';
import type { Suggester } from '@/lib/suggest/contract';
import { toPrecedentDocument } from '@/lib/suggest/precedents';
import { toSearchDocument } from '@/lib/suggest/search-document';
import { createSuggester } from '@/lib/suggest/suggester';
import type { SyncPorts } from '@/lib/sync/ports';
import { hasWork, runSync } from '@/lib/sync/run';
import { createScheduler, type Scheduler } from '@/lib/sync/schedule';

export interface Services {
  platform: BackgroundPlatform;
  store: Store;
  suggester: Suggester;
  scheduler: Scheduler;
  /** Null for kinds that are filled by hand. */
  connect(source: Parameters<typeof createConnector>[0]): Connector | null;
}

export function createServices(platform: BackgroundPlatform, db: TrivetDatabase): Services {
  const store = createStore(db);
  const engine = createEngine(store);
  const connect: Services['connect'] = (source) =>
    createConnector(source, {
      readOwnFile: (path, signal) => platform.readOwnFile(path, signal),
      now: systemClock,
    });
  const ports: SyncPorts = {
    store,
    index: engine,
    connect,
    toDocument: toSearchDocument,
    toPrecedentDocument,
    version: platform.version,
    now: systemClock,
  };
  const scheduler = createScheduler({
    hasWork: () => hasWork(ports),
    run: () => runSync(ports),
    alarm: platform.alarm,
    exclusively: (work) => platform.withLock('sync', work),
  });
  const suggester = createSuggester({
    engine,
    items: store,
    experience: store,
    now: () => new Date(systemClock()),
  });
  return { platform, store, suggester, scheduler, connect };
}

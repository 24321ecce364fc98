/** The background: sources, index and answers. It may be killed at any moment and starts from disk. */
import { createLog } from '@/lib/core/log';
import type { Result } from '@/lib/core/result';
import { relayCommands } from '@/lib/app/background/commands';
import { createHandlers, sampleSource } from '@/lib/app/background/handlers';
import { browserPlatform, type BackgroundPlatform } from '@/lib/app/background/platform';
import { createServices, type Services } from '@/lib/app/background/services';
import { startRouter, type Handlers } from '@/lib/messaging/router';
import { openDatabase, type TrivetDatabase } from '@/lib/store/database';

export interface BackgroundApp {
  services: Services;
  handlers: Handlers;
  /** Resolves when the first start has been prepared. */
  ready: Promise<void>;
}

const log = createLog('background');

/**
 * Starts the background. Every listener is registered before this returns: the event that woke us
 * is delivered only to listeners that are there by then.
 */
export function createBackgroundApp(
  platform: BackgroundPlatform = browserPlatform(),
  db: TrivetDatabase = openDatabase(),
): BackgroundApp {
  const services = createServices(platform, db);
  const ready = prepare(services);
  const handlers = createHandlers(services, ready);
  startRouter(handlers, platform);
  platform.alarm.onRing(() => services.scheduler.wake());
  platform.onOnline(() => void goOn(services, () => services.store.retryAfter('offline')));
  platform.onPermission(() => void goOn(services, () => services.store.retryAfter('forbidden')));
  platform.bindToolbarButton();
  relayCommands(platform);
  return { services, handlers, ready };
}

/** What stood in the way is gone: sources that it stopped are read at once. */
async function goOn({ scheduler }: Services, clear: () => Promise<Result<null>>): Promise<void> {
  const cleared = await clear();
  if (!cleared.ok) log.warn('could not go on', cleared.fault);
  scheduler.wake();
}

/** Installs the sample the first time ever, and goes on with whatever was interrupted. */
async function prepare({ store, scheduler }: Services): Promise<void> {
  const seeded = await store.seedSource(sampleSource());
  if (!seeded.ok) log.warn('could not prepare the first start', seeded.fault);
  scheduler.wake();
}

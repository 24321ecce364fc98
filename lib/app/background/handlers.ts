/** The answers to every message of the contract. */
import { withTimeLimit } from '@/lib/core/async';
import { isoTime, systemClock } from '@/lib/core/clock';
import { ok, type Result } from '@/lib/core/result';
import { createHelpscout } from '@/lib/app/background/helpscout';
import { createImporting } from '@/lib/app/background/importing';
import { createLearning } from '@/lib/app/background/learning';
import { createReplies } from '@/lib/app/background/replies';
import type { Services } from '@/lib/app/background/services';
import { createControl } from '@/lib/app/background/sources/control';
import { createDrafts } from '@/lib/app/background/sources/drafts';
import { createOffer } from '@/lib/app/background/sources/offer';
import { createRechecks } from '@/lib/app/background/sources/rechecks';
import { createStates } from '@/lib/app/background/sources/states';
import { createTransfer } from '@/lib/app/background/sources/transfer';
import type { Handlers } from '@/lib/messaging/router';
import type { Source } from '@/lib/model/source';
import { SAMPLE_SOURCE_ID } from '@/lib/sources/sample/map';
import { isDamagedIndex } from '@/lib/sync/index-pending';
import { readIndexStatus } from '@/lib/sync/status';

/** Below the asking side's own limit. */
const SAMPLE_PATIENCE_MS = 8_000;

/** The source that ships with the extension. */
export function sampleSource() {
  const addedAt = isoTime(systemClock);
  return { id: SAMPLE_SOURCE_ID, kind: 'sample', name: 'Fernway', addedAt } as const;
}

/** Handlers over the services; `ready` resolves when the first start has been prepared. */
export function createHandlers(services: Services, ready: Promise<unknown>): Handlers {
  const { platform, store, suggester, scheduler, presence, activity } = services;
  return {
    'suggest.forTicket': ({ ticket }) =>
      activity.ahead(async () => {
        presence.note(ticket.origin);
        return noticeDamage(services, await suggester.suggest(ticket));
      }),
    'search.typed': ({ text, locale }) =>
      activity.ahead(async () => noticeDamage(services, await suggester.lookup(text, locale))),
    'item.read': ({ id }) => store.readItem(id),
    ...createLearning(services),
    ...createRechecks(services),
    ...createReplies(services),
    ...createHelpscout(services),
    async 'index.status'() {
      await ready;
      return readIndexStatus(store, platform.version, scheduler);
    },
    async 'source.list'() {
      await ready;
      return store.listSources();
    },
    'source.addSample': () => addSample(services),
    ...createDrafts(services),
    ...createControl(services),
    ...createStates(services),
    ...createTransfer(services),
    ...createOffer(services),
    ...createImporting(services),
    'page.openOptions': () => platform.openOptions(),
  };
}

/** Answers when the sample has been read, or with what is there of it when that takes long. */
async function addSample(services: Services): Promise<Result<Source>> {
  const { store, scheduler } = services;
  const sample = sampleSource();
  const draft = { kind: sample.kind, settings: {}, secrets: {} };
  const connection = await services.connecting.connectDraft(draft);
  if (!connection.ok) return connection;
  const readable = await connection.value.connector.check(AbortSignal.timeout(SAMPLE_PATIENCE_MS));
  if (!readable.ok) return readable;
  const added = await store.addSource(sample);
  if (!added.ok) return added;
  scheduler.wake();
  await withTimeLimit(scheduler.whenIdle(), SAMPLE_PATIENCE_MS, () => undefined);
  const sources = await store.listSources();
  if (!sources.ok) return sources;
  return ok(sources.value.find(({ id }) => id === sample.id) ?? added.value);
}

/** An index that turns out to be damaged is made anew while the asker is told that it is broken. */
async function noticeDamage<T>(
  { store, scheduler }: Services,
  answer: Result<T>,
): Promise<Result<T>> {
  if (!answer.ok && isDamagedIndex(answer.fault)) {
    const marked = await store.markAllPending();
    if (marked.ok) scheduler.wake();
  }
  return answer;
}

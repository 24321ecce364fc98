/** Makes connectors for sources and for drafts of them, each with its own way out. */
import type { BackgroundPlatform } from '@/lib/app/background/platform';
import type { RequestRecorder } from '@/lib/app/background/request-recorder';
import { createSessionFetch } from '@/lib/app/background/session-fetch';
import { sleep } from '@/lib/core/async';
import { systemClock } from '@/lib/core/clock';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { Recheck } from '@/lib/model/recheck';
import type { SourceDraft } from '@/lib/model/source-draft';
import { createSourceHttp, type CountedHttp, type HttpScope } from '@/lib/sources/http';
import { recheckPage } from '@/lib/sources/page-recheck';
import { configure, secretsOf } from '@/lib/sources/registry';
import type { Store } from '@/lib/store/store';
import { detectLanguage } from '@/lib/suggest/language';
import type { Connection, SourceProgress } from '@/lib/sync/ports';
import { NO_PERMISSION } from '@/lib/sync/trouble';

export interface Connecting {
  /** For a source at rest, with its stored secrets. */
  connect(source: SourceProgress): Promise<Result<Connection>>;
  /** What the source's place says of one of its items now. */
  recheck(source: SourceProgress, item: Item, signal: AbortSignal): Promise<Result<Recheck>>;
  /** For what is being filled in; stored secrets stand in for those left out. */
  connectDraft(draft: SourceDraft): Promise<Result<Connection>>;
  /** A way to one origin, for asking a place what it is; `forbidden` until the agent allows it. */
  wayTo(origin: string): Promise<Result<CountedHttp>>;
}

interface OpenConnection extends Connection {
  http: CountedHttp;
}

export function createConnecting(
  platform: BackgroundPlatform,
  store: Pick<Store, 'readSecrets'>,
  recorder: RequestRecorder,
  giveWay: () => Promise<void>,
): Connecting {
  const wayOut = createSourceHttp({
    fetch: (url, init) => platform.fetch(url, init),
    now: systemClock,
    sleep,
    exclusively: (name, signal, work) => platform.withLock(`host ${name}`, work, signal),
    random: () => Math.random(),
    isOnline: () => platform.isOnline(),
    log: (entry) => recorder.add(entry),
  });

  const allowed = async (scope: HttpScope): Promise<Result<CountedHttp>> =>
    (await platform.hasOrigins(scope.origins))
      ? ok(wayOut(scope))
      : fail(fault('forbidden', { why: NO_PERMISSION }));

  async function open(
    { kind, settings }: Pick<SourceProgress, 'kind' | 'settings'>,
    id: string,
    secrets: Record<string, string>,
  ): Promise<Result<OpenConnection>> {
    const configured = configure(kind, settings);
    if (!configured.ok) return configured;
    const { origins, sessionOrigin } = configured.value;
    const lacks = secretsOf(kind).find(({ name, required }) => required && !secrets[name]);
    if (lacks !== undefined) return fail(fault('signed-out', { field: lacks.name }));
    const tab = sessionOrigin === null ? {} : { tab: createSessionFetch(platform, sessionOrigin) };
    const http = await allowed({ sourceId: id, origins, ...tab });
    if (!http.ok) return http;
    const connector = configured.value.create(
      { id, secrets },
      {
        http: http.value,
        now: systemClock,
        readOwnFile: (path, signal) => platform.readOwnFile(path, signal),
        languageOf: (text) => detectLanguage(text, platform.locale),
        giveWay,
      },
    );
    return ok({ connector, http: http.value, takeBytes: () => http.value.takeBytes() });
  }

  async function openSource(source: SourceProgress): Promise<Result<OpenConnection>> {
    const secrets = await store.readSecrets(source.id);
    return secrets.ok ? open(source, source.id, secrets.value) : secrets;
  }

  return {
    connect: openSource,
    async recheck(source, item, signal) {
      const connection = await openSource(source);
      if (!connection.ok) return connection;
      const { connector, http } = connection.value;
      return connector.recheck?.(item, signal) ?? recheckPage(http, item, signal);
    },
    async connectDraft(draft) {
      const stored = draft.id === undefined ? ok({}) : await store.readSecrets(draft.id);
      if (!stored.ok) return stored;
      return open(draft, draft.id ?? 'draft', { ...stored.value, ...draft.secrets });
    },
    wayTo: (origin) => allowed({ sourceId: '', origins: [origin] }),
  };
}

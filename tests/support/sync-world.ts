/** The real store, engine and sample connector over a database in memory, for tests of syncing. */
import { IDBFactory } from 'fake-indexeddb';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { createEngine } from '@/lib/search/engine';
import type { SearchEngine } from '@/lib/search/contract';
import type { Connector } from '@/lib/sources/contract';
import { cadenceOf } from '@/lib/sources/registry';
import { createSampleConnector } from '@/lib/sources/sample/connector';
import { SAMPLE_FILES } from '@/lib/sources/sample/files';
import { createStore, type Store } from '@/lib/store/store';
import { toPrecedentDocument } from '@/lib/suggest/precedents';
import { toSearchDocument } from '@/lib/suggest/search-document';
import { createActivity } from '@/lib/sync/activity';
import type { SyncPorts } from '@/lib/sync/ports';
import { freshDatabase } from '@/tests/support/store';

export const SAMPLE = {
  id: 'sample',
  kind: 'sample',
  name: 'Fernway',
  addedAt: '2026-11-22T08:00:00.000Z',
} as const;

/** A sample of our own: `articles` ids, spread over the English files. */
export function articleFiles(articles: readonly string[]): Map<string, string> {
  const files = new Map(
    SAMPLE_FILES.map(({ path, kind }) => [path, kind === 'articles' ? '' : '[]']),
  );
  const english = SAMPLE_FILES.filter((file) => file.kind === 'articles' && file.locale === 'en');
  for (const [at, id] of articles.entries()) {
    const path = english[at % english.length]?.path ?? '';
    files.set(path, `${files.get(path) ?? ''}${articleText(id)}`);
  }
  return files;
}

function articleText(id: string): string {
  const head = `id: ${id}\ntitle: Title ${id}\nsection: S\nproducts: [pos]\nlabels: []`;
  return `---\n${head}\nvisibility: public\nupdatedAt: 2026-11-10\n---\nBody of ${id}.\n`;
}

export interface SyncWorld {
  store: Store;
  engine: SearchEngine;
  ports: SyncPorts;
}

/**
 * A background as it starts: what is on `disk` is all it knows. `onStep` is told before every call
 * of the store, the index and a connector; what it throws is thrown there.
 */
export function startWorld(
  files: ReadonlyMap<string, string>,
  disk = new IDBFactory(),
  onStep: (what: string) => void = () => {},
): SyncWorld {
  const store = watched(createStore(freshDatabase(disk)), onStep);
  const engine = watched(createEngine(store), onStep);
  const readOwnFile = (path: string): Promise<Result<string>> => {
    const text = files.get(path);
    return Promise.resolve(text === undefined ? fail(fault('not-found')) : ok(text));
  };
  const ports: SyncPorts = {
    store,
    index: engine,
    connect: () => {
      const connector: Connector = createSampleConnector(readOwnFile, Date.now);
      return Promise.resolve(ok({ connector: watched(connector, onStep), takeBytes: () => 0 }));
    },
    toDocument: toSearchDocument,
    toPrecedentDocument,
    activity: createActivity(Date.now),
    version: '1.0.0',
    now: Date.now,
    random: () => 0,
    isActive: () => false,
    cadenceOf,
  };
  return { store, engine, ports };
}

function watched<T extends object>(target: T, onStep: (what: string) => void): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      const value: unknown = Reflect.get(object, key, receiver);
      if (typeof value !== 'function') return value;
      return (...values: unknown[]): unknown => {
        onStep(String(key));
        return value.apply(object, values);
      };
    },
  });
}

/** Two places, and a background that reads them over the real way out, store and index. */
import assert from 'node:assert/strict';
import type { IDBFactory } from 'fake-indexeddb';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import { createEngine } from '@/lib/search/engine';
import type { SearchEngine } from '@/lib/search/contract';
import { createSourceHttp } from '@/lib/sources/http';
import { createStore, type Store } from '@/lib/store/store';
import { toPrecedentDocument } from '@/lib/suggest/precedents';
import { toSearchDocument } from '@/lib/suggest/search-document';
import { createActivity } from '@/lib/sync/activity';
import { storeBehind } from '@/lib/sync/store-behind';
import type { SyncPorts } from '@/lib/sync/ports';
import { hasWork, runSync } from '@/lib/sync/run';
import { placeFetch } from '@/tests/support/sources/place-fetch';
import { freshDatabase } from '@/tests/support/store';
import { MISHAPS, type MishapName } from '@/tests/support/sync/mishaps';
import { createPlainConnector } from '@/tests/support/sync/plain-connector';
import { PlainPlace } from '@/tests/support/sync/plain-place';
import { unwrap } from '@/tests/support/unwrap';

export const MOST_ROWS = 12;

const START = Date.UTC(2026, 10, 2, 8);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const IDS = ['a', 'b'];
const CADENCE = { pullMs: HOUR, pullActiveMs: HOUR / 12, sweepMs: DAY };

export interface Change {
  how: string;
  place: number;
  row: number;
}

interface Sync {
  isHurried: boolean;
  mishaps: { at: number; what: MishapName }[];
  meanwhile: [number, Change][];
  deathAt: number | null;
}

const QUIET: Sync = { isHurried: false, mishaps: [], meanwhile: [], deathAt: null };

export class ModelWorld {
  readonly #disk: IDBFactory;
  readonly #places: PlainPlace[];
  #now = START;
  #skew = 0;
  #engine!: SearchEngine;
  #store!: Store;
  #ports!: SyncPorts;
  /** What the sync under way meets, and how far it is. */
  #sync: Sync = QUIET;
  #requests = 0;
  #steps = 0;

  private constructor(disk: IDBFactory) {
    this.#disk = disk;
    const now = () => this.#now;
    this.#places = [
      new PlainPlace('https://a.example', true, now),
      new PlainPlace('https://b.example', false, now),
    ];
  }

  static async start(disk: IDBFactory): Promise<ModelWorld> {
    const world = new ModelWorld(disk);
    world.#boot();
    for (const id of IDS) {
      const addedAt = new Date(START).toISOString();
      unwrap(await world.#store.addSource({ id, kind: 'site', name: id, addedAt }));
    }
    return world;
  }

  change({ how, place, row }: Change): void {
    const at = this.#places[place]!;
    if (how === 'create' && at.rows.length < MOST_ROWS) at.create();
    else if (how === 'edit') at.edit(row);
    else if (how === 'delete') at.delete(row);
    else if (how === 'hide') at.hide(row);
    else if (how === 'show') at.show(row);
    else if (how === 'restore') at.restore(row);
  }

  wait(milliseconds: number): void {
    this.#now += milliseconds;
  }

  setSkew(milliseconds: number): void {
    this.#skew = milliseconds;
  }

  async loseIndex(): Promise<void> {
    unwrap(await this.#engine.reset());
  }

  async control(what: 'hurry' | 'read anew' | 'pause', place: number): Promise<void> {
    const id = IDS[place]!;
    if (what === 'pause') unwrap(await this.#store.pauseSource(id, true));
    else unwrap(await this.#store.hurrySource(id, what === 'read anew'));
  }

  /** One run. What was stored and could be read all the time is stored after it, too. */
  async sync(met: Sync): Promise<void> {
    if (met.isHurried) for (const id of IDS) unwrap(await this.#store.hurrySource(id, false));
    const before = await this.stored();
    const readable = new Set(this.truth().keys());
    this.#sync = met;
    this.#requests = 0;
    this.#steps = 0;
    try {
      await runSync(this.#ports);
    } catch (error) {
      if (!(error instanceof Error && error.message === 'killed')) throw error;
    }
    const isDead = met.deathAt !== null && this.#steps > met.deathAt;
    this.#sync = QUIET;
    if (isDead) this.#boot();
    const after = await this.stored();
    const hidden = new Set(met.meanwhile.map(([, change]) => change.place));
    const still = this.truth();
    for (const id of before.keys()) {
      const isTouched = hidden.has(IDS.indexOf(id.split(':')[0]!));
      if (!isTouched && readable.has(id) && still.has(id)) {
        assert(after.has(id), `${id} was there all the time`);
      }
    }
  }

  /** Nothing happens any more, and the agent has done what was asked: some days pass. */
  async settle(): Promise<void> {
    this.#skew = 0;
    // Longer than any place asked to be left alone.
    this.#now += HOUR;
    for (const id of IDS) unwrap(await this.#store.pauseSource(id, false));
    // The first pull may be the rest of one that was interrupted, the second has read since then.
    for (let pull = 1; pull <= 2; pull += 1) {
      for (const id of IDS) unwrap(await this.#store.hurrySource(id, false));
      await this.sync(QUIET);
    }
    await this.#checkGone();
    // Longer than ids that pulls did not bring are left alone.
    for (const days of [2, 2, 31, 2, 2]) {
      this.#now += days * DAY;
      await this.sync(QUIET);
      assert.deepEqual(await hasWork(this.#ports), ok(false));
    }
  }

  /** What a place itself says is deleted or hidden is gone with the next pull: no sweep is waited for. */
  async #checkGone(): Promise<void> {
    const truth = this.truth();
    for (const id of (await this.stored()).keys()) {
      if (id.startsWith('a:')) assert(truth.has(id), `${id} is gone`);
    }
  }

  /** Titles by item id. */
  truth(): Map<string, string> {
    const rows = this.#places.flatMap((place, at) =>
      [...place.truth()].map(([id, title]): [string, string] => [
        `${IDS[at]}:article:${id}`,
        title,
      ]),
    );
    return sorted(rows);
  }

  async stored(): Promise<Map<string, string>> {
    const ids = IDS.flatMap((source) =>
      Array.from({ length: MOST_ROWS }, (_, at) => `${source}:article:${at + 1}`),
    );
    const items = unwrap(await this.#store.readItems(ids));
    assert.equal(unwrap(await this.#store.countItems()), items.length);
    return sorted(items.map(({ id, title }): [string, string] => [id, title]));
  }

  /** What the index finds by the title of each item that is stored, and nothing beside. */
  async indexed(): Promise<Map<string, string>> {
    const stored = await this.stored();
    assert.equal(unwrap(await this.#engine.size()), stored.size);
    const found: [string, string][] = [];
    for (const [id, title] of stored) {
      const parts = [{ text: title, weight: 1, locale: 'en' }];
      const hits = unwrap(await this.#engine.search({ parts, lists: [{ limit: 50 }] })).lists[0];
      if (hits?.some((hit) => hit.id === id) === true) found.push([id, title]);
    }
    return sorted(found);
  }

  /** A background as it starts: what is on the disk is all it knows. */
  #boot(): void {
    const onStep = () => this.#count();
    const store = watched(createStore(freshDatabase(this.#disk)), onStep);
    const now = () => this.#now + this.#skew;
    const activity = createActivity(now);
    const behind = storeBehind(activity, store);
    const engine = watched(createEngine(behind), onStep);
    const wayOut = createSourceHttp({
      fetch: (url, init) => this.#fetch(url, init),
      now,
      sleep: (milliseconds) => {
        this.#now += milliseconds;
        return Promise.resolve();
      },
      exclusively: (_name, _signal, work) => work(),
      random: () => 0.5,
      isOnline: () => true,
      log: () => {},
    });
    this.#store = store;
    this.#engine = engine;
    this.#ports = {
      store: behind,
      index: engine,
      connect: ({ id }) => {
        const place = this.#places[IDS.indexOf(id)];
        if (place === undefined) return Promise.resolve(fail(fault('not-found')));
        const http = wayOut({ sourceId: id, origins: [place.origin] });
        const connector = createPlainConnector(id, place.origin, { http, now });
        return Promise.resolve(ok({ connector, takeBytes: () => http.takeBytes() }));
      },
      toDocument: toSearchDocument,
      toPrecedentDocument,
      activity,
      version: '1.0.0',
      now,
      random: () => 0.5,
      isActive: () => false,
      cadenceOf: () => CADENCE,
    };
  }

  #count(): void {
    this.#steps += 1;
    const { deathAt } = this.#sync;
    if (deathAt !== null && this.#steps > deathAt) throw new Error('killed');
  }

  #fetch(url: string, init: RequestInit): Promise<Response> {
    this.#count();
    const at = this.#requests++;
    for (const [request, change] of this.#sync.meanwhile) if (request === at) this.change(change);
    this.#now += 137;
    const mishap = this.#sync.mishaps.find((one) => one.at === at);
    if (mishap !== undefined) return MISHAPS[mishap.what]();
    const place = this.#places.find(({ origin }) => url.startsWith(origin))!;
    return placeFetch(place)(url, init);
  }
}

function sorted(entries: [string, string][]): Map<string, string> {
  return new Map(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function watched<T extends object>(target: T, onStep: () => void): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      const value: unknown = Reflect.get(object, key, receiver);
      if (typeof value !== 'function') return value;
      return (...values: unknown[]): unknown => {
        onStep();
        return value.apply(object, values);
      };
    },
  });
}

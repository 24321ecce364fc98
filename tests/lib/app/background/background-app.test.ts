/** The background with its real store, engine, suggester and sample, on a database in memory. */
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createBackgroundApp, type BackgroundApp } from '@/lib/app/background-app';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import { UNKNOWN_LOCALE } from '@/lib/model/item';
import { createPlatformInHand, type PlatformInHand } from '@/tests/support/background-platform';
import { makeArticle, paragraph } from '@/tests/support/items';
import { readSampleTickets, toTicket } from '@/tests/support/sample-tickets';
import { freshDatabase } from '@/tests/support/store';
import { unwrap } from '@/tests/support/unwrap';

/** The whole sample is indexed, on machines that may be busy with other tests. */
const PATIENCE_MS = 40_000;
vi.setConfig({ testTimeout: 2 * PATIENCE_MS });

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

type Running = Pick<BackgroundApp, 'services' | 'handlers'> & { platform: PlatformInHand };

/** Starts a background over the disk and waits until it has nothing more to do. */
async function start(disk = new IDBFactory()): Promise<Running> {
  const platform = createPlatformInHand();
  const { services, handlers, ready } = createBackgroundApp(platform, freshDatabase(disk));
  await ready;
  await vi.waitFor(async () => {
    const { state } = unwrap(await handlers['index.status']({}));
    expect(state).not.toBe('indexing');
  }, PATIENCE_MS);
  await services.scheduler.whenIdle();
  return { platform, services, handlers };
}

describe('createBackgroundApp', () => {
  it('has registered its listeners when it returns', () => {
    const platform = createPlatformInHand();
    createBackgroundApp(platform, freshDatabase());
    expect(fakeBrowser.runtime.onMessage).toSatisfy((event: { hasListeners(): boolean }) =>
      event.hasListeners(),
    );
    expect(platform.done).toContain('bind toolbar button');
    platform.press('insert-link', { id: 1, windowId: 1, url: 'https://acme.zendesk.com/agent' });
    expect(platform.sent).toHaveLength(1);
  });

  it('installs the sample once, and does not bring it back after it was removed', async () => {
    const disk = new IDBFactory();
    const { handlers, services } = await start(disk);
    const sources = unwrap(await handlers['source.list']({}));
    expect(sources).toMatchObject([{ id: 'sample', kind: 'sample' }]);
    const status = unwrap(await handlers['index.status']({}));
    expect(status).toEqual({
      state: 'ready',
      items: sources[0]?.items,
      indexed: sources[0]?.items,
    });
    unwrap(await handlers['source.remove']({ id: 'sample' }));
    await services.scheduler.whenIdle();
    const again = await start(disk);
    expect(unwrap(await again.handlers['index.status']({})).state).toBe('empty');
    const added = unwrap(await again.handlers['source.addSample']({}));
    expect(added.items).toBe(status.items);
  });

  it('suggests without what was dismissed on the ticket', async () => {
    const { handlers } = await start();
    const sample = readSampleTickets().find(({ expect: wanted }) => wanted.articles.length > 0);
    const ticket = toTicket(sample!);
    const list = unwrap(await handlers['suggest.forTicket']({ ticket }));
    const itemId = list.suggestions[0]!.item.id;
    const signal = {
      id: '1',
      kind: 'dismissed' as const,
      ticketKey: list.ticketKey,
      itemId,
      at: '2026-11-22T08:00:00.000Z',
    };
    unwrap(await handlers['signal.record']({ signal }));
    const ids = async () =>
      unwrap(await handlers['suggest.forTicket']({ ticket })).suggestions.map(
        ({ item }) => item.id,
      );
    expect(await ids()).not.toContain(itemId);
    unwrap(await handlers['signal.remove']({ id: '1' }));
    expect(await ids()).toContain(itemId);
  });

  it('finds typed words, reads items, opens the options page', async () => {
    const { handlers, platform } = await start();
    const [first] = unwrap(await handlers['search.typed']({ text: 'offline', locale: 'en' }));
    expect(unwrap(await handlers['item.read']({ id: first!.id })).title).toBe(first!.title);
    expect(await handlers['item.read']({ id: 'x' })).toEqual(fail(fault('not-found')));
    expect(await handlers['page.openOptions']({})).toEqual(ok(null));
    expect(platform.done).toContain('open options');
  });

  it('takes in a file and indexes it with its last batch', async () => {
    const { handlers, services } = await start();
    const syncedAt = '2026-11-22T10:00:00.000Z';
    const item = makeArticle('zebra', {
      id: 'file-1:article:zebra',
      sourceId: 'file-1',
      title: 'Zebra crossing',
      syncedAt,
    });
    const source = { id: 'file-1', name: 'docs.json' };
    const batch = { source, syncedAt, items: [item], isLast: true };
    expect(unwrap(await handlers['source.importItems'](batch))).toMatchObject({ items: 1 });
    await services.scheduler.whenIdle();
    const hits = unwrap(await handlers['search.typed']({ text: 'zebra', locale: 'en' }));
    expect(hits.map(({ id }) => id)).toEqual([item.id]);
  });

  it('tells the language of imported documents that do not say theirs', async () => {
    const { handlers } = await start();
    const syncedAt = '2026-11-22T11:00:00.000Z';
    const item = makeArticle('drucker', {
      id: 'file-1:article:drucker',
      sourceId: 'file-1',
      locale: UNKNOWN_LOCALE,
      title: 'Der Drucker druckt nicht',
      blocks: [paragraph('Die Kasse druckt keinen Beleg, obwohl der Drucker eingeschaltet ist.')],
      syncedAt,
    });
    const source = { id: 'file-1', name: 'docs.csv' };
    unwrap(await handlers['source.importItems']({ source, syncedAt, items: [item], isLast: true }));
    const stored = unwrap(await handlers['item.read']({ id: item.id }));
    expect(stored.locale).toBe('de');
    expect(stored.contentHash).not.toBe(item.contentHash);
  });

  it('makes an index anew that turns out to be damaged when asked', async () => {
    const disk = new IDBFactory();
    const { services, handlers } = await start(disk);
    const { items } = unwrap(await handlers['index.status']({}));
    const { store } = services;
    const commit = unwrap(await store.readCommit())!;
    for (const { name } of commit.segments) {
      unwrap(await store.writeBlocks(name, 0, [new Uint8Array(9)]));
    }
    const restarted = await start(disk);
    const ticket = toTicket(readSampleTickets()[0]!);
    expect(await restarted.handlers['suggest.forTicket']({ ticket })).toMatchObject({
      fault: { kind: 'storage-broken' },
    });
    await restarted.services.scheduler.whenIdle();
    const list = unwrap(await restarted.handlers['suggest.forTicket']({ ticket }));
    expect(list.searchedItems).toBe(items);
  });

  it('says that the storage is broken when it is, and does not throw', async () => {
    const disk = new IDBFactory();
    vi.spyOn(disk, 'open').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    const { handlers } = createBackgroundApp(createPlatformInHand(), freshDatabase(disk));
    const ticket = toTicket(readSampleTickets()[0]!);
    const broken = { ok: false, fault: { kind: 'storage-broken' } };
    expect(await handlers['suggest.forTicket']({ ticket })).toMatchObject(broken);
    expect(await handlers['index.status']({})).toMatchObject(broken);
    expect(await handlers['source.addSample']({})).toMatchObject(broken);
  });
});

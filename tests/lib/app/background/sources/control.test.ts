import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import { AGENT } from '@/tests/support/sources/zendesk-lists';
import {
  ACME,
  PUBLIC_GUIDE,
  startSources,
  type SourcesBackground,
} from '@/tests/support/sources-background';
import { unwrap } from '@/tests/support/unwrap';

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

const TOKEN_GUIDE = { ...PUBLIC_GUIDE, settings: { ...PUBLIC_GUIDE.settings, access: 'token' } };

async function add(
  { handlers, idle }: SourcesBackground,
  draft: typeof PUBLIC_GUIDE = PUBLIC_GUIDE,
) {
  const { id } = unwrap(await handlers['source.add']({ draft, name: 'Help' }));
  await idle();
  return id;
}

const state = async ({ handlers }: SourcesBackground) =>
  unwrap(await handlers['source.states']({}))[0];

describe('the state of a source', () => {
  it('says what it holds, what came last and when it is read next', async () => {
    const world = await startSources();
    await add(world);
    const read = await state(world);
    expect(read).toMatchObject({
      name: 'Help',
      items: 8,
      origins: [ACME],
      isSession: false,
      activity: 'idle',
      needs: null,
      fault: null,
      progress: null,
      lastCounts: { added: 8, changed: 0, removed: 0, skipped: 0 },
      secrets: [
        { name: 'email', required: false, isSet: false },
        { name: 'token', required: false, isSet: false },
      ],
    });
    expect(read!.lastCounts!.bytes).toBeGreaterThan(1_000);
    expect(Date.parse(read!.nextAt!)).toBeGreaterThan(Date.now());
  });

  it('tells of a refused sign-in once, keeps the items, and goes on with new secrets', async () => {
    const world = await startSources();
    await add(world);
    const { handlers, idle, asked } = world;
    const id = (await state(world))!.id;
    const settings = { ...PUBLIC_GUIDE.settings, access: 'token' };
    unwrap(await handlers['source.edit']({ id, settings, secrets: { email: 'x', token: 'old' } }));
    await idle();
    const signedOut = { needs: 'sign-in', fault: { kind: 'signed-out' }, activity: 'waiting' };
    expect(await state(world)).toMatchObject({ ...signedOut, items: 8 });
    expect(await state(world)).not.toHaveProperty('nextAt');
    const before = asked.length;
    world.platform.ring();
    await idle();
    expect(asked.length).toBe(before);
    unwrap(await handlers['source.edit']({ id, secrets: AGENT }));
    await idle();
    expect(await state(world)).toMatchObject({ needs: null, fault: null, items: 8 });
  });

  it('never tells secrets', async () => {
    const world = await startSources();
    unwrap(
      await world.handlers['source.add']({ draft: { ...TOKEN_GUIDE, secrets: AGENT }, name: 'H' }),
    );
    await world.idle();
    const told = [
      await state(world),
      await world.handlers['source.exportAll']({}),
      await world.handlers['requestLog.read']({}),
      await world.handlers['source.list']({}),
    ];
    expect(JSON.stringify(told)).not.toContain(AGENT.token);
    expect((await state(world))?.secrets).toContainEqual({
      name: 'token',
      required: false,
      isSet: true,
    });
  });

  it('waits for a permission that was taken back, and goes on when it is given', async () => {
    const world = await startSources();
    const id = await add(world);
    world.platform.browser.allowed.clear();
    unwrap(await world.handlers['source.syncNow']({ id, isFull: false }));
    await world.idle();
    expect(await state(world)).toMatchObject({ needs: 'permission', items: 8 });
    world.platform.allow(ACME);
    await vi.waitFor(async () => expect(await state(world)).toMatchObject({ needs: null }));
  });
});

describe('without a connection', () => {
  it('nothing is lost, and reading goes on when it is back', async () => {
    const world = await startSources();
    world.platform.browser.isOnline = false;
    await add(world);
    expect(await state(world)).toMatchObject({ activity: 'waiting', fault: { kind: 'offline' } });
    expect((await state(world))!.nextAt).toBeDefined();
    world.platform.goOnline();
    await vi.waitFor(async () => {
      await world.idle();
      expect(await state(world)).toMatchObject({ items: 8, fault: null });
    });
  });
});

describe('pausing, stopping, hurrying', () => {
  it('reads nothing while paused, and goes on from there', async () => {
    const world = await startSources();
    const id = await add(world);
    unwrap(await world.handlers['source.pause']({ id }));
    await world.idle();
    expect(await state(world)).toMatchObject({ activity: 'paused' });
    world.place.shelf.create('New');
    const before = world.asked.length;
    world.platform.ring();
    await world.idle();
    expect(world.asked.length).toBe(before);
    unwrap(await world.handlers['source.resume']({ id }));
    unwrap(await world.handlers['source.syncNow']({ id, isFull: false }));
    await world.idle();
    expect(await state(world)).toMatchObject({ activity: 'idle', items: 10 });
  });

  it('stops a reading that hangs, and keeps what came', async () => {
    const world = await startSources();
    const hung: (() => void)[] = [];
    const real = world.platform.browser.fetch;
    world.platform.browser.fetch = (url, init) =>
      url.includes('articles') && world.asked.length > 2
        ? new Promise((_, reject) => {
            const stop = () => reject(new DOMException('', 'AbortError'));
            init.signal?.addEventListener('abort', stop);
            hung.push(stop);
          })
        : real(url, init);
    const { id } = unwrap(
      await world.handlers['source.add']({ draft: PUBLIC_GUIDE, name: 'Help' }),
    );
    await vi.waitFor(() => expect(hung).toHaveLength(1));
    expect(await state(world)).toMatchObject({ activity: 'reading', progress: {} });
    unwrap(await world.handlers['source.cancel']({ id }));
    await world.idle();
    const stopped = await state(world);
    expect(stopped).toMatchObject({ activity: 'waiting', fault: null });
    expect(Date.parse(stopped!.nextAt!)).toBeGreaterThan(Date.now() + 60_000);
    world.platform.browser.fetch = real;
    unwrap(await world.handlers['source.syncNow']({ id, isFull: false }));
    await world.idle();
    expect(await state(world)).toMatchObject({ activity: 'idle', items: 8 });
  });

  it('reads everything and checks what is still there when told to', async () => {
    const world = await startSources();
    const id = await add(world);
    world.place.shelf.delete(101);
    unwrap(await world.handlers['source.syncNow']({ id, isFull: false }));
    await world.idle();
    expect(await state(world)).toMatchObject({ items: 8 });
    unwrap(await world.handlers['source.syncNow']({ id, isFull: true }));
    await world.idle();
    expect(await state(world)).toMatchObject({ items: 6, activity: 'idle' });
  });

  it('knows when a source is not there', async () => {
    const { handlers } = await startSources();
    const gone = fail(fault('not-found'));
    for (const name of [
      'source.pause',
      'source.resume',
      'source.cancel',
      'source.remove',
    ] as const) {
      expect(await handlers[name]({ id: 'x' })).toEqual(gone);
    }
    expect(await handlers['source.edit']({ id: 'x', name: 'y' })).toEqual(gone);
  });
});

describe('changing', () => {
  it('other settings drops what is no longer wanted', async () => {
    const world = await startSources();
    const id = await add(world);
    const settings = { ...PUBLIC_GUIDE.settings, locales: ['de'] };
    unwrap(await world.handlers['source.edit']({ id, settings, name: 'Hilfe' }));
    await world.idle();
    expect(await state(world)).toMatchObject({ name: 'Hilfe', items: 4, settings });
    const odd = await world.handlers['source.edit']({ id, settings: { origin: 1 } });
    expect(odd).toMatchObject({ fault: { kind: 'bad-message' } });
  });

  it('removing takes the items and the secrets at once', async () => {
    const disk = new IDBFactory();
    const world = await startSources(4, disk);
    const id = await add(world);
    unwrap(await world.handlers['source.edit']({ id, secrets: AGENT }));
    unwrap(await world.handlers['source.remove']({ id }));
    expect(unwrap(await world.handlers['index.status']({})).items).toBe(0);
    expect(await world.services.store.readSecrets(id)).toEqual(ok({}));
    await world.idle();
    expect(await state(world)).toBeUndefined();
    expect(unwrap(await world.services.store.countDocuments())).toBe(0);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRechecks, RECHECK_MS } from '@/lib/app/background/sources/rechecks';
import {
  ACME,
  PUBLIC_GUIDE,
  startSources,
  type SourcesBackground,
} from '@/tests/support/sources-background';
import { unwrap } from '@/tests/support/unwrap';

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

const ARTICLE = '101';

async function start(): Promise<
  SourcesBackground & { itemId: string; sourceId: string; recheck: () => Promise<unknown> }
> {
  const world = await startSources();
  const { id } = unwrap(await world.handlers['source.add']({ draft: PUBLIC_GUIDE, name: 'Help' }));
  await world.idle();
  world.asked.length = 0;
  const itemId = `${id}:article:${ARTICLE}:en-us`;
  const recheck = async () => unwrap(await world.handlers['item.recheck']({ id: itemId }));
  return Object.assign(world, { itemId, sourceId: id, recheck });
}

describe('an article that is used', () => {
  it('is asked for at its own place, through the log, and no more often than it may change', async () => {
    const { recheck, asked, handlers, place } = await start();
    expect(await recheck()).toEqual({ kind: 'there' });
    place.shelf.delete(101);
    expect(await recheck()).toEqual({ kind: 'there' });
    expect(asked.map(({ url }) => url.pathname)).toEqual([
      `/api/v2/help_center/en-us/articles/${ARTICLE}`,
    ]);
    const log = unwrap(await handlers['requestLog.read']({}));
    expect(log.entries[0]).toMatchObject({ why: 'is it still there', host: new URL(ACME).host });
  });

  it('is asked for again after a while', async () => {
    const { services, itemId, asked, place } = await start();
    let now = 1_000_000_000;
    const handlers = createRechecks(services, () => now);
    const recheck = async () => unwrap(await handlers['item.recheck']({ id: itemId }));
    expect(await recheck()).toEqual({ kind: 'there' });
    place.shelf.delete(101);
    now += RECHECK_MS - 1;
    expect(await recheck()).toEqual({ kind: 'there' });
    now += 1;
    expect(await recheck()).toEqual({ kind: 'gone', status: 404 });
    expect(asked).toHaveLength(2);
  });

  it('is asked for once, however many ask at once', async () => {
    const { recheck, asked } = await start();
    await Promise.all([recheck(), recheck(), recheck()]);
    expect(asked).toHaveLength(1);
  });

  it('is gone when readers do not see it any more', async () => {
    const { recheck, place } = await start();
    place.shelf.hide(101);
    expect(await recheck()).toEqual({ kind: 'gone', status: 404 });
  });
});

describe('nothing is said', () => {
  it('without a connection', async () => {
    const { recheck, platform } = await start();
    platform.browser.isOnline = false;
    expect(await recheck()).toEqual({ kind: 'unknown' });
  });

  it.each([401, 403, 500])('when the place answers %i', async (status) => {
    const world = await start();
    world.spoil = () => new Response('{}', { status });
    // Retries take longer than the question may.
    const { handlers, itemId } = world;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answer = handlers['item.recheck']({ id: itemId });
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    expect(unwrap(await answer)).toEqual({ kind: 'unknown' });
  });

  it('when the agent took the permission back, or paused the source', async () => {
    const world = await start();
    unwrap(await world.handlers['source.pause']({ id: world.sourceId }));
    expect(await world.recheck()).toEqual({ kind: 'unknown' });
    const other = await start();
    other.platform.browser.allowed.clear();
    expect(await other.recheck()).toEqual({ kind: 'unknown' });
    expect([...world.asked, ...other.asked]).toEqual([]);
  });

  it('of what is not there', async () => {
    const { handlers } = await start();
    expect(await handlers['item.recheck']({ id: 'x' })).toMatchObject({
      ok: false,
      fault: { kind: 'not-found' },
    });
  });
});

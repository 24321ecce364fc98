import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import { makeTicket } from '@/tests/support/items';
import { ACME, PUBLIC_GUIDE, startSources } from '@/tests/support/sources-background';
import { unwrap } from '@/tests/support/unwrap';

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

const ticket = makeTicket('Export', 'The export is empty', { origin: ACME });

describe('the start without keys', () => {
  it('reads the helpdesk in front through its tab, and not its drafts', async () => {
    const world = await startSources();
    world.place.shelf.hide(101);
    world.openTab();
    const { handlers, idle, asked, platform } = world;
    // Nothing of it may go out any other way.
    platform.browser.fetch = () => Promise.reject(new Error('not through the tab'));
    expect(await handlers['source.offerHere']({ origin: ACME })).toEqual(ok({ isOffered: true }));
    const { id } = unwrap(await handlers['source.acceptOffer']({ origin: ACME }));
    await idle();
    const states = unwrap(await handlers['source.states']({}));
    expect(states).toMatchObject([{ id, isSession: true, items: 6, fault: null, needs: null }]);
    expect(asked.length).toBeGreaterThan(2);
    expect(await handlers['source.offerHere']({ origin: ACME })).toEqual(ok({ isOffered: false }));
    expect(unwrap(await handlers['source.acceptOffer']({ origin: ACME })).id).toBe(id);
    const { entries } = unwrap(await handlers['requestLog.read']({}));
    expect(new Set(entries.map(({ via }) => via))).toEqual(new Set(['tab']));
  });

  it('waits for a tab, and goes on when the agent has a ticket in front', async () => {
    const world = await startSources();
    const { handlers, idle } = world;
    unwrap(await handlers['source.acceptOffer']({ origin: ACME }));
    await idle();
    const states = async () => unwrap(await handlers['source.states']({}));
    expect(await states()).toMatchObject([{ needs: 'helpdesk-tab', items: 0 }]);
    expect((await states())[0]).not.toHaveProperty('nextAt');
    world.openTab();
    await handlers['suggest.forTicket']({ ticket });
    await vi.waitFor(async () => {
      await idle();
      expect(await states()).toMatchObject([{ needs: null, items: 8, fault: null }]);
    });
  });

  it('offers nothing where it cannot, or where the place is read already', async () => {
    const { handlers } = await startSources();
    const offered = (origin: string) => handlers['source.offerHere']({ origin });
    for (const origin of [
      'https://other.example',
      'no origin',
      'https://evil.example.zendesk.com.x',
    ]) {
      expect(await offered(origin)).toEqual(ok({ isOffered: false }));
    }
    expect(await handlers['source.acceptOffer']({ origin: 'https://other.example' })).toEqual(
      fail(fault('not-found', { why: 'nothing to offer' })),
    );
    const added = unwrap(await handlers['source.add']({ draft: PUBLIC_GUIDE, name: 'Help' }));
    expect(await offered(ACME)).toEqual(ok({ isOffered: false, reading: added }));
    unwrap(await handlers['source.pause']({ id: added.id }));
    expect(await offered(ACME)).toEqual(ok({ isOffered: false }));
  });
});

describe('reading while the agent is at work', () => {
  it('is due sooner after a restart, too, when a helpdesk tab is in front', async () => {
    const disk = new IDBFactory();
    const first = await startSources(2, disk);
    unwrap(await first.handlers['source.add']({ draft: PUBLIC_GUIDE, name: 'Help' }));
    await first.idle();
    const later = async (inFront: string | null) => {
      const world = await startSources(2, disk);
      world.platform.browser.inFront = inFront;
      world.platform.ring();
      await world.idle();
      return Date.parse(unwrap(await world.handlers['source.states']({}))[0]!.nextAt!);
    };
    const away = await later('https://news.example');
    expect(await later(ACME)).toBeLessThan(away);
  });

  it('is due sooner', async () => {
    const world = await startSources();
    const { handlers, idle } = world;
    unwrap(await handlers['source.add']({ draft: PUBLIC_GUIDE, name: 'Help' }));
    await idle();
    const next = async () => Date.parse(unwrap(await handlers['source.states']({}))[0]!.nextAt!);
    const before = await next();
    await handlers['suggest.forTicket']({ ticket });
    expect(await next()).toBeLessThan(before);
  });
});

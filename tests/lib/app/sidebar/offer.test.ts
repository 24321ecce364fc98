/** The offer to read the helpdesk's own help centre: when it is made, and how it is followed. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOffer } from '@/lib/app/sidebar/offer';
import { createSidebarStore } from '@/lib/app/sidebar/store';
import { fault } from '@/lib/core/fault';
import { ok } from '@/lib/core/result';
import type { PageState } from '@/lib/model/page-state';
import type { Source } from '@/lib/model/source';
import { failing, fakeBackground, settle } from '@/tests/lib/app/sidebar/fake-sidebar';
import { baseState } from '@/tests/support/ui-gallery/sidebar-states';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

const ACME = 'https://acme.zendesk.com';

function pageAt(origin: string): PageState {
  const { page } = baseState;
  if (page.kind !== 'ticket') throw new Error('The gallery has no ticket');
  return { ...page, ticket: { ...page.ticket, origin } };
}

function start() {
  let source: Source = { id: 'g1', kind: 'zendesk-guide', name: 'acme', addedAt: '', items: 0 };
  let isThere = true;
  let isBegun = false;
  const background = fakeBackground({
    'source.offerHere': ({ origin }) =>
      isBegun ? ok({ isOffered: false, reading: source }) : ok({ isOffered: origin === ACME }),
    'source.acceptOffer': () => ok(source),
    'source.list': () => ok(isThere ? [source] : []),
  });
  const store = createSidebarStore('dock', true);
  const onMore = vi.fn<() => void>();
  const offer = createOffer({ store, background, clock: () => Date.now(), onMore });
  return {
    ...offer,
    background,
    onMore,
    state: () => store.getState().offer,
    toast: () => store.getState().toast,
    async show(origin: string) {
      store.setState({ page: pageAt(origin) });
      await settle();
    },
    become: (changes: Partial<Source>) => {
      source = { ...source, ...changes };
    },
    remove: () => {
      isThere = false;
    },
    /** Another sidebar accepted it. */
    beginElsewhere: () => {
      isBegun = true;
    },
  };
}

test('is made once for a helpdesk that is not read yet, and followed to its end', async () => {
  const world = start();
  await world.show(ACME);
  expect(world.state()).toEqual({ status: 'offered', origin: ACME });
  await world.show(ACME);
  expect(world.background.requests('source.offerHere')).toEqual([{ origin: ACME }]);
  await world.accept();
  await world.accept();
  expect(world.background.requests('source.acceptOffer')).toHaveLength(1);
  world.become({ items: 240 });
  await vi.advanceTimersByTimeAsync(1_100);
  expect(world.state()).toEqual({ status: 'reading', items: 240, isSlow: false });
  expect(world.onMore).toHaveBeenCalled();
  world.become({ items: 500, syncedAt: '2026-11-22T12:00:00Z' });
  await vi.advanceTimersByTimeAsync(1_100);
  expect(world.state()).toEqual({ status: 'done', items: 500 });
  const asked = world.background.requests('source.list').length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(world.background.requests('source.list')).toHaveLength(asked);
});

test('is not made where nothing can be read, and goes with its helpdesk', async () => {
  const world = start();
  await world.show('https://secure.helpscout.net');
  expect(world.state()).toEqual({ status: 'none' });
  await world.show(ACME);
  expect(world.state().status).toBe('offered');
  await world.show('https://secure.helpscout.net');
  expect(world.state()).toEqual({ status: 'none' });
});

test('an agent who declines is not asked again', async () => {
  const world = start();
  await world.show(ACME);
  world.dismiss();
  await world.show('https://secure.helpscout.net');
  await world.show(ACME);
  expect(world.state()).toEqual({ status: 'none' });
});

test('says that it is slow when nothing new comes for long, and takes it back', async () => {
  const world = start();
  await world.show(ACME);
  await world.accept();
  await vi.advanceTimersByTimeAsync(32_000);
  expect(world.state()).toMatchObject({ isSlow: true });
  world.become({ items: 3 });
  await vi.advanceTimersByTimeAsync(1_100);
  expect(world.state()).toEqual({ status: 'reading', items: 3, isSlow: false });
});

test('a fault brings the offer back; a source that was removed ends it', async () => {
  const world = start();
  await world.show(ACME);
  world.background.handlers['source.acceptOffer'] = () => failing('storage-full');
  await world.accept();
  expect(world.state().status).toBe('offered');
  expect(world.toast()).toMatchObject({ kind: 'fault', fault: { kind: 'storage-full' } });
  world.background.handlers['source.acceptOffer'] = () =>
    ok({ id: 'g1', kind: 'zendesk-guide', name: 'acme', addedAt: '', items: 0 });
  await world.accept();
  world.remove();
  await vi.advanceTimersByTimeAsync(1_100);
  expect(world.state()).toEqual({ status: 'none' });
});

test('is followed where it was accepted before this sidebar was opened', async () => {
  const world = start();
  world.beginElsewhere();
  await world.show(ACME);
  expect(world.state()).toEqual({ status: 'reading', items: 0, isSlow: false });
  world.become({ items: 500, syncedAt: '2026-11-22T12:00:00Z' });
  await vi.advanceTimersByTimeAsync(1_100);
  expect(world.state()).toEqual({ status: 'done', items: 500 });
});

test('tells what stopped the reading, until it goes on', async () => {
  const world = start();
  await world.show(ACME);
  await world.accept();
  const trouble = fault('signed-out', { status: 401 });
  world.become({ items: 200, trouble });
  await vi.advanceTimersByTimeAsync(1_100);
  expect(world.state()).toEqual({ status: 'reading', items: 200, isSlow: false, trouble });
  world.become({ items: 300, trouble: undefined });
  await vi.advanceTimersByTimeAsync(1_100);
  expect(world.state()).toEqual({ status: 'reading', items: 300, isSlow: false });
});

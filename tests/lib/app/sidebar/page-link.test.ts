import { beforeEach, afterEach, expect, test, vi } from 'vitest';
import {
  settle,
  startSidebar,
  ticketState,
  TICKET,
  OTHER_TICKET,
  headOf,
  listFor,
  startBeside,
} from '@/tests/lib/app/sidebar/fake-sidebar';
import { ok } from '@/lib/core/result';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('connects, then shows what the page says', async () => {
  const { store, page } = await startSidebar();
  expect(store.getState().connection).toBe('connecting');
  page.port.show({ kind: 'none' });
  expect(store.getState()).toMatchObject({ connection: 'connected', page: { kind: 'none' } });
});

test('ignores what is no message', async () => {
  const { store, page } = await startSidebar();
  page.port.tell({ nonsense: true });
  expect(store.getState().connection).toBe('connecting');
});

test('a lost page is lost after some patience, keeps its answer, and comes back', async () => {
  const { store, page } = await startBeside([headOf('a')]);
  page.isThere = false;
  page.port.break();
  expect(store.getState().connection).toBe('connecting');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(store.getState()).toMatchObject({
    connection: 'lost',
    page: { kind: 'ticket' },
    answer: { status: 'ready' },
  });
  page.isThere = true;
  await vi.advanceTimersByTimeAsync(10_000);
  page.port.show(ticketState(TICKET));
  await settle();
  expect(store.getState().connection).toBe('connected');
});

test('coming back to the same ticket asks nothing anew', async () => {
  const { page, background } = await startBeside([headOf('a')]);
  page.port.break();
  await vi.advanceTimersByTimeAsync(1_000);
  page.port.show(ticketState(TICKET));
  await settle();
  expect(background.requests('suggest.forTicket')).toHaveLength(1);
});

test('waits longer and longer between attempts', async () => {
  const { page } = await startSidebar();
  page.isThere = false;
  page.port.break();
  const counts: number[] = [];
  for (let seconds = 0; seconds < 60; seconds += 10) {
    const before = page.ports.length;
    await vi.advanceTimersByTimeAsync(10_000);
    counts.push(page.ports.length - before);
  }
  expect(counts[0]).toBeGreaterThan(3);
  expect(counts.slice(2)).toEqual([1, 1, 1, 1]);
});

test('trying again by hand connects at once', async () => {
  const { store, page, actions } = await startSidebar();
  page.isThere = false;
  page.port.break();
  await vi.advanceTimersByTimeAsync(60_000);
  page.isThere = true;
  const before = page.ports.length;
  actions.reload();
  await settle();
  expect(page.ports.length).toBe(before + 1);
  expect(store.getState().connection).toBe('connecting');
  page.port.show({ kind: 'none' });
  expect(store.getState().connection).toBe('connected');
});

test('a tab that is no helpdesk is connected, without a ticket', async () => {
  const { store, page } = await startBeside([headOf('a')]);
  await page.turnTo({ id: 2, isHelpdesk: false }, false);
  expect(store.getState()).toMatchObject({
    connection: 'connected',
    page: { kind: 'none' },
    answer: { status: 'idle' },
    selectedId: null,
  });
  await vi.advanceTimersByTimeAsync(20_000);
  const attempts = page.ports.length;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(page.ports.length, 'gives up until something changes').toBe(attempts);
});

test('a helpdesk tab without our script is lost, not empty', async () => {
  const { store, page } = await startSidebar();
  await page.turnTo({ id: 2, isHelpdesk: true }, false);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(store.getState().connection).toBe('lost');
});

test('another tab in front closes the old line and hears the new one only', async () => {
  const { store, page } = await startBeside([headOf('a')]);
  const old = page.port;
  await page.turnTo({ id: 2, isHelpdesk: true }, true);
  expect(old.isOpen).toBe(false);
  expect(store.getState()).toMatchObject({ connection: 'connecting', answer: { status: 'idle' } });
  page.port.show(ticketState(OTHER_TICKET));
  old.show(ticketState(TICKET));
  await settle();
  expect(store.getState().page).toMatchObject({ ticket: { id: OTHER_TICKET.id } });
  expect(page.port.tabId).toBe(2);
});

test('changes in a tab that stays in front do not touch the line', async () => {
  const { page } = await startBeside([headOf('a')]);
  page.changed();
  await settle();
  expect(page.ports).toHaveLength(1);
  expect(page.port.isOpen).toBe(true);
});

test('no tab at all is nothing to show', async () => {
  const { store, page } = await startSidebar();
  await page.turnTo(null, false);
  expect(store.getState()).toMatchObject({ connection: 'connected', page: { kind: 'none' } });
});

test('after stop nothing is tried any more', async () => {
  const { page, stop } = await startSidebar({
    'suggest.forTicket': ({ ticket }) => ok(listFor(ticket, [])),
  });
  stop();
  const attempts = page.ports.length;
  page.changed();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(page.ports.length).toBe(attempts);
  expect(page.port.isOpen).toBe(false);
});

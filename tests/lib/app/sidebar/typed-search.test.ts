import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok, type Result } from '@/lib/core/result';
import type { ItemHead } from '@/lib/model/item';
import {
  failing,
  headOf,
  later,
  settle,
  startBeside,
  startSidebar,
  TICKET_KEY,
} from '@/tests/lib/app/sidebar/fake-sidebar';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const printer = headOf('Kitchen printer shows offline');

test('asks once someone pauses, and shows hits with marks', async () => {
  const { store, actions, background } = await startSidebar({
    'search.typed': () => ok([printer]),
  });
  actions.openSearch();
  expect(store.getState().search).toEqual({ status: 'idle', text: '' });
  for (const text of ['p', 'pr', 'pri', 'printer ']) {
    actions.setSearchText(text);
    await vi.advanceTimersByTimeAsync(60);
  }
  expect(background.requests('search.typed')).toEqual([]);
  await vi.advanceTimersByTimeAsync(120);
  expect(background.requests('search.typed')).toEqual([{ text: 'printer', locale: 'en' }]);
  expect(store.getState().search).toEqual({
    status: 'found',
    text: 'printer ',
    hits: [{ item: printer, titleMarks: [[8, 15]] }],
  });
});

test('older hits stay while new ones are looked for', async () => {
  const next = later<Result<ItemHead[]>>();
  const { store, actions, background } = await startSidebar({
    'search.typed': () => ok([printer]),
  });
  actions.setSearchText('printer');
  await vi.advanceTimersByTimeAsync(200);
  background.handlers['search.typed'] = () => next.promise;
  actions.setSearchText('printers');
  await vi.advanceTimersByTimeAsync(200);
  expect(store.getState().search).toMatchObject({
    status: 'searching',
    text: 'printers',
    hits: [{ item: { id: printer.id } }],
  });
  next.give(ok([]));
  await settle();
  expect(store.getState().search).toEqual({ status: 'found', text: 'printers', hits: [] });
});

test('an answer for an older text never shows', async () => {
  const slow = later<Result<ItemHead[]>>();
  const { store, actions, background } = await startSidebar({ 'search.typed': () => slow.promise });
  actions.setSearchText('old');
  await vi.advanceTimersByTimeAsync(200);
  background.handlers['search.typed'] = () => ok([printer]);
  actions.setSearchText('printer');
  slow.give(ok([headOf('old')]));
  await settle();
  expect(store.getState().search).toMatchObject({ status: 'searching', hits: [] });
  await vi.advanceTimersByTimeAsync(200);
  expect(store.getState().search).toMatchObject({ hits: [{ item: { id: printer.id } }] });
});

test('closing the search forgets it', async () => {
  const slow = later<Result<ItemHead[]>>();
  const { store, actions } = await startSidebar({ 'search.typed': () => slow.promise });
  actions.setSearchText('printer');
  await vi.advanceTimersByTimeAsync(200);
  actions.closeSearch();
  slow.give(ok([printer]));
  await settle();
  expect(store.getState().search).toEqual({ status: 'closed' });
});

test('an empty box asks nothing', async () => {
  const { store, actions, background } = await startSidebar();
  actions.setSearchText('p');
  actions.setSearchText('  ');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(background.requests('search.typed')).toEqual([]);
  expect(store.getState().search).toEqual({ status: 'idle', text: '  ' });
});

test('a failed search can be repeated', async () => {
  const { store, actions, background } = await startSidebar({
    'search.typed': () => failing('disconnected'),
  });
  actions.setSearchText('printer');
  await vi.advanceTimersByTimeAsync(200);
  expect(store.getState().search).toMatchObject({ status: 'failed', text: 'printer' });
  background.handlers['search.typed'] = () => ok([printer]);
  actions.setSearchText('printer');
  await vi.advanceTimersByTimeAsync(200);
  expect(store.getState().search).toMatchObject({ status: 'found' });
});

test('a text that stands without an answer is a gap, once', async () => {
  const { actions, signals } = await startBeside([], 'public', { 'search.typed': () => ok([]) });
  const gaps = () => signals().filter(([kind]) => kind === 'searched-without-answer');
  actions.setSearchText('zz');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(gaps(), 'too short to mean anything').toEqual([]);
  actions.setSearchText('gift card');
  await vi.advanceTimersByTimeAsync(900);
  actions.setSearchText('gift cards');
  await vi.advanceTimersByTimeAsync(3_000);
  actions.setSearchText('Gift cards ');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(gaps()).toEqual([['searched-without-answer', TICKET_KEY, undefined]]);
});

test('a search left at once is no gap', async () => {
  const { actions, signals } = await startBeside([], 'public', { 'search.typed': () => ok([]) });
  actions.setSearchText('gift cards');
  await vi.advanceTimersByTimeAsync(500);
  actions.closeSearch();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(signals()).toEqual([]);
});

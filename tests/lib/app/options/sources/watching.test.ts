/** Following and commanding sources, the request log, and the set-up as a file. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '@/lib/core/result';
import type { RequestEntry } from '@/lib/model/request-entry';
import { failing, later } from '@/tests/lib/app/sidebar/fake-sidebar';
import { openSourcesPage, stateOf } from '@/tests/lib/app/options/sources/sources-page';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

const ENTRY: RequestEntry = {
  id: 2,
  at: '2026-11-22T10:00:00Z',
  sourceId: 's1',
  method: 'GET',
  host: 'status.acme.example',
  path: '/api/v2/summary.json',
  why: 'what is going on',
  via: 'direct',
  status: 200,
  fault: null,
  bytes: 10,
  ms: 5,
};

const asked = (page: Awaited<ReturnType<typeof openSourcesPage>>) =>
  page.background.requests('source.states').length;

test('follows a reading each second, and what rests now and then', async () => {
  const page = await openSourcesPage([stateOf({ activity: 'reading' })]);
  page.become([stateOf({ activity: 'reading', items: 40 })]);
  await vi.advanceTimersByTimeAsync(1_100);
  expect(page.store.getState().sources).toMatchObject([{ items: 40 }]);
  page.become([stateOf({ items: 41 })]);
  await vi.advanceTimersByTimeAsync(1_100);
  const before = asked(page);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(asked(page) - before).toBe(2);
});

test('nobody is asked while nobody looks', async () => {
  const page = await openSourcesPage([stateOf({ activity: 'reading' })]);
  page.look(false);
  const before = asked(page);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked(page)).toBe(before);
  page.look(true);
  await vi.advanceTimersByTimeAsync(1_100);
  expect(asked(page)).toBe(before + 1);
});

test('items that come make it ask how far the index is', async () => {
  const page = await openSourcesPage([stateOf({ activity: 'reading' })]);
  const before = page.background.requests('index.status').length;
  page.become([stateOf({ activity: 'reading', items: 3 })]);
  await vi.advanceTimersByTimeAsync(1_100);
  expect(page.background.requests('index.status').length).toBe(before + 1);
});

test.each([
  ['pause', 'source.pause', { id: 's1' }],
  ['resume', 'source.resume', { id: 's1' }],
  ['cancel', 'source.cancel', { id: 's1' }],
  ['sync', 'source.syncNow', { id: 's1', isFull: false }],
  ['check-all', 'source.syncNow', { id: 's1', isFull: true }],
] as const)('%s is sent, and asks the agent nothing', async (command, message, request) => {
  const page = await openSourcesPage([stateOf()]);
  await page.actions.commandSource('s1', command);
  expect(page.background.requests(message)).toEqual([request]);
  expect(page.order).toEqual([message, 'source.states']);
  expect(page.places().command).toBeNull();
});

test('allowing asks first, in the click, and goes on only when it was granted', async () => {
  const page = await openSourcesPage([stateOf({ needs: 'permission' })]);
  const allowing = page.actions.commandSource('s1', 'allow');
  expect(page.order).toEqual(['permission https://status.acme.example']);
  await allowing;
  expect(page.background.requests('source.syncNow')).toHaveLength(1);
  page.refuse();
  await page.actions.commandSource('s1', 'allow');
  expect(page.background.requests('source.syncNow')).toHaveLength(1);
});

test('one command at a time; a fault is said', async () => {
  const page = await openSourcesPage([stateOf()]);
  const slow = later<never>();
  page.background.handlers['source.pause'] = () => slow.promise;
  const first = page.actions.commandSource('s1', 'pause');
  await page.actions.commandSource('s1', 'sync');
  expect(page.background.requests('source.syncNow')).toHaveLength(0);
  slow.give(failing('storage-broken') as never);
  await first;
  expect(page.store.getState().notice).toMatchObject({ fault: { kind: 'storage-broken' } });
});

test('the log is read page by page, of one source or all', async () => {
  const page = await openSourcesPage([stateOf()]);
  page.background.handlers['requestLog.read'] = ({ before }) =>
    ok(
      before === undefined
        ? { entries: [ENTRY], next: 2 }
        : { entries: [{ ...ENTRY, id: 1 }], next: null },
    );
  await page.actions.openLog('s1');
  await page.actions.readOlderLog();
  await page.actions.readOlderLog();
  expect(page.background.requests('requestLog.read')).toEqual([
    { sourceId: 's1' },
    { sourceId: 's1', before: 2 },
  ]);
  expect(page.places().log).toMatchObject({ status: 'ready', entries: [{ id: 2 }, { id: 1 }] });
  page.actions.closeLog();
  expect(page.places().log).toEqual({ status: 'closed' });
});

test('a cleared log is read again; one that cannot be read says so', async () => {
  const page = await openSourcesPage([stateOf()]);
  page.background.handlers['requestLog.read'] = () => ok({ entries: [], next: null });
  page.background.handlers['requestLog.clear'] = () => ok(null);
  await page.actions.openLog(null);
  await page.actions.clearLog();
  expect(page.order).toEqual(['requestLog.read', 'requestLog.clear', 'requestLog.read']);
  page.background.handlers['requestLog.read'] = () => failing('storage-broken');
  await page.actions.openLog(null);
  expect(page.places().log).toMatchObject({ status: 'failed' });
});

test('the set-up is saved as a file and taken in again', async () => {
  const page = await openSourcesPage([stateOf()]);
  page.background.handlers['source.exportAll'] = () => ok({ text: '{"a":1}' });
  page.background.handlers['source.importAll'] = ({ text }) =>
    text === '{"a":1}' ? ok({ added: [], known: 1, unusable: 0 }) : failing('bad-message');
  await page.actions.exportSources();
  expect(page.saved).toEqual([{ name: 'trivet-sources.json', text: '{"a":1}' }]);
  vi.useRealTimers();
  await page.actions.importSources(new File(['{"a":1}'], 'trivet-sources.json'));
  expect(page.places().transfer).toMatchObject({ status: 'taken-in', known: 1 });
  await page.actions.importSources(new File(['hello'], 'x.json'));
  expect(page.places().transfer).toEqual({ status: 'unreadable' });
  const large = new File(['x'.repeat(1_000_001)], 'x.json');
  await page.actions.importSources(large);
  expect(page.places().transfer).toEqual({ status: 'unreadable' });
});

test('being offline is told', async () => {
  const page = await openSourcesPage();
  expect(page.places().isOnline).toBe(true);
  page.goOffline();
  expect(page.places().isOnline).toBe(false);
});

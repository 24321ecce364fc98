import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Recheck } from '@/lib/model/recheck';
import { headOf, later, settle, startBeside } from '@/tests/lib/app/sidebar/fake-sidebar';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const article = headOf('pair-printer', { title: 'Pair a printer' });
const issue = headOf('FERN-1', { kind: 'issue' });

async function start(answer: () => Result<Recheck> | Promise<Result<Recheck>>) {
  const sidebar = await startBeside([article, issue]);
  sidebar.background.handlers['item.recheck'] = answer;
  const inserts = () => sidebar.page.port.sent.filter(({ type }) => type === 'insert');
  const asked = () => sidebar.background.requests('item.recheck');
  return { ...sidebar, inserts, asked };
}

test('what is gone is held back once, with the reason, and goes in when it is asked for again', async () => {
  const { store, page, actions, inserts, asked } = await start(() =>
    ok({ kind: 'gone', status: 404 }),
  );
  await actions.insertLink(article.id);
  expect(inserts()).toEqual([]);
  expect(store.getState()).toMatchObject({
    busy: null,
    toast: { kind: 'fault', fault: { kind: 'gone', detail: { status: 404 } }, copyId: null },
    rechecks: { [article.id]: { kind: 'gone', status: 404 } },
  });
  const done = actions.insertLink(article.id);
  await settle();
  expect(inserts()).toHaveLength(1);
  page.port.answer();
  await done;
  expect(store.getState().toast).toMatchObject({ kind: 'inserted', undo: true });
  expect(asked()).toEqual([{ id: article.id }]);
});

test.each(['insertLink', 'insertPassage'] as const)('%s uses the new address', async (action) => {
  const url = 'https://help.fernway.example/hc/en/articles/pair-any-printer';
  const { page, actions } = await start(() => ok({ kind: 'moved', url }));
  void actions[action](article.id);
  await settle();
  const { html, hrefs } = page.port.last('insert');
  expect(hrefs).toEqual([url]);
  expect(html).toContain(url);
  expect(html).not.toContain(article.url);
});

test('what moved to another site goes in as it is, with a notice', async () => {
  const { store, page, actions } = await start(() => ok({ kind: 'moved' }));
  void actions.insertLink(article.id);
  await settle();
  expect(page.port.last('insert').hrefs).toEqual([article.url]);
  expect(store.getState().rechecks[article.id]).toEqual({ kind: 'moved' });
});

test('nobody waits longer than a second; what comes late is still shown', async () => {
  const { promise, give } = later<Result<Recheck>>();
  const { store, actions, inserts } = await start(() => promise);
  void actions.insertLink(article.id);
  await vi.advanceTimersByTimeAsync(999);
  expect(inserts()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(inserts()).toHaveLength(1);
  give(ok({ kind: 'gone', status: 410 }));
  await settle();
  expect(store.getState().rechecks[article.id]).toEqual({ kind: 'gone', status: 410 });
});

test('no answer is no objection', async () => {
  const { store, actions, inserts } = await start(() => fail(fault('disconnected')));
  void actions.insertLink(article.id);
  await settle();
  expect(inserts()).toHaveLength(1);
  expect(store.getState().rechecks[article.id]).toEqual({ kind: 'unknown' });
});

test('opening asks, and not again for ten minutes', async () => {
  const { store, actions, asked, inserts } = await start(() => ok({ kind: 'there' }));
  await actions.openPreview(article);
  await settle();
  expect(store.getState().rechecks[article.id]).toEqual({ kind: 'there' });
  void actions.insertLink(article.id);
  await settle();
  expect(inserts()).toHaveLength(1);
  expect(asked()).toHaveLength(1);
});

test('issues are not asked for: customers get no link to them', async () => {
  const { actions, asked } = await start(() => ok({ kind: 'gone', status: 404 }));
  await actions.openPreview(issue);
  await settle();
  expect(asked()).toEqual([]);
});

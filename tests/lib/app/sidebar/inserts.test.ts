import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import type { Channel } from '@/lib/model/page-state';
import { makeArticle, paragraph } from '@/tests/support/items';
import {
  headOf,
  later,
  OTHER_TICKET,
  settle,
  startBeside,
  suggestionOf,
  TICKET,
  TICKET_KEY,
  ticketState,
} from '@/tests/lib/app/sidebar/fake-sidebar';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const article = headOf('pair-printer', { title: 'Pair a printer' });
const runbook = headOf('Runbook', { visibility: 'internal' });

test('a link is sent for the ticket in front, and can be undone', async () => {
  const { store, page, actions, signals, background } = await startBeside([article]);
  const done = actions.insertLink(article.id);
  expect(store.getState().busy).toEqual({ itemId: article.id, action: 'insert-link' });
  await settle();
  const sent = page.port.last('insert');
  expect(sent).toMatchObject({
    ticketKey: TICKET_KEY,
    form: 'link',
    html: `<p><a href="${article.url}">Pair a printer</a></p>`,
    text: `Pair a printer: ${article.url}`,
    hrefs: [article.url],
    visibility: 'public',
  });
  page.port.answer();
  await done;
  expect(store.getState()).toMatchObject({
    busy: null,
    toast: { kind: 'inserted', form: 'link', title: 'Pair a printer', undo: true },
  });
  expect(signals()).toContainEqual(['inserted', TICKET_KEY, article.id]);

  const undone = actions.undo();
  await settle();
  expect(page.port.last('insert.undo')).toEqual({
    type: 'insert.undo',
    requestId: sent.requestId,
    ticketKey: TICKET_KEY,
  });
  page.port.answer();
  await undone;
  expect(store.getState().toast).toEqual({ kind: 'undone' });
  await settle();
  const recorded = background
    .requests('signal.record')
    .find(({ signal }) => signal.kind === 'inserted');
  expect(background.requests('signal.remove')).toEqual([{ id: recorded?.signal.id }]);
});

test('an undo that the page refuses keeps the signal', async () => {
  const { store, page, actions, background } = await startBeside([article]);
  const done = actions.insertLink(article.id);
  await settle();
  page.port.answer();
  await done;
  const undone = actions.undo();
  await settle();
  page.port.answer(fail(fault('draft-changed')));
  await undone;
  expect(store.getState().toast).toMatchObject({ kind: 'fault', fault: { kind: 'draft-changed' } });
  expect(background.requests('signal.remove')).toEqual([]);
});

test('undo does nothing once its toast is closed', async () => {
  const { page, actions } = await startBeside([article]);
  const done = actions.insertLink(article.id);
  await settle();
  page.port.answer();
  await done;
  actions.closeToast();
  await actions.undo();
  expect(page.port.sent.filter(({ type }) => type === 'insert.undo')).toEqual([]);
});

test('a second press while busy is ignored', async () => {
  const { page, actions } = await startBeside([article]);
  const first = actions.insertLink(article.id);
  await actions.insertLink(article.id);
  await actions.insertPassage(article.id);
  await actions.copy(article.id);
  await settle();
  expect(page.port.sent.filter(({ type }) => type === 'insert')).toHaveLength(1);
  page.port.answer();
  await first;
});

test('an id that is nowhere on screen does nothing', async () => {
  const { store, page, actions } = await startBeside([article]);
  await actions.insertLink('kb:article:gone:en');
  expect(page.port.sent).toEqual([]);
  expect(store.getState()).toMatchObject({ busy: null, toast: null });
});

test.each<[Channel, boolean]>([
  ['public', false],
  ['chat', false],
  ['unknown', false],
  ['internal', true],
  ['none', true],
])('internal items and the channel %s: sent is %s', async (channel, isSent) => {
  const { store, page, actions } = await startBeside([runbook], channel);
  void actions.insertPassage(runbook.id);
  await settle();
  expect(page.port.sent.some(({ type }) => type === 'insert')).toBe(isSent);
  if (isSent) return;
  expect(store.getState()).toMatchObject({
    busy: null,
    toast: { kind: 'fault', fault: { kind: 'not-public' }, copyId: null },
  });
});

test.each(['restricted', 'unknown'] as const)(
  '%s items never go to customers',
  async (visibility) => {
    const item = headOf('x', { visibility });
    const { page, actions } = await startBeside([item]);
    await actions.insertLink(item.id);
    expect(page.port.sent).toEqual([]);
  },
);

test('the channel counts as it is when the insert is sent, not when the key was pressed', async () => {
  const body = later<Result<Item>>();
  const bare = suggestionOf(runbook, {
    passage: { heading: '', text: '', marks: [], blocks: [] },
  });
  const { store, page, actions } = await startBeside([bare], 'internal', {
    'item.read': () => body.promise,
  });
  const done = actions.insertPassage(runbook.id);
  await settle();
  page.port.show(ticketState(TICKET, 'public'));
  body.give(ok(makeArticle('Runbook', { blocks: [paragraph('Secret')] })));
  await done;
  expect(page.port.sent).toEqual([]);
  expect(store.getState().toast).toMatchObject({ fault: { kind: 'not-public' } });
});

test('the ticket that was in front when the key was pressed is the only one written to', async () => {
  const body = later<Result<Item>>();
  const bare = suggestionOf(article, { passage: { heading: '', text: '', marks: [], blocks: [] } });
  const { store, page, actions } = await startBeside([bare], 'public', {
    'item.read': () => body.promise,
  });
  const done = actions.insertPassage(article.id);
  await settle();
  page.port.show({ kind: 'switching' });
  page.port.show(ticketState(OTHER_TICKET));
  body.give(ok(makeArticle('Pair a printer', { blocks: [paragraph('Hold the button.')] })));
  await done;
  expect(page.port.sent).toEqual([]);
  expect(store.getState()).toMatchObject({
    busy: null,
    toast: { kind: 'fault', fault: { kind: 'switching' }, copyId: null },
  });
});

test('inserted just before the ticket changed: recorded, but not said beside the other ticket', async () => {
  const { store, page, actions, signals } = await startBeside([article]);
  const done = actions.insertLink(article.id);
  await settle();
  page.port.show(ticketState(OTHER_TICKET));
  page.port.answer();
  await done;
  expect(store.getState()).toMatchObject({ busy: null, toast: null });
  expect(signals()).toContainEqual(['inserted', TICKET_KEY, article.id]);
});

test('refused because the ticket changed: said, without offering to copy', async () => {
  const { store, page, actions } = await startBeside([article]);
  const done = actions.insertLink(article.id);
  await settle();
  page.port.show(ticketState(OTHER_TICKET));
  page.port.answer(fail(fault('switching')));
  await done;
  expect(store.getState().toast).toMatchObject({ fault: { kind: 'switching' }, copyId: null });
});

test('a line that breaks meanwhile is a fault at once', async () => {
  const { store, page, actions, signals } = await startBeside([article]);
  const done = actions.insertLink(article.id);
  await settle();
  page.port.break();
  await done;
  expect(store.getState()).toMatchObject({
    busy: null,
    toast: { kind: 'fault', fault: { kind: 'disconnected' }, copyId: article.id },
  });
  expect(signals().map(([kind]) => kind)).not.toContain('inserted');
});

test('without a line nothing is sent', async () => {
  const { store, page, actions } = await startBeside([article]);
  page.isThere = false;
  page.port.break();
  await vi.advanceTimersByTimeAsync(10_000);
  await actions.insertLink(article.id);
  expect(store.getState().toast).toMatchObject({ fault: { kind: 'disconnected' } });
});

test('no answer in five seconds is a timeout; a late success corrects it', async () => {
  const { store, page, actions, signals } = await startBeside([article]);
  const done = actions.insertLink(article.id);
  await vi.advanceTimersByTimeAsync(5_000);
  await done;
  expect(store.getState()).toMatchObject({
    busy: null,
    toast: { kind: 'fault', fault: { kind: 'timeout' }, copyId: null },
  });
  page.port.answer();
  expect(store.getState().toast).toMatchObject({ kind: 'inserted', undo: true });
  page.port.answer();
  expect(signals().filter(([kind]) => kind === 'inserted')).toHaveLength(1);
});

test('a late failure says what went wrong', async () => {
  const { store, page, actions } = await startBeside([article]);
  void actions.insertLink(article.id);
  await vi.advanceTimersByTimeAsync(5_000);
  page.port.answer(fail(fault('no-composer')));
  expect(store.getState().toast).toMatchObject({
    fault: { kind: 'no-composer' },
    copyId: article.id,
  });
});

test.each([
  ['no-composer', true],
  ['insert-failed', true],
  ['page-changed', true],
  ['draft-changed', false],
  ['already-inserted', false],
  ['not-public', false],
] as const)('after %s copying is offered: %s', async (kind, isOffered) => {
  const { store, page, actions } = await startBeside([article]);
  const done = actions.insertLink(article.id);
  await settle();
  page.port.answer(fail(fault(kind)));
  await done;
  expect(store.getState().toast).toEqual({
    kind: 'fault',
    fault: fault(kind),
    copyId: isOffered ? article.id : null,
  });
});

test('beside no ticket there is nothing to insert into, but copying helps', async () => {
  const { store, page, actions } = await startBeside([article]);
  page.port.show({ kind: 'none' });
  await actions.suggestForText('printer');
  await actions.insertLink(article.id);
  expect(store.getState().toast).toMatchObject({
    fault: { kind: 'no-ticket' },
    copyId: article.id,
  });
});

test('while tickets switch, keys wait', async () => {
  const { store, page, actions } = await startBeside([article]);
  page.port.show({ kind: 'switching' });
  await actions.insertLink(article.id);
  expect(page.port.sent).toEqual([]);
  expect(store.getState().toast).toMatchObject({ fault: { kind: 'switching' } });
});

test('the page passes keys on: link and passage of the selected suggestion', async () => {
  const second = headOf('Second');
  const { page, actions, focused } = await startBeside([article, second]);
  actions.selectNext();
  page.port.tell({ type: 'command', command: 'insert-link' });
  await settle();
  expect(page.port.last('insert')).toMatchObject({ form: 'link', hrefs: [second.url] });
  page.port.answer();
  await settle();
  page.port.tell({ type: 'command', command: 'insert-passage' });
  await settle();
  expect(page.port.last('insert')).toMatchObject({ form: 'passage' });
  page.port.tell({ type: 'command', command: 'focus-sidebar' });
  page.port.tell({ type: 'command', command: 'toggle-sidebar' });
  expect(focused()).toBe(1);
});

test('keys from the page act on the preview when one is open, and on nothing unseen', async () => {
  const second = headOf('Second');
  const { page, actions } = await startBeside([article, second], 'public', {
    'item.read': () => ok(makeArticle('Second')),
  });
  actions.openSearch();
  page.port.tell({ type: 'command', command: 'insert-link' });
  await settle();
  expect(page.port.sent).toEqual([]);
  await actions.openPreview(second);
  page.port.tell({ type: 'command', command: 'insert-link' });
  await settle();
  expect(page.port.last('insert').hrefs).toEqual([second.url]);
});

test('collapse and the way back to the reply are passed to the page', async () => {
  const { page, actions } = await startBeside([article]);
  actions.collapse();
  actions.focusComposer();
  expect(page.port.sent).toEqual([{ type: 'dock.collapse' }, { type: 'composer.focus' }]);
});

test('what was decided carries the ticket that it was decided on', async () => {
  const { store, page, actions, background } = await startBeside([article, runbook]);
  const inserting = actions.insertLink(article.id);
  await settle();
  page.port.answer();
  // The next ticket is in front before the page has answered.
  page.port.show(ticketState(OTHER_TICKET));
  await inserting;
  const about = (kind: string) =>
    background
      .requests('signal.record')
      .filter(({ signal }) => signal.kind === kind)
      .map(({ ticket }) => ticket);
  expect(about('inserted')).toEqual([TICKET]);
  page.port.show(ticketState(TICKET));
  await settle();
  await actions.copy(article.id);
  await actions.dismiss(runbook.id);
  expect(store.getState().dismissed).toEqual([runbook.id]);
  expect(about('copied')).toEqual([TICKET]);
  expect(about('dismissed')).toEqual([TICKET]);
  // Looking decides nothing.
  expect(new Set(about('shown'))).toEqual(new Set([undefined]));
});

/** Selecting, dismissing, previewing and copying. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import { makeArticle, makeIssue, paragraph } from '@/tests/support/items';
import {
  failing,
  headOf,
  later,
  listFor,
  settle,
  startBeside,
  startSidebar,
  suggestionOf,
  TICKET,
  TICKET_KEY,
  ticketState,
} from '@/tests/lib/app/sidebar/fake-sidebar';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const [a, b, c] = ['a', 'b', 'c'].map((name) => headOf(name)) as [
  ReturnType<typeof headOf>,
  ReturnType<typeof headOf>,
  ReturnType<typeof headOf>,
];

test('walking stops at both ends', async () => {
  const { store, actions } = await startBeside([a, b]);
  const selected = () => store.getState().selectedId;
  actions.selectPrevious();
  expect(selected()).toBe(a.id);
  actions.selectNext();
  actions.selectNext();
  expect(selected()).toBe(b.id);
  actions.select('nowhere');
  expect(selected()).toBe(b.id);
  actions.select(a.id);
  expect(selected()).toBe(a.id);
});

test('the known issue comes first', async () => {
  const issue = suggestionOf({ ...makeIssue('FERN-1') });
  const { store } = await startBeside([], 'public', {
    'suggest.forTicket': ({ ticket }) => ok(listFor(ticket, [a], { knownIssue: issue })),
  });
  expect(store.getState().selectedId).toBe(issue.item.id);
});

test('an empty list selects nothing', async () => {
  const { store, actions } = await startBeside([]);
  actions.selectNext();
  expect(store.getState().selectedId).toBeNull();
});

test('dismissing hides, selects the neighbour, is recorded and can be undone', async () => {
  const { store, actions, background, signals } = await startBeside([a, b, c]);
  actions.select(b.id);
  await actions.dismiss(b.id);
  expect(store.getState()).toMatchObject({
    dismissed: [b.id],
    selectedId: c.id,
    toast: { kind: 'dismissed', title: 'b', undo: true },
  });
  expect(signals()).toContainEqual(['dismissed', TICKET_KEY, b.id]);
  await actions.undo();
  expect(store.getState()).toMatchObject({
    dismissed: [],
    selectedId: b.id,
    toast: { kind: 'undone' },
  });
  await settle();
  const recorded = background
    .requests('signal.record')
    .find(({ signal }) => signal.kind === 'dismissed');
  expect(background.requests('signal.remove')).toEqual([{ id: recorded?.signal.id }]);
  await actions.undo();
  expect(store.getState().selectedId, 'undone once').toBe(b.id);
});

test('dismissing the last one selects the one before, and the only one nothing', async () => {
  const { store, actions } = await startBeside([a, b]);
  actions.select(b.id);
  await actions.dismiss(b.id);
  expect(store.getState().selectedId).toBe(a.id);
  await actions.dismiss(a.id);
  expect(store.getState().selectedId).toBeNull();
});

test('undo takes back the newest dismissal only', async () => {
  const { store, actions } = await startBeside([a, b, c]);
  await actions.dismiss(a.id);
  await actions.dismiss(c.id);
  await actions.undo();
  expect(store.getState().dismissed).toEqual([a.id]);
});

test('an undone dismissal comes back even when the list was renewed without it', async () => {
  const { store, actions, background, page } = await startBeside([a, b]);
  await actions.dismiss(a.id);
  background.handlers['suggest.forTicket'] = ({ ticket }) => ok(listFor(ticket, [b]));
  page.port.show(ticketState({ ...TICKET, tags: ['changed'] }));
  await settle();
  background.handlers['suggest.forTicket'] = ({ ticket }) => ok(listFor(ticket, [a, b]));
  await actions.undo();
  await settle();
  expect(store.getState().answer).toMatchObject({
    status: 'ready',
    list: { suggestions: [{ item: { id: a.id } }, { item: { id: b.id } }] },
  });
});

test('a preview shows the head at once and the item when it is read', async () => {
  const read = later<Result<Item>>();
  const { store, actions, signals } = await startBeside([a], 'public', {
    'item.read': () => read.promise,
  });
  const opened = actions.openPreview(a);
  expect(store.getState().preview).toEqual({ status: 'loading', head: a });
  expect(signals()).toContainEqual(['opened', TICKET_KEY, a.id]);
  read.give(ok(makeArticle('a')));
  await opened;
  expect(store.getState().preview).toMatchObject({ status: 'open', item: { id: a.id } });
  actions.closePreview();
  expect(store.getState().preview).toEqual({ status: 'closed' });
});

test('a preview closed or replaced meanwhile stays so', async () => {
  const slow = later<Result<Item>>();
  const { store, actions, background } = await startBeside([a, b], 'public', {
    'item.read': () => slow.promise,
  });
  const first = actions.openPreview(a);
  background.handlers['item.read'] = () => ok(makeArticle('b'));
  await actions.openPreview(b);
  slow.give(ok(makeArticle('a')));
  await first;
  expect(store.getState().preview).toMatchObject({ status: 'open', item: { id: b.id } });
});

test('an item that is gone says so', async () => {
  const { store, actions } = await startBeside([a], 'public', {
    'item.read': () => failing('not-found'),
  });
  await actions.openPreview(a);
  expect(store.getState().preview).toMatchObject({
    status: 'failed',
    head: { id: a.id },
    fault: { kind: 'not-found' },
  });
});

test('copying takes passage and link, for internal items too', async () => {
  const runbook = headOf('runbook', { visibility: 'internal' });
  const { store, actions, copied, signals } = await startBeside([runbook]);
  await actions.copy(runbook.id);
  expect(copied).toEqual([
    {
      html: `<p>Do this.</p><p><a href="${runbook.url}">runbook</a></p>`,
      text: `Do this.\n\nrunbook: ${runbook.url}`,
    },
  ]);
  expect(store.getState()).toMatchObject({
    busy: null,
    toast: { kind: 'copied', title: 'runbook' },
  });
  expect(signals()).toContainEqual(['copied', TICKET_KEY, runbook.id]);
});

test('a refused clipboard can be tried again', async () => {
  const { store, actions, clipboard, signals } = await startBeside([a]);
  clipboard.refuses = true;
  await actions.copy(a.id);
  expect(store.getState()).toMatchObject({
    busy: null,
    toast: { kind: 'fault', fault: { kind: 'clipboard-refused' }, copyId: a.id },
  });
  expect(signals().map(([kind]) => kind)).not.toContain('copied');
});

test('what a suggestion does not hold is read: the start of the item', async () => {
  const { actions, copied } = await startSidebar({
    'search.typed': () => ok([a]),
    'item.read': () =>
      ok(
        makeArticle('a', {
          blocks: [
            { type: 'heading', level: 1, text: [{ text: 'Title' }] },
            paragraph('First.'),
            paragraph('Second.'),
            { type: 'heading', level: 2, text: [{ text: 'Next' }] },
            paragraph('Third.'),
          ],
        }),
      ),
  });
  actions.openSearch();
  actions.setSearchText('a');
  await vi.advanceTimersByTimeAsync(200);
  await actions.copy(a.id);
  expect(copied[0]?.text).toBe(`First.\n\nSecond.\n\na: ${a.url}`);
});

test('settings open from the background; a failure is said', async () => {
  const { store, actions, background } = await startSidebar({ 'page.openOptions': () => ok(null) });
  await actions.openOptions();
  expect(background.requests('page.openOptions')).toHaveLength(1);
  background.handlers['page.openOptions'] = () => failing('disconnected');
  await actions.openOptions();
  expect(store.getState().toast).toMatchObject({ fault: { kind: 'disconnected' }, copyId: null });
});

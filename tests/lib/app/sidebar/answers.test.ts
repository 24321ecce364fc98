import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok, type Result } from '@/lib/core/result';
import type { SuggestionList } from '@/lib/model/suggestion';
import type { IndexStatus } from '@/lib/model/source';
import {
  failing,
  headOf,
  later,
  listFor,
  OTHER_TICKET,
  settle,
  startBeside,
  startSidebar,
  TICKET,
  TICKET_KEY,
  ticketState,
} from '@/tests/lib/app/sidebar/fake-sidebar';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const changed = { ...TICKET, subject: 'Printer is on fire' };
type Lists = Result<SuggestionList>;

test('answers the ticket in front and selects the first suggestion', async () => {
  const { store } = await startBeside([headOf('a'), headOf('b')]);
  const { answer, selectedId } = store.getState();
  expect(answer).toMatchObject({ status: 'ready', list: { ticketKey: TICKET_KEY } });
  expect(selectedId).toBe(headOf('a').id);
});

test('the same content is asked for once, whatever else changes', async () => {
  const { page, background } = await startBeside([headOf('a')]);
  page.port.show(ticketState(structuredClone(TICKET), 'internal'));
  page.port.show({ kind: 'switching' });
  page.port.show({ kind: 'loading', id: TICKET.id });
  page.port.show(ticketState(structuredClone(TICKET)));
  await settle();
  expect(background.requests('suggest.forTicket')).toHaveLength(1);
});

test('a changed ticket is asked for again, its older answer stays meanwhile', async () => {
  const { store, page, background } = await startBeside([headOf('a'), headOf('b')]);
  const next = later<Lists>();
  background.handlers['suggest.forTicket'] = () => next.promise;
  store.setState({ selectedId: headOf('b').id });
  page.port.show(ticketState(changed));
  await settle();
  expect(store.getState().answer).toMatchObject({
    status: 'loading',
    previous: { suggestions: [{ item: { title: 'a' } }, { item: { title: 'b' } }] },
  });
  next.give(ok(listFor(changed, [headOf('c'), headOf('b')])));
  await settle();
  expect(store.getState()).toMatchObject({
    answer: { status: 'ready', list: { suggestions: [{ item: { title: 'c' } }, {}] } },
    selectedId: headOf('b').id,
  });
});

test('an answer for a ticket that is gone never shows, however late it comes', async () => {
  const slow = later<Lists>();
  const { store, page, background } = await startSidebar({
    'suggest.forTicket': () => slow.promise,
  });
  page.port.show(ticketState(TICKET));
  await settle();
  background.handlers['suggest.forTicket'] = ({ ticket }) => ok(listFor(ticket, [headOf('new')]));
  page.port.show({ kind: 'switching' });
  page.port.show(ticketState(OTHER_TICKET));
  await settle();
  slow.give(ok(listFor(TICKET, [headOf('old')])));
  await settle();
  expect(store.getState().answer).toMatchObject({
    status: 'ready',
    list: { suggestions: [{ item: { title: 'new' } }] },
  });
});

test('answers that overtake each other: the newest question wins', async () => {
  const first = later<Lists>();
  const second = later<Lists>();
  const { store, page, background } = await startSidebar({
    'suggest.forTicket': () => first.promise,
  });
  page.port.show(ticketState(TICKET));
  background.handlers['suggest.forTicket'] = () => second.promise;
  page.port.show(ticketState(changed));
  second.give(ok(listFor(changed, [headOf('second')])));
  await settle();
  first.give(ok(listFor(TICKET, [headOf('first')])));
  await settle();
  expect(store.getState().answer).toMatchObject({
    list: { suggestions: [{ item: { title: 'second' } }] },
  });
});

test('leaving the ticket drops all that was about it at once', async () => {
  const { store, page, actions } = await startBeside([headOf('a'), headOf('b')]);
  await actions.dismiss(headOf('a').id);
  void actions.openPreview(headOf('b'));
  actions.setSearchText('printer');
  page.port.show({ kind: 'loading', id: OTHER_TICKET.id });
  expect(store.getState()).toMatchObject({
    answer: { status: 'idle' },
    dismissed: [],
    selectedId: null,
    preview: { status: 'closed' },
    search: { status: 'closed' },
    toast: null,
  });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(store.getState()).toMatchObject({
    preview: { status: 'closed' },
    search: { status: 'closed' },
  });
});

test('the same number in another account is another ticket', async () => {
  const { store, page, actions } = await startBeside([headOf('a'), headOf('b')]);
  await actions.dismiss(headOf('a').id);
  page.port.show(ticketState({ ...TICKET, origin: 'https://acme-sandbox.zendesk.com' }));
  await settle();
  expect(store.getState().dismissed).toEqual([]);
});

test.each([{ kind: 'none' }, { kind: 'new' }] as const)(
  '$kind in front: no answer',
  async (page) => {
    const sidebar = await startBeside([headOf('a')]);
    sidebar.page.port.show(page);
    expect(sidebar.store.getState().answer.status).toBe('idle');
  },
);

test('coming back to a ticket asks for it again', async () => {
  const { page, background, store } = await startBeside([headOf('a')]);
  page.port.show({ kind: 'none' });
  page.port.show(ticketState(TICKET));
  await settle();
  expect(background.requests('suggest.forTicket')).toHaveLength(2);
  expect(store.getState().answer.status).toBe('ready');
});

test('a failed question says so; asking again by hand works', async () => {
  const { store, page, background, actions } = await startSidebar({
    'suggest.forTicket': () => failing('storage-broken'),
  });
  page.port.show(ticketState(TICKET));
  await settle();
  expect(store.getState().answer).toMatchObject({
    status: 'failed',
    fault: { kind: 'storage-broken' },
  });
  background.handlers['suggest.forTicket'] = ({ ticket }) => ok(listFor(ticket, [headOf('a')]));
  actions.reload();
  await settle();
  expect(page.port.last('ticket.reload')).toBeDefined();
  expect(store.getState().answer.status).toBe('ready');
});

test('a background that is just starting gets some more time', async () => {
  let asked = 0;
  const { store, page } = await startSidebar({
    'suggest.forTicket': ({ ticket }) =>
      (asked += 1) < 3 ? failing('disconnected') : ok(listFor(ticket, [headOf('a')])),
  });
  page.port.show(ticketState(TICKET));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(store.getState().answer.status).toBe('ready');
  expect(asked).toBe(3);
});

test('patience for an old question ends with a new one', async () => {
  let asked = 0;
  const { page } = await startSidebar({
    'suggest.forTicket': () => {
      asked += 1;
      return failing('not-ready');
    },
  });
  page.port.show(ticketState(TICKET));
  await settle();
  page.port.show({ kind: 'none' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toBe(1);
});

test('an answer about another ticket is refused', async () => {
  const { store, page } = await startSidebar({
    'suggest.forTicket': () => ok(listFor(OTHER_TICKET, [headOf('a')])),
  });
  page.port.show(ticketState(TICKET));
  await settle();
  expect(store.getState().answer).toMatchObject({ status: 'failed' });
});

test('pasted text is asked for like a ticket, and stays until something else is in front', async () => {
  const { store, page, background, actions } = await startSidebar({
    'suggest.forTicket': ({ ticket }) => ok(listFor(ticket, [headOf('a')])),
  });
  page.port.show({ kind: 'none' });
  await actions.suggestForText('  Card was declined\nThe terminal says PAY-2207.\n');
  expect(background.requests('suggest.forTicket')[0]?.ticket).toMatchObject({
    id: 'pasted',
    subject: 'Card was declined',
    messages: [{ author: 'customer', text: 'The terminal says PAY-2207.' }],
  });
  page.port.show({ kind: 'none' });
  expect(store.getState().answer.status).toBe('ready');
  // All pasted texts have one key: what is decided on one must not count for the next.
  await actions.dismiss(headOf('a').id);
  const recorded = background.requests('signal.record').at(-1);
  expect(recorded).toMatchObject({ signal: { kind: 'dismissed' } });
  expect(recorded).not.toHaveProperty('ticket');
  page.port.show({ kind: 'new' });
  expect(store.getState().answer.status).toBe('idle');
});

test('pasted text beside a ticket is not replaced by what the page repeats', async () => {
  const { store, page, background, actions } = await startBeside([headOf('a')]);
  await actions.suggestForText('Something else');
  page.port.show(ticketState(TICKET, 'internal'));
  await settle();
  expect(store.getState().answer).toMatchObject({
    list: { ticketKey: 'https://acme.zendesk.com#pasted' },
  });
  actions.reload();
  await settle();
  expect(store.getState().answer).toMatchObject({ list: { ticketKey: TICKET_KEY } });
  expect(background.requests('suggest.forTicket')).toHaveLength(3);
});

test('one long line is a message with a short subject', async () => {
  const { background, actions } = await startSidebar();
  const line = 'word '.repeat(100).trim();
  await actions.suggestForText(line);
  const { ticket } = background.requests('suggest.forTicket')[0]!;
  expect(ticket.subject.length).toBeLessThanOrEqual(200);
  expect(ticket.messages[0]?.text).toBe(line);
});

test('asks again when there is more to find', async () => {
  let status: IndexStatus = { state: 'indexing', items: 10, indexed: 0 };
  const { store, background, page } = await startSidebar({
    'index.status': () => ok(status),
    'suggest.forTicket': ({ ticket }) => ok(listFor(ticket, [], { searchedItems: status.indexed })),
  });
  page.port.show(ticketState(TICKET));
  await vi.advanceTimersByTimeAsync(2_000);
  const asked = () => background.requests('suggest.forTicket').length;
  expect(asked()).toBe(1);
  status = { state: 'indexing', items: 10, indexed: 4 };
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked(), 'once, as soon as there is anything').toBe(2);
  status = { state: 'ready', items: 10, indexed: 10 };
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked()).toBe(3);
  expect(store.getState().index).toEqual(status);
  const polls = background.requests('index.status').length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(background.requests('index.status').length, 'no polling when ready').toBe(polls);
});

test('looks at the index again when someone comes back', async () => {
  const { background, comeBack, store } = await startBeside([headOf('a')]);
  background.handlers['index.status'] = () => ok({ state: 'ready', items: 200, indexed: 200 });
  comeBack();
  await settle();
  expect(store.getState().index.items).toBe(200);
  expect(background.requests('suggest.forTicket')).toHaveLength(2);
});

test('installing the sample shows how it is being indexed', async () => {
  const { store, background, actions } = await startSidebar({
    'index.status': () => ok({ state: 'empty', items: 0, indexed: 0 }),
    'source.addSample': () => {
      background.handlers['index.status'] = () => ok({ state: 'indexing', items: 5, indexed: 1 });
      return ok({ id: 'sample', kind: 'sample', name: 'Sample', addedAt: '', items: 5 });
    },
  });
  await actions.installSample();
  expect(store.getState().index.state).toBe('indexing');
  background.handlers['source.addSample'] = () => failing('storage-full');
  await actions.installSample();
  expect(store.getState().toast).toMatchObject({ kind: 'fault', fault: { kind: 'storage-full' } });
});

test('shown is recorded once for each ticket and item', async () => {
  const { page, signals } = await startBeside([headOf('a'), headOf('b')]);
  page.port.show(ticketState(changed));
  await settle();
  page.port.show({ kind: 'none' });
  page.port.show(ticketState(TICKET));
  await settle();
  expect(signals()).toEqual([
    ['shown', TICKET_KEY, headOf('a').id],
    ['shown', TICKET_KEY, headOf('b').id],
  ]);
});

test('signals that cannot be kept disturb nobody', async () => {
  const { store } = await startBeside([headOf('a')], 'public', {
    'signal.record': () => failing('storage-full'),
  });
  expect(store.getState()).toMatchObject({ answer: { status: 'ready' }, toast: null });
});

test('tells when the machine is offline', async () => {
  const { store, online } = await startSidebar();
  online(false);
  expect(store.getState().online).toBe(false);
  online(true);
  expect(store.getState().online).toBe(true);
});

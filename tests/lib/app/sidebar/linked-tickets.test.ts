/** "Is this known?" in reverse: the tickets that come with an issue's preview, at both helpdesks. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { later, settle, startBeside, type FakeSidebar } from '@/tests/lib/app/sidebar/fake-sidebar';
import { makeIssue } from '@/tests/support/items';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const { blocks: _blocks, contentHash: _hash, ...ISSUE } = makeIssue('FERN-1042');

let sidebar: FakeSidebar;
const state = () => sidebar.store.getState();

describe('the tickets of an issue', () => {
  it('come with its preview', async () => {
    const linked = [
      { id: 's1', ticketKey: 'https://acme.zendesk.com#12', at: '2026-11-21T10:00:00Z' },
      { id: 's2', ticketKey: 'https://elsewhere.example#13', at: '2026-11-20T10:00:00Z' },
    ];
    sidebar = await startBeside([ISSUE], 'public', {
      'item.read': () => ok(makeIssue('FERN-1042')),
      'signal.linked': () => ok(linked),
    });
    await sidebar.actions.openPreview(ISSUE);
    await settle();
    expect(state().linkedTickets).toEqual({
      itemId: ISSUE.id,
      fault: null,
      tickets: [
        {
          ticketKey: 'https://acme.zendesk.com#12',
          id: '12',
          url: 'https://acme.zendesk.com/agent/tickets/12',
          at: '2026-11-21T10:00:00Z',
        },
        {
          ticketKey: 'https://elsewhere.example#13',
          id: '13',
          url: null,
          at: '2026-11-20T10:00:00Z',
        },
      ],
    });
  });

  it('are asked for when what the agent did before is stored', async () => {
    const recorded = later<Result<null>>();
    sidebar = await startBeside([ISSUE], 'public', {
      'item.read': () => ok(makeIssue('FERN-1042')),
      'signal.linked': () => ok([]),
      'signal.record': () => recorded.promise,
    });
    await sidebar.actions.openPreview(ISSUE);
    await settle();
    expect(sidebar.background.requests('signal.linked')).toEqual([]);
    recorded.give(ok(null));
    await settle();
    expect(sidebar.background.requests('signal.linked')).toEqual([{ itemId: ISSUE.id }]);
  });
});

describe('the tickets of an issue that cannot be read', () => {
  const linked = [{ id: 's1', ticketKey: 'https://secure.helpscout.net#310', at: '2026-11-21' }];
  let answers: Result<typeof linked>[];
  const open = async () => {
    sidebar = await startBeside([ISSUE], 'public', {
      'item.read': () => ok(makeIssue('FERN-1042')),
      'signal.linked': () => answers.shift() ?? ok(linked),
    });
    await sidebar.actions.openPreview(ISSUE);
    await settle();
  };

  it('say so, and come when they are asked for again', async () => {
    answers = [fail(fault('storage-broken'))];
    await open();
    expect(state().linkedTickets).toMatchObject({
      tickets: [],
      fault: { kind: 'storage-broken' },
    });
    await sidebar.actions.openPreview(ISSUE);
    await settle();
    expect(state().linkedTickets).toMatchObject({
      tickets: [{ id: '310', url: 'https://secure.helpscout.net/conversation/310' }],
      fault: null,
    });
    answers = [fail(fault('storage-broken'))];
    await sidebar.actions.openPreview(ISSUE);
    await settle();
    expect(state().linkedTickets).toMatchObject({
      tickets: [{ id: '310' }],
      fault: { kind: 'storage-broken' },
    });
  });

  it('are asked for again by themselves while the background starts', async () => {
    answers = [fail(fault('disconnected'))];
    await open();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(state().linkedTickets?.tickets).toHaveLength(1);
    expect(state().linkedTickets?.fault).toBeNull();
  });
});

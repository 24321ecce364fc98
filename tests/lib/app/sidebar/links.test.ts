import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LinkView } from '@/lib/model/link';
import { fault } from '@/lib/core/fault';
import { fail, ok } from '@/lib/core/result';
import {
  failing,
  headOf,
  OTHER_TICKET,
  settle,
  startBeside,
  TICKET,
  TICKET_KEY,
  ticketState,
  type FakeSidebar,
} from '@/tests/lib/app/sidebar/fake-sidebar';
import { makeIssue } from '@/tests/support/items';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const {
  blocks: _blocks,
  contentHash: _hash,
  ...ISSUE
} = makeIssue('FERN-1042', {
  title: 'Spooler {{crash}}',
  url: 'https://tracker.example/FERN-1042',
});
const VIEW: LinkView = {
  state: 'unlinked',
  way: 'tag',
  refused: null,
  changes: [{ field: 'tag', tag: 'known-issue-fern-1042' }],
  existing: null,
  problem: null,
  stamp: '2026-11-20T08:00:00Z',
  canUndo: false,
};

let sidebar: FakeSidebar;
const state = () => sidebar.store.getState();
const port = () => sidebar.page.port;

async function viewed(result: Parameters<typeof answerView>[0] = ok(VIEW)): Promise<void> {
  answerView(result);
  await settle();
}
function answerView(result: ReturnType<typeof ok<LinkView>> | ReturnType<typeof failing>): void {
  const { requestId } = port().last('link.preview');
  port().tell({ type: 'link.viewed', requestId, result });
}
async function done(
  type: 'link.make' | 'link.undo',
  result: ReturnType<typeof ok<null>> | ReturnType<typeof failing> = ok(null),
): Promise<void> {
  port().tell({ type: 'link.done', requestId: port().last(type).requestId, result });
  await settle();
}

async function open(): Promise<void> {
  sidebar = await startBeside([ISSUE]);
  void sidebar.actions.openLink(ISSUE);
}

describe('opening', () => {
  it('asks the page what linking would change, with tag, note and problem', async () => {
    await open();
    expect(state().link).toEqual({ status: 'reading', item: ISSUE });
    expect(port().last('link.preview')).toMatchObject({
      ticketKey: TICKET_KEY,
      target: {
        tag: 'known-issue-fern-1042',
        note: 'Known issue: FERN-1042: Spooler { {crash}}\nhttps://tracker.example/FERN-1042',
        undoNote: 'No longer linked to the known issue FERN-1042.',
        problemId: null,
      },
    });
    await viewed();
    expect(state().link).toMatchObject({ status: 'shown', view: VIEW, isRenewed: false });
    expect(sidebar.signals().map(([kind]) => kind)).not.toContain('linked');
  });

  it('knows the problem ticket of this account by its address', async () => {
    sidebar = await startBeside([]);
    const url = `${TICKET.origin}/agent/tickets/4500`;
    void sidebar.actions.openLink({ ...ISSUE, url });
    expect(port().last('link.preview').target.problemId).toBe('4500');
  });

  it('does nothing for what is no issue', async () => {
    sidebar = await startBeside([]);
    void sidebar.actions.openLink(headOf('article'));
    expect(state().link).toEqual({ status: 'closed' });
  });

  it('says so without a ticket', async () => {
    sidebar = await startBeside([]);
    port().show({ kind: 'none' });
    await sidebar.actions.openLink(ISSUE);
    expect(state().link).toMatchObject({ status: 'failed', fault: { kind: 'no-ticket' } });
  });

  it('shows a fault, and asks again when told to', async () => {
    await open();
    await viewed(failing('rate-limited'));
    expect(state().link).toMatchObject({ status: 'failed', fault: { kind: 'rate-limited' } });
    void sidebar.actions.openLink(ISSUE);
    await viewed();
    expect(state().link.status).toBe('shown');
  });

  it('is forgotten when it is closed or the ticket goes', async () => {
    await open();
    sidebar.actions.closeLink();
    await viewed();
    expect(state().link.status).toBe('closed');
    void sidebar.actions.openLink(ISSUE);
    port().show(ticketState(OTHER_TICKET));
    await viewed();
    expect(state().link.status).toBe('closed');
  });
});

describe('confirming', () => {
  it('links what was shown, remembers it with the ticket, and offers undo', async () => {
    await open();
    await viewed();
    void sidebar.actions.confirmLink();
    expect(state().link).toMatchObject({ isBusy: true });
    expect(port().last('link.make')).toMatchObject({ ticketKey: TICKET_KEY, seen: VIEW });
    await done('link.make');
    expect(state().link.status).toBe('closed');
    expect(state().toast).toMatchObject({ kind: 'linked', way: 'tag', title: 'FERN-1042' });
    const recorded = sidebar.background
      .requests('signal.record')
      .find(({ signal }) => signal.kind === 'linked');
    expect(recorded).toMatchObject({
      signal: { ticketKey: TICKET_KEY, itemId: ISSUE.id },
      ticket: { id: TICKET.id },
    });
  });

  it('says that the agent has yet to add a note that could only be drafted', async () => {
    await open();
    await viewed(ok({ ...VIEW, changes: [{ field: 'note', text: 'Known issue', isDraft: true }] }));
    void sidebar.actions.confirmLink();
    await done('link.make');
    expect(state().toast).toMatchObject({ kind: 'linked', way: 'draft' });
  });

  it('sends one request, however often the key is pressed', async () => {
    await open();
    await viewed();
    void sidebar.actions.confirmLink();
    void sidebar.actions.confirmLink();
    void sidebar.actions.openLink(ISSUE);
    expect(port().sent.filter(({ type }) => type === 'link.make')).toHaveLength(1);
    expect(port().sent.filter(({ type }) => type === 'link.preview')).toHaveLength(1);
  });

  it('does nothing before there is something to confirm, or when it is linked', async () => {
    await open();
    void sidebar.actions.confirmLink();
    await viewed(ok({ ...VIEW, state: 'linked', changes: [], existing: 'known-issue-fern-1042' }));
    void sidebar.actions.confirmLink();
    expect(port().sent.filter(({ type }) => type === 'link.make')).toEqual([]);
  });

  it.each(['conflict', 'already-linked'] as const)(
    'shows the fresh ticket on %s, and links only when told to again',
    async (kind) => {
      await open();
      await viewed();
      void sidebar.actions.confirmLink();
      await done('link.make', failing(kind));
      const fresh = { ...VIEW, stamp: '2026-11-22T11:00:00Z' };
      await viewed(ok(fresh));
      expect(state().link).toMatchObject({ status: 'shown', view: fresh, isRenewed: true });
      expect(port().sent.filter(({ type }) => type === 'link.make')).toHaveLength(1);
      void sidebar.actions.confirmLink();
      expect(port().last('link.make').seen).toEqual(fresh);
    },
  );

  it.each(['offline', 'forbidden', 'rate-limited', 'ticket-closed', 'half-linked'] as const)(
    'says %s and records nothing',
    async (kind) => {
      await open();
      await viewed();
      void sidebar.actions.confirmLink();
      await done('link.make', failing(kind));
      expect(state().link).toMatchObject({ status: 'failed', fault: { kind } });
      expect(sidebar.signals().map(([signal]) => signal)).not.toContain('linked');
    },
  );

  it('says that it is not known when the line breaks', async () => {
    await open();
    await viewed();
    void sidebar.actions.confirmLink();
    port().break();
    await settle();
    expect(state().link).toMatchObject({ status: 'failed', fault: { kind: 'disconnected' } });
  });

  it('counts a late answer', async () => {
    await open();
    await viewed();
    void sidebar.actions.confirmLink();
    await vi.advanceTimersByTimeAsync(41_000);
    expect(state().link).toMatchObject({ status: 'failed', fault: { kind: 'timeout' } });
    await done('link.make');
    expect(state().link.status).toBe('closed');
    expect(state().toast?.kind).toBe('linked');
    expect(sidebar.signals().map(([kind]) => kind)).toContain('linked');
  });
});

describe('on another ticket by then', () => {
  beforeEach(async () => {
    await open();
    await viewed();
    void sidebar.actions.confirmLink();
    port().show(ticketState(OTHER_TICKET));
  });

  it('a success is remembered for its own ticket and not said beside this one', async () => {
    await done('link.make');
    expect(sidebar.signals()).toContainEqual(['linked', TICKET_KEY, ISSUE.id]);
    expect(state().toast).toBeNull();
  });

  it('a failure is said, with the ticket’s number', async () => {
    await done('link.make', fail(fault('conflict')));
    expect(state().toast).toMatchObject({ kind: 'link-fault', ticketId: TICKET.id });
    expect(state().link.status).toBe('closed');
  });
});

describe('taking back', () => {
  beforeEach(async () => {
    await open();
    await viewed();
    void sidebar.actions.confirmLink();
    await done('link.make');
  });
  const signalId = () =>
    sidebar.background.requests('signal.record').find(({ signal }) => signal.kind === 'linked')
      ?.signal.id;

  it('by the toast takes back ticket and signal', async () => {
    void sidebar.actions.undo();
    expect(port().last('link.undo').ticketKey).toBe(TICKET_KEY);
    await done('link.undo');
    expect(state().toast).toEqual({ kind: 'undone' });
    expect(sidebar.background.requests('signal.remove')).toEqual([{ id: signalId() }]);
  });

  it('that fails keeps the signal and says why', async () => {
    void sidebar.actions.undo();
    await done('link.undo', failing('link-changed'));
    expect(state().toast).toMatchObject({ kind: 'fault', fault: { kind: 'link-changed' } });
    expect(sidebar.background.requests('signal.remove')).toEqual([]);
  });

  it('works from the link that is shown, too', async () => {
    void sidebar.actions.openLink(ISSUE);
    await viewed(ok({ ...VIEW, state: 'linked', changes: [], existing: 'x', canUndo: true }));
    void sidebar.actions.undoLink();
    await done('link.undo');
    expect(state().link.status).toBe('closed');
    expect(sidebar.background.requests('signal.remove')).toEqual([{ id: signalId() }]);
  });
});

describe('the browser’s key', () => {
  it('opens the link to the selected issue and takes the keyboard along', async () => {
    sidebar = await startBeside([ISSUE]);
    port().tell({ type: 'command', command: 'link-issue' });
    expect(state().link).toMatchObject({ status: 'reading', item: { id: ISSUE.id } });
    expect(sidebar.focused()).toBe(1);
  });

  it('does nothing where there is no issue', async () => {
    sidebar = await startBeside([headOf('article')]);
    port().tell({ type: 'command', command: 'link-issue' });
    expect(state().link.status).toBe('closed');
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageReader, type PageReader } from '@/lib/app/page-reader';
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type {
  HelpdeskAdapter,
  HelpdeskPage,
  TicketLocation,
  TicketReading,
} from '@/lib/helpdesks/contract';
import type { PageState } from '@/lib/model/page-state';

const ticketOf = (id: string, words = 'hello') => ({
  helpdesk: 'zendesk' as const,
  origin: 'https://acme.zendesk.com',
  id,
  url: '',
  subject: `Ticket ${id}`,
  messages: [{ author: 'customer' as const, visibility: 'public' as const, text: words, at: '' }],
  requester: { name: '' },
  tags: [],
  fields: [],
});
const readOf = (id: string, words?: string): Result<TicketReading> =>
  ok({ ticket: ticketOf(id, words), readBy: 'api', degraded: null });
const inFront = (id: string, channel: 'public' | 'internal' = 'public'): TicketLocation => ({
  state: 'ticket',
  id,
  channel,
  // The reader only hands these on.
  root: {} as Element,
  composer: null,
});
const switching = (id: string, missing = true): TicketLocation => ({
  state: 'switching',
  id,
  why: missing ? 'ticket-pane' : 'selected-tab',
  missing,
});

/** A helpdesk that answers when the test says so. */
class FakeHelpdesk {
  location: TicketLocation = { state: 'none' };
  reads: { id: string; signal: AbortSignal; answer: (result: Result<TicketReading>) => void }[] =
    [];
  tell: (what: 'location' | 'ticket') => void = () => {};
  isObserved = false;

  adapter(): HelpdeskAdapter {
    return {
      name: 'zendesk',
      matches: () => true,
      locate: () => this.location,
      readTicket: (_, id, signal) =>
        new Promise((answer) => {
          this.reads.push({ id, signal, answer });
        }),
      observe: (_, onChange) => {
        this.isObserved = true;
        this.tell = onChange;
        return () => {
          this.isObserved = false;
        };
      },
      results: {},
      insert: () => Promise.reject(new Error('not here')),
      undoInsert: () => Promise.reject(new Error('not here')),
      ticketUrl: (origin, id) => `${origin}/${id}`,
      linking: {
        preview: () => Promise.reject(new Error('not here')),
        link: () => Promise.reject(new Error('not here')),
        unlink: () => Promise.reject(new Error('not here')),
      },
    };
  }

  go(location: TicketLocation): void {
    this.location = location;
    this.tell('location');
  }

  async answer(result: Result<TicketReading>, index = this.reads.length - 1): Promise<void> {
    this.reads[index]?.answer(result);
    await vi.advanceTimersByTimeAsync(0);
  }
}

let helpdesk: FakeHelpdesk;
let states: PageState[];
let reader: PageReader;
const page = {} as HelpdeskPage;
const kinds = () =>
  states.map((state) => {
    if (state.kind === 'ticket') return `${state.ticket.id} ${state.channel}`;
    return 'id' in state ? `${state.kind} ${state.id}` : state.kind;
  });
const last = () => states.at(-1);

function begin(location: TicketLocation): void {
  helpdesk.location = location;
  reader = createPageReader({
    page,
    adapter: helpdesk.adapter(),
    onState: (state) => states.push(state),
    clock: () => Date.now(),
  });
  reader.start();
}
beforeEach(() => {
  vi.useFakeTimers();
  helpdesk = new FakeHelpdesk();
  states = [];
});
afterEach(() => {
  reader.stop();
  vi.useRealTimers();
});

describe('opening a ticket', () => {
  it('says that it reads, then what it read', async () => {
    begin(inFront('1'));
    await helpdesk.answer(readOf('1'));
    expect(kinds()).toEqual(['loading 1', '1 public']);
    expect(last()).toEqual(reader.state());
  });

  it('is told once, however often the page stirs', async () => {
    begin(inFront('1'));
    await helpdesk.answer(readOf('1'));
    for (let times = 0; times < 5; times++) helpdesk.tell('location');
    expect(kinds()).toEqual(['loading 1', '1 public']);
    expect(helpdesk.reads).toHaveLength(1);
  });

  it('another channel is news without reading again', async () => {
    begin(inFront('1'));
    await helpdesk.answer(readOf('1'));
    helpdesk.go(inFront('1', 'internal'));
    expect(kinds()).toEqual(['loading 1', '1 public', '1 internal']);
    expect(helpdesk.reads).toHaveLength(1);
  });
});

describe('changing tickets', () => {
  it('an answer for the ticket before counts for nothing', async () => {
    begin(inFront('1'));
    helpdesk.go(switching('2'));
    expect(helpdesk.reads[0]!.signal.aborted).toBe(true);
    helpdesk.go(inFront('2'));
    await helpdesk.answer(readOf('1'), 0);
    await helpdesk.answer(readOf('2'), 1);
    expect(kinds()).toEqual(['loading 1', 'switching', 'loading 2', '2 public']);
  });

  it('nor does one that comes when the page has moved on unnoticed', async () => {
    begin(inFront('1'));
    helpdesk.location = inFront('2');
    await helpdesk.answer(readOf('1'));
    await helpdesk.answer(readOf('2'));
    expect(kinds()).toEqual(['loading 1', 'loading 2', '2 public']);
  });

  it('a page that settles without a sign is noticed', async () => {
    begin(switching('1'));
    helpdesk.location = inFront('1');
    await vi.advanceTimersByTimeAsync(100);
    expect(kinds()).toEqual(['switching', 'loading 1']);
  });

  it('a ticket read before is there at once, and read again after a moment', async () => {
    begin(inFront('1'));
    await helpdesk.answer(readOf('1'));
    helpdesk.go(inFront('2'));
    await helpdesk.answer(readOf('2'));
    helpdesk.go(inFront('1', 'internal'));
    expect(kinds().at(-1)).toBe('1 internal');
    expect(helpdesk.reads).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(300);
    await helpdesk.answer(readOf('1', 'news'));
    expect(last()).toMatchObject({ ticket: { messages: [{ text: 'news' }] } });
  });

  it('flipping past tickets costs no requests', async () => {
    begin(inFront('1'));
    await helpdesk.answer(readOf('1'));
    helpdesk.go(inFront('2'));
    await helpdesk.answer(readOf('2'));
    for (let turn = 0; turn < 10; turn++) {
      helpdesk.go(inFront(String(1 + (turn % 2))));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(helpdesk.reads).toHaveLength(2);
  });

  it('no ticket, and a new one, are told as such', () => {
    begin(inFront('1'));
    helpdesk.go({ state: 'new' });
    helpdesk.go({ state: 'none' });
    expect(kinds()).toEqual(['loading 1', 'new', 'none']);
    expect(helpdesk.reads[0]!.signal.aborted).toBe(true);
  });
});

describe('new comments', () => {
  it('are read once per burst, the old text staying meanwhile', async () => {
    begin(inFront('1'));
    await helpdesk.answer(readOf('1'));
    for (let times = 0; times < 5; times++) {
      helpdesk.tell('ticket');
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(helpdesk.reads).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(400);
    expect(helpdesk.reads).toHaveLength(2);
    expect(kinds()).toEqual(['loading 1', '1 public']);
    await helpdesk.answer(readOf('1', 'again'));
    expect(last()).toMatchObject({ ticket: { messages: [{ text: 'again' }] } });
  });

  it('that cannot be read leave the ticket, and say why', async () => {
    begin(inFront('1'));
    await helpdesk.answer(readOf('1'));
    reader.reload();
    await helpdesk.answer(fail(fault('offline')));
    expect(last()).toMatchObject({ kind: 'ticket', degraded: { kind: 'offline' } });
  });
});

describe('trouble', () => {
  const failed = (why: Fault) => helpdesk.answer(fail(why));

  it('is told with the fault', async () => {
    begin(inFront('1'));
    await failed(fault('signed-out'));
    expect(last()).toEqual({ kind: 'failed', id: '1', fault: fault('signed-out') });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(helpdesk.reads).toHaveLength(1);
  });

  it('that passes is tried again when it may have passed', async () => {
    begin(inFront('1'));
    await failed(fault('rate-limited', { seconds: 37 }));
    await vi.advanceTimersByTimeAsync(36_000);
    expect(helpdesk.reads).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    await helpdesk.answer(readOf('1'));
    expect(kinds()).toEqual(['loading 1', 'failed 1', '1 public']);
  });

  it('with the API: the page’s own answer stands until the API is back', async () => {
    begin(inFront('1'));
    await helpdesk.answer(
      ok({ ticket: ticketOf('1'), readBy: 'dom', degraded: fault('server-error') }),
    );
    expect(last()).toMatchObject({ kind: 'ticket', readBy: 'dom' });
    await vi.advanceTimersByTimeAsync(30_000);
    await helpdesk.answer(readOf('1'));
    expect(last()).toMatchObject({ readBy: 'api', degraded: null });
  });

  it('of the page is tried again when the page changes', async () => {
    begin(inFront('1'));
    await failed(fault('page-changed', { selector: 'log-item' }));
    helpdesk.tell('location');
    await vi.advanceTimersByTimeAsync(400);
    await helpdesk.answer(readOf('1'));
    expect(kinds()).toEqual(['loading 1', 'failed 1', '1 public']);
  });

  it('a pane that never comes: read all the same, with nowhere to insert', async () => {
    begin(switching('1'));
    await vi.advanceTimersByTimeAsync(7000);
    await helpdesk.answer(readOf('1'));
    expect(last()).toMatchObject({
      kind: 'ticket',
      channel: 'none',
      degraded: { kind: 'page-changed', detail: { selector: 'ticket-pane' } },
    });
  });

  it('a tab that says otherwise for good: nothing that was read is shown', async () => {
    begin(switching('1', false));
    await helpdesk.answer(readOf('1'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(kinds()).toEqual(['switching', 'failed 1']);
    expect(helpdesk.reads).toHaveLength(1);
    helpdesk.go(inFront('1'));
    await vi.advanceTimersByTimeAsync(400);
    await helpdesk.answer(readOf('1'));
    expect(kinds().at(-1)).toBe('1 public');
  });
});

describe('reads ahead while the page still changes', () => {
  it('shows the ticket the moment it stands in front, and reads it once', async () => {
    begin(switching('1'));
    await helpdesk.answer(readOf('1'));
    expect(kinds()).toEqual(['switching']);
    helpdesk.go(inFront('1'));
    expect(kinds()).toEqual(['switching', '1 public']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(helpdesk.reads).toHaveLength(1);
  });

  it('waits for what is still being read', async () => {
    begin(switching('1'));
    helpdesk.go(inFront('1'));
    expect(kinds()).toEqual(['switching', 'loading 1']);
    await helpdesk.answer(readOf('1'));
    expect(kinds().at(-1)).toBe('1 public');
    expect(helpdesk.reads).toHaveLength(1);
  });

  it('lets go of a ticket that is passed by', async () => {
    begin(switching('1'));
    helpdesk.go(switching('2'));
    expect(helpdesk.reads[0]!.signal.aborted).toBe(true);
    helpdesk.go(inFront('2'));
    await helpdesk.answer(readOf('1'), 0);
    await helpdesk.answer(readOf('2'), 1);
    expect(kinds()).toEqual(['switching', 'loading 2', '2 public']);
  });

  it('reads a ticket again that could not be read ahead', async () => {
    begin(switching('1'));
    await helpdesk.answer(fail(fault('server-error')));
    helpdesk.go(inFront('1'));
    await helpdesk.answer(readOf('1'));
    expect(kinds().at(-1)).toBe('1 public');
  });
});

it('stops for good', async () => {
  begin(inFront('1'));
  reader.stop();
  expect(helpdesk.isObserved).toBe(false);
  expect(helpdesk.reads[0]!.signal.aborted).toBe(true);
  await helpdesk.answer(readOf('1'));
  expect(kinds()).toEqual(['loading 1']);
  expect(vi.getTimerCount()).toBe(0);
});

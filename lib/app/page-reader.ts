/** Keeps the page state true: which ticket is in front, read afresh when it changes, never another's answer. */
import { createPatience, type Patience } from '@/lib/app/page-patience';
import { debounce } from '@/lib/core/async';
import { systemClock, type Clock } from '@/lib/core/clock';
import { fault, type Fault } from '@/lib/core/fault';
import type { HelpdeskAdapter, HelpdeskPage, TicketLocation } from '@/lib/helpdesks/contract';
import type { PageState } from '@/lib/model/page-state';

/** Comments come in bursts, e.g. when an agent sends and a trigger answers. */
const CHANGE_MS = 400;
/** A ticket read before is shown at once; whoever only flips past it costs no request. */
const REVISIT_MS = 300;
const MOST_REMEMBERED = 30;
/** Before a read is repeated that failed for a passing reason. */
const LATER_S = 30;

type TicketState = Extract<PageState, { kind: 'ticket' }>;
type Switching = Extract<TicketLocation, { state: 'switching' }>;

export interface PageReader {
  /** Looks at the page and goes on watching it. A state other than `none` is reported at once. */
  start(): void;
  state(): PageState;
  /** Reads the ticket in front again now. */
  reload(): void;
  stop(): void;
}

interface ReaderParts {
  page: HelpdeskPage;
  adapter: HelpdeskAdapter;
  /** Called with every state that differs from the one before. */
  onState: (state: PageState) => void;
  clock?: Clock;
}

export function createPageReader(parts: ReaderParts): PageReader {
  return new Reader(parts);
}

class Reader implements PageReader {
  readonly #page: HelpdeskPage;
  readonly #adapter: HelpdeskAdapter;
  readonly #onState: (state: PageState) => void;
  readonly #patience: Patience;
  readonly #changed = debounce(() => this.reload(), CHANGE_MS);
  /** Tickets as last read, so that going back to one shows it at once. */
  readonly #remembered = new Map<string, TicketState>();
  #state: PageState = { kind: 'none' };
  #stopObserving = (): void => {};
  #reported = JSON.stringify(this.#state);
  /** `isAhead`: begun before the ticket stood in front. */
  #reading: { id: string; stop: AbortController; isAhead: boolean } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The ticket that was read before it came to the front, and not since. */
  #ahead: string | null = null;

  constructor({ page, adapter, onState, clock = systemClock }: ReaderParts) {
    this.#page = page;
    this.#adapter = adapter;
    this.#onState = onState;
    this.#patience = createPatience(clock);
  }

  start(): void {
    this.#stopObserving = this.#adapter.observe(this.#page, (what) => {
      if (what === 'location') this.#look();
      else this.#changed.call();
    });
    this.#look();
  }

  state(): PageState {
    return this.#state;
  }

  reload(): void {
    const location = this.#adapter.locate(this.#page);
    if (location.state === 'ticket') this.#read(location.id);
    else this.#look();
  }

  stop(): void {
    this.#stopObserving();
    this.#changed.cancel();
    this.#abandon();
  }

  #look(): void {
    const location = this.#adapter.locate(this.#page);
    if (location.state !== 'switching') this.#patience.reset();
    switch (location.state) {
      case 'none':
      case 'new':
        this.#abandon();
        this.#set({ kind: location.state });
        break;
      case 'switching':
        this.#wait(location);
        break;
      case 'ticket':
        this.#follow(location.id);
        break;
    }
  }

  #wait({ id, why, missing }: Switching): void {
    const pause = this.#patience.pause(`${id} ${why}`);
    if (pause !== null) {
      this.#readAhead(id);
      this.#set({ kind: 'switching' });
      this.#after(pause, () => this.#look());
    } else if (!missing) {
      this.#abandon();
      this.#set({ kind: 'failed', id, fault: fault('page-changed', { selector: why }) });
      // The API needs no pane; only inserting does.
    } else if (!this.#isAbout(id) && !this.#isReadingForGood(id)) this.#read(id);
  }

  #isReadingForGood(id: string): boolean {
    return this.#reading?.id === id && !this.#reading.isAhead;
  }

  /**
   * The address names the next ticket some hundred milliseconds before its pane is there: time enough
   * to read it. Nothing is shown of it before it stands in front.
   */
  #readAhead(id: string): void {
    if (this.#reading?.id === id) return;
    this.#abandon();
    if (!this.#remembered.has(id)) this.#read(id, 0, true);
  }

  /** A ticket is in front: read it unless that is done or under way. */
  #follow(id: string): void {
    const state = this.#state;
    if (this.#reading?.id === id) {
      if (state.kind === 'switching') this.#set({ kind: 'loading', id });
      return;
    }
    if (!this.#isAbout(id)) {
      const known = this.#remembered.get(id);
      const isFresh = this.#ahead === id;
      this.#ahead = null;
      this.#set(known ? { ...known, channel: this.#channelOf(id) } : { kind: 'loading', id });
      if (!known || !isFresh) this.#read(id, known ? REVISIT_MS : 0);
      return;
    }
    if (state.kind === 'ticket') this.#set({ ...state, channel: this.#channelOf(id) });
    // Something on the page changed that may make it readable again.
    const isPoor = state.kind === 'failed' || (state.kind === 'ticket' && state.readBy !== 'api');
    if (isPoor) this.#changed.call();
  }

  #isAbout(id: string): boolean {
    const state = this.#state;
    if (state.kind === 'ticket') return state.ticket.id === id;
    return (state.kind === 'failed' || state.kind === 'loading') && state.id === id;
  }

  #channelOf(id: string): TicketState['channel'] {
    const location = this.#adapter.locate(this.#page);
    return location.state === 'ticket' && location.id === id ? location.channel : 'none';
  }

  #read(id: string, pause = 0, isAhead = false): void {
    this.#abandon();
    const stop = new AbortController();
    this.#reading = { id, stop, isAhead };
    const begin = (): void => void this.#readNow(id, stop.signal);
    if (pause > 0) this.#after(pause, begin);
    else begin();
  }

  async #readNow(id: string, signal: AbortSignal): Promise<void> {
    const answer = await this.#adapter.readTicket(this.#page, id, signal);
    if (signal.aborted) return;
    const isAhead = this.#reading?.isAhead ?? false;
    this.#reading = null;
    const location = this.#adapter.locate(this.#page);
    const isPaneMissing = !isAhead && location.state === 'switching' && location.missing;
    const isInFront = location.state === 'ticket' || isPaneMissing;
    if (!isInFront || location.id !== id) {
      if (answer.ok && answer.value.readBy === 'api') {
        this.#ahead = id;
        this.#remember({ kind: 'ticket', ...answer.value, channel: 'none' });
      }
      this.#look();
      return;
    }
    const state = this.#state;
    if (answer.ok) {
      const read: TicketState = { kind: 'ticket', ...answer.value, channel: this.#channelOf(id) };
      this.#remember(read);
      const degraded = isPaneMissing
        ? fault('page-changed', { selector: location.why })
        : read.degraded;
      this.#set({ ...read, degraded });
    } else if (state.kind === 'ticket' && state.ticket.id === id) {
      this.#set({ ...state, degraded: answer.fault });
    } else this.#set({ kind: 'failed', id, fault: answer.fault });
    const cause = answer.ok ? answer.value.degraded : answer.fault;
    if (cause?.retry === 'later') this.#after(secondsOf(cause) * 1000, () => this.reload());
  }

  #remember(read: TicketState): void {
    const { id } = read.ticket;
    this.#remembered.delete(id);
    this.#remembered.set(id, read);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > MOST_REMEMBERED && oldest) this.#remembered.delete(oldest);
  }

  #set(next: PageState): void {
    this.#state = next;
    const text = JSON.stringify(next);
    if (text === this.#reported) return;
    this.#reported = text;
    this.#onState(next);
  }

  #after(milliseconds: number, work: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(work, milliseconds);
  }

  #abandon(): void {
    this.#reading?.stop.abort();
    this.#reading = null;
    clearTimeout(this.#timer);
  }
}

function secondsOf(cause: Fault): number {
  const seconds = Number(cause.detail?.['seconds'] ?? LATER_S);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : LATER_S;
}

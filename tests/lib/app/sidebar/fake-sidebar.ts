/** A sidebar whose browser, background and page are in this file, to be driven by tests. */
import { vi } from 'vitest';
import type { BackgroundClient } from '@/lib/app/background-client';
import type { PagePort, SidebarParts, TabInFront } from '@/lib/app/sidebar/parts';
import { createSidebar, type Sidebar } from '@/lib/app/sidebar/sidebar';
import { fault, type FaultKind } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { MessageName, MessageRequest, MessageResponse } from '@/lib/messaging/contract';
import { toPageSchema, type FromPage, type ToPage } from '@/lib/messaging/page-contract';
import type { ItemHead } from '@/lib/model/item';
import type { Channel, PageState } from '@/lib/model/page-state';
import type { Suggestion, SuggestionList } from '@/lib/model/suggestion';
import { ticketKey, type Ticket } from '@/lib/model/ticket';
import { ticketAddress } from '@/lib/app/ticket-address';
import { makeArticle, makeTicket, paragraph } from '@/tests/support/items';
import { testWording } from '@/tests/support/wording';

type Answer<N extends MessageName> =
  Result<MessageResponse<N>> | Promise<Result<MessageResponse<N>>>;
type Handlers = { [N in MessageName]?: (request: MessageRequest<N>) => Answer<N> };

export interface FakeBackground extends BackgroundClient {
  handlers: Handlers;
  sent: { name: MessageName; request: unknown }[];
  requests<N extends MessageName>(name: N): MessageRequest<N>[];
}

export function fakeBackground(handlers: Handlers = {}): FakeBackground {
  const background: FakeBackground = {
    handlers: {
      'index.status': () => ok({ state: 'ready', items: 100, indexed: 100 }),
      'reply.make': () => ok(null),
      'signal.record': () => ok(null),
      'signal.remove': () => ok(null),
      ...handlers,
    },
    sent: [],
    requests: (name) =>
      background.sent
        .filter((message) => message.name === name)
        .map(({ request }) => request as never),
    send: async (name, request) => {
      background.sent.push({ name, request: structuredClone(request) });
      const handler = background.handlers[name] as
        ((request: unknown) => Result<never> | Promise<Result<never>>) | undefined;
      return handler === undefined ? fail(fault('forbidden-caller')) : handler(request);
    },
  };
  return background;
}

/** An answer that a test gives when it likes. */
export function later<T>() {
  let give: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}

/** The content script's end of one port. */
class FakePort implements PagePort {
  readonly sent: ToPage[] = [];
  isOpen = true;
  #onMessage: (message: unknown) => void = () => undefined;
  #onDisconnect: () => void = () => undefined;
  readonly tabId: number;

  constructor(tabId: number) {
    this.tabId = tabId;
  }

  post = (message: unknown): boolean => {
    if (this.isOpen) this.sent.push(toPageSchema.parse(message));
    return this.isOpen;
  };
  onMessage = (listener: (message: unknown) => void): void => {
    this.#onMessage = listener;
  };
  onDisconnect = (listener: () => void): void => {
    this.#onDisconnect = listener;
  };
  close = (): void => {
    this.isOpen = false;
  };

  tell(message: FromPage | { nonsense: true }): void {
    this.#onMessage(structuredClone(message));
  }
  show(state: PageState): void {
    this.tell({ type: 'state', state });
  }
  break(): void {
    this.isOpen = false;
    this.#onDisconnect();
  }
  last<T extends ToPage['type']>(type: T): Extract<ToPage, { type: T }> {
    const message = this.sent.findLast((one) => one.type === type);
    if (message === undefined) throw new Error(`No ${type} was sent`);
    return message as Extract<ToPage, { type: T }>;
  }
  answer(result: Result<null> = ok(null)): void {
    const request = this.sent.findLast((one) => 'requestId' in one && one.type !== 'health.check');
    if (request === undefined || !('requestId' in request)) throw new Error('Nothing was asked');
    this.tell({ type: 'insert.done', requestId: request.requestId, result });
  }
}

class FakePage {
  tab: TabInFront | null = { id: 1, isHelpdesk: true };
  /** Whether a content script answers. */
  isThere = true;
  readonly ports: FakePort[] = [];
  changed: () => void = () => undefined;

  findTab = async (): Promise<TabInFront | null> => this.tab;
  watch = (onChange: () => void): (() => void) => {
    this.changed = onChange;
    return () => undefined;
  };
  open = (tabId: number): PagePort => {
    const port = new FakePort(tabId);
    this.ports.push(port);
    if (!this.isThere) queueMicrotask(() => port.break());
    return port;
  };
  get port(): FakePort {
    const port = this.ports.at(-1);
    if (port === undefined) throw new Error('No port was opened');
    return port;
  }
  /** Puts another tab in front. */
  async turnTo(tab: TabInFront | null, isThere: boolean): Promise<void> {
    this.tab = tab;
    this.isThere = isThere;
    this.changed();
    await settle();
  }
}

export interface FakeSidebar extends Sidebar {
  page: FakePage;
  background: FakeBackground;
  copied: { html: string; text: string }[];
  clipboard: { refuses: boolean };
  focused: () => number;
  online: (isOnline: boolean) => void;
  /** Someone comes back to the page. */
  comeBack: () => void;
  signals: () => [kind: string, ticket: string, item: string | undefined][];
}

/** Needs fake timers. */
export async function startSidebar(handlers: Handlers = {}): Promise<FakeSidebar> {
  const page = new FakePage();
  const background = fakeBackground({
    'suggest.forTicket': ({ ticket }) => ok(listFor(ticket, [])),
    ...handlers,
  });
  const copied: FakeSidebar['copied'] = [];
  const clipboard = { refuses: false };
  const focusDocument = vi.fn<() => void>();
  const returns: (() => void)[] = [];
  let isOnline = true;
  let onNetwork = (): void => undefined;
  let ids = 0;
  const parts: SidebarParts = {
    surface: 'dock',
    background,
    page,
    writeClipboard: async (content) => {
      if (clipboard.refuses) return fail(fault('clipboard-refused'));
      copied.push(content);
      return ok(null);
    },
    network: {
      isOnline: () => isOnline,
      onChange: (listener) => {
        onNetwork = listener;
        return () => undefined;
      },
    },
    attention: {
      onReturn: (listener) => {
        returns.push(listener);
        return () => returns.splice(returns.indexOf(listener), 1);
      },
    },
    focusDocument,
    clock: () => Date.parse('2026-11-22T12:00:00Z'),
    createId: () => `id-${(ids += 1)}`,
    locale: 'en',
    t: testWording('en').t,
    ticketUrl: ticketAddress,
    about: () => ({ version: '1.2.3', userAgent: 'Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36' }),
    watchReplyTemplates: () => () => undefined,
  };
  const sidebar = createSidebar(parts);
  await settle();
  return {
    ...sidebar,
    page,
    background,
    copied,
    clipboard,
    focused: () => focusDocument.mock.calls.length,
    online(now) {
      isOnline = now;
      onNetwork();
    },
    comeBack: () => returns.forEach((listener) => listener()),
    signals: () =>
      background
        .requests('signal.record')
        .map(({ signal: { kind, ticketKey: key, itemId } }) => [kind, key, itemId]),
  };
}

/** Lets everything that needs no time happen. */
export async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

export function ticketState(ticket: Ticket, channel: Channel = 'public'): PageState {
  return { kind: 'ticket', ticket, channel, readBy: 'api', degraded: null };
}

export function headOf(name: string, changes: Partial<ItemHead> = {}): ItemHead {
  const { blocks: _blocks, contentHash: _hash, ...head } = makeArticle(name);
  return { ...head, ...changes };
}

export function suggestionOf(item: ItemHead, changes: Partial<Suggestion> = {}): Suggestion {
  return {
    item,
    score: 1,
    confidence: 0.8,
    reasons: [],
    titleMarks: [],
    passage: { heading: '', text: 'Do this.', marks: [], blocks: [paragraph('Do this.')] },
    notices: [],
    ...changes,
  };
}

export function listFor(
  ticket: Ticket,
  items: (ItemHead | Suggestion)[],
  changes: Partial<SuggestionList> = {},
): SuggestionList {
  return {
    ticketKey: ticketKey(ticket),
    knownIssue: null,
    suggestions: items.map((item) => ('item' in item ? item : suggestionOf(item))),
    searchedItems: 100,
    tookMs: 5,
    ...changes,
  };
}

export const TICKET = makeTicket('Printer is offline', 'It prints nothing.');
export const OTHER_TICKET = makeTicket('Cannot sign in', 'Help.', {
  id: '4713',
  url: 'https://acme.zendesk.com/agent/tickets/4713',
});
export const TICKET_KEY = ticketKey(TICKET);

/** A sidebar beside TICKET with these suggestions. */
export async function startBeside(
  items: (ItemHead | Suggestion)[],
  channel: Channel = 'public',
  handlers: Handlers = {},
): Promise<FakeSidebar> {
  const sidebar = await startSidebar({
    'suggest.forTicket': ({ ticket }) => ok(listFor(ticket, items)),
    ...handlers,
  });
  sidebar.page.port.show(ticketState(TICKET, channel));
  await settle();
  return sidebar;
}

export const failing = (kind: FaultKind): Result<never> => fail(fault(kind));

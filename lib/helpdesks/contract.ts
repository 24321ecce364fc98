/** What every helpdesk adapter does: find the open ticket, read it, insert into its composer. */
import type { Fault } from '@/lib/core/fault';
import type { Result } from '@/lib/core/result';
import type { Visibility } from '@/lib/model/item';
import type { LinkTarget, LinkView } from '@/lib/model/link';
import type { Channel } from '@/lib/model/page-state';
import type { Ticket } from '@/lib/model/ticket';

/** The page an adapter works on. Handed in, so that tests and frames can be any page. */
export interface HelpdeskPage {
  document: Document;
  /** The page's address at the time of asking. */
  url(): URL;
  /** Same-origin fetch with the agent's session. */
  fetch: typeof fetch;
  /** The editor's own model, reachable only in the page's world. */
  editors: EditorBridge;
}

/** What stands in front. `root` and `composer` are valid only until the next await: re-locate after it. */
export type TicketLocation =
  | { state: 'none' }
  | { state: 'new' }
  /** `missing`: no pane was found, rather than another one: the page may have changed for good. */
  | { state: 'switching'; id: string; why: string; missing: boolean }
  | { state: 'ticket'; id: string; root: Element; composer: Element | null; channel: Channel };

/** A ticket and how it was read; `degraded` says why a better way failed. */
export interface TicketReading {
  ticket: Ticket;
  readBy: 'api' | 'dom' | 'selection';
  degraded: Fault | null;
  /** The page has not loaded older messages, and they were read from it. */
  isPartial?: boolean;
}

/** What to put into the reply. `html` is made from our own blocks only. */
export interface Insertion {
  ticketId: string;
  form: 'link' | 'passage';
  html: string;
  text: string;
  /** Addresses that must be found again when reading back. */
  hrefs: string[];
  visibility: Visibility;
}

/** Proof that an insert held, and what is needed to undo it. */
export interface InsertReceipt {
  ticketId: string;
  channel: Channel;
  /** The editor's data before and after, kept in memory only. */
  before: string;
  after: string;
}

/** The isolated world's way to the editor's own model. Every answer is read back from the editor. */
export interface EditorBridge {
  insert(
    composer: Element,
    content: Pick<Insertion, 'form' | 'html' | 'text' | 'hrefs'>,
    /** Asked right before the change where an editor makes it wait; false stops it. */
    isStillMeant?: () => boolean,
  ): Promise<Result<{ before: string; after: string }>>;
  /** Takes the insert back, only if the editor still holds exactly `after`. */
  undo(composer: Element, held: { before: string; after: string }): Promise<Result<void>>;
}

/** What linking wrote, kept in memory only: enough to take back exactly that. */
export interface LinkReceipt {
  ticketId: string;
  target: LinkTarget;
  way: LinkView['way'];
  /** The helpdesk's own values from before, for fields that were changed. */
  before: Readonly<Record<string, string | null>>;
}

/**
 * Ties the ticket in front to a known issue. A ticket has one link at most: what is linked already
 * is shown, never linked again. Nothing is half done unnoticed: what cannot be finished is taken
 * back, and where that fails, too, the answer is `half-linked`.
 */
export interface TicketLinking {
  /** Reads how the ticket stands and what linking would change. Changes nothing. */
  preview(
    page: HelpdeskPage,
    ticketId: string,
    target: LinkTarget,
    signal: AbortSignal,
  ): Promise<Result<LinkView>>;
  /**
   * Makes the changes that `seen`, a view of this ticket with state `unlinked`, names. `conflict` when the
   * ticket has changed since; `already-linked` when it is linked by now. Success means read back.
   */
  link(
    page: HelpdeskPage,
    ticketId: string,
    target: LinkTarget,
    seen: LinkView,
  ): Promise<Result<LinkReceipt>>;
  /** Takes back what the receipt names, if it is still there and nobody has changed it since. */
  unlink(page: HelpdeskPage, receipt: LinkReceipt): Promise<Result<void>>;
}

export interface HelpdeskAdapter {
  readonly name: Ticket['helpdesk'];
  /** True for addresses of this helpdesk's agent pages. */
  matches(url: URL): boolean;
  /** Which ticket is in front. Cheap, synchronous, never changes the page. */
  locate(page: HelpdeskPage): TicketLocation;
  /** Reads the ticket in front by API, else DOM, else the agent's selection. */
  readTicket(page: HelpdeskPage, id: string, signal: AbortSignal): Promise<Result<TicketReading>>;
  /** Calls `onChange` whenever `locate` or `readTicket` may answer differently; `what` says which. */
  observe(page: HelpdeskPage, onChange: (what: 'location' | 'ticket') => void): () => void;
  insert(page: HelpdeskPage, insertion: Insertion): Promise<Result<InsertReceipt>>;
  undoInsert(page: HelpdeskPage, receipt: InsertReceipt): Promise<Result<void>>;
  /** Where a person opens the ticket with this id. */
  ticketUrl(origin: string, id: string): string;
  readonly linking: TicketLinking;
  /**
   * Last result of each endpoint that was asked, by its path or its name as in the helpdesk's
   * `endpoints`: `ok` or the kind of the fault.
   */
  readonly results: Readonly<Record<string, string>>;
}

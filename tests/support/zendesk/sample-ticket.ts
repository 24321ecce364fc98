/** What a test hands the stand-in: tickets in the format of `tests/fixtures/sample/tickets.json`, plus options. */

/** One message of a sample ticket, oldest first. */
export interface SampleMessage {
  readonly author: 'customer' | 'agent';
  readonly visibility: 'public' | 'internal';
  /** Plain text with newlines, up to 10 MB. */
  readonly body: string;
  readonly at: string;
  /** The HTML Zendesk would hold for it; made from `body` when left out. */
  readonly html?: string;
  /** File names shown as attachments. */
  readonly attachments?: readonly string[];
}

export type SampleChannel = 'email' | 'web' | 'messaging';
export type TicketType = 'problem' | 'incident' | 'question' | 'task';
export type TicketStatus = 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed';

/** A sample ticket; the fields after `messages` are optional and unknown ones are ignored. */
export interface SampleTicket {
  readonly id: number;
  readonly subject: string;
  readonly channel: SampleChannel;
  readonly requester: {
    readonly name: string;
    readonly organization: string;
    readonly locale: string;
  };
  readonly productVersion: string | null;
  readonly tags: readonly string[];
  readonly messages: readonly SampleMessage[];
  readonly type?: TicketType | null;
  readonly status?: TicketStatus;
  readonly priority?: 'urgent' | 'high' | 'normal' | 'low' | null;
  readonly problemId?: number | null;
  /** Closed for so long that the page has no composer and the API refuses updates. */
  readonly archived?: boolean;
  readonly jiraIssueIds?: readonly string[];
}

/** A new message while the ticket is open; everything but the body has a default. */
export interface NewComment {
  readonly body: string;
  readonly html?: string;
  readonly author?: 'customer' | 'agent';
  readonly visibility?: 'public' | 'internal';
  readonly at?: string;
  readonly attachments?: readonly string[];
}

/** What somebody else changes on a ticket while it is open. */
export interface TicketPatch {
  readonly subject?: string;
  readonly status?: TicketStatus;
  readonly type?: TicketType | null;
  readonly problem_id?: number | null;
  readonly priority?: 'urgent' | 'high' | 'normal' | 'low' | null;
  readonly tags?: readonly string[];
  readonly productVersion?: string | null;
}

/** What the stand-in Help Scout holds: conversations as tests give them, and their form in the Mailbox API. */

export interface SampleThread {
  readonly from: 'customer' | 'agent';
  /** `lineitem` is an event without text. */
  readonly type?: 'message' | 'note' | 'customer' | 'lineitem' | 'chat';
  readonly state?: 'published' | 'draft' | 'hidden';
  readonly html: string;
  /** ISO 8601 in UTC, without milliseconds. */
  readonly at: string;
}

export interface SampleConversation {
  readonly id: number;
  readonly number: number;
  readonly subject: string;
  readonly customer: { readonly first: string; readonly last: string };
  readonly tags: readonly string[];
  /** Oldest first. */
  readonly threads: readonly SampleThread[];
  readonly fields?: readonly {
    readonly name: string;
    readonly value: string;
    readonly text: string;
  }[];
}

export interface Thread extends SampleThread {
  readonly id: number;
  readonly type: NonNullable<SampleThread['type']>;
}

/** A conversation while the stand-in runs. */
export interface Conversation {
  readonly sample: SampleConversation;
  subject: string;
  tags: string[];
  /** Oldest first. */
  threads: Thread[];
  updatedAt: string;
  /** Set once it was merged into another one. */
  mergedInto: number | null;
}

export const API_ORIGIN = 'https://api.helpscout.net';
export const PAGE_ORIGIN = 'https://secure.helpscout.net';
export const MAILBOX = { id: 85, name: 'Fernway Support', slug: '83ebc5d87292a795' };
/** `GET /v2/users/me`: https://developer.helpscout.com/mailbox-api/endpoints/users/me/ */
export const OWNER = {
  id: 256,
  firstName: 'Robin',
  lastName: 'Agent',
  email: 'robin@example.test',
  role: 'owner',
  timezone: 'Europe/Prague',
  createdAt: '2025-04-01T03:18:33Z',
  updatedAt: '2026-07-24T20:18:33Z',
  type: 'user',
  mention: 'robin',
  initials: 'RA',
  jobTitle: '',
  phone: '',
  alternateEmails: [],
  companyId: 1,
  _links: { self: { href: `${API_ORIGIN}/v2/users/256` } },
};
const AGENT = { id: 256, type: 'user', first: 'Robin', last: 'Agent', email: 'robin@example.test' };

export function createConversation(sample: SampleConversation): Conversation {
  const threads = sample.threads.map((thread, at) => toThread(sample.id, at, thread));
  return {
    sample,
    subject: sample.subject,
    tags: [...sample.tags],
    threads,
    updatedAt: threads.at(-1)?.at ?? '2026-11-20T08:00:00Z',
    mergedInto: null,
  };
}

/** Numbers of threads grow with time, over all conversations. */
export function toThread(conversationId: number, at: number, sample: SampleThread): Thread {
  const type = sample.type ?? (sample.from === 'customer' ? 'customer' : 'message');
  return { ...sample, type, id: 9_000_000_000 + (conversationId % 100_000) * 1_000 + at };
}

function personOf({ sample }: Conversation) {
  const { first, last } = sample.customer;
  return {
    id: 749_000_000 + sample.number,
    type: 'customer',
    first,
    last,
    email: 'x@customer.test',
  };
}

export function threadJson(conversation: Conversation, thread: Thread) {
  const { id, type, state = 'published', html, at, from } = thread;
  return {
    id,
    type,
    status: 'active',
    state,
    action: { type: 'default', associatedEntities: {} },
    ...(type === 'lineitem' ? {} : { body: html }),
    source: { type: 'email', via: from === 'customer' ? 'customer' : 'user' },
    createdBy: from === 'customer' ? personOf(conversation) : AGENT,
    to: [],
    cc: [],
    bcc: [],
    createdAt: at,
    _embedded: { attachments: [] },
    _links: {},
  };
}

/** `threads` counts what people wrote; events are no threads to Help Scout's counter. */
export function conversationJson(conversation: Conversation) {
  const { sample, subject, tags, threads, updatedAt } = conversation;
  const { id, number } = sample;
  const href = `${API_ORIGIN}/v2/conversations/${id}`;
  return {
    id,
    number,
    threads: threads.filter(({ type }) => type !== 'lineitem').length,
    type: 'email',
    folderId: 8500,
    status: 'active',
    state: 'published',
    subject,
    preview: '',
    mailboxId: MAILBOX.id,
    assignee: AGENT,
    createdBy: personOf(conversation),
    createdAt: threads[0]?.at ?? updatedAt,
    closedBy: 0,
    userUpdatedAt: updatedAt,
    source: { type: 'email', via: 'customer' },
    tags: tags.map((tag, at) => ({ id: 9150 + at, color: '#929499', tag })),
    cc: [],
    bcc: [],
    primaryCustomer: personOf(conversation),
    customFields: (sample.fields ?? []).map((field, at) => ({ id: 6688 + at, ...field })),
    _links: {
      self: { href },
      threads: { href: `${href}/threads/` },
      web: { href: `${PAGE_ORIGIN}/conversation/${id}/${number}` },
    },
  };
}

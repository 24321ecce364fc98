/** The stand-in's memory: tickets, conversations and people, with the changes tests and agents make to them. */
import type { CommentRecord, ConversationEntry, TicketRecord } from './records';
import type {
  NewComment,
  SampleMessage,
  SampleTicket,
  TicketPatch,
  TicketStatus,
} from './sample-ticket';
import {
  commentHtml,
  commentMetadata,
  createDirectory,
  currentAgent,
  customFields,
  viaOf,
  wrapComment,
  type Directory,
} from './world-records';

/** A ticket with what Zendesk keeps beside the record. */
export interface WorldTicket {
  readonly record: TicketRecord;
  readonly sample: SampleTicket;
  readonly entries: ConversationEntry[];
}

/** What the agent page is told about while it is open. */
export interface WorldChange {
  readonly kind: 'comment' | 'update';
  readonly ticketId: number;
}

export interface World {
  readonly origin: string;
  readonly tickets: Map<number, WorldTicket>;
  readonly directory: Directory;
  addComment(ticketId: number, comment: NewComment): CommentRecord;
  update(ticketId: number, patch: TicketPatch): TicketRecord;
  onChange(listener: (change: WorldChange) => void): () => void;
}

/** Standard statuses have one custom status each; the first is the account's default for "open". */
export const customStatusIds: Readonly<Record<TicketStatus, number>> = {
  new: 70000,
  open: 70001,
  pending: 70002,
  hold: 70003,
  solved: 70004,
  closed: 70004,
};

export function createWorld(origin: string, samples: readonly SampleTicket[]): World {
  const directory = createDirectory(origin);
  const tickets = new Map<number, WorldTicket>();
  const listeners = new Set<(change: WorldChange) => void>();
  for (const sample of samples) tickets.set(sample.id, buildTicket(origin, directory, sample));
  markProblems(tickets);

  const emit = (change: WorldChange) => {
    for (const listener of listeners) listener(change);
  };
  const existing = (ticketId: number): WorldTicket => {
    const ticket = tickets.get(ticketId);
    if (!ticket) throw new Error(`The stand-in has no ticket ${ticketId}`);
    return ticket;
  };

  return {
    origin,
    tickets,
    directory,
    addComment(ticketId, comment) {
      const ticket = existing(ticketId);
      const entry = buildEntry(directory, ticket.sample, {
        author: 'customer',
        visibility: 'public',
        at: touch(ticket.record),
        ...comment,
      });
      ticket.entries.push(entry);
      emit({ kind: 'comment', ticketId });
      return entry.comment;
    },
    update(ticketId, patch) {
      const { record } = existing(ticketId);
      applyPatch(record, patch);
      touch(record);
      markProblems(tickets);
      emit({ kind: 'update', ticketId });
      return record;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function buildTicket(origin: string, directory: Directory, sample: SampleTicket): WorldTicket {
  const requester = directory.requesterOf(sample);
  const first = sample.messages[0]?.at ?? '2026-11-22T08:00:00Z';
  const last = sample.messages.at(-1)?.at ?? first;
  const messaging = sample.channel === 'messaging';
  const status: TicketStatus = sample.archived ? 'closed' : (sample.status ?? 'open');
  const fields = customFields(sample.productVersion);
  const chatLine = `Conversation with ${requester.name}`;
  const record: TicketRecord = {
    id: sample.id,
    url: `${origin}/api/v2/tickets/${sample.id}.json`,
    external_id: null,
    via: viaOf(sample.channel, requester),
    created_at: first,
    updated_at: last,
    generated_timestamp: Math.floor(Date.parse(last) / 1000),
    type: sample.type ?? null,
    subject: sample.subject,
    raw_subject: sample.subject,
    description: messaging ? chatLine : (sample.messages[0]?.body ?? ''),
    priority: sample.priority ?? 'normal',
    status,
    custom_status_id: customStatusIds[status],
    recipient: sample.channel === 'email' ? 'support@acme.example' : null,
    requester_id: requester.id,
    submitter_id: requester.id,
    assignee_id: currentAgent.id,
    organization_id: requester.organization_id,
    group_id: 501,
    collaborator_ids: [],
    follower_ids: [],
    email_cc_ids: [],
    forum_topic_id: null,
    problem_id: sample.problemId ?? null,
    has_incidents: false,
    is_public: true,
    due_at: null,
    tags: [...sample.tags],
    custom_fields: fields,
    satisfaction_rating: { score: 'unoffered' },
    sharing_agreement_ids: [],
    fields,
    followup_ids: [],
    ticket_form_id: 801,
    brand_id: 601,
    allow_channelback: false,
    allow_attachments: true,
    from_messaging_channel: messaging,
  };
  const entries = sample.messages.map((message) => buildEntry(directory, sample, message));
  if (messaging) {
    const line: SampleMessage = {
      author: 'customer',
      visibility: 'public',
      body: chatLine,
      at: first,
    };
    entries.unshift({ ...buildEntry(directory, sample, line), place: 'chat-placeholder' });
  }
  return { record, sample, entries };
}

function buildEntry(
  directory: Directory,
  sample: SampleTicket,
  message: SampleMessage,
): ConversationEntry {
  const { id, auditId } = directory.nextCommentIds();
  const requester = directory.requesterOf(sample);
  const byCustomer = message.author === 'customer';
  const isPublic = message.visibility === 'public';
  const place = sample.channel === 'messaging' && isPublic ? 'messaging' : 'comment';
  const comment: CommentRecord = {
    id,
    type: 'Comment',
    author_id: byCustomer ? requester.id : currentAgent.id,
    body: message.body,
    html_body: message.html === undefined ? commentHtml(message.body) : wrapComment(message.html),
    plain_body: message.body,
    public: isPublic,
    attachments: (message.attachments ?? []).map((name) => directory.attachment(name)),
    audit_id: auditId,
    via: viaOf(byCustomer ? sample.channel : 'web', requester),
    created_at: message.at,
    metadata: commentMetadata(byCustomer, id),
  };
  return { place, comment };
}

function applyPatch(record: TicketRecord, patch: TicketPatch): void {
  const { productVersion, tags, ...plain } = patch;
  Object.assign(record, plain);
  if (patch.subject !== undefined) record.raw_subject = patch.subject;
  if (patch.status) record.custom_status_id = customStatusIds[patch.status];
  if (tags) record.tags = [...new Set(tags)];
  if (productVersion !== undefined)
    record.fields = record.custom_fields = customFields(productVersion);
}

/** Moves `updated_at` forward by at least a second (its resolution) and returns it. */
function touch(record: TicketRecord): string {
  const at = Math.max(Date.now(), Date.parse(record.updated_at) + 1000);
  record.updated_at = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  record.generated_timestamp = Math.floor(at / 1000);
  return record.updated_at;
}

function markProblems(tickets: ReadonlyMap<number, WorldTicket>): void {
  const problems = new Set([...tickets.values()].map(({ record }) => record.problem_id));
  for (const { record } of tickets.values()) record.has_incidents = problems.has(record.id);
}

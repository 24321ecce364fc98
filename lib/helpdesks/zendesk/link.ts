/** Links a ticket to a known issue in one guarded write, reads it back, and can take it back. */
import { fault, type Fault, type FaultKind } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import { escapeHtml } from '@/lib/core/text';
import { webAddress } from '@/lib/core/url';
import type { HelpdeskPage, LinkReceipt, TicketLinking } from '@/lib/helpdesks/contract';
import type { ZendeskApi } from '@/lib/helpdesks/zendesk/api';
import {
  existingLink,
  problemOf,
  readLinkable,
  readLinkView,
  ticketPath,
  type Linkable,
} from '@/lib/helpdesks/zendesk/link-view';
import type { LinkTarget, LinkView } from '@/lib/model/link';

/** Whoever else writes at the same time is done by then. */
const UNLINK_ATTEMPTS = 3;

/**
 * After these nothing was written. After any other fault the answer may only have got lost; and a
 * browser that lost its connection repeats a PUT by itself, which then conflicts with our own write.
 */
const REFUSALS: readonly FaultKind[] = [
  'forbidden',
  'ticket-closed',
  'rate-limited',
  'signed-out',
  'not-found',
];

/** Fields of `PUT /tickets/{id}`: https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/ */
type TicketFields = Record<string, unknown>;

export function createZendeskLinking(api: ZendeskApi): TicketLinking {
  return {
    preview: (page, id, target, signal) => readLinkView(api, page, id, target, signal),
    link: (page, id, target, seen) => link(api, page, id, target, seen),
    unlink: (page, receipt) => unlink(api, page, receipt, UNLINK_ATTEMPTS),
  };
}

async function link(
  api: ZendeskApi,
  page: HelpdeskPage,
  id: string,
  target: LinkTarget,
  seen: LinkView,
): Promise<Result<LinkReceipt>> {
  const ticket = await readLinkable(api, page, id, never());
  if (!ticket.ok) return ticket;
  if (existingLink(ticket.value, target) !== null) return fail(fault('already-linked'));
  // What the agent agreed to is what was shown, and it was shown of this state of the ticket.
  if (seen.state !== 'unlinked' || ticket.value.updated_at !== seen.stamp) {
    return fail(fault('conflict'));
  }
  const fields = linkFields(ticket.value, target, seen.way);
  const written = await write(api, page, ticket.value, fields);
  if (!written.ok && isRefusal(written.fault)) return written;
  const after = await readLinkable(api, page, id, never());
  const isHeld = after.ok && isLinked(after.value, target, seen.way);
  if (!isHeld) return written.ok ? fail(notHeld(after)) : written;
  return ok({ ticketId: id, target, way: seen.way, before: valuesBefore(ticket.value, seen.way) });
}

function valuesBefore({ type }: Linkable, way: LinkView['way']): LinkReceipt['before'] {
  return way === 'tag' || type === 'incident' ? {} : { type: type ?? null };
}

async function unlink(
  api: ZendeskApi,
  page: HelpdeskPage,
  receipt: LinkReceipt,
  attempts: number,
): Promise<Result<void>> {
  const { ticketId, target, way } = receipt;
  const ticket = await readLinkable(api, page, ticketId, never());
  if (!ticket.ok) return ticket;
  if (!isLinked(ticket.value, target, way)) {
    // Gone already is what was wanted; another problem in its place is somebody else's decision.
    const isOther = way === 'problem' && problemOf(ticket.value) !== null;
    return isOther ? fail(fault('link-changed')) : ok(undefined);
  }
  if (ticket.value.status === 'closed') return fail(fault('ticket-closed'));
  const written = await write(api, page, ticket.value, unlinkFields(ticket.value, receipt));
  if (!written.ok && written.fault.kind === 'conflict' && attempts > 1) {
    return unlink(api, page, receipt, attempts - 1);
  }
  if (!written.ok && isRefusal(written.fault)) return written;
  const after = await readLinkable(api, page, ticketId, never());
  const isGone = after.ok && !isLinked(after.value, target, way);
  if (isGone) return ok(undefined);
  return written.ok ? fail(notHeld(after)) : written;
}

/** One request for everything, refused when the ticket is not the one that was read. */
function write(
  api: ZendeskApi,
  page: HelpdeskPage,
  { id, updated_at: stamp }: Linkable,
  fields: TicketFields,
): Promise<Result<null>> {
  const ticket = { ...fields, safe_update: true, updated_stamp: stamp };
  return api.put(page, ticketPath(String(id)), { ticket }, never());
}

function linkFields(ticket: Linkable, target: LinkTarget, way: LinkView['way']): TicketFields {
  if (way === 'problem') return { type: 'incident', problem_id: Number(target.problemId) };
  // The whole list: with `safe_update` it is the list that was read, and nothing gets lost.
  return { tags: [...(ticket.tags ?? []), target.tag], comment: noteOf(target.note) };
}

/** Zendesk keeps every comment for good, so a second one says that the first holds no more. */
function unlinkFields(ticket: Linkable, { target, way, before }: LinkReceipt): TicketFields {
  if (way === 'problem') {
    const isOurs = 'type' in before && ticket.type === 'incident';
    return { problem_id: null, ...(isOurs ? { type: before['type'] ?? null } : {}) };
  }
  const tags = (ticket.tags ?? []).filter((tag) => tag !== target.tag);
  return { tags, comment: noteOf(target.undoNote) };
}

/** Lines as they are; HTML, because plain bodies are read as Markdown on many accounts. */
function noteOf(text: string): { html_body: string; public: false } {
  const lines = text.split('\n').map((line) => {
    const href = webAddress(line.trim());
    const shown = escapeHtml(line);
    return href === undefined ? shown : `<a href="${escapeHtml(href)}">${shown}</a>`;
  });
  return { html_body: `<p>${lines.join('<br>')}</p>`, public: false };
}

function isLinked(ticket: Linkable, target: LinkTarget, way: LinkView['way']): boolean {
  if (way === 'tag') return ticket.tags?.includes(target.tag) ?? false;
  return ticket.type === 'incident' && problemOf(ticket) === target.problemId;
}

const isRefusal = ({ kind }: Fault): boolean => REFUSALS.includes(kind);

/** Written, said Zendesk, but it is not there: a trigger of the account may have changed it back. */
function notHeld(after: Result<Linkable>): Fault {
  return after.ok ? fault('half-linked') : after.fault;
}

/** A write under way is never broken off: nobody would know what became of it. */
function never(): AbortSignal {
  return new AbortController().signal;
}

/** Write endpoints: ticket update with Zendesk's conflict guard, and the three meanings of `/tags`. */
import type { ApiContext } from './api';
import { conflict, invalidRecord, json, type Reply } from './replies';
import type { TicketPatch, TicketStatus, TicketType } from './sample-ticket';
import type { WorldTicket } from './world';

const ticketTypes: readonly string[] = ['problem', 'incident', 'question', 'task'];
const openStatuses: readonly string[] = ['new', 'open', 'pending', 'hold', 'solved'];

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `PUT /tickets/{id}`: 409 on an outdated `safe_update`, 422 on a field that does not hold. */
export function updateTicket(context: ApiContext, ticket: WorldTicket): Reply {
  const change = isFields(context.body['ticket']) ? context.body['ticket'] : {};
  const refusal =
    refuseClosed(ticket) ?? refuseOutdated(change, ticket) ?? refuseInvalid(change, context);
  if (refusal) return refusal;

  const { world, recordSubmission } = context;
  const { record } = ticket;
  const before = { type: record.type, problem_id: record.problem_id, status: record.status };
  const comment = isFields(change['comment']) ? change['comment'] : null;
  if (comment) {
    const html = typeof comment['html_body'] === 'string' ? comment['html_body'] : undefined;
    const body = typeof comment['body'] === 'string' ? comment['body'] : stripTags(html ?? '');
    const visibility = comment['public'] === false ? 'internal' : 'public';
    recordSubmission({
      ticketId: record.id,
      channel: visibility === 'public' ? 'web' : 'internal',
      html: html ?? body,
    });
    world.addComment(record.id, {
      author: 'agent',
      visibility,
      body,
      ...(html === undefined ? {} : { html }),
    });
  }
  world.update(record.id, patchOf(change, record.type));
  const events = (['type', 'problem_id', 'status'] as const)
    .filter((field) => before[field] !== record[field])
    .map((field, index) => ({
      id: 88001 + index,
      type: 'Change',
      field_name: field,
      value: asText(record[field]),
      previous_value: asText(before[field]),
    }));
  const audit = {
    id: 77010,
    ticket_id: record.id,
    author_id: 9100,
    created_at: record.updated_at,
    events,
  };
  return json(200, { ticket: record, audit });
}

/** `PUT` adds, `POST` replaces, `DELETE` removes: https://developer.zendesk.com/api-reference/ticketing/ticket-management/tags/ */
export function changeTags(context: ApiContext, ticket: WorldTicket): Reply {
  const { body, method, world } = context;
  const refusal = refuseClosed(ticket) ?? refuseOutdated(body, ticket);
  if (refusal) return refusal;
  const given = Array.isArray(body['tags']) ? body['tags'].map(String) : [];
  const { tags } = ticket.record;
  const next: Readonly<Record<string, readonly string[]>> = {
    PUT: [...tags, ...given],
    POST: given,
    DELETE: tags.filter((tag) => !given.includes(tag)),
  };
  world.update(ticket.record.id, { tags: next[method] ?? tags });
  return json(200, { tags: ticket.record.tags });
}

function refuseClosed({ record }: WorldTicket): Reply | null {
  return record.status === 'closed'
    ? invalidRecord('status', 'Status: closed prevents ticket update')
    : null;
}

function refuseOutdated(change: Fields, { record }: WorldTicket): Reply | null {
  // The tags endpoint documents the flag as the text "true", the ticket endpoint as a boolean.
  if (String(change['safe_update']) !== 'true') return null;
  const stamp = change['updated_stamp'];
  const isCurrent =
    typeof stamp === 'string' && Date.parse(stamp) === Date.parse(record.updated_at);
  return isCurrent ? null : conflict();
}

function refuseInvalid(change: Fields, { world }: ApiContext): Reply | null {
  const { type, problem_id: problemId, status } = change;
  if (problemId !== undefined && problemId !== null) {
    const problem = world.tickets.get(Number(problemId))?.record;
    if (problem?.type !== 'problem') return invalidRecord('problem_id', 'Problem: is invalid');
  }
  if (type !== undefined && type !== null && !ticketTypes.includes(String(type))) {
    return invalidRecord('type', 'Type: is invalid');
  }
  if (status !== undefined && !openStatuses.includes(String(status))) {
    return invalidRecord('status', 'Status: is invalid');
  }
  return null;
}

function patchOf(change: Fields, currentType: TicketType | null): TicketPatch {
  const type = change['type'] === undefined ? currentType : (change['type'] as TicketType | null);
  const problemId = change['problem_id'];
  return {
    ...(change['type'] === undefined ? {} : { type }),
    // Only an incident has a problem; the API drops the id of any other ticket.
    ...(problemId === undefined
      ? {}
      : { problem_id: type === 'incident' && problemId !== null ? Number(problemId) : null }),
    ...(typeof change['status'] === 'string' ? { status: change['status'] as TicketStatus } : {}),
    ...(typeof change['subject'] === 'string' ? { subject: change['subject'] } : {}),
    ...(Array.isArray(change['tags']) ? { tags: change['tags'].map(String) } : {}),
  };
}

const asText = (value: string | number | null): string | null =>
  value === null ? null : String(value);

const stripTags = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The lists of an account: problems, macros, and solved tickets in the two ways that roles allow. */
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { Item } from '@/lib/model/item';
import { hasReached, type LegPage } from '@/lib/sources/legs';
import { readRows } from '@/lib/sources/read-json';
import { issueId } from '@/lib/sources/tracker/issue-item';
import type { ZendeskLists } from '@/lib/sources/zendesk/api';
import {
  isSolved,
  mapMacro,
  mapPastTicket,
  mapProblem,
  pastTicketId,
  replyId,
  type TicketContext,
} from '@/lib/sources/zendesk-tickets/map';
import {
  commentPageSchema,
  commentSchema,
  countSchema,
  exportPageSchema,
  macroPageSchema,
  macroSchema,
  resultPageSchema,
  statusPageSchema,
  statusSchema,
  ticketPageSchema,
  ticketSchema,
  type TicketRecord,
} from '@/lib/sources/zendesk-tickets/records';

/** Each problem may cost a request, and each solved ticket does. */
const TICKETS_A_STEP = 20;
const ROWS_A_PAGE = 100;
const DAY = 86_400_000;

/** Problem tickets, changed last first. */
export async function readProblems(
  lists: ZendeskLists,
  page: string | null,
  since: string | null,
  context: TicketContext,
): Promise<Result<LegPage>> {
  const query = { path: '/api/v2/problems.json', size: TICKETS_A_STEP, why: 'problem tickets' };
  const answer = await lists.list(query, ticketPageSchema, page);
  if (!answer.ok) return answer;
  const { value, next } = answer.value;
  const { rows, skipped } = readRows(value.tickets, ticketSchema);
  const names = await readStatusNames(lists, rows);
  if (!names.ok) return names;
  const upserts: Item[] = [];
  for (const row of rows) {
    // oxlint-disable-next-line no-await-in-loop -- one request at a time
    const count = await countIncidents(lists, row);
    if (!count.ok) return count;
    // oxlint-disable-next-line no-await-in-loop -- in order
    upserts.push(await mapProblem(row, factsOf(row, count.value, names.value), context));
  }
  const times = rows.map((row) => row.updated_at);
  return ok({ upserts, deletes: [], skipped, next: hasReached(times, since) ? null : next });
}

function factsOf(row: TicketRecord, incidents: number, names: ReadonlyMap<string, string>) {
  return { incidents, status: names.get(row.custom_status_id ?? '') };
}

/** By id; none where the account has none of its own, or keeps them to itself. */
async function readStatusNames(
  lists: ZendeskLists,
  rows: readonly TicketRecord[],
): Promise<Result<Map<string, string>>> {
  const isNeeded = rows.some((row) => (row.custom_status_id ?? '') !== '');
  if (!isNeeded) return ok(new Map());
  const answer = await lists.get('/api/v2/custom_statuses.json', statusPageSchema, 'statuses');
  if (!answer.ok) {
    const isRefused = answer.fault.kind === 'forbidden' || answer.fault.kind === 'not-found';
    return isRefused ? ok(new Map()) : answer;
  }
  const found = readRows(answer.value.value.custom_statuses, statusSchema).rows;
  return ok(new Map(found.map(({ id, agent_label: label }) => [id, label])));
}

async function countIncidents(lists: ZendeskLists, problem: TicketRecord): Promise<Result<number>> {
  if (problem.has_incidents !== true) return ok(0);
  const path = `/api/v2/tickets/${encodeURIComponent(problem.id)}/incidents.json?per_page=1&page=1`;
  const answer = await lists.get(path, countSchema, 'tickets of a problem');
  if (answer.ok) return ok(answer.value.value.count);
  return answer.fault.kind === 'not-found' ? ok(0) : answer;
}

/** Macros that are switched on: few, and read whole each time. */
export async function readMacros(
  lists: ZendeskLists,
  page: string | null,
  context: TicketContext,
): Promise<Result<LegPage>> {
  const query = { path: '/api/v2/macros/active.json', size: ROWS_A_PAGE, why: 'macros' };
  const answer = await lists.list(query, macroPageSchema, page);
  if (!answer.ok) return answer;
  const { rows, skipped } = readRows(answer.value.value.macros, macroSchema);
  const upserts: Item[] = [];
  const deletes: string[] = [];
  for (const row of rows) {
    // oxlint-disable-next-line no-await-in-loop -- in order
    const item = await mapMacro(row, context);
    if (item === null) deletes.push(replyId(context.sourceId, row.id));
    else upserts.push(item);
  }
  return ok({ upserts, deletes, skipped, next: answer.value.next });
}

/** A page of tickets as they are listed, before their comments are read. */
interface TicketPage {
  tickets: readonly unknown[];
  next: string | null;
}

/** Agents find solved tickets by searching. `from`: ISO 8601, changed since then. */
export async function searchSolved(
  lists: ZendeskLists,
  page: string | null,
  from: string,
  size = TICKETS_A_STEP,
): Promise<Result<TicketPage>> {
  const parameters = { query: `status>=solved updated>=${from}`, 'filter[type]': 'ticket' };
  const query = { path: '/api/v2/search/export.json', parameters, size, why: 'solved tickets' };
  const answer = await lists.list(query, resultPageSchema, page);
  return answer.ok ? ok({ tickets: answer.value.value.results, next: answer.value.next }) : answer;
}

/**
 * Admins may read the export, which names deleted tickets, too. Its page may be larger than asked
 * for; the token of a page holds where in it to go on.
 */
export async function exportTickets(
  lists: ZendeskLists,
  page: string | null,
  from: string,
): Promise<Result<TicketPage>> {
  const [, offset = '0', cursor = ''] = /^(\d+) (.*)$/.exec(page ?? '') ?? [];
  const start = Math.floor(Date.parse(from) / 1000);
  const place = cursor === '' ? `start_time=${start}` : `cursor=${encodeURIComponent(cursor)}`;
  const path = `/api/v2/incremental/tickets/cursor.json?${place}&per_page=${TICKETS_A_STEP}`;
  const answer = await lists.get(path, exportPageSchema, 'changed tickets');
  if (!answer.ok) return answer;
  const { tickets, after_cursor: after, end_of_stream: isEnd } = answer.value.value;
  const until = Number(offset) + TICKETS_A_STEP;
  const part = tickets.slice(Number(offset), until);
  if (until < tickets.length) return ok({ tickets: part, next: `${until} ${cursor}` });
  if (isEnd) return ok({ tickets: part, next: null });
  if ((after ?? '') === '') return fail(fault('bad-response', { why: 'no next page' }));
  return ok({ tickets: part, next: `0 ${after}` });
}

/** Solved tickets with what was said in them; the others are no items. */
export async function toPastTickets(
  lists: ZendeskLists,
  page: TicketPage,
  context: TicketContext,
): Promise<Result<LegPage>> {
  const { rows, skipped } = readRows(page.tickets, ticketSchema);
  const upserts: Item[] = [];
  const deletes: string[] = [];
  for (const row of rows) {
    // oxlint-disable-next-line no-await-in-loop -- one request at a time
    const item = isSolved(row) ? await readPastTicket(lists, row, context) : ok(null);
    if (item.ok && item.value !== null) upserts.push(item.value);
    else if (item.ok) deletes.push(pastTicketId(context.sourceId, row.id));
    else if (item.fault.kind === 'forbidden')
      skipped.push({ where: `#${row.id}`, why: 'refused', detail: '403' });
    else return item;
  }
  return ok({ upserts, deletes, skipped, next: page.next });
}

/** null when the ticket is gone or tells nothing. */
async function readPastTicket(
  lists: ZendeskLists,
  ticket: TicketRecord,
  context: TicketContext,
): Promise<Result<Item | null>> {
  const path = `/api/v2/tickets/${encodeURIComponent(ticket.id)}/comments.json`;
  const parameters = { include: 'users' };
  const query = { path, parameters, size: ROWS_A_PAGE, why: 'what was said in a solved ticket' };
  const answer = await lists.list(query, commentPageSchema, null);
  if (!answer.ok) return answer.fault.kind === 'not-found' ? ok(null) : answer;
  const { comments, users } = answer.value.value;
  const { rows } = readRows(comments, commentSchema);
  return ok(await mapPastTicket(ticket, rows, users, context));
}

/** The time from which solved tickets are kept. */
export function keptFrom(now: number, days: number): string {
  return new Date(Math.floor((now - days * DAY) / DAY) * DAY).toISOString().replace('.000', '');
}

/** Item ids on one page of a leg. */
export async function listIds(
  lists: ZendeskLists,
  leg: string,
  page: string | null,
  from: string,
  sourceId: string,
): Promise<Result<{ ids: string[]; next: string | null }>> {
  if (leg === 'problems') {
    const query = { path: '/api/v2/problems.json', size: ROWS_A_PAGE, why: 'problem tickets' };
    const answer = await lists.list(query, ticketPageSchema, page);
    if (!answer.ok) return answer;
    const { rows } = readRows(answer.value.value.tickets, ticketSchema);
    return ok({ ids: rows.map(({ id }) => issueId(sourceId, id)), next: answer.value.next });
  }
  if (leg === 'macros') {
    const query = { path: '/api/v2/macros/active.json', size: ROWS_A_PAGE, why: 'macros' };
    const answer = await lists.list(query, macroPageSchema, page);
    if (!answer.ok) return answer;
    const { rows } = readRows(answer.value.value.macros, macroSchema);
    return ok({ ids: rows.map(({ id }) => replyId(sourceId, id)), next: answer.value.next });
  }
  const found = await searchSolved(lists, page, from, ROWS_A_PAGE);
  if (!found.ok) return found;
  const { rows } = readRows(found.value.tickets, ticketSchema);
  const ids = rows.filter(isSolved).map(({ id }) => pastTicketId(sourceId, id));
  return ok({ ids, next: found.value.next });
}

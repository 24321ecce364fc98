/** Reads how a ticket stands to a known issue: by its problem ticket, by a tag, or not at all. */
import * as z from 'zod/mini';
import { fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { HelpdeskPage } from '@/lib/helpdesks/contract';
import type { ZendeskApi } from '@/lib/helpdesks/zendesk/api';
import { TICKET } from '@/lib/helpdesks/zendesk/endpoints';
import {
  LINK_TAG_PREFIX,
  type LinkChange,
  type LinkTarget,
  type LinkView,
  type Problem,
} from '@/lib/model/link';

const TITLE_LIMIT = 200;

const linkableSchema = z.object({
  ticket: z.object({
    id: z.number(),
    type: z.nullish(z.string()),
    status: z.nullish(z.string()),
    subject: z.nullish(z.string()),
    raw_subject: z.nullish(z.string()),
    problem_id: z.nullish(z.number()),
    tags: z.nullish(z.array(z.string())),
    updated_at: z.string(),
  }),
});
/** What of a ticket matters for linking. */
export type Linkable = z.infer<typeof linkableSchema>['ticket'];

export const ticketPath = (id: string): string => TICKET.replace('{id}', id);

export async function readLinkable(
  api: ZendeskApi,
  page: HelpdeskPage,
  id: string,
  signal: AbortSignal,
): Promise<Result<Linkable>> {
  const answer = await api.get(page, ticketPath(id), linkableSchema, signal);
  if (!answer.ok) return answer;
  const { ticket } = answer.value;
  return String(ticket.id) === id ? ok(ticket) : fail(fault('bad-response', { why: 'another' }));
}

/** The view for `target`; costs one request more for each problem ticket that is involved. */
export async function readLinkView(
  api: ZendeskApi,
  page: HelpdeskPage,
  id: string,
  target: LinkTarget,
  signal: AbortSignal,
): Promise<Result<LinkView>> {
  const read = (ticketId: string): Promise<Result<Linkable>> =>
    readLinkable(api, page, ticketId, signal);
  const [ticket, wanted] = await Promise.all([
    read(id),
    target.problemId === null || target.problemId === id
      ? null
      : readProblem(read, target.problemId),
  ]);
  if (!ticket.ok) return ticket;
  if (wanted?.ok === false) return wanted;
  const link = existingLink(ticket.value, target);
  if (link !== null) {
    const isWanted = link.way === 'problem' && link.existing === target.problemId;
    const other = link.way === 'problem' && !isWanted && link.existing !== id;
    const problem = other ? await readProblem(read, link.existing) : isWanted ? wanted : null;
    const found = problem?.ok === true ? problem.value.problem : null;
    return ok({ ...BLANK, ...link, problem: found, stamp: ticket.value.updated_at });
  }
  if (ticket.value.status === 'closed') return fail(fault('ticket-closed'));
  return ok(planned(ticket.value, target, wanted?.value ?? null));
}

const BLANK = {
  refused: null,
  changes: [],
  problem: null,
  canUndo: false,
} satisfies Partial<LinkView>;

/** Number of the problem ticket that it is an incident of. */
export function problemOf({ problem_id: id }: Linkable): string | null {
  return typeof id === 'number' ? String(id) : null;
}

/** The link that stands: the target's own before any other. */
export function existingLink(
  ticket: Linkable,
  target: LinkTarget,
): (Pick<LinkView, 'state' | 'way'> & { existing: string }) | null {
  const problemId = problemOf(ticket);
  const tags = (ticket.tags ?? []).filter((tag) => tag.startsWith(LINK_TAG_PREFIX));
  const isItself = target.problemId !== null && String(ticket.id) === target.problemId;
  if (target.problemId !== null && (isItself || problemId === target.problemId)) {
    return { state: 'linked', way: 'problem', existing: target.problemId };
  }
  if (tags.includes(target.tag)) return { state: 'linked', way: 'tag', existing: target.tag };
  if (problemId !== null) return { state: 'elsewhere', way: 'problem', existing: problemId };
  const [tag] = tags;
  return tag === undefined ? null : { state: 'elsewhere', way: 'tag', existing: tag };
}

interface Wanted {
  problem: Problem | null;
  refused: LinkView['refused'];
}

/** A named problem ticket that cannot be used is no failure: the tag does instead, and it is said why. */
async function readProblem(
  read: (id: string) => Promise<Result<Linkable>>,
  id: string,
): Promise<Result<Wanted>> {
  const answer = await read(id);
  if (!answer.ok) {
    const isGone = answer.fault.kind === 'not-found' || answer.fault.kind === 'forbidden';
    return isGone ? ok({ problem: null, refused: 'not-found' }) : answer;
  }
  const { type, status, subject, raw_subject: raw } = answer.value;
  const title = (raw ?? subject ?? '').trim().slice(0, TITLE_LIMIT);
  const problem = { id, title, status: status ?? '' };
  if (type !== 'problem') return ok({ problem, refused: 'not-a-problem' });
  return ok({ problem, refused: status === 'closed' ? 'closed' : null });
}

function planned(ticket: Linkable, target: LinkTarget, wanted: Wanted | null): LinkView {
  const isProblem = wanted !== null && ticket.type === 'problem';
  const refused = wanted?.refused ?? (isProblem ? 'is-a-problem' : null);
  const problem = refused === null ? (wanted?.problem ?? null) : null;
  return {
    state: 'unlinked',
    way: problem === null ? 'tag' : 'problem',
    refused,
    changes: problem === null ? tagChanges(target) : problemChanges(ticket, problem),
    existing: null,
    problem,
    stamp: ticket.updated_at,
    canUndo: false,
  };
}

function problemChanges({ type }: Linkable, { id, title }: Problem): LinkChange[] {
  const problem: LinkChange = { field: 'problem', to: id, title };
  if (type === 'incident') return [problem];
  return [{ field: 'type', from: type ?? null, to: 'incident' }, problem];
}

function tagChanges({ tag, note }: LinkTarget): LinkChange[] {
  return [
    { field: 'tag', tag },
    { field: 'note', text: note, isDraft: false },
  ];
}

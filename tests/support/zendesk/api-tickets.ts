/** Read endpoints of a ticket: the record, its comments, its conversation log and what it is related to. */
import type { ApiContext } from './api';
import { pageOf } from './paging';
import type { CommentRecord, ConversationEntry, OrganizationRecord, UserRecord } from './records';
import { badRequest, json, notFound, type Reply } from './replies';
import type { World, WorldTicket } from './world';

const includes = (url: URL): ReadonlySet<string> =>
  new Set((url.searchParams.get('include') ?? '').split(',').filter(Boolean));

function usersFor(world: World, ids: Iterable<number>): UserRecord[] {
  const known = [...new Set(ids)].map((id) => world.directory.users.get(id));
  return known.filter((user) => user !== undefined);
}

/** `GET /tickets/{id}?include=users,organizations`: people and organisation are side-loaded on request. */
export function showTicket({ world, url }: ApiContext, ticket: WorldTicket): Reply {
  const { record } = ticket;
  const wanted = includes(url);
  const organization = world.directory.organizations.get(record.organization_id ?? -1);
  const organizations: OrganizationRecord[] = organization ? [organization] : [];
  return json(200, {
    ticket: record,
    ...(wanted.has('users')
      ? { users: usersFor(world, [record.requester_id, record.submitter_id, record.assignee_id]) }
      : {}),
    ...(wanted.has('organizations') ? { organizations } : {}),
  });
}

export function showManyTickets({ world, url }: ApiContext): Reply {
  const ids = (url.searchParams.get('ids') ?? '').split(',').map(Number);
  if (ids.length > 100) return badRequest('Too many ids: 100 is the limit');
  const tickets = ids
    .map((id) => world.tickets.get(id)?.record)
    .filter((record) => record !== undefined);
  return json(200, { tickets, next_page: null, previous_page: null, count: tickets.length });
}

/** `GET /tickets/{id}/comments`: chat messages are not among them; the conversation log has those. */
export function listComments({ world, url }: ApiContext, ticket: WorldTicket): Reply {
  const all = ticket.entries
    .filter(({ place }) => place !== 'messaging')
    .map(({ comment }) => comment);
  const newestFirst =
    url.searchParams.get('sort') === '-created_at' || url.searchParams.get('sort_order') === 'desc';
  const page = pageOf(newestFirst ? all.toReversed() : all, url);
  if (!page) return badRequest('Invalid page');
  const users = usersFor(
    world,
    page.items.map(({ author_id }) => author_id),
  );
  return json(200, {
    comments: page.items,
    ...(includes(url).has('users') ? { users } : {}),
    ...page.envelope,
  });
}

/** `GET /tickets/{id}/conversation_log`: comments and chat messages in one stream, oldest first. */
export function conversationLog({ world, url }: ApiContext, ticket: WorldTicket): Reply {
  const shown = ticket.entries.filter(({ place }) => place !== 'chat-placeholder');
  if (!url.searchParams.has('page[size]')) url.searchParams.set('page[size]', '100');
  const page = pageOf(shown, url);
  if (!page) return badRequest('Invalid page');
  return json(200, {
    events: page.items.map((entry) => conversationEvent(world, entry)),
    ...page.envelope,
  });
}

function conversationEvent(world: World, { place, comment }: ConversationEntry) {
  const isChat = place === 'messaging';
  return {
    id: `01J6EVENT${String(comment.id).padStart(16, '0')}`,
    type: isChat ? 'Messaging::ConversationMessage' : 'Comment',
    created_at: comment.created_at,
    reference: isChat ? null : `zen:ticket_event:${comment.id}`,
    author: {
      type: 'user',
      id: String(comment.author_id),
      display_name: world.directory.users.get(comment.author_id)?.name ?? '',
    },
    content: isChat
      ? { type: 'text', text: comment.body }
      : { type: 'html', body: innerHtml(comment) },
    attachments: comment.attachments,
    metadata: {},
  };
}

/** The log has the comment's HTML without the `.zd-comment` wrapper. */
function innerHtml({ html_body }: CommentRecord): string {
  return html_body.replace(/^<div class="zd-comment"[^>]*>/, '').replace(/<\/div>$/, '');
}

export function relatedTo({ world }: ApiContext, { record, sample }: WorldTicket): Reply {
  const incidents = [...world.tickets.values()].filter(
    (other) => other.record.problem_id === record.id,
  );
  return json(200, {
    ticket_related: {
      url: `${world.origin}/api/v2/tickets/${record.id}/related.json`,
      topic_id: null,
      jira_issue_ids: sample.jiraIssueIds ?? [],
      followup_source_ids: [],
      from_archive: sample.archived ?? false,
      incidents: incidents.length,
    },
  });
}

export function listIncidents({ world, url }: ApiContext, { record }: WorldTicket): Reply {
  const incidents = [...world.tickets.values()]
    .map((ticket) => ticket.record)
    .filter(({ problem_id }) => problem_id === record.id);
  return ticketList(incidents, url);
}

/** `GET /problems`: newest update first. */
export function listProblems({ world, url }: ApiContext): Reply {
  return ticketList(problems(world), url);
}

/** `POST /problems/autocomplete` finds by what the subject contains. */
export function autocompleteProblems({ world, url, body }: ApiContext): Reply {
  const text = body['text'];
  if (typeof text !== 'string') return notFound();
  const needle = text.toLowerCase();
  return ticketList(
    problems(world).filter(({ subject }) => subject.toLowerCase().includes(needle)),
    url,
  );
}

function problems(world: World) {
  return [...world.tickets.values()]
    .map(({ record }) => record)
    .filter(({ type, status }) => type === 'problem' && status !== 'closed')
    .toSorted((a, b) => b.updated_at.localeCompare(a.updated_at));
}

function ticketList(records: readonly WorldTicket['record'][], url: URL): Reply {
  const page = pageOf(records, url);
  return page ? json(200, { tickets: page.items, ...page.envelope }) : badRequest('Invalid page');
}

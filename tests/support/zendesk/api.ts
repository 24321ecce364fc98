/** The stand-in's `/api/v2`: who may call, which endpoint answers. */
import { anonymousUser, customStatuses, signedInUser, ticketFields } from './account-records';
import {
  autocompleteProblems,
  conversationLog,
  listComments,
  listIncidents,
  listProblems,
  relatedTo,
  showManyTickets,
  showTicket,
} from './api-tickets';
import { changeTags, updateTicket } from './api-writes';
import { pageOf } from './paging';
import { badRequest, forbidden, json, notFound, unauthenticated, type Reply } from './replies';
import type { World, WorldTicket } from './world';

/** A comment that was sent to the customer or filed as a note, by the page's button or by the API. */
interface ApiSubmission {
  readonly ticketId: number;
  readonly channel: string;
  readonly html: string;
}

export interface ApiContext {
  readonly world: World;
  readonly method: string;
  readonly url: URL;
  readonly body: Readonly<Record<string, unknown>>;
  readonly hasSession: boolean;
  readonly csrfToken: string;
  readonly givenCsrfToken: string | undefined;
  recordSubmission(submission: ApiSubmission): void;
}

interface Endpoint {
  readonly method: string;
  /** Path below `/api/v2`, without `.json`; group 1, if any, is an id. */
  readonly path: RegExp;
  answer(context: ApiContext, id: number): Reply;
}

const withTicket =
  (answer: (context: ApiContext, ticket: WorldTicket) => Reply) =>
  (context: ApiContext, id: number): Reply => {
    const ticket = context.world.tickets.get(id);
    return ticket ? answer(context, ticket) : notFound();
  };

const endpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: /^\/users\/me\/session\/renew$/,
    answer: ({ csrfToken }) => json(200, { authenticity_token: csrfToken }),
  },
  { method: 'GET', path: /^\/users\/(\d+)$/, answer: showUser },
  { method: 'GET', path: /^\/organizations\/(\d+)$/, answer: showOrganization },
  { method: 'GET', path: /^\/tickets\/show_many$/, answer: showManyTickets },
  { method: 'GET', path: /^\/tickets\/(\d+)$/, answer: withTicket(showTicket) },
  { method: 'PUT', path: /^\/tickets\/(\d+)$/, answer: withTicket(updateTicket) },
  { method: 'GET', path: /^\/tickets\/(\d+)\/comments$/, answer: withTicket(listComments) },
  {
    method: 'GET',
    path: /^\/tickets\/(\d+)\/conversation_log$/,
    answer: withTicket(conversationLog),
  },
  { method: 'GET', path: /^\/tickets\/(\d+)\/related$/, answer: withTicket(relatedTo) },
  { method: 'GET', path: /^\/tickets\/(\d+)\/incidents$/, answer: withTicket(listIncidents) },
  { method: 'PUT', path: /^\/tickets\/(\d+)\/tags$/, answer: withTicket(changeTags) },
  { method: 'POST', path: /^\/tickets\/(\d+)\/tags$/, answer: withTicket(changeTags) },
  { method: 'DELETE', path: /^\/tickets\/(\d+)\/tags$/, answer: withTicket(changeTags) },
  { method: 'GET', path: /^\/problems$/, answer: listProblems },
  { method: 'POST', path: /^\/problems\/autocomplete$/, answer: autocompleteProblems },
  { method: 'GET', path: /^\/ticket_fields$/, answer: listTicketFields },
  {
    method: 'GET',
    path: /^\/custom_statuses$/,
    answer: () => json(200, { custom_statuses: customStatuses() }),
  },
];

function showUser({ world }: ApiContext, id: number): Reply {
  const user = world.directory.users.get(id);
  return user ? json(200, { user }) : notFound();
}

function showOrganization({ world }: ApiContext, id: number): Reply {
  const organization = world.directory.organizations.get(id);
  return organization ? json(200, { organization }) : notFound();
}

function listTicketFields({ world, url }: ApiContext): Reply {
  const page = pageOf(ticketFields(world.origin), url);
  return page
    ? json(200, { ticket_fields: page.items, ...page.envelope })
    : badRequest('Invalid page');
}

/**
 * Answers one API call. Without a session everything but `users/me` is a 401; a write without the
 * session's CSRF token is a 403; what Zendesk does not have is a 404.
 */
export function answerApi(context: ApiContext): Reply {
  const { method, url, world, csrfToken, hasSession } = context;
  const path = url.pathname.replace(/^\/api\/v2/, '').replace(/\.json$/, '');
  if (method === 'GET' && path === '/users/me') {
    return json(200, { user: hasSession ? signedInUser(world.origin, csrfToken) : anonymousUser });
  }
  if (!hasSession) return unauthenticated();
  if (method !== 'GET' && context.givenCsrfToken !== csrfToken) return forbidden();
  for (const endpoint of endpoints) {
    const match = endpoint.method === method ? endpoint.path.exec(path) : null;
    if (match) return endpoint.answer(context, Number(match[1] ?? 0));
  }
  return notFound();
}

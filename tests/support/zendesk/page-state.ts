/** What the agent page needs to draw a ticket. Its own channel, so that API traffic in tests is the extension's alone. */
import type { CommentRecord, ConversationEntry } from './records';
import { commentHtml, currentAgent } from './world-records';
import type { World, WorldTicket } from './world';

/** A conversation item as drawn: `origin` becomes `data-originated-from`. */
export interface PageComment {
  readonly id: number;
  readonly author: { readonly id: number; readonly name: string; readonly isAgent: boolean };
  readonly public: boolean;
  readonly messaging: boolean;
  readonly origin: string;
  readonly html: string;
  readonly text: string;
  readonly at: string;
  readonly attachments: readonly { readonly name: string; readonly url: string }[];
}

const origins: Readonly<Record<string, string>> = {
  email: 'EmailInteraction',
  native_messaging: 'MobileSdkInteraction',
  web: 'WebInteraction',
};

/** A page that drew a body of 10 MB would stand still for seconds; the API has all of it. */
const longestShown = 65_536;

function shownHtml({ body, html_body: html }: CommentRecord): string {
  return html.length > longestShown ? commentHtml(`${body.slice(0, longestShown)}…`) : html;
}

function pageComment(world: World, { place, comment }: ConversationEntry): PageComment {
  const author = world.directory.users.get(comment.author_id);
  const messaging = place === 'messaging';
  return {
    id: comment.id,
    author: { id: comment.author_id, name: author?.name ?? '', isAgent: author?.role === 'agent' },
    public: comment.public,
    messaging,
    origin: messaging ? 'MobileSdkInteraction' : (origins[comment.via.channel] ?? 'ApiInteraction'),
    html: messaging ? '' : shownHtml(comment),
    text: messaging ? comment.body.slice(0, longestShown) : '',
    at: comment.created_at,
    attachments: comment.attachments.map(({ file_name, content_url }) => ({
      name: file_name,
      url: new URL(content_url).pathname + new URL(content_url).search,
    })),
  };
}

function pageSummary(world: World, { record, sample }: WorldTicket) {
  const requester = world.directory.users.get(record.requester_id);
  const organization = world.directory.organizations.get(record.organization_id ?? -1);
  return {
    id: record.id,
    subject: record.subject,
    status: record.status,
    type: record.type,
    priority: record.priority,
    tags: record.tags,
    channel: sample.channel,
    archived: sample.archived ?? false,
    problemId: record.problem_id,
    productVersion: record.custom_fields[0]?.value ?? null,
    requester: {
      id: record.requester_id,
      name: requester?.name ?? '',
      email: requester?.email ?? '',
      locale: requester?.locale ?? '',
      organization: organization?.name ?? '',
    },
    assignee: currentAgent.name,
    createdAt: record.created_at,
    updatedAt: record.updated_at,
  };
}

export function pageTicketList(world: World) {
  return [...world.tickets.values()]
    .map((ticket) => pageSummary(world, ticket))
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
}

export function pageTicket(world: World, id: number) {
  const ticket = world.tickets.get(id);
  if (!ticket) return null;
  const shown = ticket.entries.filter(({ place }) => place !== 'chat-placeholder');
  return {
    ...pageSummary(world, ticket),
    comments: shown.map((entry) => pageComment(world, entry)),
  };
}

/** The account's fixed data: the agent, the anonymous user, ticket fields and custom statuses. */
import { customStatusIds } from './world';
import { currentAgent, productAreaFieldId, productVersionFieldId } from './world-records';

/** `GET /users/me` of the signed-in agent; it carries the CSRF token that writes need. */
export function signedInUser(origin: string, csrfToken: string) {
  return {
    id: currentAgent.id,
    url: `${origin}/api/v2/users/${currentAgent.id}.json`,
    name: currentAgent.name,
    email: currentAgent.email,
    role: 'agent',
    role_type: null,
    custom_role_id: null,
    organization_id: null,
    default_group_id: 501,
    locale: 'en-US',
    locale_id: 1,
    time_zone: 'Berlin',
    iana_time_zone: 'Europe/Berlin',
    active: true,
    verified: true,
    suspended: false,
    ticket_restriction: null,
    only_private_comments: false,
    tags: [],
    user_fields: {},
    photo: null,
    created_at: '2024-01-10T09:00:00Z',
    updated_at: '2026-08-29T07:00:00Z',
    authenticity_token: csrfToken,
  };
}

/** `GET /users/me` without a session is a 200 with this user, not a 401. */
export const anonymousUser = {
  id: null,
  url: null,
  name: 'Anonymous user',
  email: 'invalid@example.com',
  role: 'end-user',
  authenticity_token: 'anon-token',
} as const;

function ticketField(
  origin: string,
  id: number,
  type: string,
  title: string,
  position: number,
  removable: boolean,
) {
  return {
    id,
    url: `${origin}/api/v2/ticket_fields/${id}.json`,
    type,
    title,
    raw_title: title,
    description: '',
    raw_description: '',
    position,
    active: true,
    required: false,
    collapsed_for_agents: false,
    regexp_for_validation: null,
    title_in_portal: title,
    raw_title_in_portal: title,
    visible_in_portal: removable,
    editable_in_portal: removable,
    required_in_portal: false,
    agent_can_edit: true,
    tag: null,
    removable,
    agent_description: null,
    created_at: '2024-01-01T00:00:00Z',
    updated_at: '2024-01-01T00:00:00Z',
  };
}

export function ticketFields(origin: string) {
  return [
    ticketField(origin, 360000, 'subject', 'Subject', 1, false),
    ticketField(origin, 360010, 'status', 'Status', 2, false),
    ticketField(origin, 360011, 'tickettype', 'Type', 3, false),
    ticketField(origin, productVersionFieldId, 'text', 'Product version', 4, true),
    ticketField(origin, productAreaFieldId, 'tagger', 'Product area', 5, true),
  ];
}

function customStatus(id: number, category: string, label: string, isDefault: boolean) {
  return {
    id,
    status_category: category,
    agent_label: label,
    end_user_label: label,
    description: '',
    end_user_description: '',
    active: true,
    default: isDefault,
    created_at: '2024-01-01T00:00:00Z',
    updated_at: '2024-01-01T00:00:00Z',
  };
}

export function customStatuses() {
  return [
    customStatus(customStatusIds.new, 'new', 'New', true),
    customStatus(customStatusIds.open, 'open', 'Open', true),
    customStatus(customStatusIds.pending, 'pending', 'Pending', true),
    customStatus(customStatusIds.hold, 'hold', 'On-hold', true),
    customStatus(customStatusIds.solved, 'solved', 'Solved', true),
    customStatus(70009, 'hold', 'Waiting for engineering', false),
  ];
}

/** Where Zendesk's REST API answers: data only. */
import type { Endpoint } from '@/lib/helpdesks/anatomy';

const REFERENCE = 'developer.zendesk.com, 2026-08';

export const SESSION = '/api/v2/users/me.json';
export const TICKET = '/api/v2/tickets/{id}.json';
export const COMMENTS = '/api/v2/tickets/{id}/comments.json';
export const CONVERSATION_LOG = '/api/v2/tickets/{id}/conversation_log.json';
export const TICKET_FIELDS = '/api/v2/ticket_fields.json';

export const endpoints: readonly Endpoint[] = [
  { name: 'session', path: SESSION, seen: REFERENCE },
  { name: 'ticket', path: TICKET, seen: REFERENCE },
  { name: 'comments', path: COMMENTS, seen: REFERENCE },
  { name: 'conversation-log', path: CONVERSATION_LOG, seen: REFERENCE },
  { name: 'ticket-fields', path: TICKET_FIELDS, seen: REFERENCE },
];

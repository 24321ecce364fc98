/** Where Help Scout's Mailbox API answers: data only. Paths are below `MAILBOX_API`. */
import type { Endpoint } from '@/lib/helpdesks/anatomy';
import type { MailboxRequest } from '@/lib/model/mailbox-request';

const REFERENCE = 'developer.helpscout.com/mailbox-api, 2026-08';

/** Where each request goes. */
export const PATHS: Readonly<Record<MailboxRequest['op'], string>> = {
  'conversation.read': '/conversations/{id}',
  'threads.read': '/conversations/{id}/threads',
  'mailbox.read': '/mailboxes/{id}',
  'tags.write': '/conversations/{id}/tags',
  'note.add': '/conversations/{id}/notes',
};

/** Named by the request, which is what the page knows of them. */
export const endpoints: readonly Endpoint[] = Object.entries(PATHS).map(([name, path]) => ({
  name,
  path,
  seen: REFERENCE,
}));

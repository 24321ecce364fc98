/** Reads a ticket from its visible pane, for when the API does not answer. Never touches the page. */
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { HelpdeskPage } from '@/lib/helpdesks/contract';
import {
  MESSAGE_LIMIT,
  attribute,
  queryAll,
  queryFirst,
  readText,
  shownValue,
  tidy,
  type Selector,
} from '@/lib/helpdesks/dom';
import { ownLog, ownParts } from '@/lib/helpdesks/zendesk/own-parts';
import * as places from '@/lib/helpdesks/zendesk/selectors';
import type { Message, Ticket } from '@/lib/model/ticket';

const MOST_ITEMS = 200;
/** What a drop-down without a choice shows. */
const EMPTY = '-–—';

export interface DomReading {
  ticket: Ticket;
  /** Older messages are not in the page. */
  isPartial: boolean;
  /** What could not be found, where the rest is still of use. */
  degraded: Fault | null;
}

/** Only what the page has loaded, and nothing of side conversations. */
export function readByDom(page: HelpdeskPage, id: string, root: Element): Result<DomReading> {
  const { items, isPartial } = ownLog(root);
  const messages = readMessages(items);
  if (!messages.ok) return messages;
  const subject = ownParts(root, places.subject)[0] ?? null;
  const { origin } = page.url();
  const ticket: Ticket = {
    helpdesk: 'zendesk',
    origin,
    id,
    url: `${origin}/agent/tickets/${id}`,
    subject: shownValue(subject),
    messages: messages.value,
    requester: { name: shownValue(queryFirst(root, places.requester)) },
    tags: queryAll(root, places.tag)
      .map((tag) => tidy(tag.textContent))
      .filter((tag) => tag !== ''),
    fields: readFields(root),
  };
  return ok({ ticket, isPartial, degraded: subject ? null : missing(places.subject) });
}

function readMessages(items: readonly Element[]): Result<Message[]> {
  if (items.length === 0) return fail(missing(places.logItem));
  const messages = items.slice(-MOST_ITEMS).flatMap((item) => {
    const message = readMessage(item);
    return message ? [message] : [];
  });
  return messages.length > 0 ? ok(messages) : fail(missing(places.logItemBody));
}

function readMessage(item: Element): Message | null {
  const body = queryFirst(item, places.logItemBody);
  const text = body ? readText(body, places.quotedMail, MESSAGE_LIMIT) : '';
  if (!text) return null;
  const type = attribute(queryFirst(item, places.logItemMessage), places.MESSAGE_TYPE_ATTRIBUTE);
  const isNote = type === 'internal' || queryFirst(item, places.internalNoteTag) !== null;
  return {
    author: isNote ? 'agent' : authorOf(type),
    visibility: isNote ? 'internal' : 'public',
    text,
    at: attribute(queryFirst(item, places.logItemTime), 'datetime') ?? '',
  };
}

/** Without a type, better to search with an agent's words than to leave out a customer's. */
function authorOf(type: string | null): Message['author'] {
  if (type === 'agent') return 'agent';
  return type === 'bot' ? 'bot' : 'customer';
}

function readFields(root: Element): Ticket['fields'] {
  return queryAll(root, places.customField).flatMap((field) => {
    const name = shownValue(queryFirst(field, places.customFieldLabel));
    const value = shownValue(queryFirst(field, places.customFieldValue));
    return name && value && !EMPTY.includes(value) ? [{ name, value }] : [];
  });
}

function missing(selector: Selector): Fault {
  return fault('page-changed', { selector: selector.name });
}

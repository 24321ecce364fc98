/** Reads a conversation from the page: its threads, else at least its title. Never touches the page. */
import { fault, type Fault } from '@/lib/core/fault';
import { fail, ok, type Result } from '@/lib/core/result';
import type { HelpdeskPage } from '@/lib/helpdesks/contract';
import {
  MESSAGE_LIMIT,
  attribute,
  matchesAny,
  queryAll,
  queryFirst,
  queryShown,
  readText,
  shownValue,
  tidy,
  type Selector,
} from '@/lib/helpdesks/dom';
import { conversationOf, titleOf } from '@/lib/helpdesks/helpscout/locate';
import { conversationUrl } from '@/lib/helpdesks/helpscout/names';
import * as places from '@/lib/helpdesks/helpscout/selectors';
import type { Message, Ticket } from '@/lib/model/ticket';

const MOST_THREADS = 200;

export interface DomReading {
  ticket: Ticket;
  /** What could not be found, where the rest is still of use. */
  degraded: Fault | null;
}

/** A thread as the page marks it, before it is clear what a missing mark means. */
interface ShownThread {
  id: number;
  mark: 'customer' | 'agent' | 'note' | null;
  text: string;
  at: string;
}

/** Only what the page has loaded: older threads may be missing. */
export function readByDom(page: HelpdeskPage, id: string, root: Element): Result<DomReading> {
  const messages = readMessages(root);
  if (!messages.ok) return messages;
  const ticket = ticketOf(page, id, messages.value);
  const subject = shownValue(queryFirst(root, places.subject)) || ticket.subject;
  // The column beside the conversation changes by itself; the title's number was checked.
  const name =
    ticket.requester.name || shownValue(queryShown(page.document, places.customerName)[0] ?? null);
  return ok({
    ticket: {
      ...ticket,
      subject,
      requester: { name },
      tags: queryAll(root, places.tag)
        .map((tag) => tidy(tag.textContent))
        .filter((tag) => tag !== ''),
    },
    degraded: subject ? null : missing(places.subject),
  });
}

/** What address and title say of the conversation. */
export function ticketOf(page: HelpdeskPage, id: string, messages: Message[]): Ticket {
  const { origin } = page.url();
  const title = titleOf(page);
  const number = conversationOf(page.url())?.number ?? '';
  return {
    helpdesk: 'helpscout',
    origin,
    id,
    ...(number ? { number } : {}),
    url: conversationUrl(origin, { id, number }),
    subject: title?.subject ?? '',
    messages,
    requester: { name: title?.customer ?? '' },
    tags: [],
    fields: [],
  };
}

function readMessages(root: Element): Result<Message[]> {
  const list = queryShown(root, places.threadList)[0];
  if (!list) return fail(missing(places.threadList));
  const threads = queryAll(list, places.thread);
  if (threads.length === 0) return fail(missing(places.thread));
  const shown = threads.flatMap((thread) => readThread(thread) ?? []);
  if (shown.length === 0) return fail(missing(places.threadBody));
  // Unmarked threads are the agents' as long as the customer's are marked.
  const isMarked = shown.some(({ mark }) => mark === 'customer');
  return ok(
    inOrder(shown)
      .slice(-MOST_THREADS)
      .map(({ mark, text, at }) => ({
        author: mark === 'customer' || (mark === null && !isMarked) ? 'customer' : 'agent',
        visibility: mark === 'note' ? 'internal' : 'public',
        text,
        at,
      })),
  );
}

function readThread(item: Element): ShownThread | null {
  const anchor = item.id ? item : queryFirst(item, places.threadAnchor);
  const text = anchor ? bodyText(anchor) : '';
  if (!anchor || !text) return null;
  return {
    id: Number(anchor.id.slice('thread-'.length)),
    mark: markOf(item, anchor),
    text,
    at: isoTime(attribute(queryFirst(item, places.threadTime), 'datetime')),
  };
}

function markOf(item: Element, anchor: Element): ShownThread['mark'] {
  const is = (selector: Selector): boolean =>
    matchesAny(item, selector) || matchesAny(anchor, selector);
  // A note is nothing the customer may see, whatever else it is marked as.
  if (is(places.noteThread)) return 'note';
  if (is(places.customerThread)) return 'customer';
  return is(places.agentThread) ? 'agent' : null;
}

function bodyText(anchor: Element): string {
  const body = queryFirst(anchor, places.threadBody);
  if (body) return readText(body, places.quotedMail, MESSAGE_LIMIT);
  const rule = queryFirst(anchor, places.threadRule);
  const block = rule ? childHolding(anchor, rule) : null;
  const parts: Element[] = [];
  for (let at = block?.nextElementSibling ?? null; at; at = at.nextElementSibling) parts.push(at);
  const text = parts.map((part) => readText(part, places.quotedMail, MESSAGE_LIMIT)).join('\n');
  return tidy(text) || readText(anchor, places.threadFurniture, MESSAGE_LIMIT);
}

/** The child of `parent` that holds `inner`. */
function childHolding(parent: Element, inner: Element): Element | null {
  let at: Element | null = inner;
  while (at && at.parentElement !== parent) at = at.parentElement;
  return at;
}

/** Agents may turn the list around, so its order says nothing; Help Scout numbers threads in order of time. */
function inOrder(threads: readonly ShownThread[]): ShownThread[] {
  return threads.toSorted((a, b) => (a.id || 0) - (b.id || 0));
}

/** '' for what the page writes in words. */
function isoTime(datetime: string | null): string {
  return datetime !== null && Number.isFinite(Date.parse(datetime)) ? datetime : '';
}

function missing(selector: Selector): Fault {
  return fault('page-changed', { selector: selector.name });
}

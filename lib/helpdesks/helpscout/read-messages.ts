/** What was said in a conversation, from the API's threads. */
import type { HelpdeskPage } from '@/lib/helpdesks/contract';
import { MESSAGE_LIMIT, readText } from '@/lib/helpdesks/dom';
import type { ThreadRecord } from '@/lib/helpdesks/helpscout/api';
import { quotedMail } from '@/lib/helpdesks/helpscout/selectors';
import type { Message } from '@/lib/model/ticket';

/** Characters kept of all messages of a conversation, and of a body's markup. */
const CONVERSATION_LIMIT = 200_000;
const HTML_LIMIT = 10 * MESSAGE_LIMIT;

/** Threads that hold no text of anyone's: assignments, changes of status. */
const EVENTS = new Set(['lineitem']);

/**
 * Messages oldest first, the oldest left out past the limit. Drafts and hidden threads are nobody's
 * words yet, so only published ones count.
 */
export function toMessages(page: HelpdeskPage, threads: readonly ThreadRecord[]): Message[] {
  const messages: Message[] = [];
  let length = 0;
  for (const thread of inOrder(threads).toReversed()) {
    if (length >= CONVERSATION_LIMIT) break;
    const message = toMessage(page, thread);
    if (!message) continue;
    length += message.text.length;
    messages.push(message);
  }
  return messages.reverse();
}

function toMessage(page: HelpdeskPage, thread: ThreadRecord): Message | null {
  const type = thread.type ?? '';
  if (EVENTS.has(type) || (thread.state ?? 'published') !== 'published') return null;
  const text = textOf(page, thread.body ?? '');
  if (!text) return null;
  return {
    author: authorOf(thread),
    visibility: type === 'note' ? 'internal' : 'public',
    text,
    at: thread.createdAt ?? '',
  };
}

/** Chats, calls and forwards do not say in their type who spoke. */
function authorOf({ type, createdBy }: ThreadRecord): Message['author'] {
  if (type === 'customer') return 'customer';
  if (type === 'message' || type === 'reply' || type === 'note') return 'agent';
  if (createdBy?.type === 'customer') return 'customer';
  return createdBy ? 'agent' : 'bot';
}

function textOf({ document }: HelpdeskPage, html: string): string {
  const view = document.defaultView;
  if (!view || !html) return '';
  // Parsed apart from the page: nothing in it loads or runs.
  const parsed = new view.DOMParser().parseFromString(html.slice(0, HTML_LIMIT), 'text/html');
  return readText(parsed.body, quotedMail, MESSAGE_LIMIT);
}

/** By time, else by number, which Help Scout gives in the order of time; the API sends newest first. */
function inOrder(threads: readonly ThreadRecord[]): ThreadRecord[] {
  const times = threads.map(({ createdAt }) => Date.parse(createdAt ?? ''));
  const isTimed = times.every((time) => Number.isFinite(time));
  const keys = isTimed ? times : threads.map(({ id }) => Number(id));
  return threads
    .map((thread, at) => ({ thread, key: keys[at] ?? 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ thread }) => thread);
}

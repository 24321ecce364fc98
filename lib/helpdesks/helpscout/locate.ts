/**
 * Which conversation is in front: the address names it, the page's title and its threads must not speak against it.
 *
 * Help Scout shows one conversation at a time, but changes address, title and threads one after the
 * other. Nothing in the threads names their conversation, so each thread's number is remembered with
 * the conversation it was first seen in: a thread belongs to one conversation only.
 */
import { systemClock, type Clock } from '@/lib/core/clock';
import type { HelpdeskPage, TicketLocation } from '@/lib/helpdesks/contract';
import { closestTo, queryAll, queryShown } from '@/lib/helpdesks/dom';
import type { ChannelMemory } from '@/lib/helpdesks/helpscout/channel';
import * as places from '@/lib/helpdesks/helpscout/selectors';

const HOST = 'secure.helpscout.net';
/** Pages of nobody's: signing in and giving other programs access. */
const SIGN_IN = /^\/(?:members|authentication)(?:\/|$)/;
/** `/conversation/<id of the API>/<number that people say>`, the number left out in some links. */
const CONVERSATION = /^\/conversation\/(\d{1,19})(?:\/(\d{1,19}))?\/?$/;
const NEW_CONVERSATION = /^\/(?:inboxes|mailbox)\/[\w-]+\/conversation\/new(?:\/|$)/;
/** `#44477 Subject - Customer`, after a count of unread ones. */
const TITLE = /^(?:\(\d+\)\s*)?#(\d+)\s+(.*)$/s;

/** Why a location is `switching`. */
const NO_THREADS = places.threadList.name;
const OTHER_TITLE = 'title';
const OTHER_THREADS = places.threadAnchor.name;

/** Pages that move on have done so by then. */
const MERGED_AFTER_MS = 3_000;
const MOST_THREADS_REMEMBERED = 20_000;

export interface ConversationAddress {
  id: string;
  /** '' in addresses without it. */
  number: string;
}

/** What the page's title says; `subject` and `customer` are '' where it does not. */
export interface ConversationTitle {
  number: string;
  subject: string;
  customer: string;
}

export interface Locator {
  locate(page: HelpdeskPage): TicketLocation;
}

/** True for the agents' pages: `https://secure.helpscout.net/…`. */
export function matchesAgentPage(url: URL): boolean {
  return url.protocol === 'https:' && url.host === HOST && !SIGN_IN.test(url.pathname);
}

/** The conversation an address names, or null. */
export function conversationOf(url: URL): ConversationAddress | null {
  if (!matchesAgentPage(url)) return null;
  const [, id, number = ''] = CONVERSATION.exec(url.pathname) ?? [];
  return id === undefined ? null : { id, number };
}

/** Reads `#number subject - customer`; null for other titles. A subject may hold ` - ` itself. */
export function readTitle(title: string): ConversationTitle | null {
  const [, number, rest] = TITLE.exec(title.trim()) ?? [];
  if (number === undefined || rest === undefined) return null;
  const cut = rest.lastIndexOf(' - ');
  if (cut < 0) return { number, subject: rest.trim(), customer: '' };
  return { number, subject: rest.slice(0, cut).trim(), customer: rest.slice(cut + 3).trim() };
}

/** The title of the conversation in front; null while the title is still another one's. */
export function titleOf(page: HelpdeskPage): ConversationTitle | null {
  const title = readTitle(page.document.title);
  const number = conversationOf(page.url())?.number ?? '';
  return title !== null && title.number === number ? title : null;
}

/** The numbers of the threads below `list`, newest or oldest first as the page has them. */
export function threadIds(list: Element): string[] {
  return queryAll(list, places.threadAnchor)
    .map(({ id }) => id.slice('thread-'.length))
    .filter((id) => /^\d+$/.test(id));
}

/** One for each page: it remembers whose threads it has seen. */
export function createLocator(channels: ChannelMemory, now: Clock = systemClock): Locator {
  const belongs = createThreadMemory(now);
  return {
    locate(page) {
      const url = page.url();
      const conversation = conversationOf(url);
      if (!conversation) {
        const isNew = matchesAgentPage(url) && NEW_CONVERSATION.test(url.pathname);
        return { state: isNew ? 'new' : 'none' };
      }
      const { id, number } = conversation;
      const title = readTitle(page.document.title);
      // The title lags behind the address; so may the threads as long as it does.
      if (title && number && title.number !== number) return switching(id, OTHER_TITLE);
      const lists = queryShown(page.document, places.threadList);
      const list = lists[0];
      if (!list) return { ...switching(id, NO_THREADS), missing: true };
      if (!belongs(id, lists.flatMap(threadIds))) return switching(id, OTHER_THREADS);
      const root = closestTo(list, places.conversationArea) ?? page.document.body;
      // Two lists in sight: reading the first is safe, but which reply box is meant is anyone's guess.
      const composer = lists.length > 1 ? null : onlyComposer(page.document);
      const channel = composer ? channels.channelOf(composer) : 'none';
      return { state: 'ticket', id, root, composer, channel };
    },
  };
}

/** Tells whether threads can be the conversation's, and remembers them as such if they can. */
function createThreadMemory(now: Clock): (id: string, threads: readonly string[]) => boolean {
  const owners = new Map<string, string>();
  /** The conversation that shows threads of another beside new ones, and since when. */
  let mixed: { id: string; since: number } | null = null;

  return (id, threads) => {
    const known = threads.flatMap((thread) => owners.get(thread) ?? []);
    const isOthers = known.length > 0 && !known.includes(id);
    if (isOthers) {
      if (known.length === threads.length) return false;
      // Either the last conversation's with a message that just came in, or one merged into this.
      if (mixed?.id !== id) mixed = { id, since: now() };
      if (now() - mixed.since < MERGED_AFTER_MS) return false;
    }
    mixed = null;
    if (owners.size > MOST_THREADS_REMEMBERED) owners.clear();
    for (const thread of threads) owners.set(thread, id);
    return true;
  };
}

function switching(id: string, why: string): Extract<TicketLocation, { state: 'switching' }> {
  return { state: 'switching', id, why, missing: false };
}

function onlyComposer(document: Document): Element | null {
  const shown = queryShown(document, places.composer);
  return shown.length === 1 ? (shown[0] ?? null) : null;
}

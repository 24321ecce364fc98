/** The Mailbox API 2.0 over the stand-in's conversations: HAL pages, VndErrors, 301 for merged ones, tags as a whole. */
import type { Reply } from './mailbox-auth';
import { API_ORIGIN, MAILBOX, OWNER, conversationJson, threadJson } from './records';
import type { World } from './world';

const PAGE_SIZE = 25;

export interface ApiCall {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

/** Answers a call that has a good token. */
export function answerMailbox(world: World, call: ApiCall): Reply {
  const [, , area, id = '', part] = call.url.pathname.split('/');
  if (area === 'users' && id === 'me' && call.method === 'GET') return { status: 200, body: OWNER };
  if (area === 'mailboxes') return answerMailboxes(call, id);
  if (area !== 'conversations' || !/^\d+$/.test(id)) return notFound();
  const conversation = world.conversations.get(Number(id));
  if (!conversation) return notFound();
  if (conversation.mergedInto !== null) return moved(call.url, id, conversation.mergedInto);
  const route = `${call.method} ${part ?? ''}`.trim();
  switch (route) {
    case 'GET':
      return readConversation(world, Number(id), call.url);
    case 'GET threads':
      return readThreads(world, Number(id), call.url);
    case 'PUT tags':
      return writeTags(world, Number(id), call.body);
    case 'POST notes':
      return addNote(world, Number(id), call.body);
    default:
      return { status: 405, body: vndError('Method Not Allowed') };
  }
}

function answerMailboxes({ method }: ApiCall, id: string): Reply {
  if (method !== 'GET') return { status: 405, body: vndError('Method Not Allowed') };
  if (id === String(MAILBOX.id)) return { status: 200, body: MAILBOX };
  if (id !== '') return notFound();
  const page = { size: 50, totalElements: 1, totalPages: 1, number: 1 };
  return { status: 200, body: { _embedded: { mailboxes: [MAILBOX] }, page, _links: {} } };
}

function readConversation(world: World, id: number, url: URL): Reply {
  const conversation = world.get(id);
  const json = conversationJson(conversation);
  if (url.searchParams.get('embed') !== 'threads') return { status: 200, body: json };
  const threads = newestFirst(world, id).slice(0, PAGE_SIZE);
  return { status: 200, body: { ...json, _embedded: { threads } } };
}

function readThreads(world: World, id: number, url: URL): Reply {
  const threads = newestFirst(world, id);
  const number = Number(url.searchParams.get('page') ?? '1');
  const totalPages = Math.ceil(threads.length / PAGE_SIZE);
  const shown = threads.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
  const href = (page: number) => ({ href: `${API_ORIGIN}${url.pathname}?page=${page}` });
  return {
    status: 200,
    body: {
      // Absent when the page is empty.
      ...(shown.length > 0 ? { _embedded: { threads: shown } } : {}),
      page: { size: PAGE_SIZE, totalElements: threads.length, totalPages, number },
      _links: { self: href(number), ...(number < totalPages ? { next: href(number + 1) } : {}) },
    },
  };
}

/** Replaces the list; names come back lower-cased. */
function writeTags(world: World, id: number, body: unknown): Reply {
  const tags = fieldsOf(body)['tags'];
  if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string' && tag !== '')) {
    return { status: 400, body: vndError('Bad request', 'tags') };
  }
  const names = (tags as string[]).map((tag) => tag.toLowerCase());
  world.setTags(id, [...new Set(names)]);
  return { status: 204 };
}

function addNote(world: World, id: number, body: unknown): Reply {
  const { text } = fieldsOf(body);
  if (typeof text !== 'string' || text.trim() === '') {
    return { status: 400, body: vndError('Bad request', 'text') };
  }
  const thread = world.addThread(id, { from: 'agent', type: 'note', html: text });
  return { status: 201, headers: { 'resource-id': String(thread.id) } };
}

function newestFirst(world: World, id: number) {
  const conversation = world.get(id);
  return conversation.threads.toReversed().map((thread) => threadJson(conversation, thread));
}

function moved({ pathname, search }: URL, id: string, into: number): Reply {
  const location = `${API_ORIGIN}${pathname.replace(id, String(into))}${search}`;
  return { status: 301, headers: { location } };
}

const notFound = (): Reply => ({ status: 404, body: vndError('Not Found') });

export function vndError(message: string, path?: string) {
  const errors = path === undefined ? [] : [{ path, message: 'may not be empty', source: 'JSON' }];
  return { logRef: '00000000-0000-4000-8000-000000000001', message, _embedded: { errors } };
}

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}
